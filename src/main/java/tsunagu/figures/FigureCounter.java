package tsunagu.figures;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Conversations.Told;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.figures.Figure.Kind;

/**
 * Counts as it hears, and adds to the database every few seconds and at the end. What the database does not take now it
 * takes later; a copy that is killed loses what it counted since it last wrote. For operators it also keeps
 * {@code tsunagu.dialogue.time}, a name that dashboards rely on.
 */
@Singleton
final class FigureCounter implements Conversations.Listener {
    static final String HELPED = "helped";
    static final String WRONG = "wrong";

    private static final Logger LOG = LoggerFactory.getLogger(FigureCounter.class);

    private final FigureRepository figures;
    private final MeterRegistry registry;
    private final Clock clock;
    private Map<Figure, Long> counted = new TreeMap<>();

    FigureCounter(FigureRepository figures, MeterRegistry registry, Clock clock) {
        this.figures = figures;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public void told(Told told) {
        Timer.builder("tsunagu.dialogue.time")
                .publishPercentiles(0.5, 0.95)
                .tag("channel", told.channel())
                .tag("outcome", told.outcome().wireName())
                .register(registry)
                .record(told.took());
        count(told);
    }

    private synchronized void count(Told told) {
        count(told, Kind.OUTCOME, told.outcome().wireName());
        count(told, Kind.TIME, Times.slot(told.took()));
        told.reason().ifPresent(reason -> count(told, Kind.REASON, reason));
        if (told.outcome() == Outcome.CHAT || told.outcome() == Outcome.URGENT) return;
        count(told, Kind.TOPIC, told.topic().wireName());
        told.areas().forEach(area -> count(told, Kind.AREA, area));
    }

    @Override
    public synchronized void rated(String channel, String municipality, boolean helped) {
        count(channel, municipality, Kind.RATING, helped ? HELPED : WRONG);
    }

    private void count(Told told, Kind kind, String which) {
        count(told.channel(), told.municipality(), kind, which);
    }

    private void count(String channel, String municipality, Kind kind, String which) {
        counted.merge(new Figure(LocalDate.now(clock), channel, municipality, kind, which), 1L, Long::sum);
    }

    /** Also at the end: whoever tells of messages ends before, and the database after. */
    @PreDestroy
    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void write() {
        Map<Figure, Long> waiting = take();
        if (waiting.isEmpty()) return;
        try {
            figures.add(waiting);
        } catch (RuntimeException e) {
            giveBack(waiting);
            LOG.warn("Figures could not be written; they are with the next", e);
        }
    }

    private synchronized Map<Figure, Long> take() {
        Map<Figure, Long> all = counted;
        counted = new TreeMap<>();
        return all;
    }

    private synchronized void giveBack(Map<Figure, Long> waiting) {
        waiting.forEach((figure, times) -> counted.merge(figure, times, Long::sum));
    }
}
