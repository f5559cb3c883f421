package tsunagu.faq.entry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tsunagu.faq.entry.FaqRepository.Hand;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;

/**
 * The entries: reading, writing, and every step of their life. Each step is taken by one transaction together with its
 * line in the trail.
 */
@Singleton
public class Faqs {
    private static final int MOST_WORDS = 8;

    /** What carries the subject of a Japanese sentence: rows of kanji, katakana or letters. */
    private static final Pattern SUBJECT = Pattern.compile("[\\p{IsHan}々]{2,}|[\\p{IsKatakana}ー]{2,}|[A-Za-z0-9]{2,}");

    private final FaqRepository entries;
    private final SqlRepository sql;
    private final AuditTrail trail;
    private final FaqSettings settings;
    private final Clock clock;

    Faqs(FaqRepository entries, SqlRepository sql, AuditTrail trail, FaqSettings settings, Clock clock) {
        this.entries = entries;
        this.sql = sql;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Faq> find(long id, Member member) {
        return entries.find(id).filter(faq -> member.worksFor(faq.municipality()));
    }

    public List<Faq.Line> listLines(Filter filter) {
        return entries.listLines(filter, today());
    }

    public long count(Filter filter) {
        return entries.count(filter, today());
    }

    /** What residents are told now. */
    public List<Faq.Live> listLive() {
        return entries.listLive();
    }

    /** Grows with each change of {@link #listLive}. */
    public long revision() {
        return entries.revision();
    }

    public void addTold(long id, long times) {
        entries.addTold(id, times);
    }

    /** In the order they were made. */
    public List<Faq> listAll(Optional<String> municipality) {
        return entries.listAll(municipality);
    }

    /** Newest first. */
    public List<Faq.Version> listVersions(Faq faq) {
        return entries.listVersions(faq.id());
    }

    /** Entries in any state that speak of what these words speak of, the likest first. */
    public List<Faq.Line> listSimilar(String words, String municipality, int limit) {
        List<String> subjects = SUBJECT.matcher(words)
                .results()
                .map(found -> found.group())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        return entries.listSimilar(subjects, municipality, today(), limit);
    }

    /** @param note why it was made, for the list of versions; may be empty */
    public Faq create(String municipality, Content content, Member by, String note) {
        return sql.inOneTransaction(() -> {
            Faq faq = get(entries.insert(municipality, content, hand(by), note));
            record(by, faq, "よくある質問を作成", note);
            return faq;
        });
    }

    /** A new version, as a draft; what residents are told stays as it is until that is published. */
    public Outcome save(Faq seen, Content content, Member by, String note) {
        return change(seen, by, Step.SAVE, () -> entries.save(seen, content, hand(by), note), note);
    }

    /** The same content again, as a new version. */
    public Outcome restore(Faq seen, Faq.Version version, Member by) {
        return save(seen, version.content(), by, "第" + version.number() + "版に戻した");
    }

    /**
     * Any other step of a member's.
     *
     * @param step {@link Step#PUBLISH} also for one that is to be published later
     * @param reason kept in the trail; may be empty
     */
    public Outcome take(Step step, Faq seen, Member by, String reason) {
        if (step.by().isEmpty() || step == Step.SAVE) throw new IllegalArgumentException("not a member's: " + step);
        boolean ownWork = seen.editedBy().filter(by.id()::equals).isPresent();
        if (step == Step.APPROVE && settings.fourEyes() && ownWork) return new Outcome.FourEyes(seen);
        return change(seen, by, step, () -> carryOut(step, seen, by), reason);
    }

    /** Whether one member may take a draft all the way to residents: where nobody else has to look at it. */
    public boolean isStraight(Faq seen) {
        return !settings.fourEyes() && Step.SUBMIT.isAllowedFrom(seen.state());
    }

    private boolean carryOut(Step step, Faq seen, Member by) {
        return switch (step) {
            case SUBMIT, SEND_BACK -> entries.move(seen, step.to());
            case APPROVE -> entries.approve(seen, hand(by));
            case PUBLISH, SCHEDULE ->
                isToCome(seen) ? entries.move(seen, Step.SCHEDULE.to()) : entries.tell(seen, Step.PUBLISH.to(), true);
            case WITHDRAW -> entries.tell(seen, step.to(), false);
            case SAVE, BEGIN, EXPIRE -> throw new IllegalArgumentException("not a member's: " + step);
        };
    }

    private Outcome change(Faq seen, Member by, Step step, Supplier<Boolean> change, String detail) {
        boolean may = step.by().filter(by::may).isPresent() && by.worksFor(seen.municipality());
        if (!may || !step.isAllowedFrom(seen.state())) return new Outcome.NotAllowed(seen);
        return sql.inOneTransaction(() -> {
            boolean changed = change.get();
            Faq now = get(seen.id());
            if (!changed) return new Outcome.Conflict(now);
            record(by, now, "よくある質問：" + step.label(), detail);
            return new Outcome.Done(now);
        });
    }

    /** Takes the steps that time takes. */
    public int takeDueSteps() {
        int taken = 0;
        for (Faq due : entries.listDue(clock.instant())) {
            boolean begins = due.state() == State.SCHEDULED && !isToCome(due);
            Step step = begins ? Step.BEGIN : Step.EXPIRE;
            // An older version may be over while a newer one is still being written.
            State to = step.isAllowedFrom(due.state()) ? step.to() : due.state();
            boolean changed = sql.inOneTransaction(() -> {
                boolean done = entries.tell(due, to, begins);
                if (done) {
                    trail.record("つなぐ", Optional.of(due.municipality()), "よくある質問：" + step.label(), subject(due));
                }
                return done;
            });
            if (changed) taken++;
        }
        return taken;
    }

    /** Whether its time to be published is still to come. */
    public boolean isToCome(Faq faq) {
        return faq.content().publishFrom().filter(from -> from.isAfter(now())).isPresent();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private Faq get(long id) {
        return entries.find(id).orElseThrow();
    }

    private Hand hand(Member by) {
        Instant now = clock.instant();
        return new Hand(Optional.of(by.id()), by.name(), now);
    }

    private void record(Member by, Faq faq, String action, String detail) {
        trail.record(by, Optional.of(faq.municipality()), action, subject(faq), detail);
    }

    private static String subject(Faq faq) {
        return faq.id() + " " + faq.content().question();
    }
}
