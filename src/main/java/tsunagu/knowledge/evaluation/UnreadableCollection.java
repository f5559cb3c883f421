package tsunagu.knowledge.evaluation;

/** A collection cannot be read; the message is a sentence for whoever made it, naming file and line. */
public final class UnreadableCollection extends RuntimeException {
    public UnreadableCollection(String message) {
        super(message);
    }
}
