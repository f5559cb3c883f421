package tsunagu.documents;

/**
 * The documents or their manifest cannot be used. The message is a Japanese sentence for whoever operates the copy:
 * which file, where in it, and what to do.
 */
final class BrokenSeeds extends RuntimeException {
    BrokenSeeds(String message) {
        super(message);
    }

    BrokenSeeds(String message, Throwable cause) {
        super(message, cause);
    }
}
