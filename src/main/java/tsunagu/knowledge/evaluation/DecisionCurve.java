package tsunagu.knowledge.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * How well a threshold parts the questions that entries answer from those that they do not: what each threshold would
 * have answered, rightly and wrongly.
 */
public record DecisionCurve(List<Decided> questions) {

    /** Whether the entries have the answer to a question. */
    public enum Kind {
        ANSWERABLE,
        /** The same question with all entries left out that answer it: the subject is there, the answer is not. */
        MASKED,
        /** Of another field altogether. */
        OUTSIDE
    }

    /** @param right whether the entry was judged to answer the question */
    public record Candidate(double coverage, boolean right) {}

    /**
     * A question.
     *
     * @param candidates entries that would answer it if their coverage is high enough, best first
     */
    public record Decided(Kind kind, List<Candidate> candidates) {
        public Decided {
            candidates = List.copyOf(candidates);
        }

        boolean isAnsweredAt(double threshold) {
            return candidates.stream().anyMatch(each -> each.coverage() >= threshold);
        }

        boolean isRightAt(double threshold) {
            return candidates.stream()
                    .filter(each -> each.coverage() >= threshold)
                    .findFirst()
                    .filter(Candidate::right)
                    .isPresent();
        }

        /** The threshold up to which it is answered. */
        double strength() {
            return candidates.stream().mapToDouble(Candidate::coverage).max().orElse(0);
        }
    }

    /**
     * What becomes of the questions at one threshold, each a share from 0 to 1 of its kind.
     *
     * @param kept answerable questions that are answered
     * @param rightKept of those answered rightly without a threshold, the ones that still are
     * @param wrong of the answered ones, those that are answered with an entry that is not judged to answer
     * @param masked of the masked ones, what is answered, asked back and declined
     * @param outside the same of those of another field
     */
    public record Point(
            double threshold, double kept, double rightKept, double wrong, Outcomes masked, Outcomes outside) {}

    /** Shares that make 1 together; all 0 where there is no question. */
    public record Outcomes(double answered, double askedBack, double declined) {}

    public DecisionCurve {
        questions = List.copyOf(questions);
    }

    /** @param askedBackFrom what is below the threshold and not below this is offered and asked back */
    public Point at(double threshold, double askedBackFrom) {
        List<Decided> answerable = of(Kind.ANSWERABLE);
        List<Decided> answered =
                answerable.stream().filter(each -> each.isAnsweredAt(threshold)).toList();
        List<Decided> everRight =
                answerable.stream().filter(each -> each.isRightAt(0)).toList();
        return new Point(
                threshold,
                share(answerable, each -> each.isAnsweredAt(threshold)),
                share(everRight, each -> each.isRightAt(threshold)),
                share(answered, each -> !each.isRightAt(threshold)),
                outcomes(Kind.MASKED, threshold, askedBackFrom),
                outcomes(Kind.OUTSIDE, threshold, askedBackFrom));
    }

    private Outcomes outcomes(Kind kind, double threshold, double askedBackFrom) {
        List<Decided> all = of(kind);
        double answered = share(all, each -> each.isAnsweredAt(threshold));
        double spokenOf = share(all, each -> each.isAnsweredAt(Math.min(threshold, askedBackFrom)));
        return new Outcomes(answered, spokenOf - answered, all.isEmpty() ? 0 : 1 - spokenOf);
    }

    /**
     * How often a question that is answered rightly is surer than one of this kind: 1 always, 0.5 no better than a coin
     * (the area under the ROC curve); NaN where there are none of either.
     */
    public double auc(Kind unanswerable) {
        double[] right = strengths(
                of(Kind.ANSWERABLE).stream().filter(each -> each.isRightAt(0)).toList());
        double[] other = strengths(of(unanswerable));
        double surer = DoubleStream.of(right)
                .map(one -> DoubleStream.of(other)
                        .map(another -> one > another ? 1 : one == another ? 0.5 : 0)
                        .sum())
                .sum();
        return surer / ((double) right.length * other.length);
    }

    private static double[] strengths(List<Decided> questions) {
        return questions.stream().mapToDouble(Decided::strength).toArray();
    }

    private List<Decided> of(Kind kind) {
        return questions.stream().filter(each -> each.kind() == kind).toList();
    }

    private static double share(List<Decided> all, Predicate<Decided> which) {
        return all.isEmpty() ? 0 : all.stream().filter(which).count() / (double) all.size();
    }
}
