package tsunagu.knowledge.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;

class WantedTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final String PRINT = "検討委員会は自治会の会費と加入を議論した。三鷹でも。";
    private static final TextIndex INDEX = TextIndex.build(
            List.of(new TextEntry("1", "", PRINT), new TextEntry("2", "", "自治会の祭り")),
            WORDS,
            Synonyms.parse("test", List.of("加入, 入会", "自治会, 町内会"), WORDS),
            RankingSettings.recipe());

    private static Wanted wanted(String question) {
        return Wanted.of(INDEX.read(question), INDEX, 0.8);
    }

    private static WordSet text(String text) {
        return WordSet.of(WORDS.read(text));
    }

    @Test
    void allOfTheQuestionIsOne() {
        assertThat(wanted("自治会の会費").shareIn(text("自治会には会費がある"))).isEqualTo(1);
        assertThat(wanted("自治会の会費").shareIn(text("祭り"))).isZero();
    }

    @Test
    void anUnknownWordWeighsMost() {
        assertThat(wanted("自治会の罰金").shareIn(text("自治会"))).isLessThan(0.5);
    }

    @Test
    void anotherNameCountsAlmostAsTheWord() {
        assertThat(wanted("入会").shareIn(text("加入できます"))).isCloseTo(0.8, within(1e-9));
        assertThat(wanted("町内会").shareIn(text("自治会"))).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void halfOfACompoundWithAnotherNameIsNothing() {
        assertThat(wanted("町内会").shareIn(text("朝の会"))).isZero();
    }

    @Test
    void aMissingVerbSaysLessThanAMissingNoun() {
        assertThat(wanted("会費を集める").shareIn(text("会費")))
                .isGreaterThan(wanted("会費の徴収").shareIn(text("会費")));
    }

    private static Wanted lightened(String question) {
        return Wanted.of(INDEX.read(question).lightening(Set.of("世間", "描く", "会費")), INDEX, 0.8);
    }

    @Test
    void aLightWordMissesLittleWhereNoDocumentHasIt() {
        WordSet fees = text("会費");
        assertThat(lightened("世間で会費は何ですか").shareIn(fees))
                .isGreaterThan(wanted("世間で会費は何ですか").shareIn(fees));
        assertThat(lightened("会費と加入は何ですか").shareIn(text("加入")))
                .isEqualTo(wanted("会費と加入は何ですか").shareIn(text("加入")));
    }

    @Test
    void whatSomebodyWantsToDoIsNotLight() {
        WordSet fees = text("会費");
        assertThat(lightened("会費を描きたい").shareIn(fees))
                .isEqualTo(wanted("会費を描きたい").shareIn(fees));
        assertThat(lightened("会費を描きました").shareIn(fees))
                .isLessThan(lightened("会費を描きますか").shareIn(fees));
    }

    @Test
    void aLightWordNamesNothingByItself() {
        assertThat(lightened("世間は").saying()).isLessThan(wanted("世間は").saying());
    }

    @Test
    void aPlaceThatTheTextDoesNotNameIsAnother() {
        assertThat(wanted("三鷹の会費").namesMoreThan(text("会費"))).isTrue();
        assertThat(wanted("三鷹の会費").namesMoreThan(text("三鷹の会費"))).isFalse();
        assertThat(wanted("会費").namesMoreThan(text("祭り"))).isFalse();
    }

    @Test
    void aCompoundOfTheDocumentsMustBeWhole() {
        assertThat(wanted("検討委員会").breaksCompound(text("委員会"), PRINT)).isTrue();
        assertThat(wanted("検討委員会").breaksCompound(text("検討委員会"), PRINT)).isFalse();
        assertThat(wanted("検討する委員").breaksCompound(text("委員"), PRINT)).isFalse();
        assertThat(wanted("防災委員").breaksCompound(text("委員"), PRINT)).isFalse();
    }

    @Test
    void aKindThatNoDocumentKnowsIsNotToldByItsNoun() {
        assertThat(wanted("検討会の出身委員").breaksCompound(text("検討会の委員"), PRINT)).isTrue();
        assertThat(wanted("検討会の委員").breaksCompound(text("検討会の委員"), PRINT)).isFalse();
    }

    @Test
    void knowsTheNamesThatStandAsOne() {
        assertThat(wanted("検討委員会の会費").longCompounds()).containsExactly("検討委員会");
    }

    @Test
    void wordsThatSoundAlikeAreTheSameOnlyIfWrittenAlike() {
        assertThat(text("協力").says("今日", "キョウ")).isFalse();
        assertThat(text("ゴミ").says("ごみ", "ゴミ")).isTrue();
        assertThat(text("子供").says("子ども", "コドモ")).isTrue();
    }

    @Test
    void aHeadingIsAskedForWholeOrInPart() {
        assertThat(wanted("会費").precision(WORDS.read("会費"), INDEX, WordSet.empty()))
                .isEqualTo(1);
        assertThat(wanted("会費").precision(WORDS.read("会費と加入"), INDEX, WordSet.empty()))
                .isBetween(0.3, 0.7);
        assertThat(wanted("入会").precision(WORDS.read("加入"), INDEX, WordSet.empty()))
                .isEqualTo(1);
        assertThat(wanted("会費").precision(List.of(), INDEX, WordSet.empty())).isZero();
        // 「会費は」, after 加入 was told of.
        assertThat(wanted("会費").precision(WORDS.read("会費と加入"), INDEX, text("加入")))
                .isGreaterThan(0.9);
    }
}
