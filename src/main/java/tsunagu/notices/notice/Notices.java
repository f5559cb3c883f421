package tsunagu.notices.notice;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import tsunagu.areas.MunicipalityId;
import tsunagu.notices.notice.Notice.State;
import tsunagu.notices.outbox.Outbox;
import tsunagu.notices.outbox.Outgoing;
import tsunagu.notices.outbox.Outgoing.Kind;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.subscriptions.Subscriber;

/**
 * Notices of staff: writing, approving, sending, stopping, correcting. Each step is taken by one transaction together
 * with its line in the trail.
 */
@Singleton
public class Notices {
    private static final int MOST_LISTED = 200;

    private final NoticeRepository rows;
    private final Plans plans;
    private final Wording wording;
    private final Outbox outbox;
    private final SqlRepository sql;
    private final AuditTrail trail;
    private final NoticeSettings settings;
    private final Clock clock;

    Notices(
            NoticeRepository rows,
            Plans plans,
            Wording wording,
            Outbox outbox,
            SqlRepository sql,
            AuditTrail trail,
            NoticeSettings settings,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.wording = wording;
        this.outbox = outbox;
        this.sql = sql;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Notice> find(long id, Member member) {
        return rows.find(id).filter(notice -> member.worksFor(notice.municipality()));
    }

    /** Newest first. */
    public List<Notice> list(String municipality) {
        return rows.list(municipality, MOST_LISTED);
    }

    /** Ids of those that correct it. */
    public List<Long> listCorrections(Notice notice) {
        return rows.listCorrections(notice.id());
    }

    public Notice create(String municipality, Content content, Member by) {
        return create(municipality, content, Optional.empty(), by);
    }

    private Notice create(String municipality, Content content, Optional<Long> corrects, Member by) {
        if (!by.may(Role.EDITOR) || !by.worksFor(municipality)) throw new IllegalArgumentException("not theirs");
        return sql.inOneTransaction(() -> {
            Notice notice = get(rows.insert(municipality, trained(content), corrects, by, clock.instant()));
            record(by, notice, corrects.map(id -> "No." + id + "の訂正を作成").orElse("作成"), "");
            return notice;
        });
    }

    /** As this copy takes it: where everything is a training, so is this. */
    public Content trained(Content content) {
        if (!settings.training() || content.training()) return content;
        return new Content(
                content.title(),
                content.body(),
                content.translations(),
                content.link(),
                content.contact(),
                content.source(),
                content.sourcedAt(),
                content.areas(),
                true,
                content.scheduledAt());
    }

    /** A draft for whoever got this one; its words are to be put right. */
    public Outcome correct(Notice sent, Member by) {
        if (sent.state() != State.SENT || !by.may(Role.EDITOR) || !by.worksFor(sent.municipality())) {
            return new Outcome.NotAllowed(sent);
        }
        Content said = sent.content();
        var content = new Content(
                said.title(),
                said.body(),
                said.translations(),
                said.link(),
                said.contact(),
                said.source(),
                said.sourcedAt(),
                said.areas(),
                said.training(),
                Optional.empty());
        return new Outcome.Done(create(sent.municipality(), content, Optional.of(sent.id()), by));
    }

    /** Other words. What corrects another goes to whoever got that, whatever areas are given. */
    public Outcome save(Notice seen, Content content, Member by) {
        if (seen.state() != State.DRAFT || !by.may(Role.EDITOR)) return new Outcome.NotAllowed(seen);
        return step(seen, by, "変更", "", () -> rows.save(seen, trained(content), by, clock.instant()));
    }

    public Outcome submit(Notice seen, Member by) {
        if (seen.state() != State.DRAFT || !by.may(Role.EDITOR)) return new Outcome.NotAllowed(seen);
        return step(seen, by, "確認に出す", "", () -> rows.move(seen, State.REVIEW));
    }

    /** Nobody changes what is looked at, or approved, before it is a draft again. */
    public Outcome sendBack(Notice seen, Member by, String reason) {
        boolean approved = seen.state() == State.APPROVED;
        boolean mine = seen.state() == State.REVIEW && by.may(Role.EDITOR) || approved && by.may(Role.APPROVER);
        if (!mine) return new Outcome.NotAllowed(seen);
        return step(seen, by, "下書きに戻す", reason, () -> rows.move(seen, State.DRAFT));
    }

    public Outcome approve(Notice seen, Member by) {
        if (seen.state() != State.REVIEW || !by.may(Role.APPROVER)) return new Outcome.NotAllowed(seen);
        if (settings.fourEyes() && seen.editedBy().equals(by.id())) return new Outcome.FourEyes(seen);
        return step(seen, by, "承認", "", () -> rows.approve(seen, by, clock.instant()));
    }

    public Outcome withdraw(Notice seen, Member by, String reason) {
        boolean open = seen.state() != State.SENT && seen.state() != State.WITHDRAWN;
        if (!open || !by.may(seen.state() == State.APPROVED ? Role.APPROVER : Role.EDITOR)) {
            return new Outcome.NotAllowed(seen);
        }
        return step(seen, by, "取り下げ", reason, () -> rows.move(seen, State.WITHDRAWN));
    }

    /**
     * Hands it over to the outbox, which sends it when its time comes; a training is only counted.
     *
     * @param overruling why it is sent though its source is old; empty where nobody says so
     */
    public Outcome send(Notice seen, Member by, String overruling) {
        if (seen.state() != State.APPROVED || !by.may(Role.APPROVER) || !by.worksFor(seen.municipality())) {
            return new Outcome.NotAllowed(seen);
        }
        boolean training = settings.training() || seen.content().training();
        Plans.Timing timing = plans.timing(seen.content());
        if (timing.stale() && overruling.isBlank()) return new Outcome.Stale(seen);
        Plan plan = plans.plan(seen);
        if (!training && plan.recipients() == 0) return new Outcome.Nobody(seen);
        if (!training && plan.isTooMuch()) return new Outcome.TooMuch(seen);
        String why = timing.stale() ? overruling : "";
        String detail = (training ? "訓練。" : "") + plan.recipients() + "人。" + (why.isEmpty() ? "" : "古い出典を送る理由：" + why);
        return step(seen, by, training ? "訓練として送信" : "送信", detail, () -> {
            Optional<Outbox.Receipt> receipt = training ? Optional.empty() : Optional.of(put(seen, timing));
            int rehearsed = training ? plan.reached() : 0;
            return rows.send(seen, by, clock.instant(), why, receipt.map(Outbox.Receipt::id), rehearsed);
        });
    }

    private Outbox.Receipt put(Notice notice, Plans.Timing timing) {
        boolean correction = notice.corrects().isPresent();
        var outgoing = new Outgoing(
                "area-notice:" + notice.id(),
                correction ? Kind.CORRECTION : Kind.AREA_NOTICE,
                new MunicipalityId(notice.municipality()),
                wording.all(notice.content(), correction),
                timing.start(),
                timing.notAfter());
        if (correction) {
            long first = notice.corrects()
                    .flatMap(rows::find)
                    .flatMap(Notice::outgoing)
                    .orElseThrow();
            return outbox.putForWhoGot(outgoing, first);
        }
        List<Subscriber> to = plans.recipients(notice);
        return outbox.put(outgoing, to);
    }

    public Outcome stop(Notice seen, Member by) {
        return whileSent(seen, by, "送信を止める", id -> outbox.stop(id));
    }

    /** What is stale by now cannot be gone on with. */
    public Outcome resume(Notice seen, Member by) {
        return whileSent(seen, by, "送信を続ける", id -> outbox.resume(id));
    }

    private Outcome whileSent(Notice seen, Member by, String action, LongPredicate change) {
        if (seen.outgoing().isEmpty() || !by.may(Role.APPROVER)) return new Outcome.NotAllowed(seen);
        return step(seen, by, action, "", () -> change.test(seen.outgoing().get()));
    }

    /** Nothing is put into the outbox, or written to the trail, by a step that came too late. */
    private Outcome step(Notice seen, Member by, String action, String detail, Supplier<Boolean> change) {
        if (!by.worksFor(seen.municipality())) return new Outcome.NotAllowed(seen);
        try {
            return sql.inOneTransaction(() -> {
                if (!change.get()) throw new TooLate();
                Notice now = get(seen.id());
                record(by, now, action, detail);
                return new Outcome.Done(now);
            });
        } catch (TooLate e) {
            return new Outcome.Conflict(get(seen.id()));
        }
    }

    private Notice get(long id) {
        return rows.find(id).orElseThrow();
    }

    private void record(Member by, Notice notice, String action, String detail) {
        String subject = "No." + notice.id() + " " + notice.content().heading();
        trail.record(by, Optional.of(notice.municipality()), "お知らせ：" + action, subject, detail);
    }

    /** Takes back what a step has begun. */
    private static final class TooLate extends RuntimeException {
        TooLate() {
            super("a colleague was first", null, false, false);
        }
    }
}
