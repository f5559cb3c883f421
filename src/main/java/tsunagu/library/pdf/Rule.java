package tsunagu.library.pdf;

/** A straight line on the page, level or upright, in points from its upper left corner. */
record Rule(double left, double top, double right, double bottom) {

    boolean isLevel() {
        return right - left >= bottom - top;
    }

    double length() {
        return Math.max(right - left, bottom - top);
    }

    boolean touches(Rule other, double slack) {
        return left <= other.right + slack
                && other.left <= right + slack
                && top <= other.bottom + slack
                && other.top <= bottom + slack;
    }
}
