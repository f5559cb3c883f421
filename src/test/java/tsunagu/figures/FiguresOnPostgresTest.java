package tsunagu.figures;

import tsunagu.Databases;

class FiguresOnPostgresTest extends FiguresContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
