package tsunagu.atlas;

import tsunagu.Databases;

class AtlasOnPostgresTest extends AtlasContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
