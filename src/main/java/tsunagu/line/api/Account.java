package tsunagu.line.api;

/**
 * One LINE account of a town, as calls to LINE need it. {@code toString} does not tell its token.
 *
 * @param name as in the settings
 * @param token channel access token
 * @param municipality id of the municipality it speaks for
 */
public record Account(String name, String token, String municipality) {

    /** A message by a name that no other account's has; at most 150 characters. */
    public String messageName(String messageId) {
        return name + ":" + messageId;
    }

    /** The account as a channel, for whoever counts by channels. */
    public String channel() {
        return "line:" + name;
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
