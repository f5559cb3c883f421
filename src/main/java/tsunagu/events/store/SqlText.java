package tsunagu.events.store;

/** Words to be looked for with {@code like ? escape '!'}. */
final class SqlText {
    private SqlText() {}

    static String within(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
