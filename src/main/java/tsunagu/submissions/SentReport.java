package tsunagu.submissions;

/**
 * What a resident has sent in, and what became of it.
 *
 * @param title empty once it was taken back
 * @param reason why it was declined; else empty
 * @param address of the public page where it is published; else empty
 */
public record SentReport(String title, Fate fate, String reason, String address) {

    /** What became of it. */
    public enum Fate {
        WAITING,
        TAKEN,
        PUBLISHED,
        /** It was, and is no longer to be seen. */
        OVER,
        DECLINED,
        WITHDRAWN
    }

    /** Nothing of a resident's in a log. */
    @Override
    public String toString() {
        return "SentReport[" + fate + "]";
    }
}
