package tsunagu.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.Databases;
import tsunagu.events.TestEvents;
import tsunagu.events.entry.Audience;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Picture;
import tsunagu.events.entry.Step;
import tsunagu.events.store.Events.Filter;
import tsunagu.events.store.Events.Outcome;
import tsunagu.events.store.Programme.Query;

/** What the store of events promises, on each database. */
abstract class EventsContract {
    private final Databases database;
    private ApplicationContext context;
    private Events events;
    private Programme programme;
    private TestEvents town;

    EventsContract(Databases database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        context = ApplicationContext.run(settings);
        events = context.getBean(Events.class);
        programme = context.getBean(Programme.class);
        town = new TestEvents(context);
        // The first reading of a process is slow, and what took long to read may be told a moment later.
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        programme.list(new Query("machida", List.of(), List.of(), today, today, false, Optional.empty(), 1));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private List<String> titles(List<Programme.Entry> entries) {
        return entries.stream().map(entry -> entry.event().title()).toList();
    }

    private static Query query(LocalDate from, LocalDate to, String... areas) {
        return new Query(TestEvents.TOWN, List.of(areas), List.of(), from, to, false, Optional.empty(), 10);
    }

    @Test
    void residentsAreToldOfWhatIsPublishedAndOfNothingElse() {
        LocalDate soon = LocalDate.now(context.getBean(Clock.class)).plusDays(20);
        String day = soon.toString();
        Event draft = town.draft("title", "下書き", "start", day);
        assertThat(programme.list(query(soon, soon))).isEmpty();
        Event told = town.take(Step.PUBLISH, draft);
        assertThat(titles(programme.list(query(soon, soon)))).containsExactly("下書き");
        long before = programme.lastChange().number();
        Event cancelled = town.take(Step.CANCEL, told);
        assertThat(programme.list(query(soon, soon)).getFirst().event().state()).isEqualTo(State.CANCELLED);
        assertThat(programme.lastChange().number()).isGreaterThan(before);
        town.take(Step.WITHDRAW, cancelled);
        assertThat(programme.list(query(soon, soon))).isEmpty();
        assertThat(programme.find(draft.id(), soon)).isEmpty();
        assertThat(events.find(draft.id(), TestEvents.EDITOR).orElseThrow().content())
                .isEqualTo(draft.content());
    }

    @Test
    void whatAColleagueChangedIsNotLost() {
        Event seen = town.draft("title", "もちつき", "date-note", "未定");
        events.save(seen, seen.content().with(Field.PLACE, "公民館"), TestEvents.APPROVER, "");
        assertThat(events.save(seen, seen.content().with(Field.PLACE, "神社"), TestEvents.EDITOR, ""))
                .isInstanceOf(Outcome.Conflict.class);
        Event now = events.find(seen.id(), TestEvents.EDITOR).orElseThrow();
        assertThat(now.content().text(Field.PLACE)).isEqualTo("公民館");
        Event told = town.take(Step.PUBLISH, now);
        assertThat(events.save(told, told.content(), TestEvents.EDITOR, "")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(events.create(TestEvents.TOWN, told.content(), TestEvents.EDITOR, ""))
                .isInstanceOf(Outcome.SameId.class);
    }

    @Test
    void ownAreaComesFirstThenTheWholeTownThenOthers() {
        LocalDate soon = LocalDate.now(context.getBean(Clock.class)).plusDays(10);
        town.publish("title", "南部", "start", soon.toString(), "areas", "nanbu", "fee", "無料", "audience", "小学生");
        town.publish("title", "全市", "start", soon.plusDays(1).toString(), "fee", "300円");
        town.publish("title", "中部", "start", soon.plusDays(2).toString(), "areas", "chubu");
        town.publish(
                "title",
                "展示",
                "start",
                soon.minusDays(5).toString(),
                "end",
                soon.plusDays(30).toString());
        assertThat(titles(programme.list(query(soon, soon.plusDays(3), "nishitokyo/chubu"))))
                .containsExactly("中部", "展示", "全市", "南部");
        var free = new Query(
                TestEvents.TOWN,
                List.of(),
                List.of(),
                soon,
                soon.plusDays(3),
                true,
                Optional.of(Audience.CHILDREN),
                10);
        assertThat(titles(programme.list(free))).containsExactly("南部");
    }

    @Test
    void eventsWithoutAnEndAreFoundAsOftenAsTheyCome() {
        LocalDate start = LocalDate.now(context.getBean(Clock.class)).minusDays(70);
        town.publish(
                "title",
                "毎週の会",
                "start",
                start.toString(),
                "repeat",
                "FREQ=WEEKLY",
                "except",
                start.plusDays(77).toString());
        assertThat(programme.listAll(TestEvents.TOWN, start.plusDays(70), start.plusDays(91)))
                .extracting(entry -> entry.at().orElseThrow().first())
                .containsExactly(start.plusDays(70), start.plusDays(84), start.plusDays(91));
        events.goOn();
        assertThat(programme.list(query(start.plusDays(77), start.plusDays(77))))
                .isEmpty();
    }

    @Test
    void listsAreSearchedByWordsStateAndTime() {
        town.publish("title", "夏まつり", "start", "2020-08-01", "place", "田無神社");
        town.draft("title", "冬まつり", "date-note", "未定", "place", "田無駅");
        var all = new Filter(Optional.of(TestEvents.TOWN), Optional.empty(), Filter.Time.ALL, "ﾀﾅｼ 祭", 0);
        assertThat(events.count(all)).isZero();
        var words = new Filter(Optional.of(TestEvents.TOWN), Optional.empty(), Filter.Time.ALL, "田無　まつり", 0);
        assertThat(events.listLines(words)).extracting(Event::title).containsExactly("夏まつり", "冬まつり");
        var past = new Filter(Optional.of(TestEvents.TOWN), Optional.empty(), Filter.Time.PAST, "", 0);
        assertThat(events.listLines(past)).extracting(Event::title).containsExactly("夏まつり");
        var drafts = new Filter(Optional.empty(), Optional.of(State.DRAFT), Filter.Time.COMING, "", 0);
        assertThat(events.listLines(drafts)).extracting(Event::title).containsExactly("冬まつり");
        assertThat(events.count(new Filter(Optional.of("machida"), Optional.empty(), Filter.Time.ALL, "", 0)))
                .isZero();
    }

    @Test
    void picturesAreKeptAsTheyCame() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        Event event = town.publish("title", "写真展", "date-note", "未定");
        events.savePicture(event, Picture.read(png).orElseThrow(), TestEvents.APPROVER);
        assertThat(programme.findPicture(event.id()).orElseThrow().bytes()).isEqualTo(png);
        assertThat(events.find(event.id(), TestEvents.EDITOR).orElseThrow().picture())
                .isTrue();
        events.deletePicture(event, TestEvents.APPROVER);
        assertThat(programme.findPicture(event.id())).isEmpty();
        assertThat(Picture.read("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
