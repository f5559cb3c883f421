package tsunagu.staff;

import tsunagu.Databases;

class StaffOnPostgresTest extends StaffContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
