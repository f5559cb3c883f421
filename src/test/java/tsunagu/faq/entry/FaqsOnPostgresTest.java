package tsunagu.faq.entry;

import tsunagu.Databases;

class FaqsOnPostgresTest extends FaqsContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
