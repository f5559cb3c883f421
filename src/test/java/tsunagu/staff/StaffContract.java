package tsunagu.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.Databases;
import tsunagu.HandClock;
import tsunagu.HandClockFactory;
import tsunagu.limits.RateLimit;
import tsunagu.limits.RateLimits;
import tsunagu.staff.Invitations.Acceptance;
import tsunagu.staff.secret.GuessLimits;
import tsunagu.staff.secret.Passwords;
import tsunagu.staff.store.AccountRepository;
import tsunagu.staff.store.InvitationRepository;
import tsunagu.staff.store.SessionRepository;

/** Accounts, invitations, sign-ins and the trail, as every database must keep them. */
abstract class StaffContract {
    private static final String PASSWORD = "とても長いパスワードです";
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final StaffSettings SETTINGS =
            new StaffSettings(Duration.ofMinutes(60), Duration.ofHours(12), Duration.ofHours(48), false);

    private final Passwords passwords = new Passwords();
    private ApplicationContext copy;
    private HandClock clock;

    abstract Databases database();

    @BeforeEach
    void start() {
        var settings = new HashMap<>(database().settings());
        settings.put(HandClockFactory.BEGIN, NOW.toString());
        copy = ApplicationContext.run(settings);
        clock = copy.getBean(HandClock.class);
    }

    @AfterEach
    void stop() {
        copy.close();
    }

    private AuditTrail trail() {
        return copy.getBean(AuditTrail.class);
    }

    private Invitations invitations() {
        return new Invitations(
                copy.getBean(AccountRepository.class),
                copy.getBean(InvitationRepository.class),
                copy.getBean(SessionRepository.class),
                passwords,
                trail(),
                SETTINGS,
                clock);
    }

    /** As another copy beside the same database has it. */
    private SignIns signIns() {
        return new SignIns(
                copy.getBean(AccountRepository.class),
                copy.getBean(SessionRepository.class),
                passwords,
                new GuessLimits(copy.getBean(RateLimits.class)),
                trail(),
                SETTINGS,
                clock);
    }

    private static String token(String path) {
        return path.substring(Invitations.PATH.length());
    }

    private void register(String login, Role role, String municipality) {
        String path = invitations().inviteFromCommandLine(role, Optional.ofNullable(municipality));
        assertThat(invitations().accept(token(path), login, login, PASSWORD)).isEqualTo(Acceptance.ACCEPTED);
    }

    private SignIns.Welcome welcome(SignIns signIns, String login) {
        return (SignIns.Welcome) signIns.signIn(login, PASSWORD, "192.0.2.1");
    }

    @Test
    void theFirstLinkEndsWithTheFirstAdministratorAlsoWhereSeveralWereGivenOut() {
        String one = token(invitations().inviteFirst().orElseThrow());
        String other = token(invitations().inviteFirst().orElseThrow());
        assertThat(invitations().accept(one, "hanako", "花子", PASSWORD)).isEqualTo(Acceptance.ACCEPTED);
        assertThat(invitations().findInvitation(other)).isEmpty();
        assertThat(invitations().accept(other, "taro", "太郎", PASSWORD)).isEqualTo(Acceptance.NOT_VALID);
        assertThat(invitations().inviteFirst()).isEmpty();
    }

    @Test
    void anInvitationEndsAfterItsTime() {
        String token = token(invitations().inviteFromCommandLine(Role.VIEWER, Optional.empty()));
        clock.pass(Duration.ofHours(47));
        assertThat(invitations().findInvitation(token)).isPresent();
        clock.pass(Duration.ofHours(1));
        assertThat(invitations().accept(token, "a", "a", PASSWORD)).isEqualTo(Acceptance.NOT_VALID);
    }

    @Test
    void loginsThatLookAlikeAreTheSame() {
        register("Hanako", Role.VIEWER, null);
        String token = token(invitations().inviteFromCommandLine(Role.VIEWER, Optional.empty()));
        assertThat(invitations().accept(token, "ｈａｎａｋｏ", "別の花子", PASSWORD)).isEqualTo(Acceptance.LOGIN_TAKEN);
        assertThat(welcome(signIns(), " HANAKO").member().name()).isEqualTo("Hanako");
    }

