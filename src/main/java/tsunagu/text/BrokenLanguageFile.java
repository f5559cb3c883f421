package tsunagu.text;

/** A file of words or sentences cannot be used; the message is a sentence that names the file and what to mend. */
public final class BrokenLanguageFile extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public BrokenLanguageFile(String file, String what) {
        super(file + " を使えません。次のところを直してください: " + what);
    }
}
