package tsunagu.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tsunagu.Databases;
import tsunagu.HandClock;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Step;
import tsunagu.events.store.Events;
import tsunagu.groups.GatheringFinder;
import tsunagu.groups.entry.Groups;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.submissions.Reporting.Meaning;
import tsunagu.submissions.SentReport.Fate;
import tsunagu.submissions.entry.State;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;

/** What submissions promise on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("clock of submissions")
abstract class SubmissionsContract {
    private static final String MARK = "test.submissions-clock";
    private static final Instant BEGIN = Instant.parse("2026-11-22T03:00:00Z");
    private static final HandClock CLOCK = new HandClock(BEGIN);
    private static final String TOWN = "nishitokyo";
    private static final List<SubmissionPublished> PUBLISHED = new CopyOnWriteArrayList<>();

    private final Member editor = member("青木", Role.EDITOR, TOWN);
    private final Member approver = member("馬場", Role.APPROVER, TOWN);
    private final Member elsewhere = member("町田", Role.ADMINISTRATOR, "machida");
    private ApplicationContext context;
    private Reporting reporting;
    private Submissions submissions;
    private Entries entries;
    private Events events;
    private SubmissionWorker worker;
    private int count;

    abstract Databases database();

    @BeforeAll
    void open() {
        Map<String, Object> settings = new HashMap<>(database().settings());
        settings.put(MARK, "true");
        settings.put("submissions.follow", "1h");
        context = ApplicationContext.run(settings);
        reporting = context.getBean(Reporting.class);
        submissions = context.getBean(Submissions.class);
        entries = context.getBean(Entries.class);
        events = context.getBean(Events.class);
        worker = context.getBean(SubmissionWorker.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    @BeforeEach
    void begin() {
        CLOCK.set(BEGIN);
        PUBLISHED.clear();
        count++;
    }

    private static Member member(String name, Role role, String municipality) {
        return new Member(UUID.randomUUID(), name, role, Optional.of(municipality));
    }

    /** Says yes, and then each of these. */
    private void tell(String conversation, Report.Kind kind, String... answers) {
        reporting.begin(conversation, TOWN, "line:default", "ja", Optional.of(kind));
        reporting.answer(conversation, new Meaning.Agrees());
        for (String answer : answers) {
            Meaning meaning = switch (answer) {
                case "はい" -> new Meaning.Agrees();
                case "なし" -> new Meaning.Skips();
                default -> new Meaning.Says(answer);
            };
            reporting.answer(conversation, meaning).orElseThrow();
        }
    }

    private String sendEvent(String title) {
        String conversation = "talk-" + count + "-" + title;
        tell(
                conversation,
                Report.Kind.EVENT,
                title + count,
                "12月6日の13時から15時",
                "下保谷福祉会館",
                "𠮷野家の😀餅 <b>'; drop table submission; --",
                "どなたでも、100円",
                "町会 042-000-1111",
                "はい",
                "ほくほく町会",
                "はい");
        return conversation;
    }

    private Submission only(State state, String title) {
        List<Submission> found = submissions.list(Optional.of(TOWN), state).stream()
                .filter(one -> one.title().equals(title + count))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Event take(Submission one) {
        long made =
                submissions.take(one, editor, () -> entries.create(one, editor)).orElseThrow();
        return events.find(made, editor).orElseThrow();
    }

    @Test
    void whatIsSentIsTakenOverPublishedAndThankedForOnce() {
        String conversation = sendEvent("もちつき");
        Submission sent = only(State.NEW, "もちつき");
        assertThat(submissions.find(sent.id(), editor)).contains(sent);
        assertThat(submissions.find(sent.id(), elsewhere)).isEmpty();
        assertThat(submissions.take(sent, elsewhere, () -> 1L)).isEmpty();
        submissions.savePicture(sent, "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1});

        Event draft = take(sent);
        assertThat(draft.state()).isEqualTo(Event.State.DRAFT);
        assertThat(draft.content().text(Field.START)).isEqualTo("2026-12-06");
        assertThat(draft.content().text(Field.FROM)).isEqualTo("13:00");
        assertThat(draft.content().text(Field.FEE)).isEqualTo("100円");
        assertThat(draft.content().text(Field.TELEPHONE)).isEqualTo("042-000-1111");
        assertThat(draft.content().text(Field.CONTACT)).isEqualTo("町会");
        assertThat(draft.content().text(Field.DESCRIPTION)).contains("😀", "drop table");
        assertThat(draft.content().text(Field.SOURCE)).isEqualTo("ほくほく町会（住民からの情報）");
        assertThat(events.findPicture(draft)).isPresent();
        worker.follow();
        assertThat(reporting.listNews(conversation)).isEmpty();

        events.take(Step.PUBLISH, draft, approver);
        worker.follow();
        worker.follow();
        assertThat(PUBLISHED).hasSize(1);
        assertThat(PUBLISHED.getFirst().path()).isEqualTo("/events/e/" + draft.id());
        assertThat(PUBLISHED.getFirst().conversation()).contains(conversation);
        List<SentReport> news = reporting.listNews(conversation);
        assertThat(news).extracting(SentReport::fate).containsExactly(Fate.PUBLISHED);
        assertThat(news.getFirst().address()).endsWith("/events/e/" + draft.id());
        assertThat(reporting.listNews(conversation)).isEmpty();
        assertThat(context.getBean(AuditTrail.class).listLines(Optional.of(TOWN), Optional.empty(), 4))
                .extracting(AuditTrail.Line::action)
                .contains("住民からの情報を引き受け", "行事を公開");

        events.take(Step.WITHDRAW, events.find(draft.id(), approver).orElseThrow(), approver);
        assertThat(reporting.listSent(conversation))
                .extracting(SentReport::fate)
                .containsExactly(Fate.OVER);
    }

    @Test
    void aGroupBecomesADraftWhoseContactIsShownAsItsSenderSaid() {
        String conversation = "group-" + count;
        tell(
                conversation,
                Report.Kind.GROUP,
                "ほくほく子ども食堂" + count,
                "毎週土曜",
                "なし",
                "みんなで夕ご飯を食べます",
                "子ども",
                "hoku@example.jp",
                "はい",
                "なし",
                "はい");
        Submission sent = only(State.NEW, "ほくほく子ども食堂");
        long made = submissions
                .take(sent, editor, () -> entries.create(sent, editor))
                .orElseThrow();
        Groups groups = context.getBean(Groups.class);
        var draft = groups.find(made, editor).orElseThrow();
        assertThat(draft.content().kind().key()).isEqualTo("childrens-cafeteria");
        assertThat(draft.content().contact().mail().told()).contains("hoku@example.jp");
        assertThat(context.getBean(GatheringFinder.class).find(made)).isEmpty();
        groups.publish(draft, approver);
        worker.follow();
        assertThat(reporting.listNews(conversation).getFirst().address()).endsWith("/groups/" + made);
    }

    @Test
    void ofManyWhoTakeTheSameOneSucceedsAndOneDraftIsMade() throws Exception {
        sendEvent("奪い合い");
        Submission seen = only(State.NEW, "奪い合い");
        var attempts = new ArrayList<Callable<Optional<Long>>>();
        for (int i = 0; i < 6; i++) {
            attempts.add(() -> submissions.take(seen, editor, () -> entries.create(seen, editor)));
        }
        var made = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(attempts)) each.get().ifPresent(made::add);
        }
        assertThat(made).hasSize(1);
        assertThat(events.listAll(TOWN))
                .filteredOn(event -> event.title().equals("奪い合い" + count))
                .hasSize(1);
    }

    @Test
    void aDraftThatStaffDeleteLeavesTheSubmissionWaitingAgain() {
        sendEvent("消えた下書き");
        Event draft = take(only(State.NEW, "消えた下書き"));
        events.delete(draft, editor);
        worker.follow();
        assertThat(only(State.NEW, "消えた下書き").decision().entry()).isEmpty();
    }

    @Test
    void whatIsDeclinedIsToldWithItsReasonAndMayBeLookedAtAgain() {
        String conversation = sendEvent("宣伝の会");
        Submission sent = only(State.NEW, "宣伝の会");
        assertThat(submissions.decline(sent, " ", editor)).isFalse();
        assertThat(submissions.decline(sent, "営利の催しは載せていません。", editor)).isTrue();
        assertThat(submissions.decline(sent, "もう一度", editor)).isFalse();
        assertThat(reporting.listNews(conversation))
                .containsExactly(new SentReport("宣伝の会" + count, Fate.DECLINED, "営利の催しは載せていません。", ""));
        assertThat(reporting.withdraw(conversation)).isEmpty();
        assertThat(submissions.release(only(State.DECLINED, "宣伝の会"), editor)).isTrue();
        assertThat(only(State.NEW, "宣伝の会").decision().reason()).isEmpty();
    }

    @Test
    void theSameTextIsNotTakenTwiceAndOneThatWasDeclinedStandsApart() {
        String title = "同じ会";
        sendEvent(title);
        tellAgain(title);
        assertThat(submissions.list(Optional.of(TOWN), State.NEW))
                .filteredOn(one -> one.title().equals(title + count))
                .hasSize(1);
        submissions.decline(only(State.NEW, title), "重なっています", editor);
        tellAgain(title);
        assertThat(only(State.HELD, title).decision().doubts()).contains("same-as-before");
    }

    private void tellAgain(String title) {
        tell(
                "again-" + count,
                Report.Kind.EVENT,
                title + count,
                "12月6日の13時から15時",
                "下保谷福祉会館",
                "𠮷野家の😀餅 <b>'; drop table submission; --",
                "なし",
                "なし",
                "なし",
                "はい");
    }

    @Test
    void whoIsForgottenLeavesNothingThatStaffHaveNotBegunWithAndNoWayBackFromTheRest() {
        String conversation = sendEvent("引き受けた会");
        Submission first = only(State.NEW, "引き受けた会");
        String token = submissions.giveToken(first).orElseThrow();
        assertThat(submissions.giveToken(first)).isEmpty();
        take(first);
        tell(conversation, Report.Kind.EVENT, "まだの会" + count, "なし", "公園", "なし", "なし", "なし", "なし", "はい");
        reporting.begin(conversation, TOWN, "web", "ja", Optional.empty());
        assertThat(reporting.listSent(conversation)).hasSize(2);

        reporting.forget(conversation);

        assertThat(reporting.findDraft(conversation)).isEmpty();
        assertThat(reporting.listSent(conversation)).isEmpty();
        assertThat(submissions.findByToken(token)).isEmpty();
        assertThat(submissions.list(Optional.of(TOWN), State.NEW))
                .noneMatch(one -> one.title().startsWith("まだの会"));
        assertThat(only(State.TAKEN, "引き受けた会").sender().conversation()).isEmpty();
    }

    @Test
    void whatIsTakenBackSaysNothingAnyMore() {
        String conversation = sendEvent("取り下げる会");
        Submission sent = only(State.NEW, "取り下げる会");
        submissions.savePicture(sent, "image/jpeg", new byte[] {1});
        take(sent);
        assertThat(reporting.withdraw(conversation)).contains("取り下げる会" + count);
        Submission gone = submissions.find(sent.id(), editor).orElseThrow();
        assertThat(gone.state()).isEqualTo(State.WITHDRAWN);
        assertThat(gone.content().texts()).isEmpty();
        assertThat(submissions.findPicture(gone)).isEmpty();
        assertThat(submissions.savePicture(gone, "image/jpeg", new byte[] {1})).isFalse();
        assertThat(reporting.withdraw(conversation)).isEmpty();
    }

    @Test
    void everythingEndsInItsTimeAndIsNotReadBeforeItIsDeleted() {
        String conversation = sendEvent("期限の会");
        submissions.decline(only(State.NEW, "期限の会"), "今回は見送りました", editor);
        reporting.begin("only-begun", TOWN, "web", "ja", Optional.empty());
        CLOCK.pass(Duration.ofHours(25));
        assertThat(reporting.findDraft("only-begun")).isEmpty();
        assertThat(reporting.listSent(conversation)).hasSize(1);
        CLOCK.pass(Duration.ofDays(90));
        assertThat(reporting.listSent(conversation)).isEmpty();
        assertThat(worker.deleteExpired().get("住民からの情報")).isGreaterThanOrEqualTo(2);
        assertThat(worker.deleteExpired()).containsEntry("住民からの情報", 0L);
    }

    @Test
    void aConversationSendsNoMoreThanItMayInADay() {
        String conversation = "eager-" + count;
        for (int i = 0; i < 5; i++) {
            assertThat(reporting.hasSentEnough(conversation)).isFalse();
            tell(conversation, Report.Kind.EVENT, i + "番目の会" + count, "なし", "公園", "なし", "なし", "なし", "なし", "はい");
        }
        assertThat(reporting.hasSentEnough(conversation)).isTrue();
        CLOCK.pass(Duration.ofHours(25));
        assertThat(reporting.hasSentEnough(conversation)).isFalse();
    }

    @Factory
    @Requires(property = MARK)
    static class Beans {
        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return CLOCK;
        }

        @Singleton
        ApplicationEventListener<SubmissionPublished> listener() {
            return PUBLISHED::add;
        }
    }
}
