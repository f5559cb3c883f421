package tsunagu.notices.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.Databases;
import tsunagu.areas.MunicipalityId;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.FakeMulticast.Request;
import tsunagu.message.Message;
import tsunagu.notices.outbox.NoticeTown;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Outgoing;
import tsunagu.notices.outbox.Progress;
import tsunagu.notices.outbox.Progress.Recipient;
import tsunagu.sql.SqlRepository;
import tsunagu.subscriptions.Address;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/**
 * A notice to thousands, two nodes, a LINE that fails in every way it can, and SIGKILL again and again. Nobody gets
 * two, nobody who has opted out gets one, everybody else gets one. Whoever opts out while the request that names them
 * is already under way may get it: how many did is printed.
 */
@Timeout(900)
@Order(1)
class NoticeFaultTest {
    private static final boolean LONG = "long".equals(System.getProperty("fault"));
    private static final int RESIDENTS = 5000;
    private static final int KILLS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(LONG ? 600 : 180);
    /** Between the last look at who wants it and the request, on a machine that is busy with killing and starting. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private static final String NAME = "住民";

    @TempDir
    Path home;

    private final Random random = new Random(20261122);
    /** By user id, {@link System#nanoTime} after the opt-out was on disk. */
    private final Map<String, Long> gone = new HashMap<>();

    @Test
    void everybody_who_still_wants_it_gets_it_once() throws Exception {
        long start = System.nanoTime();
        Map<String, Object> database = Databases.POSTGRESQL.settings();
        try (FakeLine line = FakeLine.start();
                ApplicationContext desk = ApplicationContext.run(settings(line, database));
                Node one = new Node(home, "one", environment(line, database));
                Node two = new Node(home, "two", environment(line, database))) {
            var subscriptions = desk.getBean(Subscriptions.class);
            List<Subscriber> all = desk.getBean(SqlRepository.class)
                    .inOneTransaction(() -> IntStream.range(0, RESIDENTS)
                            .mapToObj(i -> begin(subscriptions, i))
                            .toList());
            for (int i = 0; i < 50; i++) leave(subscriptions, i);
            line.multicast().always(this::weather);
            Outbox outbox = desk.getBean(Outbox.class);
            one.begin();
            two.begin();
            one.awaitStart();
            two.awaitStart();
            Outbox.Receipt receipt = outbox.put(outgoing(), all);
            rage(line, outbox, receipt.id(), subscriptions, one, two);
            Progress progress = awaitEnd(outbox, receipt.id(), subscriptions);
            hold(line, progress, start);
            List<String> secrets = List.of(NoticeTown.user(NAME, 77), FakeLine.TOKEN, NoticeTown.KEY, "断水します");
            assertThat(one.logged(secrets)).isEmpty();
            assertThat(two.logged(secrets)).isEmpty();
        }
    }

    private static Subscriber begin(Subscriptions subscriptions, int number) {
        var address = new Address(FakeLine.CHANNEL, NoticeTown.user(NAME, number));
        var town = new MunicipalityId("nishitokyo");
        return subscriptions.begin(NAME + number, address, town, Language.JAPANESE, Subject.AREA_NOTICES);
    }

    private void leave(Subscriptions subscriptions, int number) {
        if (subscriptions.stop(NAME + number)) gone.put(NoticeTown.user(NAME, number), System.nanoTime());
    }

    private static Outgoing outgoing() {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new Outgoing(
                "fault",
                Outgoing.Kind.AREA_NOTICE,
                new MunicipalityId("nishitokyo"),
                Map.of(Language.JAPANESE, List.of(new Message.Text("断水します"))),
                now.minusSeconds(60),
                now.plus(Duration.ofHours(6)));
    }

    private static Map<String, Object> settings(FakeLine line, Map<String, Object> database) {
        Map<String, Object> settings = new HashMap<>(line.settings());
        settings.putAll(database);
        settings.put("subscriptions.key", NoticeTown.KEY);
        return settings;
    }

