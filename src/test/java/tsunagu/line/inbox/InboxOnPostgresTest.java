package tsunagu.line.inbox;

import tsunagu.Databases;

class InboxOnPostgresTest extends InboxContract {
    @Override
    Databases engine() {
        return Databases.POSTGRESQL;
    }
}
