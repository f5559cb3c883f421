package tsunagu.knowledge.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.likeness.Confidence.Evidence;
import tsunagu.knowledge.likeness.Likeness.Answer;

class LikenessTest {
    private static final Likeness LIKENESS = new Likeness(List.of(
            new Answer("meals", "市内で30を超える子ども食堂ができた", List.of("子ども食堂はいくつ", "子どもがごはんを食べられる所はありますか")),
            new Answer("fees", "自治会費などの安定した収入がある", List.of("自治会の収入は何ですか", "会費は集まっていますか")),
            new Answer("fees-alone", "自治会費などの安定した収入", List.of("自治会費の使い道は"))));

    @Test
    void whatSharesMostIsAheadOfTheOthers() {
        var measured = LIKENESS.measure("こどもがご飯食べられるとこ");
        assertThat(measured.likeTo("meals").cosineAhead()).isPositive();
        assertThat(measured.likeTo("meals").tellingAhead()).isPositive();
        assertThat(measured.likeTo("fees").cosineAhead()).isNegative();
    }

    @Test
    void anAnswerThatContainsAnotherDoesNotStandAgainstIt() {
        var measured = LIKENESS.measure("自治会の収入は何ですか");
        assertThat(measured.likeTo("fees-alone").cosine()).isPositive();
        assertThat(measured.likeTo("fees").cosineAhead())
                .isCloseTo(
                        measured.likeTo("fees").cosine()
                                - measured.likeTo("meals").cosine(),
                        within(1e-9));
    }

    @Test
    void widthKanaAndPunctuationMakeNoDifference() {
        assertThat(LIKENESS.measure("コドモ食堂は、いくつ？").likeTo("meals"))
                .isEqualTo(LIKENESS.measure("こども食堂はいくつ").likeTo("meals"));
    }

    @Test
    void aTextThatSharesNothingButItsEndsIsLikeNone() {
        assertThat(LIKENESS.measure("xyzxyzxyz").likeTo("meals").shared()).isLessThan(0.2);
        for (String text : List.of("", "?!", "\uD83D")) {
            assertThat(LIKENESS.measure(text).likeTo("meals").cosine()).isBetween(0.0, 0.5);
        }
    }

    @Test
    void whatIsNearerInEveryMeasureIsMoreProbable() {
        assertThat(Confidence.learned().of(evidence(0.9, 0.4)))
                .isGreaterThan(0.8)
                .isGreaterThan(Confidence.learned().of(evidence(0.2, -0.3)));
        assertThat(Confidence.learned().of(evidence(0.2, -0.3))).isBetween(0.0, 0.2);
    }

    /** @param near of each measure of how near it is; {@code ahead} of each of how far it is ahead */
    private static Map<Evidence, Double> evidence(double near, double ahead) {
        var evidence = new EnumMap<Evidence, Double>(Evidence.class);
        for (Evidence each : Evidence.values()) evidence.put(each, each.name().contains("AHEAD") ? ahead : near);
        evidence.put(Evidence.MISSES, 1 - near);
        evidence.put(Evidence.ASKS, 0.0);
        evidence.put(Evidence.TELLS, 0.0);
        evidence.put(Evidence.LITTLE, 0.0);
        evidence.put(Evidence.LENGTH, 2.9);
        evidence.put(Evidence.WORDS, 1.8);
        return evidence;
    }
}
