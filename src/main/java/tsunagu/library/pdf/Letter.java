package tsunagu.library.pdf;

/**
 * A printed character, in points from the page's upper left corner; for print that runs down the page, turned so that
 * it runs to the right.
 *
 * @param y of its base line
 * @param size of its font
 */
record Letter(double x, double y, double width, double size, String text, boolean bold) {

    double right() {
        return x + width;
    }

    double middle() {
        return x + width / 2;
    }
}
