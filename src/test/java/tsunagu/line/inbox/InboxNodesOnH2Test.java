package tsunagu.line.inbox;

import tsunagu.Databases;

class InboxNodesOnH2Test extends InboxNodesContract {
    @Override
    Databases engine() {
        return Databases.H2;
    }
}
