package tsunagu.library.entry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagu.documents.DocumentId;
import tsunagu.library.reading.FileReading;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;

/**
 * The documents staff keep: reading, writing, and every step of their life. Each step is taken by one transaction
 * together with its line in the trail.
 */
@Singleton
public class Holdings {
    private final HoldingRepository rows;
    private final OriginalRepository originals;
    private final SqlRepository sql;
    private final AuditTrail trail;
    private final LibrarySettings settings;
    private final Clock clock;

    Holdings(
            HoldingRepository rows,
            OriginalRepository originals,
            SqlRepository sql,
            AuditTrail trail,
            LibrarySettings settings,
            Clock clock) {
        this.rows = rows;
        this.originals = originals;
        this.sql = sql;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file that was read and is not kept yet. */
    public record Upload(byte[] bytes, String name, FileReading reading) {}

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Holding> find(long id, Member member) {
        return rows.find(id).filter(holding -> member.worksFor(holding.municipality()));
    }

    /** Newest change first. */
    public List<Holding.Line> listLines(Optional<String> municipality, Optional<State> state) {
        return rows.listLines(municipality, state);
    }

    /** Newest first. */
    public List<Holding.Version> listVersions(Holding holding) {
        return rows.listVersions(holding.id());
    }

    /** What residents are told from, each in that version. */
    public List<Holding> listLive() {
        return rows.listLive();
    }

    /** The one residents are told from, in that version. */
    public Optional<Holding> findLive(long id) {
        return rows.findLive(id);
    }

    /** Documents whose successor was published. */
    public List<DocumentId> listSucceeded() {
        return rows.listSucceeded();
    }

    /** Grows with each change of {@link #listLive}. */
    public long revision() {
        return rows.revision();
    }

    public Optional<byte[]> findOriginal(UUID id) {
        return originals.find(id);
    }

    public Holding create(String municipality, Content content, Upload upload, Member by) {
        return sql.inOneTransaction(() -> {
            Holding holding = get(rows.insert(municipality, content, store(upload), by, clock.instant()));
            record(by, holding, "資料を作成", upload.name());
            return holding;
        });
    }

    /**
     * A new version, as a draft; what residents are told stays as it is until that is published.
     *
     * @param upload empty where only what is written of it changes
     */
    public Outcome save(Holding seen, Content content, Optional<Upload> upload, Member by) {
        String note = upload.map(one -> "ファイル「" + one.name() + "」に差し替え").orElse("");
        return change(
                seen,
                by,
                Step.SAVE,
                () -> rows.save(seen, content, upload.map(this::store).orElse(seen.file()), by, clock.instant(), note),
                note);
    }

    /**
     * Any other step but deleting.
     *
     * @param reason kept in the trail; may be empty
     */
    public Outcome take(Step step, Holding seen, Member by, String reason) {
        boolean ownWork = seen.editedBy().filter(by.id()::equals).isPresent();
        if (step == Step.PUBLISH && settings.fourEyes() && ownWork) return new Outcome.FourEyes(seen);
        return change(seen, by, step, () -> carryOut(step, seen, by), reason);
    }

    private boolean carryOut(Step step, Holding seen, Member by) {
        return switch (step) {
            case SUBMIT, SEND_BACK -> rows.move(seen, step.to());
            case PUBLISH -> rows.publish(seen, by);
            case WITHDRAW -> rows.withdraw(seen);
            case SAVE, DELETE -> throw new IllegalArgumentException("has a method of its own: " + step);
        };
    }

    private Outcome change(Holding seen, Member by, Step step, Supplier<Boolean> change, String detail) {
        if (!may(seen, by, step)) return new Outcome.NotAllowed(seen);
        return sql.inOneTransaction(() -> {
            boolean changed = change.get();
            Holding now = get(seen.id());
            if (!changed) return new Outcome.Conflict(now);
            record(by, now, "資料：" + step.label(), detail);
            return new Outcome.Done(now);
        });
    }

    private static boolean may(Holding seen, Member by, Step step) {
        return by.may(step.by()) && by.worksFor(seen.municipality()) && step.isAllowedFrom(seen.state());
    }

    /** Deletes what no resident was ever told, with its files; false where that is not allowed, or it has changed. */
    public boolean delete(Holding seen, Member by) {
        if (!may(seen, by, Step.DELETE) || seen.everTold()) return false;
        return sql.inOneTransaction(() -> {
            boolean deleted = rows.delete(seen);
            if (deleted) {
                originals.deleteUnused();
                record(by, seen, "資料：" + Step.DELETE.label(), "");
            }
            return deleted;
        });
    }

    /** Whether a document that takes the place of another would, over others, take its own. */
    public boolean goesInACircle(DocumentId id, DocumentId succeeds) {
        var seen = new HashSet<DocumentId>();
        Optional<DocumentId> at = Optional.of(succeeds);
        while (at.isPresent() && seen.add(at.get())) {
            if (at.get().equals(id)) return true;
            at = at.flatMap(Holding::number)
                    .flatMap(rows::find)
                    .map(holding -> holding.content().succeeds())
                    .filter(next -> !next.isEmpty())
                    .map(DocumentId::new);
        }
        return false;
    }

    private StoredFile store(Upload upload) {
        return new StoredFile(
                upload.name(),
                upload.reading().kind(),
                originals.save(upload.bytes()),
                upload.reading().copy());
    }

    private Holding get(long id) {
        return rows.find(id).orElseThrow();
    }

    private void record(Member by, Holding holding, String action, String detail) {
        String subject = holding.id() + " " + holding.content().title();
        trail.record(by, Optional.of(holding.municipality()), action, subject, detail);
    }
}
