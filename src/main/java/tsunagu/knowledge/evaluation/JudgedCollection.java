package tsunagu.knowledge.evaluation;

import java.util.List;
import java.util.Map;
import tsunagu.knowledge.index.entries.TextEntry;

/**
 * Entries, questions, and which entries answer which question.
 *
 * @param judgements by question id and entry id; above 0 answers, the higher the better
 */
public record JudgedCollection(
        List<TextEntry> entries, List<Question> questions, Map<String, Map<String, Integer>> judgements) {
    public JudgedCollection {
        entries = List.copyOf(entries);
        questions = List.copyOf(questions);
        judgements = Map.copyOf(judgements);
    }

    /** A question as somebody asked it. */
    public record Question(String id, String text) {}

    /** The questions at least one entry is known to answer; the others measure nothing. */
    public List<Question> answerable() {
        return questions.stream()
                .filter(question -> judged(question).values().stream().anyMatch(grade -> grade > 0))
                .toList();
    }

    public Map<String, Integer> judged(Question question) {
        return judgements.getOrDefault(question.id(), Map.of());
    }
}
