package tsunagu.line.render;

import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.TextMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.message.Choice;
import tsunagu.message.Message.Card;
import tsunagu.message.Source;

/**
 * Gives a reply the form LINE takes, within LINE's limits: what is too much is cut or told more plainly, never refused.
 *
 * <p>Text stays text; cards that follow one another become one Flex message. The sources, one line a document, stand
 * below the last text. The choices are quick replies of the last message; as a computer does not show those, a question
 * back also has them in its words.
 */
public final class LineRenderer {
    static final int MAX_MESSAGES = 5;
    static final int MAX_TEXT_UNITS = 5000;

    private static final int MAX_SOURCES_UNITS = 2000;
    private static final int MAX_OPTIONS_UNITS = 2000;
    private static final int MAX_WORDS_OF_CARDS_UNITS = 4500;
    private static final String GAP = "\n\n";

    private LineRenderer() {}

    /** A piece of the reply that becomes one message. */
    private sealed interface Part {

        record Words(String text) implements Part {}

        record Cards(Flex.Cards flex) implements Part {}
    }

    /** The same where nobody has said how phones reach our pages: without pictures, and originals to look at. */
    public static List<Message> render(Reply reply) {
        return render(reply, "");
    }

    /**
     * One to five messages; empty only where the reply has no words at all.
     *
     * @param site of our pages as phones reach them, {@code https://town.example}, without a slash at its end
     */
    public static List<Message> render(Reply reply, String site) {
        List<Part> parts = atMostFive(parts(reply.messages(), site));
        if (parts.isEmpty()) return List.of();
        String below = below(reply, site);
        int last = lastWords(parts);
        if (!below.isEmpty() && last < 0) {
            parts.add(new Part.Words(""));
            parts = atMostFive(parts);
            last = lastWords(parts);
        }
        QuickReply choices = QuickReplies.of(reply.choices());
        var messages = new ArrayList<Message>();
        for (int i = 0; i < parts.size(); i++) {
            QuickReply shown = i == parts.size() - 1 ? choices : null;
            messages.add(message(parts.get(i), i == last ? below : "", shown));
        }
        return List.copyOf(messages);
    }

    private static Message message(Part part, String below, QuickReply choices) {
        return switch (part) {
            case Part.Words words -> new TextMessage(choices, null, withBelow(words.text(), below), null, null);
            case Part.Cards cards ->
                new FlexMessage(
                        choices, null, cards.flex().altText(), cards.flex().container());
        };
    }

    private static List<Part> parts(List<tsunagu.message.Message> messages, String site) {
        var parts = new ArrayList<Part>();
        var cards = new ArrayList<Card>();
        for (var message : messages) {
            if (message instanceof Card card) {
                if (saysSomething(card)) cards.add(card);
                continue;
            }
            addCards(cards, site, parts);
            addWords(message.plainText(), parts);
        }
        addCards(cards, site, parts);
        return parts;
    }

    /** What does not fit into cards is told in words. */
    private static void addCards(List<Card> cards, String site, List<Part> parts) {
        if (cards.isEmpty()) return;
        Flex.Cards flex = Flex.of(cards, site);
        if (flex.count() > 0) parts.add(new Part.Cards(flex));
        addWords(told(flex.left()), parts);
        cards.clear();
    }

    private static boolean saysSomething(Card card) {
        return !card.title().isBlank()
                || card.lines().stream().anyMatch(line -> !line.value().isBlank());
    }

    /** All of them, each as long as there is room for it. */
    private static String told(List<Card> cards) {
        int share = cards.isEmpty() ? 0 : MAX_WORDS_OF_CARDS_UNITS / cards.size();
        return cards.stream()
                .map(card -> Graphemes.cutSentences(Graphemes.wellFormed(card.plainText()), share))
                .collect(Collectors.joining(GAP));
    }

    private static void addWords(String text, List<Part> parts) {
        String words = Graphemes.wellFormed(text).strip();
        if (!words.isEmpty()) parts.add(new Part.Words(words));
    }

    /** What would be a sixth message stands below the fifth, in words. */
    private static List<Part> atMostFive(List<Part> parts) {
        if (parts.size() <= MAX_MESSAGES) return parts;
        var five = new ArrayList<>(parts.subList(0, MAX_MESSAGES - 1));
        String rest = parts.subList(MAX_MESSAGES - 1, parts.size()).stream()
                .map(part -> switch (part) {
                    case Part.Words words -> words.text();
                    case Part.Cards cards -> told(cards.flex().shown());
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(GAP));
        five.add(new Part.Words(rest));
        return five;
    }

    private static int lastWords(List<Part> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i) instanceof Part.Words) return i;
        }
        return -1;
    }

    /** Where both do not fit, the words give way: what is said must still show where it comes from. */
    private static String withBelow(String text, String below) {
        if (below.isEmpty()) return Graphemes.cutSentences(text, MAX_TEXT_UNITS);
        if (text.isEmpty()) return below;
        int room = MAX_TEXT_UNITS - GAP.length() - below.length();
        return Graphemes.cutSentences(text, room) + GAP + below;
    }

    private static String below(Reply reply, String site) {
        var parts = new ArrayList<String>();
        if (reply.outcome() == Outcome.ASKED) parts.add(Graphemes.cutSentences(options(reply), MAX_OPTIONS_UNITS));
        parts.add(sources(reply, site));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(GAP));
    }

    private static String options(Reply reply) {
        return reply.choices().stream()
                .map(Choice::text)
                .map(Graphemes::wellFormed)
                .filter(text -> !text.isBlank())
                .map(text -> "・" + text.strip())
                .collect(Collectors.joining("\n"));
    }

    /**
     * One line a document, and where its original can be looked at; its heading and words are for readers with more
     * room. Half an address leads nowhere, so all of them go where there is no room for one.
     */
    private static String sources(Reply reply, String site) {
        String whole = site.isEmpty() ? "" : sources(reply, source -> source.day() + original(source, site));
        if (!whole.isEmpty() && whole.length() <= MAX_SOURCES_UNITS) return whole;
        return Graphemes.cutSentences(sources(reply, Source::day), MAX_SOURCES_UNITS);
    }

    private static String original(Source source, String site) {
        return source.path().isEmpty() ? "" : "\n" + site + source.path();
    }

    private static String sources(Reply reply, Function<Source, String> line) {
        var lines = new LinkedHashMap<String, String>();
        reply.sources().forEach(source -> lines.putIfAbsent(source.document(), line.apply(source)));
        String between = lines.size() > 1 ? "\n・" : "";
        return lines.isEmpty()
                ? ""
                : Graphemes.wellFormed(reply.sourcesLabel() + "：" + between + String.join(between, lines.values()));
    }
}
