package tsunagu.line.menu;

/**
 * One field of the menu.
 *
 * @param key by which a phone tells which was tapped
 * @param words what stands on it in large letters
 * @param more what stands below, smaller
 * @param says what the resident is taken to have asked
 */
record Tile(String key, String words, String more, String says, Icon icon) {

    static final String DATA = "menu:";

    /** What LINE sends us when it is tapped. */
    String data() {
        return DATA + key;
    }

    /** The drawings there are. */
    enum Icon {
        HOUSE,
        CALENDAR,
        HANDS,
        PHONE,
        PEOPLE,
        QUESTION
    }
}
