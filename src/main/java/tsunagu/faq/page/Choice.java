package tsunagu.faq.page;

/** One of those a form offers. */
public record Choice(String value, String label) {}
