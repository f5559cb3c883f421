package tsunagu.conversation.memory;

import tsunagu.conversation.TestTown;

class MemoryOnH2Test extends MemoryContract {
    @Override
    TestTown open() {
        return TestTown.open();
    }
}
