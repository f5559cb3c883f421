package tsunagu.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Forgotten;
import tsunagu.line.answer.LineAnswers;
import tsunagu.line.api.Destinations;
import tsunagu.line.event.Delivered;
import tsunagu.line.event.LineEvent;
import tsunagu.line.event.LineEvent.Happened;
import tsunagu.line.event.LineEvent.Passed;
import tsunagu.line.event.LineEvent.What.Unsent;
import tsunagu.line.event.LineEventReader;
import tsunagu.line.inbox.Arrival;
import tsunagu.line.inbox.Inbox;
import tsunagu.line.inbox.InboxEntry;
import tsunagu.line.inbox.InboxWork;
import tsunagu.line.inbox.InboxWork.Delivery;
import tsunagu.line.inbox.InboxWorker;

/** The way of an event: into the inbox, and from there through the dialogue to the resident. */
@Singleton
final class LineWorker implements InboxWork, ApplicationEventListener<Forgotten> {
    private static final Logger log = LoggerFactory.getLogger(LineWorker.class);
    private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();
    private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

    private final LineChannels channels;
    private final LineAnswers answers;
    private final LineSender sender;
    private final LineFigures figures;
    private final Destinations destinations;
    private final Inbox inbox;
    private final Clock clock;
    private final InboxWorker work;

    LineWorker(
            LineChannels channels,
            LineAnswers answers,
            LineSender sender,
            LineFigures figures,
            Destinations destinations,
            Inbox inbox,
            Clock clock) {
        this.channels = channels;
        this.answers = answers;
        this.sender = sender;
        this.figures = figures;
        this.destinations = destinations;
        this.inbox = inbox;
        this.clock = clock;
        this.work = inbox.startWorker(this);
    }

    /** When it returns, the events of one webhook outlive a crash; throws where they could not be saved. */
    void accept(LineChannel channel, Delivered.Body body) {
        if (body.destination().stream().anyMatch(to -> destinations.isAnother(channel.account(), to))) {
            log.warn("Channel {} gets webhooks for another account; see the webhook address there", channel.name());
            figures.misdirected(channel, body.events().size());
            return;
        }
        List<Delivered> events = body.events();
        var arrivals = new ArrayList<Arrival>();
        var takenBack = new ArrayList<String>();
        for (Delivered delivered : events) {
            LineEvent event = LineEventReader.readEvent(delivered.json());
            figures.received(channel, event);
            if (event instanceof Passed passed) figures.ignored(channel, passed);
            else arrivals.add(arrival(channel, delivered));
            if (event instanceof Happened happened && happened.what() instanceof Unsent(var messageId)) {
                takenBack.add(messageId);
            }
        }
        List<Boolean> isNew = inbox.save(arrivals);
        isNew.stream().filter(fresh -> !fresh).forEach(_ -> figures.duplicate(channel));
        // What is taken back goes at once, even while it waits behind other messages.
        takenBack.forEach(messageId -> inbox.withdraw(channel.name(), messageId));
        if (!arrivals.isEmpty()) work.wake();
    }

    private Arrival arrival(LineChannel channel, Delivered event) {
        Instant now = clock.instant();
        return new Arrival(
                channel.name(),
                event.key().orElseGet(() -> UUID.randomUUID().toString()),
                event.messageId(),
                channel.conversation(event.userId(), event.groupId()).value(),
                event.happenedAt().orElse(now),
                event.redelivery(),
                event.replyToken(),
                event.json());
    }

    @Override
    public boolean isSetUp(String channel) {
        return channels.findByName(channel).isPresent();
    }

    @Override
    public Supplier<Optional<String>> prepare(InboxEntry entry) {
        LineChannel channel = channels.findByName(entry.channel()).orElseThrow();
        var conversation = new ConversationId(entry.conversation());
        Supplier<List<Message>> answer =
                answers.prepare(channel.account(), conversation, LineEventReader.readEvent(entry.event()));
        return () -> Optional.of(answer.get())
                .filter(messages -> !messages.isEmpty())
                .map(LineWorker::stored);
    }

    @Override
    public Delivery send(InboxEntry entry) {
        LineChannel channel = channels.findByName(entry.channel()).orElseThrow();
        if (entry.replyToken().isEmpty()) return Delivery.REFUSED;
        return sender.reply(
                channel, entry.replyToken().get(), messages(entry.reply().orElseThrow()));
    }

    @Override
    public Delivery push(InboxEntry entry) {
        LineChannel channel = channels.findByName(entry.channel()).orElseThrow();
        LineEvent event = LineEventReader.readEvent(entry.event());
        Optional<String> to = event.groupId().or(event::userId);
        if (to.isEmpty()) return Delivery.REFUSED;
        return sender.push(
                channel, to.get(), retryKey(entry), messages(entry.reply().orElseThrow()));
    }

    /** The same for an entry however often it is tried, by whichever node. */
    private static UUID retryKey(InboxEntry entry) {
        String name = entry.id() + " " + entry.conversation() + " " + entry.receivedAt();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void waiting(InboxEntry entry) {
        LineEvent event = LineEventReader.readEvent(entry.event());
        // LINE knows no sign of waiting in groups.
        if (entry.replyToken().isEmpty() || event.groupId().isPresent()) return;
        channels.findByName(entry.channel())
                .ifPresent(channel -> event.userId().ifPresent(user -> sender.showLoading(channel, user)));
    }

    /** What waits to be tried again by hand is forgotten with the rest. */
    @Override
    public void onApplicationEvent(Forgotten forgotten) {
        inbox.forget(forgotten.conversation().value());
    }

    private static String stored(List<Message> messages) {
        try {
            return JSON.writerFor(MESSAGES).writeValueAsString(messages);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of LINE's SDK cannot be written", e);
        }
    }

    private static List<Message> messages(String stored) {
        try {
            return JSON.readValue(stored, MESSAGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored reply cannot be read", e);
        }
    }

    /** What is promised with a 200 gets a moment to reach its resident; the rest stays in the inbox. */
    @PreDestroy
    void close() throws InterruptedException {
        work.stop(sender::hangUp);
    }
}
