package tsunagu.keeping;

import tsunagu.Databases;

class BackupOnH2Test extends BackupContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
