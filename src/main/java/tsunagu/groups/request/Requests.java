package tsunagu.groups.request;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/**
 * Requests and offers: begun, sent, passed on, done, withdrawn, forgotten. The trail tells of staff's steps and never
 * who asked.
 */
@Singleton
public class Requests {
    private final RequestRepository rows;
    private final RequestSettings settings;
    private final AuditTrail trail;
    private final Clock clock;

    Requests(RequestRepository rows, RequestSettings settings, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** How long what was sent is kept. */
    public Duration keep() {
        return settings.keep();
    }

    /** What the conversation is being asked for, unless it took too long. */
    public Optional<Request> findDraft(String conversation) {
        return rows.findFirstByConversationAndStateOrderByCreatedAtDesc(conversation, RequestState.DRAFT.key())
                .filter(row -> row.expiresAt().isAfter(clock.instant()))
                .map(Requests::request);
    }

    /** Asks for consent first; another draft of the same conversation is dropped. */
    @Transactional
    public Request begin(
            String conversation,
            String municipality,
            Optional<Long> group,
            Optional<Long> stint,
            String subject,
            String language) {
        dropDraft(conversation);
        Instant now = clock.instant();
        return request(rows.save(new RequestRow(
                UUID.randomUUID(),
                municipality,
                group.orElse(null),
                stint.orElse(null),
                subject,
                conversation,
                RequestState.DRAFT.key(),
                RequestStep.CONSENT.key(),
                "",
                "",
                language,
                1,
                "",
                now,
                now,
                now.plus(settings.draft()))));
    }

    /** The next question of a draft, with what was said to the one before. */
    @Transactional
    public void step(Request draft, RequestStep step, String called, String reach) {
        rows.findById(draft.id())
                .ifPresent(row -> rows.update(with(row, RequestState.DRAFT, step, called, reach, row.expiresAt())));
    }

    /** From now on staff see it. */
    @Transactional
    public void send(Request draft) {
        Instant now = clock.instant();
        rows.findById(draft.id())
                .ifPresent(row -> rows.update(with(
                        row,
                        RequestState.NEW,
                        RequestStep.CONFIRM,
                        row.called(),
                        row.reach(),
                        now.plus(settings.keep()))));
    }

    public void dropDraft(String conversation) {
        rows.deleteByConversationAndState(conversation, RequestState.DRAFT.key());
    }

    /** What a conversation has sent and not withdrawn. */
    public List<Request> listSent(String conversation) {
        return rows.listSent(conversation, clock.instant()).stream()
                .map(Requests::request)
                .toList();
    }

    public void withdraw(Request request) {
        rows.withdraw(request.id(), clock.instant());
    }

    /** Everything of a conversation, at once and for good. */
    public void forget(String conversation) {
        rows.deleteByConversation(conversation);
    }

    /** How many have offered to help with a small job. */
    public long countOffers(long stint) {
        return rows.countOffers(stint, clock.instant());
    }

    /** Oldest first, at most 200. */
    public List<Request> list(Optional<String> municipality, RequestState state) {
        return rows.list(municipality.orElse(""), state.key(), clock.instant()).stream()
                .map(Requests::request)
                .toList();
    }

    public long count(Optional<String> municipality, RequestState state) {
        return rows.count(municipality.orElse(""), state.key(), clock.instant());
    }

    /** Empty also for a draft, and for one of a municipality the member does not work for. */
    public Optional<Request> find(UUID id, Member member) {
        return rows.findById(id)
                .map(Requests::request)
                .filter(request -> request.state() != RequestState.DRAFT && member.worksFor(request.municipality()));
    }

    /** False where a colleague was quicker, or it cannot go there. */
    @Transactional
    public boolean move(Request seen, RequestState to, Member by) {
        boolean may = by.may(Role.EDITOR)
                && by.worksFor(seen.municipality())
                && seen.state().next().contains(to);
        if (!may || rows.move(seen.id(), seen.revision(), to.key(), by.name(), clock.instant()) == 0) return false;
        trail.record(by, Optional.of(seen.municipality()), "申し込みを「" + to.label() + "」に", seen.subject(), "");
        return true;
    }

    /** How many were deleted. */
    public long deleteExpired() {
        return rows.deleteByExpiresAtBefore(clock.instant());
    }

    private RequestRow with(
            RequestRow row, RequestState state, RequestStep step, String called, String reach, Instant expiresAt) {
        return new RequestRow(
                row.id(),
                row.municipality(),
                row.groupEntry(),
                row.stint(),
                row.subject(),
                row.conversation(),
                state.key(),
                step.key(),
                called,
                reach,
                row.language(),
                row.revision(),
                row.handledName(),
                row.createdAt(),
                clock.instant(),
                expiresAt);
    }

    private static Request request(RequestRow row) {
        return new Request(
                row.id(),
                row.municipality(),
                Optional.ofNullable(row.groupEntry()),
                Optional.ofNullable(row.stint()),
                row.subject(),
                RequestState.findByKey(row.state()).orElseThrow(),
                RequestStep.of(row.step()),
                row.called(),
                row.reach(),
                row.language(),
                row.revision(),
                row.handledName(),
                row.createdAt(),
                row.expiresAt());
    }
}
