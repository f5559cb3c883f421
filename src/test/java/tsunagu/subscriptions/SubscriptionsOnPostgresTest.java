package tsunagu.subscriptions;

import tsunagu.Databases;

class SubscriptionsOnPostgresTest extends SubscriptionsContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
