package tsunagu.web.problem;

import java.util.UUID;

/** A failure nobody foresaw; its message is the id that stands in the log and in the sentence for the visitor. */
final class Incident extends RuntimeException {
    Incident() {
        super(UUID.randomUUID().toString().substring(0, 8), null, false, false);
    }
}
