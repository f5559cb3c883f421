package tsunagu.conversation;

import java.util.UUID;

/**
 * Id of one conversation. On the web a random one, in LINE a keyed hash of channel and user.
 *
 * @param value 1 to 100 letters, digits, {@code . _ : -}
 */
public record ConversationId(String value) {
    public ConversationId {
        if (!value.matches("[A-Za-z0-9._:-]{1,100}")) {
            throw new IllegalArgumentException(
                    "a conversation id has 1 to 100 letters, digits, dots, colons or hyphens");
        }
    }

    public static ConversationId random() {
        return new ConversationId(UUID.randomUUID().toString());
    }
}
