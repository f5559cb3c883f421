package tsunagu.staff;

import tsunagu.Databases;

class StaffOnH2Test extends StaffContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
