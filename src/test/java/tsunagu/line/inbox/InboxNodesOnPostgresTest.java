package tsunagu.line.inbox;

import tsunagu.Databases;

class InboxNodesOnPostgresTest extends InboxNodesContract {
    @Override
    Databases engine() {
        return Databases.POSTGRESQL;
    }
}
