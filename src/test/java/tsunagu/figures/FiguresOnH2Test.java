package tsunagu.figures;

import tsunagu.Databases;

class FiguresOnH2Test extends FiguresContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
