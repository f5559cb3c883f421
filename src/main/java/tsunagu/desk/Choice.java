package tsunagu.desk;

/** Something to choose in a form. */
public record Choice(String value, String label) {}
