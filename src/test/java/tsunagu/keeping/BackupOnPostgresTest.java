package tsunagu.keeping;

import tsunagu.Databases;

class BackupOnPostgresTest extends BackupContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
