package tsunagu.library.scan;

/** A straight line on the page, level or upright, in points from its upper left corner. */
public record Rule(double left, double top, double right, double bottom) {

    public boolean isLevel() {
        return right - left >= bottom - top;
    }

    /** Whether they meet, or nearly so. */
    public boolean touches(Rule other, double slack) {
        return left <= other.right + slack
                && other.left <= right + slack
                && top <= other.bottom + slack
                && other.top <= bottom + slack;
    }
}
