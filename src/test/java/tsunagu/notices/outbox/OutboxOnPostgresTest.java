package tsunagu.notices.outbox;

import tsunagu.Databases;

class OutboxOnPostgresTest extends OutboxContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
