package tsunagu.line;

import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MessageAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import com.linecorp.bot.messaging.model.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.conversation.Reply;
import tsunagu.message.Choice;
import tsunagu.message.Source;

/**
 * Gives a reply the form LINE takes, within LINE's limits: too much text is cut, never refused. The sources stand
 * below the last message, the choices are its quick replies.
 */
final class LineRenderer {
    static final int MAX_MESSAGES = 5;
    static final int MAX_TEXT_UNITS = 5000;
    static final int MAX_QUICK_REPLIES = 13;
    static final int MAX_LABEL_GRAPHEMES = 20;
    static final int MAX_ACTION_TEXT_GRAPHEMES = 300;

    private static final int MAX_SOURCES_UNITS = 2000;
    private static final String GAP = "\n\n";

    private LineRenderer() {}

    /** One to five messages; empty only where the reply has no words at all. */
    static List<Message> render(Reply reply) {
        List<String> texts = atMostFive(reply.messages().stream()
                .map(message -> Graphemes.wellFormed(message.plainText()).strip())
                .filter(text -> !text.isEmpty())
                .toList());
        if (texts.isEmpty()) return List.of();
        QuickReply choices = quickReply(reply.choices());
        var messages = new ArrayList<Message>();
        for (String text : texts.subList(0, texts.size() - 1)) {
            messages.add(new TextMessage(Graphemes.cutSentences(text, MAX_TEXT_UNITS)));
        }
        messages.add(new TextMessage(choices, null, withSources(texts.getLast(), reply), null, null));
        return List.copyOf(messages);
    }

    /** What would be a sixth message stands below the fifth. */
    private static List<String> atMostFive(List<String> texts) {
        if (texts.size() <= MAX_MESSAGES) return texts;
        var five = new ArrayList<>(texts.subList(0, MAX_MESSAGES - 1));
        five.add(String.join(GAP, texts.subList(MAX_MESSAGES - 1, texts.size())));
        return five;
    }

    /** Where both do not fit, the words give way: what is said must still show where it comes from. */
    private static String withSources(String text, Reply reply) {
        String sources = reply.sources().stream()
                .map(Source::line)
                .distinct()
                .map(line -> reply.sourcesLabel() + "：" + line)
                .collect(Collectors.joining("\n"));
        if (sources.isEmpty()) return Graphemes.cutSentences(text, MAX_TEXT_UNITS);
        String below = GAP + Graphemes.cutSentences(Graphemes.wellFormed(sources), MAX_SOURCES_UNITS);
        return Graphemes.cutSentences(text, MAX_TEXT_UNITS - below.length()) + below;
    }

    private static QuickReply quickReply(List<Choice> choices) {
        List<QuickReplyItem> items = choices.stream()
                .map(choice -> new Choice(
                        Graphemes.wellFormed(choice.label()).strip(),
                        Graphemes.wellFormed(choice.text()).strip()))
                .filter(choice -> !choice.label().isEmpty() && !choice.text().isEmpty())
                .limit(MAX_QUICK_REPLIES)
                .map(choice -> new QuickReplyItem(new MessageAction(
                        Graphemes.cutLabel(choice.label(), MAX_LABEL_GRAPHEMES),
                        Graphemes.cut(choice.text(), MAX_ACTION_TEXT_GRAPHEMES))))
                .toList();
        return items.isEmpty() ? null : new QuickReply(items);
    }
}
