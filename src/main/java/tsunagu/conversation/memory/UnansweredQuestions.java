package tsunagu.conversation.memory;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tsunagu.text.Masking;

/** The questions nobody could answer: the staff's work list. Masked before they are stored; they expire. */
@Singleton
public class UnansweredQuestions {
    /** The state of a group that nobody has looked at. */
    public static final String NEW = "new";

    private static final int LONGEST = 500;

    /** Among so many groups, the last ones asked for, a question looks for its like. */
    private static final int COMPARED = 300;

    private final UnansweredRepository questions;
    private final QuestionGroupRepository groups;
    private final KeepingSettings keeping;
    private final Clock clock;

    UnansweredQuestions(
            UnansweredRepository questions, QuestionGroupRepository groups, KeepingSettings keeping, Clock clock) {
        this.questions = questions;
        this.groups = groups;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * One question.
     *
     * @param words masked
     * @param reason why there was no answer
     */
    public record UnansweredQuestion(
            UUID id, Optional<String> municipality, String words, String reason, Instant askedAt) {}

    /** @param message the channel's name of the message, for {@link #forgetMessage} */
    @Transactional
    public void keep(String conversation, String municipality, String words, String reason, Optional<String> message) {
        String masked = Masking.mask(words);
        int end = masked.offsetByCodePoints(0, Math.min(LONGEST, masked.codePointCount(0, masked.length())));
        String kept = masked.substring(0, end);
        Instant now = clock.instant();
        questions.save(new UnansweredRow(
                UUID.randomUUID(),
                conversation,
                municipality,
                kept,
                reason,
                message.orElse(null),
                now,
                now.plus(keeping.unanswered()),
                sort(municipality, kept, reason, now)));
    }

    /** The group of those a question is alike to, with it counted in. */
    private UUID sort(String municipality, String words, String reason, Instant at) {
        String likeness = Likeness.of(words);
        Predicate<String> alike = Likeness.alikeTo(likeness);
        Optional<QuestionGroupRow> like = groups.findFirstByMunicipalityAndLikeness(municipality, likeness)
                .or(() -> groups.listRecent(municipality, COMPARED).stream()
                        .filter(group -> alike.test(group.likeness()))
                        .findFirst());
        if (like.isPresent()) {
            groups.askedAgain(like.get().id(), words, likeness, at);
            return like.get().id();
        }
        UUID id = UUID.randomUUID();
        groups.save(
                new QuestionGroupRow(id, municipality, words, likeness, reason, 1, at, at, NEW, null, null, "", at));
        return id;
    }

    /** Sorts what was kept before there were groups; how many. */
    @Transactional
    int sortTheRest() {
        List<UnansweredRow> rest = questions.listByQuestionGroupIsNull();
        for (UnansweredRow row : rest) {
            String municipality = Optional.ofNullable(row.municipality()).orElse("");
            questions.sort(row.id(), sort(municipality, row.words(), row.reason(), row.askedAt()));
        }
        return rest.size();
    }

    /** Deletes what has expired, and corrects the groups that lost some; how many. */
    @Transactional
    long deleteExpired() {
        long deleted = questions.deleteByExpiresAtBefore(clock.instant());
        if (deleted > 0) groups.listMiscounted().forEach(group -> recount(group.id()));
        return deleted;
    }

    /** A group keeps no word of a question that has gone, and goes with the last one. */
    private void recount(UUID group) {
        List<UnansweredRow> newest = questions.listOfGroup(group, 1);
        if (newest.isEmpty()) {
            groups.deleteById(group);
            return;
        }
        UnansweredRow row = newest.getFirst();
        groups.recount(
                group,
                questions.countOfGroup(group),
                row.words(),
                Likeness.of(row.words()),
                questions.findFirstOfGroup(group),
                row.askedAt());
    }

    private void recountGroupsOf(List<UnansweredRow> gone) {
        gone.stream()
                .map(UnansweredRow::questionGroup)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::recount);
    }

    /** The words kept of one conversation, masked, newest first. */
    public List<String> listWords(String conversation) {
        return questions.listByConversationAndExpiresAtAfterOrderByAskedAtDesc(conversation, clock.instant()).stream()
                .map(UnansweredRow::words)
                .toList();
    }

    /** The last one of a conversation. */
    public Optional<UnansweredQuestion> findLast(String conversation) {
        return questions
                .findFirstByConversationAndExpiresAtAfterOrderByAskedAtDesc(conversation, clock.instant())
                .map(UnansweredQuestions::question);
    }

    /** Ids of the questions of a group. */
    public List<UUID> listIdsOfGroup(UUID group) {
        return questions.listIdsOfGroup(group);
    }

    @Transactional
    public void forget(String conversation) {
        List<UnansweredRow> gone = questions.listByConversation(conversation);
        questions.deleteByConversation(conversation);
        recountGroupsOf(gone);
    }

    @Transactional
    public void forgetMessage(String message) {
        List<UnansweredRow> gone = questions.listByMessage(message);
        questions.deleteByMessage(message);
        recountGroupsOf(gone);
    }

    /** The newest questions of a group, masked. */
    public List<UnansweredQuestion> listOfGroup(UUID group, int limit) {
        return questions.listOfGroup(group, limit).stream()
                .filter(row -> row.expiresAt().isAfter(clock.instant()))
                .map(UnansweredQuestions::question)
                .toList();
    }

    /** Newest first, without those that have expired. */
    public List<UnansweredQuestion> listUnanswered() {
        return questions.listByExpiresAtAfterOrderByAskedAtDesc(clock.instant()).stream()
                .map(UnansweredQuestions::question)
                .toList();
    }

    private static UnansweredQuestion question(UnansweredRow row) {
        return new UnansweredQuestion(
                row.id(), Optional.ofNullable(row.municipality()), row.words(), row.reason(), row.askedAt());
    }
}
