package tsunagu.conversation;

import java.util.Optional;
import tsunagu.subscriptions.Address;
import tsunagu.text.Language;

/**
 * What a resident said, and where.
 *
 * @param text as typed; the doors bound its length to {@value #MAX_LENGTH} UTF-16 units
 * @param municipality id of the municipality the channel stands for, empty for the setting's
 * @param language chosen by the resident, empty to go by the words
 * @param message the channel's name of this message, by which it can be taken back; at most 150 characters
 * @param channel {@value #WEB}, or {@code line:<name of the account>}
 * @param address how the resident can be told something later; kept only if they ask for that
 */
public record Utterance(
        ConversationId conversation,
        String text,
        Optional<String> municipality,
        Optional<Language> language,
        Optional<String> message,
        String channel,
        Optional<Address> address) {

    public static final int MAX_LENGTH = 2000;

    /** The channel of whoever comes by none of LINE's. */
    public static final String WEB = "web";

    /** On the web page a message cannot be taken back. */
    public Utterance(
            ConversationId conversation, String text, Optional<String> municipality, Optional<Language> language) {
        this(conversation, text, municipality, language, Optional.empty(), WEB);
    }

    /** Of whoever cannot be reached later. */
    public Utterance(
            ConversationId conversation,
            String text,
            Optional<String> municipality,
            Optional<Language> language,
            Optional<String> message,
            String channel) {
        this(conversation, text, municipality, language, message, channel, Optional.empty());
    }
}
