package tsunagu.staff;

/**
 * A link in the head of every staff page. A room adds its own by making a bean of it.
 *
 * @param order small comes first: home 0, questions 10, FAQ 20, … staff 80, trail 90
 * @param path of the page, such as {@code /console/faq}; it counts as open on all pages below it
 * @param atLeast who sees it
 */
public record MenuEntry(int order, String label, String path, Role atLeast) {

    /** Whether the page at the path is this entry's, or below it. */
    public boolean isOpenOn(String page) {
        boolean isHome = path.equals("/console");
        return page.equals(path) || !isHome && page.startsWith(path + "/");
    }
}
