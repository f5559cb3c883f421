package tsunagu.knowledge.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good a ranking is, each figure from 0 to 1. As trec_eval and BEIR compute them.
 *
 * @param hitAt1 the first entry answers
 * @param hitAt3 one of the first three answers
 * @param mrrAt10 1 / rank of the first entry that answers, 0 if not among ten
 * @param recallAt10 share of all answering entries among the first ten
 * @param ndcgAt10 gain by grade, discounted by rank, in relation to the best possible order
 */
record Figures(double hitAt1, double hitAt3, double mrrAt10, double recallAt10, double ndcgAt10) {
    private static final int DEPTH = 10;

    /**
     * Figures of one question.
     *
     * @param ranked entry ids, best first
     * @param judged grades by entry id, at least one above 0
     */
    public static Figures of(List<String> ranked, Map<String, Integer> judged) {
        List<Integer> grades = ranked.stream()
                .limit(DEPTH)
                .map(id -> Math.max(0, judged.getOrDefault(id, 0)))
                .toList();
        List<Integer> best = judged.values().stream()
                .filter(grade -> grade > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        if (best.isEmpty()) throw new IllegalArgumentException("no entry is judged to answer");
        int first = (int) grades.stream().takeWhile(grade -> grade == 0).count() + 1;
        boolean found = first <= grades.size();
        long answering = grades.stream().filter(grade -> grade > 0).count();
        return new Figures(
                first == 1 && found ? 1 : 0,
                first <= 3 && found ? 1 : 0,
                found ? 1.0 / first : 0,
                answering / (double) best.size(),
                gain(grades) / gain(best));
    }

    private static double gain(List<Integer> grades) {
        return IntStream.range(0, Math.min(DEPTH, grades.size()))
                .mapToDouble(i -> grades.get(i) * Math.log(2) / Math.log(i + 2.0))
                .sum();
    }

    /** The mean over questions, 0 for none. */
    public static Figures mean(List<Figures> figures) {
        return new Figures(
                mean(figures, Figures::hitAt1),
                mean(figures, Figures::hitAt3),
                mean(figures, Figures::mrrAt10),
                mean(figures, Figures::recallAt10),
                mean(figures, Figures::ndcgAt10));
    }

    private static double mean(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        return figures.stream().mapToDouble(figure).average().orElse(0);
    }
}
