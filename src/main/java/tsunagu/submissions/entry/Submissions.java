package tsunagu.submissions.entry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagu.secret.Tokens;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.submissions.entry.Submission.Decision;
import tsunagu.submissions.entry.Submission.Sender;
import tsunagu.submissions.entry.Submission.Talk;
import tsunagu.submissions.entry.Submission.Times;
import tsunagu.text.Folding;

/**
 * Submissions: asked for, sent, taken over, published or declined, taken back, forgotten. The trail tells of staff's
 * steps and of the title, never who sent it.
 */
@Singleton
public class Submissions {
    /** Short enough for a link in a chat. */
    private static final int TOKEN_BYTES = 24;

    private static final Duration DAY = Duration.ofHours(24);

    private final SubmissionRepository rows;
    private final SubmissionSettings settings;
    private final SqlRepository sql;
    private final AuditTrail trail;
    private final Clock clock;

    Submissions(
            SubmissionRepository rows, SubmissionSettings settings, SqlRepository sql, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /** How long what was decided on, and what was taken back, is kept. */
    public Duration keep() {
        return settings.keep();
    }

    /** Whether the same text has come before. */
    public enum Same {
        NO,
        /** And staff have it still. */
        WAITING,
        /** And staff have decided on it. */
        BEFORE
    }

    public Optional<Submission> findDraft(String conversation) {
        return rows.findDraft(conversation, now());
    }

    /** Asks for consent first; another draft of the same conversation is dropped. */
    public Submission begin(
            String conversation, String municipality, String channel, String language, Optional<Kind> kind) {
        dropDraft(conversation);
        Instant now = now();
        var draft = new Submission(
                UUID.randomUUID(),
                municipality,
                kind,
                new Sender(channel, conversation, false, language),
                State.DRAFT,
                new Talk(Step.CONSENT, false, false),
                Content.EMPTY,
                false,
                Decision.NONE,
                false,
                1,
                new Times(now, now, now.plus(settings.draft())));
        rows.insert(draft, "", "");
        return draft;
    }

    /** The draft as it is now; whoever was slower at the same conversation changes nothing. */
    public Submission keep(Submission draft) {
        Instant now = now();
        rows.save(draft.moved(State.DRAFT, draft.decision(), now, now.plus(settings.draft())), "");
        return rows.find(draft.id(), now).orElse(draft);
    }

    /** Whether a conversation has sent as many as it may within a day. */
    public boolean hasSentEnough(String conversation) {
        return rows.countSent(conversation, now().minus(DAY)) >= settings.dailyMost();
    }

    public Same findSame(String municipality, Content content) {
        List<Submission> same = rows.listSame(municipality, digest(content), now());
        if (same.isEmpty()) return Same.NO;
        boolean waits = same.stream().anyMatch(one -> one.state().isWaiting() || one.state() == State.TAKEN);
        return waits ? Same.WAITING : Same.BEFORE;
    }

    /**
     * From now on staff see it.
     *
     * @param doubts keys; where there are any it stands apart
     */
    public void send(Submission draft, List<String> doubts, boolean held) {
        Instant now = now();
        var decision = new Decision(doubts, "", Optional.empty(), "");
        Submission sent = draft.moved(held ? State.HELD : State.NEW, decision, now, now.plus(settings.waiting()));
        rows.save(sent, digest(draft.content()));
    }

    /** One by the page; the token that is the end of its address. */
    public String submit(
            String municipality, Kind kind, Content content, boolean contactMay, List<String> doubts, boolean held) {
        Instant now = now();
        String token = Tokens.random(TOKEN_BYTES);
        var one = new Submission(
                UUID.randomUUID(),
                municipality,
                Optional.of(kind),
                new Sender(Submission.PAGE, "", true, "ja"),
                held ? State.HELD : State.NEW,
                new Talk(Step.CONFIRM, false, false),
                content,
                contactMay,
                new Decision(doubts, "", Optional.empty(), ""),
                false,
                1,
                new Times(now, now, now.plus(settings.waiting())));
        rows.insert(one, Tokens.hash(token), digest(content));
        return token;
    }

    public Optional<Submission> findByToken(String token) {
        return rows.findByToken(Tokens.hash(token), now());
    }

    /** A token for the page of one that has none yet; empty where somebody has its address. */
    public Optional<String> giveToken(Submission one) {
        String token = Tokens.random(TOKEN_BYTES);
        return rows.giveToken(one.id(), Tokens.hash(token)) ? Optional.of(token) : Optional.empty();
    }

    /** Only while staff have not begun with it. */
    public boolean savePicture(Submission one, String type, byte[] bytes) {
        if (one.state() != State.DRAFT && !one.state().isWaiting()) return false;
        rows.savePicture(one.id(), type, bytes);
        return true;
    }

    public Optional<byte[]> findPicture(Submission one) {
        return rows.findPicture(one.id());
    }

    /** What a conversation has sent, the newest first. */
    public List<Submission> listSent(String conversation) {
        return rows.listSent(conversation, now());
    }

    /** Decided on since the conversation was last told; each is given once, ever. */
    public List<Submission> listNews(String conversation) {
        return rows.listUntold(conversation, now()).stream()
                .filter(one -> rows.tell(one.id()))
                .toList();
    }

    /**
     * What it said goes at once; that there was one stays for staff, who may have a draft of it. False for one that was
     * decided on.
     */
    public boolean withdraw(Submission seen) {
        boolean may = seen.state().isWaiting() || seen.state() == State.TAKEN;
        if (!may) return false;
        Instant now = now();
        return sql.inOneTransaction(() -> {
            Submission gone = seen.with(Content.EMPTY)
                    .withContact(false)
                    .moved(State.WITHDRAWN, seen.decision(), now, now.plus(settings.keep()));
            if (!rows.save(gone, "")) return false;
            rows.deletePicture(seen.id());
            return true;
        });
    }

    public void dropDraft(String conversation) {
        rows.deleteDrafts(conversation);
    }

    /** What staff have not begun with is deleted; of the rest nobody knows any more whose it was. */
    public void forget(String conversation) {
        rows.forget(conversation);
    }

    /** Oldest first, at most 200. */
    public List<Submission> list(Optional<String> municipality, State state) {
        return rows.list(municipality.orElse(""), state, now());
    }

    public long count(Optional<String> municipality, State state) {
        return rows.count(municipality.orElse(""), state, now());
    }

    /** Empty also for a draft, and for one of a municipality the member does not work for. */
    public Optional<Submission> find(UUID id, Member member) {
        return rows.find(id, now()).filter(one -> one.state() != State.DRAFT && member.worksFor(one.municipality()));
    }

    /**
     * Staff make an event or group of it.
     *
     * @param draft makes the draft and gives its id; asked only where nobody was quicker
     * @return the id; empty where a colleague was quicker, or it is not waiting
     */
    public Optional<Long> take(Submission seen, Member by, Supplier<Long> draft) {
        if (!seen.state().isWaiting() || !mayDecide(seen, by)) return Optional.empty();
        Instant now = now();
        return sql.inOneTransaction(() -> {
            var hand = new Decision(seen.decision().doubts(), "", Optional.empty(), by.name());
            if (!rows.save(seen.moved(State.TAKEN, hand, now, now.plus(settings.waiting())), digest(seen.content()))) {
                return Optional.empty();
            }
            long entry = draft.get();
            Submission taken = rows.find(seen.id(), now).orElseThrow();
            var made = new Decision(seen.decision().doubts(), "", Optional.of(entry), by.name());
            rows.save(taken.moved(State.TAKEN, made, now, taken.times().expiresAt()), digest(seen.content()));
            trail.record(by, Optional.of(seen.municipality()), "住民からの情報を引き受け", seen.title(), "");
            return Optional.of(entry);
        });
    }

    /** @param reason as its sender reads it; not empty */
    public boolean decline(Submission seen, String reason, Member by) {
        boolean may = seen.state().isWaiting() && mayDecide(seen, by) && !reason.isBlank();
        var decision = new Decision(seen.decision().doubts(), reason, Optional.empty(), by.name());
        return may && decide(seen, State.DECLINED, decision, settings.keep(), by, "住民からの情報を見送り");
    }

    /** One that was held joins the others; or one that was declined is looked at once more. */
    public boolean release(Submission seen, Member by) {
        boolean may = (seen.state() == State.HELD || seen.state() == State.DECLINED) && mayDecide(seen, by);
        var decision = new Decision(seen.decision().doubts(), "", Optional.empty(), by.name());
        return may && decide(seen, State.NEW, decision, settings.waiting(), by, "住民からの情報を列に戻す");
    }

    private boolean decide(Submission seen, State to, Decision decision, Duration keep, Member by, String action) {
        Instant now = now();
        return sql.inOneTransaction(() -> {
            if (!rows.save(seen.moved(to, decision, now, now.plus(keep)), digest(seen.content()))) return false;
            trail.record(by, Optional.of(seen.municipality()), action, seen.title(), "");
            return true;
        });
    }

    private static boolean mayDecide(Submission one, Member by) {
        return by.may(Role.EDITOR) && by.worksFor(one.municipality());
    }

    /** What staff have made of it was published; true for one caller only, ever. */
    public boolean published(Submission taken) {
        Instant now = now();
        var decision = taken.decision();
        return rows.save(
                taken.moved(State.PUBLISHED, decision, now, now.plus(settings.keep())), digest(taken.content()));
    }

    /** The draft made of it was deleted: it waits again. */
    public void lost(Submission taken) {
        Instant now = now();
        var decision = new Decision(taken.decision().doubts(), "", Optional.empty(), "");
        rows.save(taken.moved(State.NEW, decision, now, now.plus(settings.waiting())), digest(taken.content()));
    }

    /** How many were deleted. */
    public long deleteExpired() {
        return rows.deleteExpired(now());
    }

    private static String digest(Content content) {
        String said = content.text(Field.TITLE) + "\n" + content.text(Field.ABOUT) + "\n" + content.text(Field.PLACE)
                + "\n" + content.text(Field.WHEN) + "\n" + content.when();
        return Tokens.hash(Folding.name(said));
    }

    private Instant now() {
        return clock.instant();
    }
}
