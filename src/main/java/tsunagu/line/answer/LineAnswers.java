package tsunagu.line.answer;

import com.linecorp.bot.messaging.model.Message;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;
import tsunagu.line.api.Account;
import tsunagu.line.event.LineEvent;
import tsunagu.line.event.LineEvent.Happened;
import tsunagu.line.event.LineEvent.Passed;
import tsunagu.line.event.LineEvent.Said;
import tsunagu.line.render.Graphemes;
import tsunagu.line.render.LineRenderer;
import tsunagu.subscriptions.Address;

/** What is said to an event, and done about it: every kind of event is somebody. */
@Singleton
public final class LineAnswers {
    private final Function<Utterance, Reply> dialogue;
    private final Optional<LineHappenings> happenings;
    /** Where residents' phones find our pages; empty where nobody has said it. */
    private final String site;

    @Inject
    LineAnswers(Conversations conversations, LineHappenings happenings, @Value("${tsunagu.address:}") String address) {
        this.dialogue = conversations::reply;
        this.happenings = Optional.of(happenings);
        this.site = address;
    }

    /** Answers words only, and whoever else is there with silence. */
    public LineAnswers(Function<Utterance, Reply> dialogue) {
        this.dialogue = dialogue;
        this.happenings = Optional.empty();
        this.site = "";
    }

    /**
     * One to five messages in LINE's form; none where nothing is to be said. LINE is asked now where that is needed;
     * everything else is done when the answer is fetched.
     */
    public Supplier<List<Message>> prepare(Account account, ConversationId conversation, LineEvent event) {
        return switch (event) {
            case Said said -> () -> isTakenBack(account, said) ? List.of() : answer(account, conversation, said);
            case Happened happened ->
                happenings
                        .map(all -> all.prepare(account, conversation, happened))
                        .orElse(List::of);
            case Passed passed -> List::of;
        };
    }

    /** Of a chat of two; in a group nobody is reached alone. */
    static Optional<Address> address(Account account, LineEvent event) {
        return event.userId().filter(_ -> event.groupId().isEmpty()).map(user -> new Address(account.name(), user));
    }

    private boolean isTakenBack(Account account, Said said) {
        return happenings.isPresent()
                && said.messageId().stream().anyMatch(id -> happenings.get().isTakenBack(account, id));
    }

    private List<Message> answer(Account account, ConversationId conversation, Said said) {
        var utterance = new Utterance(
                conversation,
                Graphemes.cutUnits(said.text(), Utterance.MAX_LENGTH),
                Optional.of(account.municipality()),
                Optional.empty(),
                said.messageId().map(account::messageName),
                account.channel(),
                address(account, said));
        List<Message> messages = LineRenderer.render(dialogue.apply(utterance), site);
        if (messages.isEmpty()) throw new IllegalStateException("the dialogue had no words");
        return messages;
    }
}
