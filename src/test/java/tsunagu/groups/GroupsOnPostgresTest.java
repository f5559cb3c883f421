package tsunagu.groups;

import tsunagu.Databases;

class GroupsOnPostgresTest extends GroupsContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
