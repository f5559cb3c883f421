package tsunagu.library.scan;

/**
 * A printed character, in points from the page's upper left corner; for print that runs down the page, turned so that
 * it runs to the right.
 *
 * @param y of its base line
 * @param size of its font
 */
public record Letter(double x, double y, double width, double size, String text, boolean bold) {

    /** Where it ends. */
    public double right() {
        return x + width;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /** The next of a line that runs down the page. */
    boolean isBelow(Letter above) {
        double way = y - above.y;
        return Math.abs(x + width / 2 - above.middle()) <= 0.3 * size && way >= 0.7 * size && way <= 1.6 * size;
    }

    /** Between its left and its right. */
    public double middle() {
        return x + width / 2;
    }
}
