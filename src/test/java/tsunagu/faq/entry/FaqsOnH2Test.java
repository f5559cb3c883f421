package tsunagu.faq.entry;

import tsunagu.Databases;

class FaqsOnH2Test extends FaqsContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
