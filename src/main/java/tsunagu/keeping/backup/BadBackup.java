package tsunagu.keeping.backup;

import java.io.Serial;

/** A backup that cannot be written or restored; the message is a Japanese sentence for whoever operates the copy. */
final class BadBackup extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    BadBackup(String message) {
        super(message);
    }
}
