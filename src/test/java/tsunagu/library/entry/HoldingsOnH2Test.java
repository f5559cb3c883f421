package tsunagu.library.entry;

import tsunagu.Databases;

class HoldingsOnH2Test extends HoldingsContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
