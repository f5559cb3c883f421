package tsunagu.groups.stint;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import tsunagu.groups.entry.State;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** Small jobs: reading and every change. What residents are told only an approver changes. */
@Singleton
public class Stints {
    private final StintRepository rows;
    private final AuditTrail trail;
    private final Clock clock;

    Stints(StintRepository rows, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those to come first, the soonest first; at most 200. */
    public List<Stint> list(Optional<String> municipality) {
        return rows.list(municipality.orElse(""), clock.instant()).stream()
                .map(this::stint)
                .toList();
    }

    /** What residents are told: published and still to come, the soonest first. */
    public List<Stint> listToCome(String municipality) {
        return rows.listToCome(municipality, clock.instant()).stream()
                .map(this::stint)
                .toList();
    }

    public Optional<Stint> find(long id) {
        return rows.findById(id).map(this::stint);
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Stint> find(long id, Member member) {
        return find(id).filter(stint -> member.worksFor(stint.municipality()));
    }

    public boolean isPast(Stint stint) {
        return !stint.startsAt().isAfter(LocalDateTime.now(clock));
    }

    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /**
     * Saves one that is new, or a change; of an editor a new one becomes a draft.
     *
     * @param stint with the revision it was made upon
     * @return empty where a colleague was quicker, or the member may not
     */
    @Transactional
    public Optional<Stint> save(Stint stint, Member by) {
        if (!by.worksFor(stint.municipality()) || !by.may(Role.EDITOR)) return Optional.empty();
        if (stint.revision() == 0) return Optional.of(insert(stint, by));
        Optional<Stint> before = find(stint.id());
        boolean told = stint.state() == State.PUBLISHED
                || before.filter(one -> one.state() == State.PUBLISHED).isPresent();
        if (told && !by.may(Role.APPROVER)) return Optional.empty();
        int changed = rows.change(
                stint.id(),
                stint.revision(),
                stint.group().orElse(null),
                stint.title(),
                stint.notes(),
                stint.area(),
                stint.startsAt().atZone(clock.getZone()).toInstant(),
                stint.minutes(),
                stint.place(),
                stint.needed(),
                stint.state().key(),
                by.name(),
                clock.instant());
        if (changed == 0) return Optional.empty();
        record(by, stint, "出番を「" + stint.state().label() + "」に");
        return find(stint.id());
    }

    private Stint insert(Stint stint, Member by) {
        State begins = by.may(Role.APPROVER) ? stint.state() : State.DRAFT;
        StintRow row = rows.save(new StintRow(
                null,
                stint.municipality(),
                stint.group().orElse(null),
                stint.title(),
                stint.notes(),
                stint.area(),
                stint.startsAt().atZone(clock.getZone()).toInstant(),
                stint.minutes(),
                stint.place(),
                stint.needed(),
                begins.key(),
                1,
                by.name(),
                clock.instant()));
        Stint saved = stint(row);
        record(by, saved, "出番を登録");
        return saved;
    }

    private void record(Member by, Stint stint, String action) {
        trail.record(by, Optional.of(stint.municipality()), action, stint.id() + " " + stint.title(), "");
    }

    private Stint stint(StintRow row) {
        return new Stint(
                row.id(),
                row.municipality(),
                Optional.ofNullable(row.groupEntry()),
                row.title(),
                row.notes(),
                row.area(),
                LocalDateTime.ofInstant(row.startsAt(), clock.getZone()),
                row.minutes(),
                row.place(),
                row.needed(),
                State.find(row.state()).orElseThrow(),
                row.revision(),
                row.editedName(),
                row.editedAt());
    }
}
