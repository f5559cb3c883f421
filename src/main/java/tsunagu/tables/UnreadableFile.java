package tsunagu.tables;

/** A file that cannot be read as a table; the message is a Japanese sentence for whoever sent it. */
public final class UnreadableFile extends RuntimeException {
    public UnreadableFile(String message) {
        super(message);
    }

    public UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
