package tsunagu.knowledge.evaluation;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.knowledge.evaluation.DecisionCurve.Decided;
import tsunagu.knowledge.evaluation.DecisionCurve.Kind;
import tsunagu.knowledge.evaluation.DecisionCurve.Outcomes;

/**
 * When a collection's entries would be told as answers: its questions as they are, the same with every entry left out
 * that answers them, and questions of other fields, each at several thresholds. The entries are taken for FAQ entries,
 * title for question and text for answer, and judged as residents' questions are.
 */
public final class Calibration {
    /** A question is judged in some milliseconds; so many give a curve that is steady to a point in a hundred. */
    private static final int MOST_QUESTIONS = 1000;

    private static final double[] THRESHOLDS = {0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

    private final Judging judging;
    private final JudgedCollection collection;
    private final List<String> outside;
    private final double leastCoverage;
    private final double leastRelated;

    /**
     * @param outside questions of other fields
     * @param leastCoverage the threshold that is set, 0 to 1
     * @param leastRelated from which on an entry is offered, 0 to 1
     */
    public Calibration(
            Judging judging,
            JudgedCollection collection,
            List<String> outside,
            double leastCoverage,
            double leastRelated) {
        this.judging = judging;
        this.collection = collection;
        this.outside = outside;
        this.leastCoverage = leastCoverage;
        this.leastRelated = leastRelated;
    }

    /** What is judged of the collection's entries. */
    public interface Judging {
        /**
         * Which entries would answer a question if they spoke of enough of it, best first.
         *
         * @param right ids of those that do answer it
         * @param leftOut ids of those to do without
         */
        List<DecisionCurve.Candidate> judge(String question, Set<String> right, Set<String> leftOut);
    }

    private DecisionCurve curve() {
        var decided = new ArrayList<Decided>();
        List<JudgedCollection.Question> all = collection.answerable();
        int step = Math.ceilDiv(all.size(), MOST_QUESTIONS);
        IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .forEach(question -> {
                    Set<String> right = collection.judged(question).entrySet().stream()
                            .filter(each -> each.getValue() > 0)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
                    decided.add(decide(Kind.ANSWERABLE, question.text(), right, Set.of()));
                    decided.add(decide(Kind.MASKED, question.text(), right, right));
                });
        outside.forEach(question -> decided.add(decide(Kind.OUTSIDE, question, Set.of(), Set.of())));
        return new DecisionCurve(decided);
    }

    private Decided decide(Kind kind, String question, Set<String> right, Set<String> leftOut) {
        return new Decided(kind, judging.judge(question, right, leftOut));
    }

    public void print(PrintWriter out) {
        DecisionCurve curve = curve();
        long outsideAsked = curve.questions().stream()
                .filter(each -> each.kind() == Kind.OUTSIDE)
                .count();
        out.printf(
                "答えるかどうか（文書をよくある質問とみなす）: 正解のある質問 %d、その正解を隠した質問 同数、ほかの分野の質問 %d%n",
                (curve.questions().size() - outsideAsked) / 2, outsideAsked);
        out.println("  値 = knowledge.answering.least-coverage。正解を隠した質問とほかの分野の質問は、答える / 聞き返す / 分からないと言う の割合");
        out.println("  値      答える  正答を残す  答えて外れ   正解を隠した質問         ほかの分野の質問");
        boolean marked = false;
        for (double threshold : THRESHOLDS) {
            if (!marked && threshold > leastCoverage) printPoint(curve, leastCoverage, out);
            printPoint(curve, threshold, out);
            marked = threshold >= leastCoverage;
        }
        out.printf(
                Locale.ROOT,
                "見分ける力（AUC、1 が完全、0.5 は当てずっぽう）: 正解を隠した質問 %.3f、ほかの分野の質問 %.3f%n",
                curve.auc(Kind.MASKED),
                curve.auc(Kind.OUTSIDE));
        out.flush();
    }

    private void printPoint(DecisionCurve curve, double threshold, PrintWriter out) {
        DecisionCurve.Point at = curve.at(threshold, leastRelated);
        out.printf(
                Locale.ROOT,
                "%s %4.2f   %5.1f%%     %5.1f%%      %5.1f%%   %s   %s%n",
                threshold == leastCoverage ? "→" : "  ",
                threshold,
                100 * at.kept(),
                100 * at.rightKept(),
                100 * at.wrong(),
                shares(at.masked()),
                shares(at.outside()));
    }

    private static String shares(Outcomes outcomes) {
        return "%5.1f / %5.1f / %5.1f"
                .formatted(100 * outcomes.answered(), 100 * outcomes.askedBack(), 100 * outcomes.declined());
    }
}
