package tsunagu.staff;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tsunagu.secret.Tokens;
import tsunagu.staff.secret.Passwords;
import tsunagu.staff.store.AccountRepository;
import tsunagu.staff.store.AccountRow;
import tsunagu.staff.store.InvitationRepository;
import tsunagu.staff.store.InvitationRow;
import tsunagu.staff.store.SessionRepository;
import tsunagu.text.Folding;

/** Links that can be used once, for a limited time: to make an account, or to choose a new password. */
@Singleton
public class Invitations {
    /** A link is this and its token. */
    public static final String PATH = "/console/set-up/";

    public static final int LONGEST_LOGIN = 100;
    public static final int LONGEST_NAME = 100;
    public static final int SHORTEST_PASSWORD = 12;
    public static final int LONGEST_PASSWORD = 200;

    private final AccountRepository accounts;
    private final InvitationRepository invitations;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final StaffSettings settings;
    private final Clock clock;

    Invitations(
            AccountRepository accounts,
            InvitationRepository invitations,
            SessionRepository sessions,
            Passwords passwords,
            AuditTrail trail,
            StaffSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.sessions = sessions;
        this.passwords = passwords;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a link offers.
     *
     * @param login whose password is chosen anew; empty for a new account
     */
    public record Invitation(Role role, Optional<String> municipality, Optional<String> login, Instant expiresAt) {}

    /** What became of accepting an invitation. */
    public enum Acceptance {
        ACCEPTED,
        /** Used, expired, or never given. */
        NOT_VALID,
        LOGIN_MISSING,
        LOGIN_TOO_LONG,
        LOGIN_TAKEN,
        NAME_MISSING,
        NAME_TOO_LONG,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_IS_LOGIN
    }

    /** A link for the first administrator; empty once there is one. The path is a secret: print it, do not log it. */
    @Transactional
    public Optional<String> inviteFirst() {
        if (accounts.countAdministratorsOfAll() > 0) return Optional.empty();
        return Optional.of(make(Role.ADMINISTRATOR, Optional.empty(), null, "つなぐ"));
    }

    /** A link from the command line, where whoever may run commands may do anything. */
    @Transactional
    public String inviteFromCommandLine(Role role, Optional<String> municipality) {
        String by = "コマンド staff invite";
        trail.record(by, municipality, "職員を招待", "権限: " + role.label());
        return make(role, municipality, null, by);
    }

    /** A link for a colleague; empty where this administrator may not give so much. */
    @Transactional
    public Optional<String> invite(Member administrator, Role role, Optional<String> municipality) {
        if (!Accounts.looksAfter(administrator, municipality)) return Optional.empty();
        trail.record(administrator, municipality, "職員を招待", "権限: " + role.label(), "");
        return Optional.of(make(role, municipality, null, administrator.name()));
    }

    /** A link by which the owner of an account chooses a new password; empty where it is none of theirs. */
    @Transactional
    public Optional<String> inviteToNewPassword(Member administrator, UUID account) {
        return accounts.findById(account)
                .filter(row -> Accounts.looksAfter(administrator, Optional.ofNullable(row.municipality())))
                .map(row -> {
                    Optional<String> municipality = Optional.ofNullable(row.municipality());
                    trail.record(administrator, municipality, "パスワードの決め直しを案内", row.login(), "");
                    Role role = Role.findByKey(row.role()).orElseThrow();
                    return make(role, municipality, account, administrator.name());
                });
    }

    /** What the link with this token offers, if it still does. */
    public Optional<Invitation> findInvitation(String token) {
        return invitations.findById(Tokens.hash(token)).filter(this::isOpen).map(row -> {
            Optional<String> login = Optional.ofNullable(row.account())
                    .flatMap(id -> accounts.findById(id))
                    .map(AccountRow::login);
            return new Invitation(
                    Role.findByKey(row.role()).orElseThrow(),
                    Optional.ofNullable(row.municipality()),
                    login,
                    row.expiresAt());
        });
    }

    /** Makes the account, or gives it its new password, and uses the invitation up; of two at once, one succeeds. */
    @Transactional
    public Acceptance accept(String token, String login, String name, String password) {
        Optional<InvitationRow> found = invitations.findById(Tokens.hash(token)).filter(this::isOpen);
        if (found.isEmpty()) return Acceptance.NOT_VALID;
        InvitationRow invitation = found.get();
        return invitation.account() == null
                ? makeAccount(invitation, clean(login), clean(name), Optional.of(password))
                : renewPassword(invitation, password);
    }

    /** Makes an account without a password for somebody the town's directory has vouched for. */
    @Transactional
    public Acceptance acceptByDirectory(String token, String login, String name) {
        return invitations
                .findById(Tokens.hash(token))
                .filter(this::isOpen)
                .filter(invitation -> invitation.account() == null)
                .map(invitation -> makeAccount(invitation, clean(login), clean(name), Optional.empty()))
                .orElse(Acceptance.NOT_VALID);
    }

    private Acceptance makeAccount(InvitationRow invitation, String login, String name, Optional<String> password) {
        String key = key(login);
        if (key.isEmpty()) return Acceptance.LOGIN_MISSING;
        if (login.length() > LONGEST_LOGIN) return Acceptance.LOGIN_TOO_LONG;
        if (name.isEmpty()) return Acceptance.NAME_MISSING;
        if (name.length() > LONGEST_NAME) return Acceptance.NAME_TOO_LONG;
        if (password.isPresent()) {
            Optional<Acceptance> weak = weakness(login, password.get());
            if (weak.isPresent()) return weak.get();
        }
        if (accounts.findByLoginKey(key).isPresent()) return Acceptance.LOGIN_TAKEN;
        UUID id = UUID.randomUUID();
        int made = accounts.insertWhereFree(
                id,
                login,
                key,
                name,
                invitation.role(),
                invitation.municipality(),
                password.map(passwords::hash).orElse(null),
                clock.instant());
        if (made == 0) return Acceptance.LOGIN_TAKEN;
        if (invitations.use(invitation.tokenHash(), clock.instant()) == 0) {
            accounts.deleteById(id);
            return Acceptance.NOT_VALID;
        }
        trail.record(name, Optional.ofNullable(invitation.municipality()), "招待から登録", login);
        return Acceptance.ACCEPTED;
    }

    private Acceptance renewPassword(InvitationRow invitation, String password) {
        AccountRow account = accounts.findById(invitation.account()).orElseThrow();
        Optional<Acceptance> weak = weakness(account.login(), password);
        if (weak.isPresent()) return weak.get();
        if (invitations.use(invitation.tokenHash(), clock.instant()) == 0) return Acceptance.NOT_VALID;
        accounts.changePassword(account.id(), passwords.hash(password));
        sessions.deleteByAccount(account.id());
        trail.record(account.name(), Optional.ofNullable(account.municipality()), "パスワードを決め直し", account.login());
        return Acceptance.ACCEPTED;
    }

    /** Databases refuse NUL, and what cannot be seen can make two names look alike. */
    private static String clean(String typed) {
        return typed.replaceAll("\\p{Cntrl}", "").strip();
    }

    static Optional<Acceptance> weakness(String login, String password) {
        if (password.length() < SHORTEST_PASSWORD) return Optional.of(Acceptance.PASSWORD_TOO_SHORT);
        if (password.length() > LONGEST_PASSWORD) return Optional.of(Acceptance.PASSWORD_TOO_LONG);
        if (key(password).equals(key(login))) return Optional.of(Acceptance.PASSWORD_IS_LOGIN);
        return Optional.empty();
    }

    /** Logins that look alike are the same. */
    static String key(String login) {
        return Folding.name(login);
    }

    private boolean isOpen(InvitationRow row) {
        boolean isFirst = row.account() == null && row.invitedBy().equals("つなぐ");
        return row.usedAt() == null
                && row.expiresAt().isAfter(clock.instant())
                && !(isFirst && accounts.countAdministratorsOfAll() > 0);
    }

    private String make(Role role, Optional<String> municipality, UUID account, String by) {
        Instant now = clock.instant();
        invitations.deleteByExpiresAtBefore(now);
        String token = Tokens.random();
        invitations.save(new InvitationRow(
                Tokens.hash(token),
                role.key(),
                municipality.orElse(null),
                account,
                by,
                now,
                now.plus(settings.invitation()),
                null));
        return PATH + token;
    }
}
