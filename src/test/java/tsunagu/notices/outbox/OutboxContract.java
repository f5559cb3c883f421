package tsunagu.notices.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tsunagu.Databases;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.FakeMulticast.Request;
import tsunagu.message.Message;
import tsunagu.notices.outbox.Outgoing.Kind;
import tsunagu.notices.outbox.Progress.Recipient;
import tsunagu.notices.outbox.Progress.State;
import tsunagu.notices.outbox.Progress.Stop;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.text.Language;

/** What the outbox promises on every database. Two copies share it here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("clock of notices")
abstract class OutboxContract {
    /** Noon in Tokyo. */
    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private FakeLine line;
    private NoticeTown town;
    private NoticeTown other;

    abstract Databases database();

    @BeforeAll
    void open() {
        NoticeClock.CLOCK.set(NOON);
        line = FakeLine.start();
        Map<String, Object> one = database().settings();
        Map<String, Object> settings =
                Map.of("notices.sending.batch", 50, "notices.sending.most-failures", 4, "notices.sending.per-week", 3);
        town = new NoticeTown(line, one, settings);
        other = new NoticeTown(line, one, settings);
    }

    @AfterAll
    void close() {
        line.close();
        other.close();
        town.close();
    }

    /** Nothing of one test is left for the next. */
    @AfterEach
    void later() {
        NoticeClock.CLOCK.set(NOON.plus(Duration.ofDays(1)));
        line.account().quota(-1, 0);
        line.multicast().always(() -> null);
        town.sendAll();
        NoticeClock.CLOCK.set(NOON);
    }

    private static Outgoing outgoing(String key, Kind kind) {
        return outgoing(key, kind, NoticeTown.said(key));
    }

    private static Outgoing outgoing(String key, Kind kind, Map<Language, List<Message>> said) {
        Instant now = NoticeClock.CLOCK.instant();
        return new Outgoing(key, kind, NoticeTown.TOWN, said, now, now.plus(Duration.ofHours(6)));
    }

    private Progress progress(Outbox.Receipt receipt) {
        return town.outbox.findProgress(receipt.id()).orElseThrow();
    }

    private List<Request> requests(String words) {
        return line.multicast().requests().stream()
                .filter(request -> request.messages().toString().contains(words))
                .toList();
    }

    @Test
    void everybody_gets_it_once_in_their_language_however_often_it_is_put_in() {
        List<Subscriber> all = new ArrayList<>(town.residents(Language.JAPANESE, "once-ja", 70));
        all.addAll(town.residents(Language.ENGLISH, "once-en", 20));
        all.addAll(town.residents(Language.KOREAN, "once-ko", 1));
        var outgoing = outgoing(
                "once",
                Kind.AREA_NOTICE,
                Map.of(
                        Language.JAPANESE, List.of(new Message.Text("断水 once")),
                        Language.ENGLISH, List.of(new Message.Text("No water once"))));
        assertThat(town.outbox.put(outgoing, all.subList(0, 60)).added()).isEqualTo(60);
        Outbox.Receipt receipt = town.outbox.put(outgoing, all);
        assertThat(receipt.added()).isEqualTo(31);
        town.sendAll();
        assertThat(town.outbox.put(outgoing, all).added()).isZero();
        other.sendAll();

        assertThat(progress(receipt).state()).isEqualTo(State.DONE);
        assertThat(progress(receipt).count(Recipient.SENT)).isEqualTo(91);
        assertThat(town.received("once-ja", 69)).isEqualTo(1);
        assertThat(town.received("once-en", 0)).isEqualTo(1);
        assertThat(requests("断水 once"))
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.to()).hasSizeLessThanOrEqualTo(50));
        assertThat(requests("No water once").getFirst().to()).hasSize(20);

        List<Subscriber> more = town.residents(Language.JAPANESE, "once-late", 1);
        assertThat(town.outbox.put(outgoing, more).added()).isEqualTo(1);
        town.sendAll();
        assertThat(town.received("once-late", 0)).isEqualTo(1);
        assertThat(progress(receipt).state()).isEqualTo(State.DONE);
    }

    @Test
    void whoever_opts_out_before_it_is_sent_gets_nothing() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "out", 4);
        Outbox.Receipt receipt = town.outbox.put(outgoing("out", Kind.AREA_NOTICE), all);
        town.subscriptions.stop("out1");
        town.subscriptions.chooseSubjects("out2", java.util.Set.of(Subject.EVENTS));
        town.sendAll();
        assertThat(town.received("out", 0)).isEqualTo(1);
        assertThat(town.received("out", 1)).isZero();
        assertThat(town.received("out", 2)).isZero();
        assertThat(progress(receipt).count(Recipient.OPTED_OUT)).isEqualTo(2);
        assertThat(progress(receipt).state()).isEqualTo(State.DONE);
    }

    @Test
    void a_request_that_failed_is_repeated_as_it_was_and_after_a_while_without_who_has_opted_out() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "again", 3);
        Outbox.Receipt receipt = town.outbox.put(outgoing("again", Kind.AREA_NOTICE), all);
        line.multicast().next(Trouble.ERROR_500, Trouble.ERROR_500, Trouble.ERROR_500);
        assertThat(town.step()).isTrue();
        assertThat(town.step()).as("not at once").isFalse();
        town.subscriptions.stop("again1");
        NoticeClock.CLOCK.pass(Duration.ofSeconds(5));
        assertThat(other.step()).as("not by another, while the first lives").isFalse();
        assertThat(town.step()).isTrue();
        NoticeClock.CLOCK.pass(Duration.ofSeconds(40));
        assertThat(town.step()).isTrue();
        NoticeClock.CLOCK.pass(Duration.ofSeconds(20));
        assertThat(town.step()).isTrue();

        List<Request> tries = requests("again");
        assertThat(tries)
                .extracting(Request::retryKey)
                .hasSize(4)
                .containsOnly(tries.getFirst().retryKey());
        assertThat(tries.get(1).to()).isEqualTo(tries.getFirst().to()).hasSize(3);
        assertThat(tries.get(2).to()).hasSize(2);
        assertThat(tries.get(3).status()).isEqualTo(200);
        assertThat(town.received("again", 1)).isZero();
        assertThat(progress(receipt).counts())
                .containsOnly(Map.entry(Recipient.SENT, 2L), Map.entry(Recipient.OPTED_OUT, 1L));
    }

    @Test
    void what_a_copy_leaves_behind_another_goes_on_with_by_the_same_key() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "crash", 3);
        Outbox.Receipt receipt = town.outbox.put(outgoing("crash", Kind.AREA_NOTICE), all);
        line.multicast().next(Trouble.TAKE_AND_HANG);
        assertThat(town.step()).isTrue();
        NoticeClock.CLOCK.pass(Duration.ofMinutes(2));
        assertThat(other.step()).isTrue();
        assertThat(requests("crash")).extracting(Request::status).containsExactly(0, 409);
        assertThat(town.received("crash", 2)).isEqualTo(1);
        assertThat(progress(receipt).count(Recipient.SENT)).isEqualTo(3);
    }

    @Test
    void an_id_that_line_does_not_know_costs_the_others_nothing() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "bad", 5);
        line.multicast().refuses(NoticeTown.user("bad", 3));
        Outbox.Receipt receipt = town.outbox.put(outgoing("bad", Kind.AREA_NOTICE), all);
        town.sendAll();
        List<Request> tries = requests("bad");
        assertThat(tries).extracting(Request::status).containsExactly(400, 200);
        assertThat(tries.get(1).retryKey()).isNotEqualTo(tries.getFirst().retryKey());
        assertThat(town.received("bad", 4)).isEqualTo(1);
        assertThat(progress(receipt).counts())
                .containsOnly(Map.entry(Recipient.SENT, 4L), Map.entry(Recipient.UNREACHABLE, 1L));
    }

    @Test
    void a_quota_that_is_used_up_stops_it_until_somebody_goes_on() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "quota", 60);
        line.account().quota(100, 50);
        Outbox.Receipt receipt = town.outbox.put(outgoing("quota", Kind.AREA_NOTICE), all);
        town.sendAll();
        assertThat(progress(receipt).state()).isEqualTo(State.STOPPED);
        assertThat(progress(receipt).reason()).isEqualTo(Stop.QUOTA);
        assertThat(progress(receipt).count(Recipient.SENT)).isEqualTo(50);
        assertThat(requests("quota")).extracting(Request::status).containsExactly(200, 429);
        NoticeClock.CLOCK.pass(Duration.ofMinutes(5));
        town.sendAll();
        assertThat(requests("quota")).as("no other try").hasSize(2);

        line.account().quota(-1, 0);
        assertThat(town.outbox.resume(receipt.id())).isTrue();
        town.sendAll();
        assertThat(progress(receipt).count(Recipient.SENT)).isEqualTo(60);
        assertThat(town.received("quota", 0)).isEqualTo(1);
        assertThat(town.received("quota", 59)).isEqualTo(1);
    }

    @Test
    void too_many_failures_in_a_row_stop_it_and_so_does_staff() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "fail", 2);
        Outbox.Receipt receipt = town.outbox.put(outgoing("fail", Kind.AREA_NOTICE), all);
        line.multicast().always(() -> Trouble.ERROR_500);
        for (int i = 0; i < 20; i++) {
            town.step();
            NoticeClock.CLOCK.pass(Duration.ofMinutes(1));
        }
        assertThat(requests("fail")).hasSize(4);
        assertThat(progress(receipt).reason()).isEqualTo(Stop.FAILURES);
        line.multicast().always(() -> null);
        assertThat(town.outbox.resume(receipt.id())).isTrue();
        assertThat(town.outbox.stop(receipt.id())).isTrue();
        assertThat(town.outbox.stop(receipt.id())).isFalse();
        NoticeClock.CLOCK.pass(Duration.ofMinutes(1));
        town.sendAll();
        assertThat(progress(receipt).reason()).isEqualTo(Stop.STAFF);
        assertThat(town.received("fail", 0)).isZero();
    }

    @Test
    void what_is_stale_is_told_to_nobody_and_what_is_in_doubt_stays_so() {
        Outbox.Receipt stale =
                town.outbox.put(outgoing("stale", Kind.AREA_NOTICE), town.residents(Language.JAPANESE, "stale", 2));
        assertThat(town.outbox.stop(stale.id())).isTrue();
        Outbox.Receipt doubt =
                town.outbox.put(outgoing("doubt", Kind.AREA_NOTICE), town.residents(Language.JAPANESE, "doubt", 2));
        line.multicast().next(Trouble.ERROR_500);
        assertThat(town.step()).isTrue();
        NoticeClock.CLOCK.pass(Duration.ofHours(6));
        town.sendAll();
        assertThat(progress(stale).counts()).containsOnly(Map.entry(Recipient.STALE, 2L));
        assertThat(progress(doubt).counts()).containsOnly(Map.entry(Recipient.UNCLEAR, 2L));
        assertThat(progress(stale).state()).isEqualTo(State.DONE);
        assertThat(town.received("stale", 0)).isZero();
        assertThat(requests("doubt")).hasSize(1);
    }

    @Test
    void nobody_is_told_more_a_week_than_they_may_be_except_corrections() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "cap", 1);
        for (int i = 0; i < 4; i++) town.outbox.put(outgoing("cap" + i, Kind.AREA_NOTICE), all);
        town.sendAll();
        assertThat(town.received("cap", 0)).isEqualTo(3);
        long first =
                town.outbox.put(outgoing("cap0", Kind.AREA_NOTICE), List.of()).id();
        long last =
                town.outbox.put(outgoing("cap3", Kind.AREA_NOTICE), List.of()).id();
        assertThat(town.outbox
                        .putForWhoGot(outgoing("correct-last", Kind.CORRECTION), last)
                        .added())
                .isZero();
        assertThat(town.outbox
                        .putForWhoGot(outgoing("correct-first", Kind.CORRECTION), first)
                        .added())
                .isEqualTo(1);
        town.sendAll();
        assertThat(town.received("cap", 0)).isEqualTo(4);
        NoticeClock.CLOCK.pass(Duration.ofDays(8));
        town.outbox.put(outgoing("cap-next", Kind.AREA_NOTICE), all);
        town.sendAll();
        assertThat(town.received("cap", 0)).isEqualTo(5);
    }

    @Test
    void two_copies_with_several_threads_each_tell_everybody_once() throws Exception {
        List<Subscriber> all = town.residents(Language.JAPANESE, "many", 600);
        Outbox.Receipt receipt = town.outbox.put(outgoing("many", Kind.AREA_NOTICE), all);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Void>>();
            for (NoticeTown copy : List.of(town, other, town, other)) {
                work.add(() -> {
                    copy.sendAll();
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) done.get();
        }
        assertThat(progress(receipt).count(Recipient.SENT)).isEqualTo(600);
        for (int i = 0; i < 600; i++) assertThat(town.received("many", i)).isEqualTo(1);
    }

    @Test
    void numbers_stay_when_names_go() {
        List<Subscriber> all = town.residents(Language.JAPANESE, "expire", 3);
        town.subscriptions.stop("expire2");
        Outbox.Receipt receipt = town.outbox.put(outgoing("expire", Kind.AREA_NOTICE), all);
        town.sendAll();
        NoticeClock.CLOCK.pass(Duration.ofDays(31));
        assertThat(town.context.getBean(OutboxExpiry.class).deleteExpired().get("お知らせの届け先の記録"))
                .isGreaterThanOrEqualTo(3);
        assertThat(town.context.getBean(OutboxExpiry.class).deleteExpired()).containsValue(0L);
        assertThat(progress(receipt).count(Recipient.SENT)).isEqualTo(2);
        assertThat(progress(receipt).count(Recipient.OPTED_OUT)).isEqualTo(1);
    }
}
