package tsunagu.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tsunagu.Databases;
import tsunagu.HandClock;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Utterance;
import tsunagu.figures.Figure.Kind;
import tsunagu.figures.FigureRepository.Choice;
import tsunagu.sql.SqlRepository;

/** What counting promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FiguresContract {
    private Map<String, Object> settings;
    private ApplicationContext context;
    private FigureRepository figures;

    abstract Databases database();

    @BeforeAll
    void open() {
        settings = database().settings();
        context = ApplicationContext.run(settings);
        figures = context.getBean(FigureRepository.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    private static Choice choice(LocalDate from, LocalDate to, String channel, String municipality) {
        return new Choice(
                from,
                to,
                Optional.of(channel).filter(one -> !one.isEmpty()),
                Optional.of(municipality).filter(one -> !one.isEmpty()));
    }

    private static Figure answered(LocalDate day, String channel, String municipality) {
        return new Figure(day, channel, municipality, Kind.OUTCOME, "answered");
    }

    @Test
    void addsUpByDayChannelAndMunicipality() {
        LocalDate day = LocalDate.of(2020, 1, 31);
        figures.add(Map.of(answered(day, "web", "nishitokyo"), 2L, answered(day, "line:default", "nishitokyo"), 3L));
        figures.add(Map.of(answered(day, "web", "nishitokyo"), 4L, answered(day, "web", "machida"), 5L));
        figures.add(Map.of(answered(day.plusDays(1), "web", "machida"), 100L));

        assertThat(figures.sum(choice(day, day, "", "")).get(Kind.OUTCOME)).containsEntry("answered", 14L);
        assertThat(figures.sum(choice(day, day, "web", "")).get(Kind.OUTCOME)).containsEntry("answered", 11L);
        assertThat(figures.sum(choice(day, day, "web", "nishitokyo")).get(Kind.OUTCOME))
                .containsEntry("answered", 6L);
        assertThat(figures.sumOutcomes(choice(day, day.plusDays(1), "", "machida")))
                .containsExactly(
                        Map.entry(day, Map.of("answered", 5L)), Map.entry(day.plusDays(1), Map.of("answered", 100L)));
        assertThat(figures.list(choice(day, day, "", ""))).hasSize(3);
        assertThat(figures.sum(choice(day.minusDays(9), day.minusDays(1), "", "")))
                .isEmpty();
    }

    @Test
    void copiesThatAddAtOnceLoseNothing() throws Exception {
        LocalDate day = LocalDate.of(2020, 3, 1);
        Map<Figure, Long> counted = Map.of(answered(day, "web", "a"), 1L, answered(day, "web", "b"), 2L);
        figures.add(counted);
        List<Callable<Boolean>> adding = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(_ -> () -> {
                    figures.add(counted);
                    return true;
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(adding)) assertThat(each.get()).isTrue();
        }
        assertThat(figures.sum(choice(day, day, "", "")).get(Kind.OUTCOME)).containsEntry("answered", 123L);
    }

    /** The copy is stopped in order, with nothing written yet. */
    @Test
    void whatResidentsAskedIsCountedWhenItsCopyHasStopped() {
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        Choice here = choice(today, today, "line:test", "");
        try (var other = ApplicationContext.run(settings)) {
            Conversations conversations = other.getBean(Conversations.class);
            for (String words : List.of("青嵐中はどの地区？", "役に立った", "会費はいくらですか", "緑町に住んでいます", "こんにちは")) {
                conversations.reply(new Utterance(
                        new ConversationId("a"),
                        words,
                        Optional.of("nishitokyo"),
                        Optional.empty(),
                        Optional.empty(),
                        "line:test"));
            }
        }
        Map<Kind, Map<String, Long>> sums = figures.sum(here);
        assertThat(sums.get(Kind.OUTCOME))
                .containsEntry("answered", 2L)
                .containsEntry("not-known", 1L)
                .containsEntry("chat", 1L);
        assertThat(sums.get(Kind.REASON)).containsExactly(Map.entry("UNDOCUMENTED", 1L));
        assertThat(sums.get(Kind.RATING)).containsExactly(Map.entry("helped", 1L));
        assertThat(sums.get(Kind.TOPIC)).containsEntry("area", 2L);
        assertThat(sums.get(Kind.AREA)).containsEntry("nishitokyo/hokutobu", 1L);
        assertThat(Reports.sum(sums.get(Kind.TIME))).isEqualTo(4);
        assertThat(figures.list(here).toString())
                .as("what residents wrote")
                .doesNotContain("青嵐")
                .doesNotContain("会費");
    }

    /** Asked for too much at first, and for what it takes then. */
    @Test
    void whatTheDatabaseDoesNotTakeNowIsWrittenLater() {
        var clock = new HandClock(Instant.parse("2020-05-01T00:00:00Z"));
        var counter = new FigureCounter(figures, context.getBean(MeterRegistry.class), clock);
        SqlRepository sql = context.getBean(SqlRepository.class);
        counter.rated("web", "away", true);
        sql.update("alter table figure_count rename to figure_away");
        counter.write();
        sql.update("alter table figure_away rename to figure_count");
        counter.rated("web", "away", true);
        counter.write();
        counter.write();
        LocalDate day = LocalDate.of(2020, 5, 1);
        assertThat(figures.sum(choice(day, day, "", "away")).get(Kind.RATING)).containsExactly(Map.entry("helped", 2L));
    }

    @Test
    void saysWithinWhichTimeSoManyRepliesCame() {
        assertThat(Times.slot(Duration.ofMillis(20))).isEqualTo("20");
        assertThat(Times.slot(Duration.ofNanos(20_000_001))).isEqualTo("50");
        assertThat(Times.slot(Duration.ofMinutes(1))).isEqualTo(Times.SLOWER);
        Map<String, Long> slots = Map.of("10", 94L, "200", 1L, "5000", 5L);
        assertThat(Times.percentile(50, slots)).contains("10");
        assertThat(Times.percentile(95, slots)).contains("200");
        assertThat(Times.percentile(96, slots)).contains("5000");
        assertThat(Times.percentile(50, Map.of())).isEmpty();
        assertThat(Times.label("5000")).isEqualTo("5秒以内");
    }
}
