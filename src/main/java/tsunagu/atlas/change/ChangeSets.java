package tsunagu.atlas.change;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagu.areas.Municipalities;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/**
 * Sets of changes: writing, approving, withdrawing. Each step is taken by one transaction together with its line in the
 * trail; what holds afterwards, this copy answers by when the step returns.
 */
@Singleton
public class ChangeSets {
    private final ChangeSetRepository sets;
    private final Municipalities municipalities;
    private final SqlRepository sql;
    private final AuditTrail trail;
    private final AtlasSettings settings;
    private final Clock clock;

    ChangeSets(
            ChangeSetRepository sets,
            Municipalities municipalities,
            SqlRepository sql,
            AuditTrail trail,
            AtlasSettings settings,
            Clock clock) {
        this.sets = sets;
        this.municipalities = municipalities;
        this.sql = sql;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a step. */
    public enum Outcome {
        DONE,
        /** A colleague was first. */
        CONFLICT,
        /** Their role, or the set's state, does not allow it. */
        NOT_ALLOWED,
        /** Whoever wrote it may not approve it. */
        FOUR_EYES
    }

    /** What a set is to say. */
    public record Draft(
            String municipality,
            ChangeSet.Kind kind,
            String title,
            LocalDate effectiveOn,
            Origin origin,
            Contents contents) {}

    public ChangeSet create(Draft draft, Member by) {
        if (!by.may(Role.EDITOR) || !by.worksFor(draft.municipality()))
            throw new IllegalArgumentException("not theirs");
        return sql.inOneTransaction(() -> {
            ChangeSet set = get(sets.insert(set(draft, Optional.of(by.id()), by.name())));
            record(by, set, "作成");
            return set;
        });
    }

    /** The same by a command, where nobody is signed in: approved at once. */
    public ChangeSet createApproved(Draft draft, String by) {
        ChangeSet created = sql.inOneTransaction(() -> {
            ChangeSet set = get(sets.insert(set(draft, Optional.empty(), by)));
            sets.approve(set, by, clock.instant());
            sets.grow();
            trail.record(by, Optional.of(set.municipality()), "区域：取り込み", subject(set));
            return get(set.id());
        });
        municipalities.follow();
        return created;
    }

    private ChangeSet set(Draft draft, Optional<UUID> by, String name) {
        return new ChangeSet(
                0,
                draft.municipality(),
                draft.kind(),
                draft.title(),
                draft.effectiveOn(),
                ChangeSet.State.DRAFT,
                1,
                draft.contents().size(),
                draft.origin(),
                draft.contents(),
                by,
                name,
                clock.instant(),
                Optional.empty());
    }

    /** Another draft in its place. */
    public Outcome save(ChangeSet seen, Draft draft, Member by) {
        if (seen.state() != ChangeSet.State.DRAFT || !by.may(Role.EDITOR)) return Outcome.NOT_ALLOWED;
        return step(seen, by, "変更", () -> sets.save(seen, set(draft, Optional.of(by.id()), by.name())));
    }

    /** From its day on, or at once where that has come, residents are told it. */
    public Outcome approve(ChangeSet seen, Member by) {
        if (seen.state() != ChangeSet.State.DRAFT || !by.may(Role.APPROVER)) return Outcome.NOT_ALLOWED;
        if (settings.fourEyes() && seen.editedBy().filter(by.id()::equals).isPresent()) return Outcome.FOUR_EYES;
        return step(seen, by, "承認", () -> sets.approve(seen, by.name(), clock.instant()));
    }

    /** What held before it holds again. */
    public Outcome withdraw(ChangeSet seen, Member by) {
        boolean told = seen.state() == ChangeSet.State.APPROVED;
        if (!by.may(told ? Role.APPROVER : Role.EDITOR)) return Outcome.NOT_ALLOWED;
        return step(seen, by, "取り下げ", () -> sets.withdraw(seen));
    }

    private Outcome step(ChangeSet seen, Member by, String action, Supplier<Boolean> change) {
        if (!by.worksFor(seen.municipality())) return Outcome.NOT_ALLOWED;
        boolean done = sql.inOneTransaction(() -> {
            if (!change.get()) return false;
            sets.grow();
            record(by, get(seen.id()), action);
            return true;
        });
        if (done) municipalities.follow();
        return done ? Outcome.DONE : Outcome.CONFLICT;
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<ChangeSet> find(long id, Member member) {
        return sets.find(id).filter(set -> member.worksFor(set.municipality()));
    }

    /** Newest first; of those from files without their contents. */
    public List<ChangeSet> list(String municipality) {
        return sets.list(municipality);
    }

    /** The set of an imported kind that holds on a day. */
    public Optional<ChangeSet> findInForce(String municipality, ChangeSet.Kind kind, LocalDate day) {
        return sets.findInForce(municipality, kind, day);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The towns' own, whatever the server's is. */
    public ZoneId zone() {
        return clock.getZone();
    }

    private ChangeSet get(long id) {
        return sets.find(id).orElseThrow();
    }

    private void record(Member by, ChangeSet set, String action) {
        String detail =
                set.effectiveOn() + "から。" + set.size() + "件。出典：" + set.origin().shown();
        trail.record(by, Optional.of(set.municipality()), "区域：" + action, subject(set), detail);
    }

    private static String subject(ChangeSet set) {
        return set.id() + " " + set.kind().label() + " " + set.title();
    }
}
