package tsunagu.web;

import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Utterance;
import tsunagu.text.Language;
import tsunagu.web.problem.Refusal;
import tsunagu.web.problem.Refusal.Reason;

/** What a visitor sent becomes an utterance, or a {@link Refusal}; the same rules for the API and the page. */
final class UtteranceReader {
    private static final int REPLACEMENT = 0xFFFD;

    private UtteranceReader() {}

    /**
     * Reads the three fields as sent; blank counts as absent.
     *
     * @param conversation absent: a new random one
     * @param language absent: by the words
     */
    static Utterance read(@Nullable String conversation, @Nullable String text, @Nullable String language) {
        return new Utterance(conversation(conversation), text(text), Optional.empty(), language(language));
    }

    /** The id as sent, or a new random one. */
    static ConversationId conversation(@Nullable String value) {
        if (value == null || value.isBlank()) return ConversationId.random();
        try {
            return new ConversationId(value);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.CONVERSATION_INVALID);
        }
    }

    private static Optional<Language> language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) return Optional.empty();
        return Optional.of(Language.findByTag(tag).orElseThrow(() -> {
            String spoken = Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
            return new Refusal(Reason.LANGUAGE_UNKNOWN, Map.of("languages", spoken));
        }));
    }

    private static String text(@Nullable String typed) {
        String text = typed == null ? "" : cleaned(typed).strip();
        if (text.codePoints().allMatch(UtteranceReader::invisible)) throw new Refusal(Reason.TEXT_MISSING);
        if (text.length() > Utterance.MAX_LENGTH) {
            throw new Refusal(Reason.TEXT_TOO_LONG, Map.of("limit", String.valueOf(Utterance.MAX_LENGTH)));
        }
        return text;
    }

    /** Databases refuse NUL, and half a surrogate pair is no UTF-8: neither gets further than here. */
    private static String cleaned(String typed) {
        var clean = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean invisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
