package tsunagu.line.render;

import com.linecorp.bot.messaging.model.MessageAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import java.util.List;
import tsunagu.message.Choice;

/** Choices as the buttons under the last message. */
final class QuickReplies {
    static final int MAX_ITEMS = 13;
    static final int MAX_LABEL_GRAPHEMES = 20;
    static final int MAX_TEXT_GRAPHEMES = 300;

    /** LINE counts what readers take for characters; this keeps towers of accents from filling the whole request. */
    private static final int UNITS_PER_GRAPHEME = 12;

    private QuickReplies() {}

    /** Null where there is nothing to choose: LINE refuses an empty list. */
    static QuickReply of(List<Choice> choices) {
        List<QuickReplyItem> items = choices.stream()
                .map(QuickReplies::cut)
                .filter(choice -> !choice.label().isEmpty() && !choice.text().isEmpty())
                .limit(MAX_ITEMS)
                .map(choice -> new QuickReplyItem(new MessageAction(choice.label(), choice.text())))
                .toList();
        return items.isEmpty() ? null : new QuickReply(items);
    }

    private static Choice cut(Choice choice) {
        String label = Graphemes.wellFormed(choice.label()).strip();
        String text = Graphemes.wellFormed(choice.text()).strip();
        return new Choice(
                Graphemes.cutLabel(
                        Graphemes.cutUnits(label, MAX_LABEL_GRAPHEMES * UNITS_PER_GRAPHEME * 2), MAX_LABEL_GRAPHEMES),
                Graphemes.cut(Graphemes.cutUnits(text, MAX_TEXT_GRAPHEMES * UNITS_PER_GRAPHEME), MAX_TEXT_GRAPHEMES));
    }
}
