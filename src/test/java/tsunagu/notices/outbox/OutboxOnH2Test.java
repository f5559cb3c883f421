package tsunagu.notices.outbox;

import tsunagu.Databases;

class OutboxOnH2Test extends OutboxContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
