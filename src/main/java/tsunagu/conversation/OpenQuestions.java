package tsunagu.conversation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tsunagu.conversation.memory.QuestionGroupRepository;
import tsunagu.conversation.memory.QuestionGroupRow;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.memory.UnansweredQuestions.UnansweredQuestion;
import tsunagu.subscriptions.AwaitedAnswers;

/**
 * The questions nobody could answer as the work list of staff: those that are alike as one, most often asked first.
 * What residents wrote is masked, and gone when it expires or is taken back.
 */
@Singleton
public class OpenQuestions {
    private static final UUID LARGEST = new UUID(-1, -1);
    private static final int MOST_WORDINGS = 20;

    private final QuestionGroupRepository groups;
    private final UnansweredQuestions questions;
    private final AwaitedAnswers awaited;
    private final Clock clock;

    OpenQuestions(QuestionGroupRepository groups, UnansweredQuestions questions, AwaitedAnswers awaited, Clock clock) {
        this.awaited = awaited;
        this.groups = groups;
        this.questions = questions;
        this.clock = clock;
    }

    /** What staff have done about a question. */
    public enum State {
        /** Nobody has looked at it yet; also what was done, but is asked again without an answer. */
        NEW,
        /** Somebody works on it. */
        TAKEN,
        /** There is an answer now. */
        DONE,
        /** Another office's matter, which {@link OpenQuestion#note} names. */
        NOT_OURS,
        /** Nothing needs to be done. */
        IGNORED;

        /** As it is stored and sent by forms: {@code not-ours}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its key; empty for anything else. */
        public static Optional<State> findByKey(String key) {
            for (State state : values()) if (state.key().equals(key)) return Optional.of(state);
            return Optional.empty();
        }
    }

    /**
     * Questions that are alike.
     *
     * @param words of the newest, masked
     * @param times how often it was asked
     * @param takenBy id of who works on it, or has; empty for one that is new
     * @param note whose matter it is, may be empty
     */
    public record OpenQuestion(
            UUID id,
            String municipality,
            String words,
            String reason,
            int times,
            Instant firstAskedAt,
            Instant lastAskedAt,
            State state,
            Optional<UUID> takenBy,
            Optional<String> takenByName,
            String note) {}

    /** Where a page of the list ends, and the next begins. */
    public record Place(int times, Instant lastAskedAt, UUID id) {
        /** Before all questions. */
        public static final Place START = new Place(Integer.MAX_VALUE, Instant.parse("9999-01-01T00:00:00Z"), LARGEST);
    }

    /** @param municipality empty for all */
    public List<OpenQuestion> listQuestions(Optional<String> municipality, State state, Place after, int limit) {
        return municipality
                .map(only -> groups.listPage(only, state.key(), after.times(), after.lastAskedAt(), after.id(), limit))
                .orElseGet(() -> groups.listPage(state.key(), after.times(), after.lastAskedAt(), after.id(), limit))
                .stream()
                .map(OpenQuestions::question)
                .toList();
    }

    /** How many are in a state. */
    public long count(Optional<String> municipality, State state) {
        return municipality
                .map(only -> groups.countByMunicipalityAndState(only, state.key()))
                .orElseGet(() -> groups.countByState(state.key()));
    }

    /** One by its id; empty also where all its questions have expired. */
    public Optional<OpenQuestion> findQuestion(UUID id) {
        return groups.findById(id).map(OpenQuestions::question);
    }

    /** The different ways it was asked, masked, newest first, at most 20. */
    public List<String> listWordings(UUID id) {
        return questions.listOfGroup(id, 200).stream()
                .map(UnansweredQuestion::words)
                .distinct()
                .limit(MOST_WORDINGS)
                .toList();
    }

    /**
     * What somebody does about it; the caller has made sure that they may.
     *
     * @param by id of the member of staff
     * @param note whose matter it is, at most 300 characters
     * @return false where it is no longer there
     */
    public boolean change(UUID id, State state, UUID by, String byName, String note) {
        boolean theirs = state != State.NEW;
        return groups.change(id, state.key(), theirs ? by : null, theirs ? byName : null, note, clock.instant()) == 1;
    }

    /**
     * An entry answers it: whoever asked to be told will be, once residents are told the entry.
     *
     * @param entry id of the FAQ entry
     */
    public void answered(UUID id, long entry) {
        awaited.answered(questions.listIdsOfGroup(id), entry);
    }

    private static OpenQuestion question(QuestionGroupRow row) {
        return new OpenQuestion(
                row.id(),
                row.municipality(),
                row.words(),
                row.reason(),
                row.times(),
                row.firstAskedAt(),
                row.lastAskedAt(),
                State.findByKey(row.state()).orElseThrow(),
                Optional.ofNullable(row.takenBy()),
                Optional.ofNullable(row.takenByName()),
                row.note());
    }
}
