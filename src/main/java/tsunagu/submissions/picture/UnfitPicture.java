package tsunagu.submissions.picture;

/** A picture that cannot be taken; its message tells its sender why and what to do, in Japanese. */
public class UnfitPicture extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitPicture(String says) {
        super(says);
    }
}
