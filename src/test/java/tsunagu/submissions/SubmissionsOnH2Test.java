package tsunagu.submissions;

import tsunagu.Databases;

class SubmissionsOnH2Test extends SubmissionsContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
