package tsunagu.faq.file;

/** A file that cannot be read as a table; the message is a Japanese sentence for whoever sent it. */
public final class UnreadableFile extends RuntimeException {
    UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
