package tsunagu.message;

/**
 * An answer offered to a question back.
 *
 * @param label what the button says, at most 20 characters
 * @param text what is sent as the resident's words when it is tapped
 */
public record Choice(String label, String text) {
    public Choice(String words) {
        this(words, words);
    }
}
