package tsunagu.subscriptions;

import tsunagu.Databases;

class SubscriptionsOnH2Test extends SubscriptionsContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
