package tsunagu.faq.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tsunagu.Databases;
import tsunagu.HandClock;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** What entries promise on every database. */
@ResourceLock("clock of entries")
abstract class FaqsContract {
    private static final String MARK = "test.faq-clock";
    private static final Instant BEGIN = Instant.parse("2026-11-22T03:00:00Z");
    private static final HandClock CLOCK = new HandClock(BEGIN);
    private static final String TOWN = "nishitokyo";

    private final Member editor = member("青木", Role.EDITOR);
    private final Member approver = member("馬場", Role.APPROVER);
    private ApplicationContext context;
    private Faqs faqs;

    abstract Databases database();

    @BeforeEach
    void open() {
        CLOCK.set(BEGIN);
        Map<String, Object> settings = new HashMap<>(database().settings());
        settings.put(MARK, "true");
        // The worker of a running copy must not take the steps this test takes.
        settings.put("faq.watch", "1d");
        context = ApplicationContext.run(settings);
        faqs = context.getBean(Faqs.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Member member(String name, Role role) {
        return new Member(UUID.randomUUID(), name, role, Optional.of(TOWN));
    }

    private static Content content(String question, String answer) {
        return with(question, answer, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Content with(
            String question,
            String answer,
            Optional<LocalDate> reviewBy,
            Optional<LocalDateTime> from,
            Optional<LocalDateTime> until) {
        return new Content(
                question,
                List.of(question + "を教えて"),
                answer,
                List.of(new Content.Link("案内", "https://example.jp/")),
                "窓口へ",
                "ja",
                "",
                List.of("タグ"),
                "係",
                Content.Origin.OWN,
                reviewBy,
                from,
                until);
    }

    private Faq write(Content content) {
        return faqs.create(TOWN, content, editor, "");
    }

    private static Faq done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).faq();
    }

    private Faq take(Step step, Faq faq, Member by) {
        return done(faqs.take(step, faq, by, ""));
    }

    private Faq publish(Faq faq) {
        return take(Step.PUBLISH, take(Step.APPROVE, take(Step.SUBMIT, faq, editor), approver), approver);
    }

    private List<String> told() {
        return faqs.listLive().stream().map(live -> live.content().answer()).toList();
    }

    @Test
    void keepsAllThatWasWritten() {
        Content all = with(
                "𠮷野家の😀質問",
                "一行目\n二行目 <b>'; drop table faq_entry; --",
                Optional.of(LocalDate.of(2027, 3, 31)),
                Optional.of(LocalDateTime.of(2026, 12, 1, 9, 0)),
                Optional.of(LocalDateTime.of(2027, 1, 1, 0, 0)));
        Faq faq = write(all);
        Faq found = faqs.find(faq.id(), editor).orElseThrow();
        assertThat(found.content()).isEqualTo(all);
        assertThat(found).isEqualTo(faq);
        assertThat(found.state()).isEqualTo(State.DRAFT);
        assertThat(found.editedName()).isEqualTo("青木");
        assertThat(found.editedAt()).isEqualTo(BEGIN);
        assertThat(faqs.find(faq.id(), new Member(UUID.randomUUID(), "町田", Role.ADMINISTRATOR, Optional.of("machida"))))
                .isEmpty();
    }

    @Test
    void residentsAreToldTheApprovedVersionUntilTheNextIsPublished() {
        Faq first = publish(write(content("質問", "一")));
        assertThat(told()).containsExactly("一");
        Faq second = done(faqs.save(first, content("質問", "二"), editor, ""));
        assertThat(second.state()).isEqualTo(State.DRAFT);
        assertThat(second.isLiveBehind()).isTrue();
        assertThat(second.approvedName()).isEmpty();
        assertThat(told()).containsExactly("一");
        publish(second);
        assertThat(told()).containsExactly("二");
    }

    @Test
    void everyVersionIsKeptAndComesBack() {
        Faq faq = write(content("質問", "一"));
        faq = done(faqs.save(faq, content("質問", "二"), editor, ""));
        List<Faq.Version> versions = faqs.listVersions(faq);
        assertThat(versions).extracting(Faq.Version::number).containsExactly(2, 1);
        faq = done(faqs.restore(faq, versions.getLast(), editor));
        assertThat(faq.version()).isEqualTo(3);
        assertThat(faq.content().answer()).isEqualTo("一");
        assertThat(faqs.listVersions(faq).getFirst().note()).isEqualTo("第1版に戻した");
    }

    @Test
    void ofManyWhoSaveUponTheSameVersionOneSucceedsAndTheOthersAreTold() throws Exception {
        Faq seen = write(content("質問", "はじめ"));
        var attempts = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < 8; i++) {
            String answer = "答え" + i;
            attempts.add(() -> faqs.save(seen, content("質問", answer), editor, ""));
        }
        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(attempts)) outcomes.add(each.get());
        }
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Conflict.class::isInstance).hasSize(7);
        assertThat(faqs.listVersions(seen)).hasSize(2);
    }

    @Test
    void whoWroteAVersionDoesNotApproveIt() {
        Member both = member("千葉", Role.APPROVER);
        Faq own = take(Step.SUBMIT, faqs.create(TOWN, content("質問", "答え"), both, ""), both);
        assertThat(faqs.take(Step.APPROVE, own, both, "")).isInstanceOf(Outcome.FourEyes.class);
        take(Step.APPROVE, own, approver);
    }

    @Test
    void stepsOutOfOrderAndBeyondOnesRoleAreRefused() {
        Faq draft = write(content("質問", "答え"));
        assertThat(faqs.take(Step.PUBLISH, draft, approver, "")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(faqs.take(Step.APPROVE, draft, approver, "")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(faqs.take(Step.WITHDRAW, draft, editor, "")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(faqs.save(draft, content("質問", "別"), member("閲覧", Role.VIEWER), ""))
                .isInstanceOf(Outcome.NotAllowed.class);
        Member elsewhere = new Member(UUID.randomUUID(), "町田", Role.ADMINISTRATOR, Optional.of("machida"));
        assertThat(faqs.take(Step.SUBMIT, draft, elsewhere, "")).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(faqs.find(draft.id(), editor).orElseThrow()).isEqualTo(draft);
    }

    @Test
    void timeBeginsAndEndsWhatIsToBeginAndEnd() {
        var from = LocalDateTime.of(2026, 11, 22, 13, 0);
        Faq faq =
                publish(write(with("質問", "期間限定", Optional.empty(), Optional.of(from), Optional.of(from.plusHours(2)))));
        assertThat(faq.state()).isEqualTo(State.SCHEDULED);
        assertThat(faqs.takeDueSteps()).isZero();
        CLOCK.set(BEGIN.plus(Duration.ofHours(1)));
        assertThat(faqs.takeDueSteps()).isEqualTo(1);
        assertThat(told()).containsExactly("期間限定");
        CLOCK.set(BEGIN.plus(Duration.ofHours(3)));
        assertThat(faqs.takeDueSteps()).isEqualTo(1);
        assertThat(told()).isEmpty();
        assertThat(faqs.find(faq.id(), editor).orElseThrow().state()).isEqualTo(State.EXPIRED);
        assertThat(faqs.takeDueSteps()).isZero();
    }

    @Test
    void theRevisionGrowsWithWhatResidentsAreToldAndWithNothingElse() {
        long before = faqs.revision();
        Faq faq = write(content("質問", "答え"));
        assertThat(faqs.revision()).isEqualTo(before);
        faq = publish(faq);
        assertThat(faqs.revision()).isEqualTo(before + 1);
        take(Step.WITHDRAW, faq, approver);
        assertThat(faqs.revision()).isEqualTo(before + 2);
    }

    @Test
    void listsByStateWordsAndMunicipalityPageByPage() {
        for (int i = 0; i < Filter.PAGE + 3; i++) write(content("ページの質問" + i, "答え"));
        faqs.create("machida", content("よその質問", "答え"), member("町田", Role.EDITOR), "");
        take(Step.SUBMIT, write(content("ラジオ体操の場所", "公園で100%やります_")), editor);
        Optional<String> town = Optional.of(TOWN);
        assertThat(faqs.count(new Filter(town, Optional.empty(), "", false, 0))).isEqualTo(Filter.PAGE + 4);
        assertThat(faqs.count(new Filter(Optional.empty(), Optional.empty(), "", false, 0)))
                .isEqualTo(Filter.PAGE + 5);
        assertThat(faqs.listLines(new Filter(town, Optional.empty(), "", false, 0)))
                .hasSize(Filter.PAGE);
        assertThat(faqs.listLines(new Filter(town, Optional.empty(), "", false, 1)))
                .hasSize(4);
        assertThat(faqs.listLines(new Filter(town, Optional.of(State.IN_REVIEW), "", false, 0)))
                .extracting(Faq.Line::question)
                .containsExactly("ラジオ体操の場所");
        for (String words : List.of("らじお体操", "ﾗｼﾞｵ 公園", "100%", "やります_")) {
            assertThat(faqs.listLines(new Filter(town, Optional.empty(), words, false, 0)))
                    .as(words)
                    .extracting(Faq.Line::question)
                    .containsExactly("ラジオ体操の場所");
        }
        assertThat(faqs.listLines(new Filter(town, Optional.empty(), "%", false, 0)))
                .as("a sign that databases read as anything")
                .hasSize(1);
        assertThat(faqs.listSimilar("夏のラジオ体操はありますか", TOWN, 5))
                .extracting(Faq.Line::question)
                .containsExactly("ラジオ体操の場所");
    }

    @Test
    void whatIsOverdueIsListedByTheHarmItDoes() {
        for (int i = 1; i <= 3; i++) {
            var day = Optional.of(LocalDate.of(2026, 11, 22 - i));
            Faq faq = write(with("期限" + i, "答え", day, Optional.empty(), Optional.empty()));
            faqs.addTold(faq.id(), i == 1 ? 100 : 10);
            faqs.addTold(faq.id(), 1);
        }
        write(with("まだ", "答え", Optional.of(LocalDate.of(2026, 11, 22)), Optional.empty(), Optional.empty()));
        List<Faq.Line> overdue = faqs.listLines(new Filter(Optional.of(TOWN), Optional.empty(), "", true, 0));
        assertThat(overdue).extracting(Faq.Line::question).containsExactly("期限1", "期限3", "期限2");
        assertThat(overdue).extracting(Faq.Line::damage).containsExactly(101L, 33L, 22L);
    }

    @Test
    void theTrailSaysWhoDidWhat() {
        Faq faq = publish(write(content("足あとの質問", "答え")));
        faqs.take(Step.WITHDRAW, faq, approver, "古くなった");
        assertThat(context.getBean(AuditTrail.class).listLines(Optional.of(TOWN), Optional.empty(), 10))
                .extracting(line -> line.name() + " " + line.action() + " " + line.detail())
                .containsExactly(
                        "馬場 よくある質問：取り下げる 古くなった",
                        "馬場 よくある質問：公開する ",
                        "馬場 よくある質問：承認する ",
                        "青木 よくある質問：確認に出す ",
                        "青木 よくある質問を作成 ");
    }

    @Factory
    @Requires(property = MARK)
    static class Time {
        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return CLOCK;
        }
    }
}
