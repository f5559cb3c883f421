package tsunagu.knowledge.evaluation;

/** A collection cannot be read; the message is a Japanese sentence naming file and line. */
public final class UnreadableCollection extends RuntimeException {
    public UnreadableCollection(String message) {
        super(message);
    }
}
