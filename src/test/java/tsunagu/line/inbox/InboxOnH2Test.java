package tsunagu.line.inbox;

import tsunagu.Databases;

class InboxOnH2Test extends InboxContract {
    @Override
    Databases engine() {
        return Databases.H2;
    }
}
