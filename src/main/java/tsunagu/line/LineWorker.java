package tsunagu.line;

import com.linecorp.bot.messaging.model.Message;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.conversation.ConversationId;
import tsunagu.line.LineSender.Delivery;
import tsunagu.line.answer.LineAnswers;
import tsunagu.line.event.LineEvent;
import tsunagu.line.event.LineEvent.Happened;
import tsunagu.line.event.LineEvent.Passed;
import tsunagu.line.event.LineEvent.Said;

/** Answers residents, each in the order they wrote, and each event once however often LINE delivers it. */
@Singleton
final class LineWorker {
    private static final Logger log = LoggerFactory.getLogger(LineWorker.class);
    private static final int REMEMBERED_EVENTS = 100_000;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final LineAnswers answers;
    private final LineSender sender;
    private final LineFigures figures;
    private final ResidentLanes lanes = new ResidentLanes();
    private final Set<String> seen = Collections.synchronizedSet(Collections.newSetFromMap(new Latest()));

    @Inject
    LineWorker(LineAnswers answers, LineSender sender, LineFigures figures) {
        this.answers = answers;
        this.sender = sender;
        this.figures = figures;
    }

    /** Takes the events of one webhook and returns at once; false when the server is stopping and did not take all. */
    boolean accept(LineChannel channel, List<LineEvent> events) {
        long receivedNanos = System.nanoTime();
        boolean taken = true;
        for (LineEvent event : events) {
            figures.received(channel, event);
            switch (event) {
                case Said said ->
                    taken &= enqueue(channel, said, said.key(), said.userId(), said.groupId(), receivedNanos);
                case Happened it -> taken &= enqueue(channel, it, it.key(), it.userId(), it.groupId(), receivedNanos);
                case Passed passed -> pass(channel, passed);
            }
        }
        return taken;
    }

    private void pass(LineChannel channel, Passed passed) {
        figures.ignored(channel, passed);
        log.debug("Event {} of channel {} needs no answer: {}", passed.kind(), channel.name(), passed.reason());
    }

    private boolean enqueue(
            LineChannel channel,
            LineEvent event,
            Optional<String> id,
            Optional<String> user,
            Optional<String> group,
            long receivedNanos) {
        Optional<String> key = id.map(one -> channel.name() + " " + one);
        if (!key.map(seen::add).orElse(true)) {
            figures.duplicate(channel);
            return true;
        }
        ConversationId conversation = channel.conversation(user, group);
        return lanes.submit(conversation, () -> {
            if (!answer(channel, conversation, event, receivedNanos)) {
                // Another copy may have better luck.
                key.ifPresent(seen::remove);
            }
        });
    }

    private boolean answer(LineChannel channel, ConversationId conversation, LineEvent event, long receivedNanos) {
        try {
            List<Message> messages = answers.answer(channel.account(), conversation, event);
            if (messages.isEmpty()) return true;
            Delivery delivery = sender.reply(channel, replyToken(event), messages, receivedNanos);
            if (delivery == Delivery.SENT) figures.answered(channel);
            else figures.failed(channel, delivery.name().toLowerCase(Locale.ROOT));
            return delivery == Delivery.SENT;
        } catch (RuntimeException | Error e) {
            figures.failed(channel, "dialogue");
            // The exception's message may quote the resident; where it happened does not.
            log.error(
                    "No answer to a message of channel {}: {} at {}",
                    channel.name(),
                    e.getClass().getName(),
                    List.of(e.getStackTrace()).stream().limit(8).toList());
            return false;
        }
    }

    private static String replyToken(LineEvent event) {
        return switch (event) {
            case Said said -> said.replyToken();
            case Happened happened -> happened.replyToken().orElseThrow();
            case Passed passed -> throw new IllegalArgumentException("nobody waits for a reply");
        };
    }

    /** What is promised with a 200 and still in memory gets a moment to reach its resident. */
    @PreDestroy
    void close() throws InterruptedException {
        int dropped = lanes.close(PATIENCE_AT_STOP);
        if (dropped > 0) log.warn("Stopped before {} messages of residents were answered", dropped);
    }

    /** The latest event ids; the oldest goes when it is full. */
    private static final class Latest extends LinkedHashMap<String, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_EVENTS;
        }
    }
}
