package tsunagu.staff;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tsunagu.keeping.Expiry;
import tsunagu.secret.Tokens;
import tsunagu.staff.secret.GuessLimits;
import tsunagu.staff.secret.Passwords;
import tsunagu.staff.store.AccountRepository;
import tsunagu.staff.store.AccountRow;
import tsunagu.staff.store.SessionRepository;
import tsunagu.staff.store.SessionRow;

/**
 * Signing in and out. A sign-in is a row in the database, so that it holds on every copy and its end is real; the
 * browser has a token, of which the row knows the hash.
 */
@Singleton
public class SignIns implements Expiry {
    /** Written down no more often than this. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final GuessLimits limits;
    private final AuditTrail trail;
    private final StaffSettings settings;
    private final Clock clock;

    SignIns(
            AccountRepository accounts,
            SessionRepository sessions,
            Passwords passwords,
            GuessLimits limits,
            AuditTrail trail,
            StaffSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a try to sign in. */
    public sealed interface Outcome {}

    /** The browser is to keep the token. */
    public record Welcome(Member member, String token) implements Outcome {}

    /** Login or password are not right; which of them is not told. */
    public record Wrong() implements Outcome {}

    /** Tried too often: the next try is allowed after this time. */
    public record TooOften(Duration remaining) implements Outcome {}

    /**
     * A sign-in that is still good.
     *
     * @param session its key
     * @param flash what to say on the next page
     */
    public record SignedIn(Member member, String session, Optional<String> flash) {}

    /** @param address where the request came from */
    public Outcome signIn(String login, String password, String address) {
        boolean possible =
                login.length() <= Invitations.LONGEST_LOGIN && password.length() <= Invitations.LONGEST_PASSWORD;
        String key = possible ? Invitations.key(login) : "";
        Optional<Duration> wait = limits.takeOne(key, address);
        if (wait.isPresent()) return new TooOften(wait.get());
        if (!possible) return new Wrong();
        Optional<AccountRow> account =
                accounts.findByLoginKey(key).filter(row -> row.active() && row.passwordHash() != null);
        if (account.isEmpty()) {
            passwords.pretend(password);
            return new Wrong();
        }
        if (!passwords.matches(password, account.get().passwordHash())) return new Wrong();
        limits.giveBack(key, address);
        return new Welcome(member(account.get()), begin(account.get(), "サインイン"));
    }

    /** Somebody the town's directory has vouched for; empty where no account of that name is open. */
    public Optional<Welcome> signInByDirectory(String login) {
        return accounts.findByLoginKey(Invitations.key(login))
                .filter(AccountRow::active)
                .map(account -> new Welcome(member(account), begin(account, "庁内の認証でサインイン")));
    }

    private String begin(AccountRow account, String how) {
        Instant now = clock.instant();
        String token = Tokens.random();
        sessions.save(new SessionRow(Tokens.hash(token), account.id(), now, now, now.plus(settings.longest()), null));
        accounts.signedIn(account.id(), now);
        trail.record(member(account), Optional.ofNullable(account.municipality()), how, account.login(), "");
        return token;
    }

    /** Who a token belongs to; empty where the sign-in has ended, or never was. */
    public Optional<SignedIn> recognise(String token) {
        Instant now = clock.instant();
        String key = Tokens.hash(token);
        return sessions.findById(key)
                .filter(row -> row.endsAt().isAfter(now)
                        && row.lastSeenAt().plus(settings.idle()).isAfter(now))
                .flatMap(row -> accounts.findById(row.account())
                        .filter(AccountRow::active)
                        .map(account -> {
                            if (row.lastSeenAt().plus(SEEN_AGAIN).isBefore(now)) sessions.seen(key, now);
                            return new SignedIn(member(account), key, Optional.ofNullable(row.flash()));
                        }));
    }

    @Override
    public Map<String, Long> deleteExpired() {
        Instant now = clock.instant();
        return Map.of("終わったサインイン", sessions.deleteEnded(now, now.minus(settings.idle())));
    }

    /** @param session key of the sign-in */
    public void signOut(String session) {
        sessions.deleteById(session);
    }

    /** Says something on the next page of this sign-in; empty to say nothing any more. */
    public void tell(String session, Optional<String> flash) {
        sessions.tell(
                session,
                flash.map(text -> text.substring(0, Math.min(text.length(), 500)))
                        .orElse(null));
    }

    /**
     * Chooses another password; every other browser of this account is signed out.
     *
     * @return what is wrong with the new one; {@link Invitations.Acceptance#NOT_VALID} where the old one is not right
     */
    @Transactional
    public Invitations.Acceptance changePassword(Member member, String session, String old, String chosen) {
        AccountRow account = accounts.findById(member.id()).orElseThrow();
        boolean isTheirs = account.passwordHash() != null
                && old.length() <= Invitations.LONGEST_PASSWORD
                && limits.takeOne(account.loginKey(), "").isEmpty()
                && passwords.matches(old, account.passwordHash());
        if (!isTheirs) return Invitations.Acceptance.NOT_VALID;
        limits.giveBack(account.loginKey(), "");
        Optional<Invitations.Acceptance> weak = Invitations.weakness(account.login(), chosen);
        if (weak.isPresent()) return weak.get();
        accounts.changePassword(account.id(), passwords.hash(chosen));
        sessions.deleteOthers(account.id(), session);
        trail.record(member, member.municipality(), "パスワードを変更", account.login(), "");
        return Invitations.Acceptance.ACCEPTED;
    }

    /** A token for a browser that is not signed in, by which its forms are recognised. */
    public static String newVisit() {
        return Tokens.random();
    }

    /** What a form of ours sends from the browser that holds a token, of a sign-in or of a visit. */
    public static String formToken(String token) {
        return Tokens.hash("form " + token);
    }

    /** Whether a form that was sent is one of ours, shown to the browser that holds the token. */
    public static boolean isFormToken(String token, String sent) {
        return Tokens.areEqual(formToken(token), sent);
    }

    private static Member member(AccountRow row) {
        return new Member(
                row.id(),
                row.name(),
                Role.findByKey(row.role()).orElseThrow(),
                Optional.ofNullable(row.municipality()));
    }
}
