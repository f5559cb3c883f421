package tsunagu.library.entry;

import tsunagu.Databases;

class HoldingsOnPostgresTest extends HoldingsContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
