package tsunagu.knowledge.opensearch.http;

/** The cluster answered that it will not do as it was asked. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String reason) {
        super("OpenSearch refused with " + status + ": " + reason);
        this.status = status;
    }

    /** HTTP's 404: what was asked for is not there. */
    public boolean isMissing() {
        return status == 404;
    }

    /** HTTP's 409: somebody else was quicker. */
    public boolean isConflict() {
        return status == 409;
    }
}
