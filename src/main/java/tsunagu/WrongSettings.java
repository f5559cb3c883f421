package tsunagu;

/** A setting that cannot be followed; the message is one Japanese sentence for whoever operates the copy. */
final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongSettings(String message) {
        super("設定の誤り: " + message);
    }
}
