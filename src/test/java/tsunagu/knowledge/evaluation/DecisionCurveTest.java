package tsunagu.knowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.evaluation.DecisionCurve.Candidate;
import tsunagu.knowledge.evaluation.DecisionCurve.Decided;
import tsunagu.knowledge.evaluation.DecisionCurve.Kind;
import tsunagu.knowledge.evaluation.DecisionCurve.Outcomes;
import tsunagu.knowledge.evaluation.DecisionCurve.Point;

/** The shares of a curve, counted by hand. */
class DecisionCurveTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static final DecisionCurve CURVE = new DecisionCurve(List.of(
            decided(Kind.ANSWERABLE, new Candidate(0.9, true)),
            decided(Kind.ANSWERABLE, new Candidate(0.6, true), new Candidate(0.8, false)),
            decided(Kind.ANSWERABLE),
            decided(Kind.MASKED, new Candidate(0.8, false)),
            decided(Kind.MASKED, new Candidate(0.55, false)),
            decided(Kind.MASKED, new Candidate(0.2, false)),
            decided(Kind.MASKED),
            decided(Kind.OUTSIDE)));

    private static Decided decided(Kind kind, Candidate... candidates) {
        return new Decided(kind, List.of(candidates));
    }

    @Test
    void countsWhatAThresholdAnswersAndWhatThereofIsRight() {
        Point low = CURVE.at(0.5, 0.5);
        assertThat(low.kept()).isCloseTo(2 / 3.0, EXACT);
        assertThat(low.rightKept()).isEqualTo(1);
        assertThat(low.wrong()).isZero();
        Point high = CURVE.at(0.7, 0.5);
        assertThat(high.kept()).isCloseTo(2 / 3.0, EXACT);
        assertThat(high.rightKept()).isEqualTo(0.5);
        assertThat(high.wrong())
                .as("the second is answered by what comes after the right one")
                .isEqualTo(0.5);
    }

    @Test
    void countsWhatBecomesOfQuestionsWithoutAnAnswer() {
        assertThat(CURVE.at(0.7, 0.5).masked()).isEqualTo(new Outcomes(0.25, 0.25, 0.5));
        assertThat(CURVE.at(0.1, 0.5).masked()).isEqualTo(new Outcomes(0.75, 0, 0.25));
        assertThat(CURVE.at(0.7, 0.5).outside()).isEqualTo(new Outcomes(0, 0, 1));
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        // 0.9 is above all four; 0.8, the highest of the second, above three and as high as one.
        assertThat(CURVE.auc(Kind.MASKED)).isCloseTo((4 + 3.5) / 8, EXACT);
        assertThat(CURVE.auc(Kind.OUTSIDE)).isEqualTo(1);
        assertThat(new DecisionCurve(List.of()).auc(Kind.OUTSIDE)).isNaN();
    }
}
