package tsunagu.desk;

/**
 * An entry that may be the same as something staff were sent.
 *
 * @param path of its staff page
 * @param state as staff read it
 */
public record Alike(String name, String when, String state, String path) {}