    private static Map<String, String> environment(FakeLine line, Map<String, Object> database) {
        var environment = new HashMap<>(Map.of(
                "LINE_API_URL",
                line.apiUrl().toString(),
                "LINE_CHANNEL_SECRET",
                FakeLine.SECRET,
                "LINE_CHANNEL_TOKEN",
                FakeLine.TOKEN,
                "LINE_TIMEOUT",
                "1s",
                "TSUNAGU_SUBSCRIPTIONS_KEY",
                NoticeTown.KEY,
                "NOTICES_SENDING_BATCH",
                LONG ? "20" : "100",
                "NOTICES_SENDING_LEASE",
                "3s",
                "NOTICES_SENDING_SAME_BODY",
                "2s",
                "NOTICES_SENDING_MOST_FAILURES",
                "1000"));
        environment.put("NOTICES_SENDING_QUIET_FROM", "00:00");
        environment.put("NOTICES_SENDING_QUIET_UNTIL", "00:00");
        environment.put("NOTICES_SENDING_POLL", "200ms");
        environment.put("NOTICES_SENDING_PER_SECOND", "10");
        environment.put("NOTICES_SENDING_AT_ONCE", "2");
        database.forEach(
                (key, value) -> environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        return environment;
    }

    /** What LINE does with requests: 60 of 100 are taken. */
    private synchronized Trouble weather() {
        int any = random.nextInt(100);
        if (any < 55) return null;
        if (any < 65) return Trouble.RATE_LIMIT;
        if (any < 77) return Trouble.ERROR_500;
        if (any < 82) return Trouble.HTML_502;
        if (any < 88) return Trouble.HANG;
        return any < 95 ? Trouble.TAKE_AND_HANG : Trouble.SLOW;
    }

    /** Kills the nodes in turn at even steps of the way, while residents opt out. */
    private void rage(FakeLine line, Outbox outbox, long id, Subscriptions subscriptions, Node... nodes) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        for (int kill = 1; kill <= KILLS; kill++) {
            long goal = (long) RESIDENTS * kill / (KILLS + 2);
            while (line.multicast().taken().stream()
                            .mapToInt(request -> request.to().size())
                            .sum()
                    < goal) {
                assertThat(System.nanoTime()).as("it stands still").isLessThan(end);
                leaveSome(subscriptions);
                Node.pause(30);
            }
            Node victim = nodes[kill % nodes.length];
            victim.kill();
            victim.begin();
        }
    }

    private void leaveSome(Subscriptions subscriptions) {
        leave(subscriptions, random.nextInt(RESIDENTS));
    }

    private Progress awaitEnd(Outbox outbox, long id, Subscriptions subscriptions) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            Progress progress = outbox.findProgress(id).orElseThrow();
            if (!progress.isOpen()) return progress;
            assertThat(System.nanoTime()).as("still open: %s", progress).isLessThan(end);
            leaveSome(subscriptions);
            Node.pause(100);
        }
    }

    private void hold(FakeLine line, Progress progress, long start) {
        List<Request> requests = line.multicast().requests();
        Map<String, Integer> received = line.multicast().received();
        Map<String, Long> firstTried = new HashMap<>();
        requests.stream()
                .sorted(Comparator.comparingLong(Request::at))
                .forEach(request -> request.to().forEach(user -> firstTried.putIfAbsent(user, request.at())));
        Set<String> twice = new HashSet<>();
        Set<String> unwanted = new HashSet<>();
        Set<String> missed = new HashSet<>();
        int window = 0;
        for (int i = 0; i < RESIDENTS; i++) {
            String user = NoticeTown.user(NAME, i);
            int count = received.getOrDefault(user, 0);
            Optional<Long> left = Optional.ofNullable(gone.get(user));
            if (count > 1) twice.add(user);
            if (count == 0 && left.isEmpty()) missed.add(user);
            if (count == 0 || left.isEmpty()) continue;
            if (firstTried.get(user) - left.get() > MOMENT.toNanos()) unwanted.add(user);
            else if (takenAt(line, user) > left.get()) window++;
        }
        System.out.printf(
                "notice fault test on PostgreSQL, two nodes: %d recipients, %d opted out, %d requests (%s), %d kills,"
                        + " %d s: %d got it, %d twice, %d though opted out, %d missed; %d opted out while their request"
                        + " was under way and got it; report %s%n",
                RESIDENTS,
                gone.size(),
                requests.size(),
                statuses(requests),
                KILLS,
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                received.size(),
                twice.size(),
                unwanted.size(),
                missed.size(),
                window,
                progress.counts());
        assertThat(twice).as("got two").isEmpty();
        assertThat(unwanted).as("got one though they had opted out").isEmpty();
        assertThat(missed).as("got none").isEmpty();
        assertThat(line.multicast().changed())
                .as("under the same key to others than before: only without who has opted out")
                .allSatisfy(request -> assertThat(others(requests, request)).isSubsetOf(gone.keySet()));
        assertThat(progress.total()).isEqualTo(RESIDENTS);
        assertThat(progress.count(Recipient.SENT) + progress.count(Recipient.OPTED_OUT))
                .isEqualTo(RESIDENTS);
        assertThat(progress.count(Recipient.OPTED_OUT)).isPositive();
    }

    private static long takenAt(FakeLine line, String user) {
        return line.multicast().taken().stream()
                .filter(request -> request.to().contains(user))
                .findFirst()
                .orElseThrow()
                .at();
    }

    /** Who was named by the first request of the key and is not by this one, or the other way round. */
    private static Set<String> others(List<Request> requests, Request changed) {
        Request first = requests.stream()
                .filter(request -> request.retryKey().equals(changed.retryKey()))
                .findFirst()
                .orElseThrow();
        var differing = new HashSet<>(first.to());
        differing.removeAll(changed.to());
        var added = new HashSet<>(changed.to());
        added.removeAll(first.to());
        differing.addAll(added);
        return differing;
    }

    private static Map<Integer, Long> statuses(List<Request> requests) {
        var counts = new TreeMap<Integer, Long>();
        requests.forEach(request -> counts.merge(request.status(), 1L, Long::sum));
        return counts;
    }
}
