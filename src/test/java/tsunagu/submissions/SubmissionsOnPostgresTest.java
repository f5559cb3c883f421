package tsunagu.submissions;

import tsunagu.Databases;

class SubmissionsOnPostgresTest extends SubmissionsContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
