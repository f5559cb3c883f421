package tsunagu.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/** What the index promises, whatever its recipe. */
class TextIndexTest {
    private static final List<TextEntry> ENTRIES = List.of(
            new TextEntry("c", "自治会への加入", "自治会には、地域に住むすべての人が加入できます。"),
            new TextEntry("a", "ごみ置き場の管理", "ごみ置き場は自治会が管理し、掃除をしています。"),
            new TextEntry("b", "子ども食堂", "市内には30を超える子ども食堂があります。"),
            new TextEntry("d", "自治会への加入", "自治会には、地域に住むすべての人が加入できます。"));

    private static final TextIndex INDEX = index(ENTRIES);

    private static TextIndex index(List<TextEntry> entries) {
        return TextIndex.build(entries, WordReader.knowing(List.of()), Synonyms.none(), RankingSettings.recipe());
    }

    private static List<String> ids(TextHits hits) {
        return hits.hits().stream().map(Hit::id).toList();
    }

    @Test
    void findsTheEntryThatAnswers() {
        assertThat(ids(INDEX.search("子ども食堂はいくつありますか", 3))).startsWith("b");
    }

    @Test
    void ordersEqualScoresById() {
        TextHits hits = INDEX.search("自治会に加入したい", 4);
        assertThat(ids(hits)).startsWith("c", "d");
        assertThat(hits.hits().get(0).score()).isEqualTo(hits.hits().get(1).score());
        assertThat(ids(index(ENTRIES.reversed()).search("自治会に加入したい", 4))).isEqualTo(ids(hits));
    }

    @Test
    void givesNoMoreHitsThanAskedFor() {
        assertThat(INDEX.search("自治会", 1).hits()).hasSize(1);
        assertThatThrownBy(() -> INDEX.search("自治会", 0)).hasMessageContaining("limit");
    }

    @Test
    void tellsUnknownWordsApart() {
        QueryReading reading = INDEX.search("自治会のマイナンバー", 3).reading();
        assertThat(reading.words()).extracting(QueryWord::known).contains(true, false);
        QueryWord unknown = reading.words().stream()
                .filter(word -> !word.known())
                .findFirst()
                .orElseThrow();
        assertThat(reading.words()).allMatch(word -> word.weight() <= unknown.weight());
    }

    @Test
    void unknownWordsLowerCoverageAndTheInclusiveScore() {
        Hit known = INDEX.search("自治会に加入", 1).hits().getFirst();
        Hit half = INDEX.search("自治会に加入、マイナンバー", 1).hits().getFirst();
        assertThat(known.coverage()).isEqualTo(1);
        assertThat(known.inclusiveScore()).isEqualTo(known.score());
        assertThat(half.coverage()).isLessThan(0.7);
        assertThat(half.inclusiveScore()).isLessThan(half.score());
    }

    @Test
    void titlePrecisionIsTheShareOfTheTitleThatWasNamed() {
        Hit whole = INDEX.search("自治会への加入", 1).hits().getFirst();
        Hit part = INDEX.search("加入", 1).hits().getFirst();
        assertThat(whole.titlePrecision()).isEqualTo(1);
        assertThat(part.titlePrecision()).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void explainsWhichWordsWereFound() {
        assertThat(INDEX.search("ごみ置き場の掃除の曜日", 1).hits().getFirst().matched())
                .extracting(QueryWord::term)
                .contains("ごみ", "掃除")
                .doesNotContain("曜日");
    }

    @Test
    void theMarginIsTheWholeScoreWhereFewerThanFiveWereFound() {
        TextHits hits = INDEX.search("子ども食堂", 1);
        assertThat(hits.margin()).isEqualTo(hits.hits().getFirst().score());
        assertThat(hits.confidence()).isGreaterThan(hits.margin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\n", "はいですます", "どこで何をください", "！？", "税率証明"})
    void findsNothingWhereNoWordIsKnown(String question) {
        TextHits hits = INDEX.search(question, 5);
        assertThat(hits.hits()).isEmpty();
        assertThat(hits.margin()).isZero();
        assertThat(hits.confidence()).isZero();
    }

    @Test
    void anIndexWithoutEntriesFindsNothing() {
        assertThat(index(List.of()).search("自治会", 5).hits()).isEmpty();
    }

    @Test
    void anEntryMayHaveNoTitleOrNoText() {
        TextIndex index = index(List.of(new TextEntry("1", "", "自治会"), new TextEntry("2", "自治会", "")));
        assertThat(ids(index.search("自治会", 5))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void refusesTwoEntriesWithOneId() {
        assertThatThrownBy(() -> index(List.of(new TextEntry("x", "", "一"), new TextEntry("x", "", "二"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title:自治会", "+自治会 -加入", "(自治会", "\"自治会", "自治会*", "自治会~2^3", "AND OR NOT 自治会", "自治会\\"})
    void lettersThatAreQuerySyntaxElsewhereAreJustLetters(String question) {
        assertThat(INDEX.search(question, 5).hits()).isNotEmpty();
    }

    @Test
    void readsAVeryLongQuestion() {
        var question = new StringBuilder();
        for (int i = 0; i < 3000; i++)
            question.append("地域").append(i).append("自治会加入").appendCodePoint(0x4e00 + i);
        TextHits hits = INDEX.search(question.toString(), 5);
        assertThat(hits.hits()).isNotEmpty();
        assertThat(hits.reading().words()).hasSizeLessThanOrEqualTo(100);
    }

    @Property(tries = 500)
    void noQuestionIsAnError(@ForAll @StringLength(max = 120) String question) {
        TextHits hits = INDEX.search(question, 5);
        assertThat(hits.hits()).allMatch(hit -> hit.score() > 0 && hit.coverage() <= 1.000001);
    }

    @Property(tries = 50)
    void noEntryIsAnError(@ForAll @StringLength(max = 80) String title, @ForAll @StringLength(max = 200) String text) {
        TextIndex index = index(List.of(new TextEntry("1", title, text), new TextEntry("2", "自治会", text)));
        assertThat(ids(index.search("自治会", 5))).contains("2");
    }

    @Test
    void answersTheSameFromManyThreads() {
        List<String> alone = ids(INDEX.search("自治会の掃除", 4));
        assertThat(java.util.stream.IntStream.range(0, 200).parallel().mapToObj(i -> ids(INDEX.search("自治会の掃除", 4))))
                .allMatch(alone::equals);
    }
}
