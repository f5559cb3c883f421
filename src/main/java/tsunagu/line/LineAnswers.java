package tsunagu.line;

import com.linecorp.bot.messaging.model.Message;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;
import tsunagu.line.event.LineEvent;
import tsunagu.line.event.LineEvent.Happened;
import tsunagu.line.event.LineEvent.Passed;
import tsunagu.line.event.LineEvent.Said;
import tsunagu.line.render.Graphemes;
import tsunagu.line.render.LineRenderer;

/** What is said to an event, and done about it: every kind of event is somebody. */
@Singleton
final class LineAnswers {
    private final Function<Utterance, Reply> dialogue;
    private final Optional<LineHappenings> happenings;

    @Inject
    LineAnswers(Conversations conversations, LineHappenings happenings) {
        this.dialogue = conversations::reply;
        this.happenings = Optional.of(happenings);
    }

    /** Answers words only. */
    LineAnswers(Function<Utterance, Reply> dialogue) {
        this.dialogue = dialogue;
        this.happenings = Optional.empty();
    }

    /** One to five messages; none where nothing is to be said. */
    List<Message> answer(LineChannel channel, ConversationId conversation, LineEvent event) {
        return switch (event) {
            case Said said when isTakenBack(channel, said) -> List.of();
            case Said said -> answer(channel, conversation, said);
            case Happened happened ->
                happenings.map(all -> all.answer(channel, conversation, happened)).orElse(List.of());
            case Passed passed -> List.of();
        };
    }

    private boolean isTakenBack(LineChannel channel, Said said) {
        return happenings.isPresent()
                && said.messageId().stream().anyMatch(id -> happenings.get().isTakenBack(channel, id));
    }

    private List<Message> answer(LineChannel channel, ConversationId conversation, Said said) {
        var utterance = new Utterance(
                conversation,
                Graphemes.cutUnits(said.text(), Utterance.MAX_LENGTH),
                Optional.of(channel.municipality()),
                Optional.empty(),
                said.messageId().map(channel::messageName));
        List<Message> messages = LineRenderer.render(dialogue.apply(utterance));
        if (messages.isEmpty()) throw new IllegalStateException("the dialogue had no words");
        return messages;
    }
}