    @Test
    void ofTwoWhoChooseTheSameLoginAtOnceOneIsAskedForAnother() throws Exception {
        List<String> tokens = Stream.generate(() -> invitations().inviteFromCommandLine(Role.VIEWER, Optional.empty()))
                .limit(4)
                .map(StaffContract::token)
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Acceptance>> tries = tokens.stream()
                    .map(token -> (Callable<Acceptance>) () -> invitations().accept(token, "hanako", "花子", PASSWORD))
                    .toList();
            var outcomes = new ArrayList<Acceptance>();
            for (var each : threads.invokeAll(tries)) outcomes.add(each.get());
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            Acceptance.ACCEPTED,
                            Acceptance.LOGIN_TAKEN,
                            Acceptance.LOGIN_TAKEN,
                            Acceptance.LOGIN_TAKEN);
            assertThat(tokens)
                    .filteredOn(token -> invitations().findInvitation(token).isPresent())
                    .as("links that still work")
                    .hasSize(3);
        }
    }

    @Test
    void aSignInEndsWhenIdleAndAfterTheLongestTimeWhateverHappens() {
        register("a", Role.VIEWER, null);
        String idle = welcome(signIns(), "a").token();
        String busy = welcome(signIns(), "a").token();
        for (int i = 0; i < 14; i++) {
            clock.pass(Duration.ofMinutes(50));
            assertThat(signIns().recognise(busy))
                    .as("after %d times 50 minutes", i + 1)
                    .isPresent();
        }
        assertThat(signIns().recognise(idle)).isEmpty();
        clock.pass(Duration.ofMinutes(20));
        assertThat(signIns().recognise(busy)).isEmpty();
        assertThat(signIns().recognise("made-up")).isEmpty();
    }

    @Test
    void anotherPasswordEndsTheOtherSignInsAndBlockingEndsAll() {
        register("boss", Role.ADMINISTRATOR, null);
        register("a", Role.VIEWER, null);
        var here = welcome(signIns(), "a");
        var elsewhere = welcome(signIns(), "a");
        String session = signIns().recognise(here.token()).orElseThrow().session();

        assertThat(signIns().changePassword(here.member(), session, "wrong", "another long one"))
                .isEqualTo(Acceptance.NOT_VALID);
        assertThat(signIns().changePassword(here.member(), session, PASSWORD, "short"))
                .isEqualTo(Acceptance.PASSWORD_TOO_SHORT);
        assertThat(signIns().changePassword(here.member(), session, PASSWORD, "another long one"))
                .isEqualTo(Acceptance.ACCEPTED);
        assertThat(signIns().recognise(elsewhere.token())).isEmpty();
        assertThat(signIns().recognise(here.token())).isPresent();
        assertThat(signIns().signIn("a", PASSWORD, "192.0.2.1")).isEqualTo(new SignIns.Wrong());

        var boss = welcome(signIns(), "boss").member();
        var accounts = copy.getBean(Accounts.class);
        assertThat(accounts.change(boss, here.member().id(), Role.VIEWER, Optional.empty(), false))
                .isEqualTo(Accounts.Outcome.CHANGED);
        assertThat(signIns().recognise(here.token())).isEmpty();
        assertThat(signIns().signIn("a", "another long one", "192.0.2.1")).isEqualTo(new SignIns.Wrong());
    }

    @Test
    void theLastAdministratorOfAllStays() {
        register("boss", Role.ADMINISTRATOR, null);
        register("other", Role.ADMINISTRATOR, null);
        var boss = welcome(signIns(), "boss").member();
        var other = welcome(signIns(), "other").member();
        var accounts = copy.getBean(Accounts.class);
        assertThat(accounts.change(boss, boss.id(), Role.VIEWER, Optional.empty(), true))
                .isEqualTo(Accounts.Outcome.NOT_ALLOWED);
        assertThat(accounts.change(boss, other.id(), Role.VIEWER, Optional.empty(), true))
                .isEqualTo(Accounts.Outcome.CHANGED);
        assertThat(accounts.change(other, boss.id(), Role.VIEWER, Optional.empty(), true))
                .as("by one who was administrator a moment ago")
                .isEqualTo(Accounts.Outcome.LAST_ADMINISTRATOR);
    }

    @Test
    void guessingIsLimitedForAnAccountAndForAnAddressOnAllCopiesTogetherAndTimeHeals() {
        register("a", Role.VIEWER, null);
        for (int i = 0; i < 10; i++) {
            assertThat(signIns().signIn("a", "guess", "192.0.2." + i)).isEqualTo(new SignIns.Wrong());
        }
        assertThat(signIns().signIn("a", PASSWORD, "198.51.100.1")).isInstanceOf(SignIns.TooOften.class);
        for (int i = 0; i < 50; i++) signIns().signIn("nobody-" + i, "guess".repeat(99), "203.0.113.9");
        assertThat(signIns().signIn("b", "guess", "203.0.113.9")).isInstanceOf(SignIns.TooOften.class);
        assertThat(signIns().signIn("b", "guess", "203.0.113.10")).isEqualTo(new SignIns.Wrong());
        clock.pass(Duration.ofMinutes(2));
        assertThat(signIns().signIn("a", PASSWORD, "198.51.100.1")).isInstanceOf(SignIns.Welcome.class);
    }

    @Test
    void manyGuessesAtTheSameMomentAreCountedOneByOne() throws Exception {
        RateLimit limit = copy.getBean(RateLimits.class).of("test", 5, Duration.ofHours(1));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Optional<Duration>>> tries = Collections.nCopies(20, () -> limit.take("a"));
            var allowed = 0;
            for (var each : threads.invokeAll(tries)) allowed += each.get().isEmpty() ? 1 : 0;
            assertThat(allowed).isEqualTo(5);
        }
        assertThat(limit.take("b")).as("somebody else").isEmpty();
        clock.pass(Duration.ofMinutes(13));
        assertThat(limit.take("a")).as("a fifth of the time").isEmpty();
        assertThat(limit.take("a")).isPresent();
        clock.pass(Duration.ofHours(2));
        assertThat(copy.getBean(RateLimits.class).deleteExpired().values()).containsExactly(2L);
    }

    @Test
    void neitherPasswordsNorTokensAreStoredAsTheyAre() {
        register("a", Role.VIEWER, null);
        String token = welcome(signIns(), "a").token();
        assertThat(copy.getBean(AccountRepository.class).findAll())
                .allSatisfy(row -> assertThat(row.passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(copy.getBean(SessionRepository.class).findAll())
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain(token));
    }

    @Test
    void theTrailIsReadPageByPageEachMunicipalityForItself() {
        register("boss", Role.ADMINISTRATOR, null);
        var boss = welcome(signIns(), "boss").member();
        IntStream.range(0, 5)
                .forEach(i -> trail().record(boss, Optional.of("machida"), "試し", "その" + i, "x".repeat(9999)));
        List<AuditTrail.Line> first = trail().listLines(Optional.of("machida"), Optional.empty(), 3);
        assertThat(first).extracting(AuditTrail.Line::subject).containsExactly("その4", "その3", "その2");
        assertThat(trail().listLines(
                                Optional.of("machida"),
                                Optional.of(first.getLast().id()),
                                3))
                .extracting(AuditTrail.Line::subject)
                .containsExactly("その1", "その0");
        assertThat(trail().listLines(Optional.empty(), Optional.empty(), 99))
                .extracting(AuditTrail.Line::action)
                .contains("サインイン", "招待から登録", "職員を招待");
        assertThat(trail().listLines(Optional.of("nishitokyo"), Optional.empty(), 3))
                .isEmpty();
    }
}
