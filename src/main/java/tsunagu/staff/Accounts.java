package tsunagu.staff;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.staff.store.AccountRepository;
import tsunagu.staff.store.AccountRow;
import tsunagu.staff.store.SessionRepository;

/** The accounts of staff: who there is, and what an administrator may change about them. */
@Singleton
public class Accounts {
    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final AuditTrail trail;

    Accounts(AccountRepository accounts, SessionRepository sessions, AuditTrail trail) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * One account.
     *
     * @param login what is typed to sign in
     * @param active whether it may sign in
     */
    public record Account(
            UUID id,
            String login,
            String name,
            Role role,
            Optional<String> municipality,
            boolean active,
            Optional<Instant> lastSignInAt) {}

    /** What became of a change. */
    public enum Outcome {
        CHANGED,
        /** There is no such account among those this administrator looks after. */
        NOT_FOUND,
        /** They may not give more than they have, and nobody changes their own account. */
        NOT_ALLOWED,
        /** The last administrator of all municipalities stays one. */
        LAST_ADMINISTRATOR
    }

    /** Those an administrator looks after: of their municipality, or all. */
    public List<Account> listAccounts(Member administrator) {
        return administrator
                .municipality()
                .map(accounts::listByMunicipalityOrderByLoginKey)
                .orElseGet(accounts::listOrderByLoginKey)
                .stream()
                .map(Accounts::account)
                .toList();
    }

    /** One of those an administrator looks after. */
    public Optional<Account> findAccount(Member administrator, UUID id) {
        return accounts.findById(id)
                .map(Accounts::account)
                .filter(account -> looksAfter(administrator, account.municipality()));
    }

    /** Whether an administrator may give out, or change, accounts of this municipality (empty: of all). */
    public static boolean looksAfter(Member administrator, Optional<String> municipality) {
        return administrator.may(Role.ADMINISTRATOR)
                && (administrator.worksForAll() || administrator.municipality().equals(municipality));
    }

    /** Gives an account another role, municipality, or right to sign in; who may no longer is signed out at once. */
    @Transactional
    public Outcome change(Member administrator, UUID id, Role role, Optional<String> municipality, boolean active) {
        Optional<AccountRow> found =
                accounts.findById(id).filter(row -> looksAfter(administrator, Optional.ofNullable(row.municipality())));
        if (found.isEmpty()) return Outcome.NOT_FOUND;
        if (id.equals(administrator.id()) || !looksAfter(administrator, municipality)) return Outcome.NOT_ALLOWED;
        AccountRow before = found.get();
        boolean remains = active && role == Role.ADMINISTRATOR && municipality.isEmpty();
        if (isAdministratorOfAll(before) && !remains && accounts.countAdministratorsOfAll() <= 1) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        accounts.update(new AccountRow(
                id,
                before.login(),
                before.loginKey(),
                before.name(),
                role.key(),
                municipality.orElse(null),
                before.passwordHash(),
                active,
                before.createdAt(),
                before.lastSignInAt()));
        if (!active) sessions.deleteByAccount(id);
        String detail = "権限: " + role.label() + "、担当: " + municipality.orElse("すべて") + (active ? "" : "、利用停止");
        trail.record(administrator, municipality, "職員を変更", before.login(), detail);
        return Outcome.CHANGED;
    }

    private static boolean isAdministratorOfAll(AccountRow row) {
        return row.active() && row.municipality() == null && row.role().equals(Role.ADMINISTRATOR.key());
    }

    private static Account account(AccountRow row) {
        return new Account(
                row.id(),
                row.login(),
                row.name(),
                Role.findByKey(row.role()).orElseThrow(),
                Optional.ofNullable(row.municipality()),
                row.active(),
                Optional.ofNullable(row.lastSignInAt()));
    }
}
