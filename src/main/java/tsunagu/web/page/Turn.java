package tsunagu.web.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tsunagu.conversation.Reply;
import tsunagu.message.Message;
import tsunagu.message.Source;

/**
 * One question and its reply.
 *
 * @param words in the reply's language as far as the pages speak it
 * @param conversation id a choice is sent under
 * @param chosenLanguage tag the resident asked for
 */
public record Turn(PageWords words, String conversation, Optional<String> chosenLanguage, String said, Reply reply) {
    private static final Set<String> OPENED = Set.of("tel", "https", "http", "mailto");
    private static final Set<String> WEB = Set.of("https", "http");

    /** The card's links that a page may offer: never {@code javascript:} and the like. */
    public static List<Message.Link> links(Message.Card card) {
        return card.links().stream()
                .filter(link -> OPENED.contains(scheme(link)))
                .toList();
    }

    /** Whether the link leaves for another site, and so must not replace the talk. */
    public static boolean leaves(Message.Link link) {
        return WEB.contains(scheme(link));
    }

    /** 「2025年12月23日」; words stay as they are. */
    public String published(Source source) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(words.tag()));
        return day(source).map(format::format).orElse(source.published());
    }

    /** The day it was published; empty where the source has only words for it. */
    public static Optional<LocalDate> day(Source source) {
        try {
            return Optional.of(LocalDate.parse(source.published()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String scheme(Message.Link link) {
        String scheme = link.uri().getScheme();
        return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    }
}
