package tsunagu.knowledge.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.knowledge.evaluation.JudgedCollection.Question;
import tsunagu.knowledge.evaluation.Ranking.Ranked;

/** One ranking's results for every answerable question of a collection, with the time each took. */
record MeasuredRun(String name, List<Answer> answers) {

    /** A question, what was ranked for it, how good that is, and how long it took. */
    public record Answer(Question question, List<Ranked> ranked, Figures figures, long nanoseconds) {}

    /** Ranks every question twice and measures the second time, when the code is warm. */
    public static MeasuredRun of(String name, Ranking ranking, JudgedCollection collection, int depth) {
        List<Question> questions = collection.answerable();
        questions.forEach(question -> ranking.rank(question.text(), depth));
        var answers = new ArrayList<Answer>();
        for (Question question : questions) {
            long start = System.nanoTime();
            List<Ranked> ranked = ranking.rank(question.text(), depth);
            long took = System.nanoTime() - start;
            Figures figures = Figures.of(ranked.stream().map(Ranked::id).toList(), collection.judged(question));
            answers.add(new Answer(question, ranked, figures, took));
        }
        return new MeasuredRun(name, List.copyOf(answers));
    }

    public Figures figures() {
        return Figures.mean(answers.stream().map(Answer::figures).toList());
    }

    public List<Double> ndcgByQuestion() {
        return answers.stream().map(answer -> answer.figures().ndcgAt10()).toList();
    }

    /** The time within which this share of the questions was ranked. */
    public double millisecondsWithin(double share) {
        List<Long> times =
                new ArrayList<>(answers.stream().map(Answer::nanoseconds).toList());
        Collections.sort(times);
        int rank = (int) Math.ceil(share * times.size());
        return times.isEmpty() ? 0 : times.get(Math.max(0, rank - 1)) / 1e6;
    }

    /** Lines of a TREC run file: question, Q0, entry, rank from 1, score, name of the run. */
    public Stream<String> trecLines() {
        return answers.stream()
                .flatMap(answer -> IntStream.range(0, answer.ranked().size()).mapToObj(i -> {
                    Ranked entry = answer.ranked().get(i);
                    return String.format(
                            Locale.ROOT,
                            "%s Q0 %s %d %.6f %s",
                            answer.question().id(),
                            entry.id(),
                            i + 1,
                            entry.score(),
                            name);
                }));
    }
}
