package tsunagu.notices.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tsunagu.Databases;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.Utterance;
import tsunagu.events.TestEvents;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Step;
import tsunagu.events.store.Events;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.serving.Answering;
import tsunagu.faq.serving.Publishing;
import tsunagu.keeping.Expiry;
import tsunagu.notices.outbox.NoticeClock;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.subscriptions.Address;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** A month of what residents are told by itself, on two copies that share a database and look several times a day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("clock of notices")
abstract class ReminderContract {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final MunicipalityId TOWN = new MunicipalityId("nishitokyo");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 22);

    private ApplicationContext context;
    private ApplicationContext other;
    private Subscriptions subscriptions;
    private SqlRepository sql;
    private TestEvents events;

    abstract Databases database();

    @BeforeAll
    void open() {
        clock(FIRST, 12, 0);
        Map<String, Object> settings = new HashMap<>(database().settings());
        settings.put(NoticeClock.MARK, "true");
        settings.put("subscriptions.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        context = ApplicationContext.run(settings);
        other = ApplicationContext.run(settings);
        subscriptions = context.getBean(Subscriptions.class);
        sql = context.getBean(SqlRepository.class);
        events = new TestEvents(context);
    }

    @AfterAll
    void close() {
        other.close();
        context.close();
    }

    @BeforeEach
    void empty() {
        clock(FIRST, 12, 0);
        for (String table : List.of("notice_outgoing", "subscriber", "event_entry")) sql.update("delete from " + table);
    }

    private static void clock(LocalDate day, int hour, int minute) {
        NoticeClock.CLOCK.set(day.atTime(hour, minute).atZone(TOKYO).toInstant());
    }

    private void run() {
        context.getBean(ReminderWorker.class).run();
        other.getBean(ReminderWorker.class).run();
    }

    private void live(LocalDate day) {
        for (int hour : List.of(0, 6, 7, 12, 17, 18, 20, 21, 23)) {
            clock(day, hour, 5);
            run();
        }
    }

    private Subscriber wants(String name, Subject subject, Set<String> areas, int hour) {
        subscriptions.begin(name, new Address("default", "U-" + name), TOWN, Language.JAPANESE, subject);
        subscriptions.chooseAreas(name, areas);
        return subscriptions.chooseTime(name, LocalTime.of(hour, 0)).orElseThrow();
    }

    /** What somebody was told, as day and hour in Tokyo, and its kind. */
    private List<String> told(Subscriber one) {
        return sql.list(
                row -> {
                    ZonedDateTime at = SqlRepository.instant(row, "created_at")
                            .orElseThrow()
                            .atZone(TOKYO);
                    return at.toLocalDate() + " " + at.getHour() + " " + row.getString("kind");
                },
                "select o.created_at, o.kind from notice_recipient r join notice_outgoing o on o.id = r.outgoing"
                        + " where r.subscriber = ? order by o.created_at, o.id",
                one.id());
    }

    /** The words of everything somebody was told, in LINE's form. */
    private List<String> words(Subscriber one) {
        return sql.list(
                row -> row.getString("body"),
                "select b.body from notice_recipient r join notice_body b"
                        + " on b.outgoing = r.outgoing and b.language = r.language where r.subscriber = ?"
                        + " order by r.outgoing",
                one.id());
    }

    @Test
    void aMonthOfEventsOfMyArea() {
        events.enterAll();
        events.publish("title", "月初めの体操", "start", "2026-12-01", "from", "10:00", "areas", "nanbu");
        events.publish("title", "ひと月の展示", "start", "2026-12-03", "end", "2027-01-10", "areas", "nanbu");
        events.publish("title", "北東部だけの会", "start", "2026-12-08", "areas", "hokutobu");
        Subscriber south = wants("south", Subject.EVENTS, Set.of("nishitokyo/nanbu"), 18);
        Subscriber west = wants("west", Subject.EVENTS, Set.of("nishitokyo/seibu"), 20);
        Subscriber all = wants("all", Subject.EVENTS, Set.of(), 7);
        Subscriber leaving = wants("leaving", Subject.EVENTS, Set.of("nishitokyo/nanbu"), 18);
        for (LocalDate day = FIRST; day.isBefore(LocalDate.of(2027, 1, 4)); day = day.plusDays(1)) {
            if (day.equals(LocalDate.of(2026, 12, 6))) subscriptions.stop("leaving");
            live(day);
        }

        // Every Saturday but those it is off, the first of the month, and what begins; never what has begun.
        assertThat(told(south))
                .containsExactly(
                        "2026-11-27 18 reminder",
                        "2026-11-30 18 reminder",
                        "2026-12-02 18 reminder",
                        "2026-12-04 18 reminder",
                        "2026-12-11 18 reminder",
                        "2026-12-18 18 reminder");
        assertThat(told(west)).containsExactly("2026-12-11 20 reminder");
        assertThat(told(all)).contains("2026-11-27 7 reminder", "2026-12-07 7 reminder", "2026-12-11 7 reminder");
        assertThat(told(leaving)).hasSize(4).last().isEqualTo("2026-12-04 18 reminder");
        assertThat(words(south).getFirst())
                .contains("シニアの将棋の会", "西東京市が登録した行事", "通知を止めて")
                .doesNotContain("子ども科学教室");
        // Own first, then the whole town's; what is cancelled before is not announced.
        assertThat(words(south).get(4)).matches("(?s).*シニアの将棋の会.*まちの清掃.*").doesNotContain("南部ふれあい祭");
        assertThat(words(all).getFirst()).contains("子ども科学教室", "シニアの将棋の会");
    }

    @Test
    void whoWasToldHearsOfChangesUntilItBeginsAndNobodyElseDoes() {
        Event event = events.publish(
                "title", "花の会", "start", "2026-11-24", "from", "10:00", "areas", "nanbu", "place", "公民館");
        Subscriber told = wants("told", Subject.EVENTS, Set.of("nishitokyo/nanbu"), 18);
        Subscriber later = wants("later", Subject.EVENTS, Set.of("nishitokyo/nanbu"), 20);
        Subscriber west = wants("west", Subject.EVENTS, Set.of("nishitokyo/seibu"), 18);
        clock(FIRST.plusDays(1), 18, 1);
        run();
        event = save(event, "title", "花の会", "start", "2026-11-24", "from", "10:00", "areas", "nanbu", "place", "学校");
        clock(FIRST.plusDays(1), 19, 0);
        run();
        run();
        assertThat(told(told)).containsExactly("2026-11-23 18 reminder", "2026-11-23 19 event-change");
        assertThat(words(told).getLast()).contains("日時や場所が変わりました", "学校").doesNotContain("公民館");
        clock(FIRST.plusDays(1), 20, 1);
        run();
        assertThat(told(later)).containsExactly("2026-11-23 20 reminder");
        assertThat(words(later).getFirst()).contains("学校");

        // New words in its description concern nobody's evening.
        event = save(
                event,
                "title",
                "花の会",
                "start",
                "2026-11-24",
                "from",
                "10:00",
                "areas",
                "nanbu",
                "place",
                "学校",
                "summary",
                "花を植えます");
        run();
        clock(FIRST.plusDays(2), 8, 0);
        event = events.take(Step.CANCEL, event);
        run();
        assertThat(told(later)).containsExactly("2026-11-23 20 reminder", "2026-11-24 8 event-change");
        assertThat(words(told).getLast()).contains("中止になりました", "【中止】");
        assertThat(told(west)).isEmpty();

        clock(FIRST.plusDays(2), 11, 0);
        events.take(Step.RESTORE, event);
        run();
        assertThat(told(told)).hasSize(3);
    }

    private Event save(Event event, String... keysAndValues) {
        var outcome = context.getBean(Events.class).save(event, events.content(keysAndValues), TestEvents.APPROVER, "");
        if (outcome instanceof Events.Outcome.Done(Event now)) return now;
        throw new AssertionError(outcome);
    }

    @Test
    void threeMessagesForNewcomersInTheFirstMonth() {
        events.enterAll();
        String area = "nishitokyo/nanbu";
        Subscriber stays =
                subscriptions.beginSeries("stays", new Address("default", "U-stays"), TOWN, Language.JAPANESE, area);
        Subscriber stops =
                subscriptions.beginSeries("stops", new Address("default", "U-stops"), TOWN, Language.ENGLISH, area);
        for (LocalDate day = FIRST; day.isBefore(LocalDate.of(2027, 1, 8)); day = day.plusDays(1)) {
            if (day.equals(LocalDate.of(2026, 12, 1))) subscriptions.stop("stops");
            live(day);
        }
        assertThat(told(stays))
                .containsExactly("2026-11-23 18 newcomer", "2026-12-02 18 newcomer", "2026-12-17 18 newcomer");
        assertThat(words(stays)).allSatisfy(words -> assertThat(words).contains("通知を止めて", "出典"));
        assertThat(words(stays).get(0)).contains("1回目", "南部");
        assertThat(words(stays).get(1)).contains("2回目", "シニアの将棋の会");
        assertThat(words(stays).get(2)).contains("3回目", "042-420-2821");
        assertThat(told(stops)).containsExactly("2026-11-23 18 newcomer");
        assertThat(words(stops).getFirst()).contains("1 of 3", "Stop notifications");

        expire();
        assertThat(subscriptions.find("stays")).isEmpty();
        assertThat(sql.list(row -> row.getLong(1), "select count(*) from subscriber"))
                .containsExactly(0L);
    }

    private void expire() {
        context.getBeansOfType(Expiry.class).forEach(Expiry::deleteExpired);
    }

    @Test
    void anAnswerGoesToThoseWhoWaitedForItOnceItIsPublished() {
        var conversations = context.getBean(Conversations.class);
        String question = "ゆずの木の植え替え講習の受講証は再発行できますか";
        for (String name : List.of("waits", "asks")) {
            conversations.reply(utterance(name, question));
        }
        assertThat(conversations.reply(utterance("waits", "回答ができたら知らせて")).plainText())
                .contains("ゆずの木");
        Subscriber waits = subscriptions.find("waits").orElseThrow();
        assertThat(subscriptions.find("asks")).isEmpty();
        run();
        assertThat(told(waits)).isEmpty();

        publish(question, "市役所の窓口で再発行できます。");
        clock(FIRST, 13, 0);
        run();
        run();
        assertThat(told(waits)).containsExactly("2026-11-22 13 answer");
        assertThat(words(waits).getFirst()).contains("回答ができました", question, "窓口で再発行できます", "出典");

        // As long as it may be on its way the address is needed, and no longer.
        clock(FIRST.plusDays(7), 13, 0);
        expire();
        assertThat(subscriptions.find("waits")).isPresent();
        clock(FIRST.plusDays(9), 13, 0);
        expire();
        assertThat(subscriptions.find("waits")).isEmpty();
    }

    private static Utterance utterance(String name, String text) {
        return new Utterance(
                new ConversationId(name),
                text,
                Optional.of(TOWN.value()),
                Optional.empty(),
                Optional.empty(),
                "line:default",
                Optional.of(new Address("default", "U-" + name)));
    }

    private void publish(String question, String answer) {
        var editor = new Member(UUID.randomUUID(), "編集の人", Role.EDITOR, Optional.of(TOWN.value()));
        var approver = new Member(UUID.randomUUID(), "承認の人", Role.APPROVER, Optional.of(TOWN.value()));
        var faqs = context.getBean(Faqs.class);
        var content = new Content(
                question,
                List.of(),
                answer,
                List.of(),
                "",
                "ja",
                "",
                List.of(),
                "",
                Content.Origin.OWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Faq faq = faqs.create(TOWN.value(), content, editor, "");
        var open = context.getBean(OpenQuestions.class)
                .listQuestions(Optional.of(TOWN.value()), OpenQuestions.State.NEW, OpenQuestions.Place.START, 10)
                .getFirst();
        context.getBean(Answering.class).begin(open, faq, editor);
        faq = done(faqs.take(tsunagu.faq.entry.Step.SUBMIT, faq, editor, ""));
        faq = done(faqs.take(tsunagu.faq.entry.Step.APPROVE, faq, approver, ""));
        context.getBean(Publishing.class).publish(faq, approver, Optional.empty());
    }

    private static Faq done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Faq faq)) return faq;
        throw new AssertionError(outcome);
    }
}
