package tsunagu.groups;

import tsunagu.Databases;

class GroupsOnH2Test extends GroupsContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
