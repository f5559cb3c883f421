package tsunagu.atlas;

import tsunagu.Databases;

class AtlasOnH2Test extends AtlasContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
