package tsunagu.faq.serving;

/**
 * A question that staff keep: each publishing asks it beforehand.
 *
 * @param expects id of the entry that must go on answering it
 */
public record Golden(long id, String words, long expects, String keptName) {}
