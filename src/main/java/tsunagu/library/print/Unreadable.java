package tsunagu.library.print;

/** A file whose text cannot be had; the message is a Japanese sentence for whoever sent it, with what to do. */
public final class Unreadable extends RuntimeException {
    public Unreadable(String message) {
        super(message);
    }

    public Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
