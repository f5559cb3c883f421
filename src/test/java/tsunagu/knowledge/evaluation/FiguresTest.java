package tsunagu.knowledge.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures against values computed by hand. */
class FiguresTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void theRightEntryFirst() {
        assertThat(Figures.of(List.of("a", "b"), Map.of("a", 1))).isEqualTo(new Figures(1, 1, 1, 1, 1));
    }

    @Test
    void theRightEntrySecond() {
        Figures figures = Figures.of(List.of("x", "a"), Map.of("a", 1));
        assertThat(figures.hitAt1()).isZero();
        assertThat(figures.hitAt3()).isEqualTo(1);
        assertThat(figures.mrrAt10()).isEqualTo(0.5);
        assertThat(figures.recallAt10()).isEqualTo(1);
        // 1 / log2(3)
        assertThat(figures.ndcgAt10()).isCloseTo(0.6309297535714575, EXACT);
    }

    @Test
    void gradesAndEntriesThatWereMissed() {
        // Gains 1 at rank 1 and 3 at rank 4 of the best 3, 2, 1; the entry of grade 2 is missing.
        Figures figures =
                Figures.of(List.of("one", "x", "zero", "three"), Map.of("three", 3, "two", 2, "one", 1, "zero", 0));
        double best = 3 + 2 / 1.584962500721156 + 1 / 2.0;
        double gained = 1 + 3 / 2.321928094887362;
        assertThat(figures.hitAt1()).isEqualTo(1);
        assertThat(figures.recallAt10()).isCloseTo(2 / 3.0, EXACT);
        assertThat(figures.ndcgAt10()).isCloseTo(gained / best, EXACT);
    }

    @Test
    void whatComesAfterTheTenthDoesNotCount() {
        List<String> ranked =
                IntStream.rangeClosed(1, 11).mapToObj(String::valueOf).toList();
        assertThat(Figures.of(ranked, Map.of("11", 1))).isEqualTo(new Figures(0, 0, 0, 0, 0));
        assertThat(Figures.of(ranked, Map.of("10", 1)).mrrAt10()).isEqualTo(0.1);
        assertThat(Figures.of(ranked, Map.of("4", 1)).hitAt3()).isZero();
    }

    @Test
    void moreThanTenRightEntriesLimitRecallButNotNdcg() {
        List<String> ranked =
                IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList();
        Map<String, Integer> twenty = IntStream.rangeClosed(1, 20)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(String::valueOf, i -> 1));
        assertThat(Figures.of(ranked, twenty)).isEqualTo(new Figures(1, 1, 1, 0.5, 1));
    }

    @Test
    void nothingFoundIsZeroEverywhere() {
        assertThat(Figures.of(List.of(), Map.of("a", 1))).isEqualTo(new Figures(0, 0, 0, 0, 0));
    }

    @Test
    void aQuestionWithoutRightEntriesHasNoFigures() {
        assertThatThrownBy(() -> Figures.of(List.of("a"), Map.of("a", 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMeanIsOverQuestions() {
        Figures mean = Figures.mean(List.of(new Figures(1, 1, 1, 1, 1), new Figures(0, 1, 0.5, 0, 0.25)));
        assertThat(mean).isEqualTo(new Figures(0.5, 1, 0.75, 0.5, 0.625));
        assertThat(Figures.mean(List.of())).isEqualTo(new Figures(0, 0, 0, 0, 0));
    }

    @Test
    void pIsTheShareOfSwapsThatPartTheMeansAsFar() {
        // Three differences of one sign: 2 of the 8 ways to swap keep the sum as far from 0.
        assertThat(PairedTest.p(List.of(1.0, 1.0, 1.0), List.of(0.0, 0.5, 0.0))).isCloseTo(0.25, within(0.01));
        // 1 against -0.5 and 0.5: any swap of the smaller two leaves 0, 1 or 2; the sum seen is 1, as 6 of 8 or more
        // are.
        assertThat(PairedTest.p(List.of(1.0, 0.0, 0.5), List.of(0.0, 0.5, 0.0))).isCloseTo(0.75, within(0.01));
    }

    @Test
    void rankingsThatNeverDifferAreNotTellableApart() {
        assertThat(PairedTest.p(List.of(0.3, 0.7), List.of(0.3, 0.7))).isEqualTo(1);
        assertThat(PairedTest.p(List.of(), List.of())).isEqualTo(1);
    }

    @Test
    void manyDifferencesOfOneSignAreNoLuck() {
        List<Double> better = java.util.Collections.nCopies(100, 0.6);
        List<Double> worse = java.util.Collections.nCopies(100, 0.5);
        assertThat(PairedTest.p(better, worse)).isLessThan(0.0001).isPositive();
        assertThat(PairedTest.p(worse, better)).isEqualTo(PairedTest.p(better, worse));
    }
}
