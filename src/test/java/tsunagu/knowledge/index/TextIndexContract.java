package tsunagu.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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

/** What an index promises, whatever its recipe and wherever it is kept. */
public abstract class TextIndexContract {
    private static final List<TextEntry> ENTRIES = List.of(
            new TextEntry("c", "自治会への加入", "自治会には、地域に住むすべての人が加入できます。"),
            new TextEntry("a", "ごみ置き場の管理", "ごみ置き場は自治会が管理し、掃除をしています。"),
            new TextEntry("b", "子ども食堂", "市内には30を超える子ども食堂があります。"),
            new TextEntry("d", "自治会への加入", "自治会には、地域に住むすべての人が加入できます。"));

    private static final WordReader WORDS = WordReader.knowing(List.of());

    /** Of each kind of index one, which several tests read. */
    private static final Map<Class<?>, TextIndex> READ = new ConcurrentHashMap<>();

    /** Another builder for each name. */
    protected abstract TextIndex.Builder builder(String name, Synonyms synonyms, RankingSettings settings);

    private TextIndex index(List<TextEntry> entries) {
        return builder("any", Synonyms.none(), RankingSettings.recipe()).build(entries);
    }

    private TextIndex index() {
        return READ.computeIfAbsent(
                getClass(),
                _ -> builder("read", Synonyms.none(), RankingSettings.recipe()).build(ENTRIES));
    }

    private static List<String> ids(TextHits hits) {
        return hits.hits().stream().map(Hit::id).toList();
    }

    @Test
    void findsTheEntryThatAnswers() {
        assertThat(ids(index().search("子ども食堂はいくつありますか", 3))).startsWith("b");
    }

    @Test
    void ordersEqualScoresById() {
        TextHits hits = index().search("自治会に加入したい", 4);
        assertThat(ids(hits)).startsWith("c", "d");
        assertThat(hits.hits().get(0).score()).isEqualTo(hits.hits().get(1).score());
        assertThat(ids(index(ENTRIES.reversed()).search("自治会に加入したい", 4))).isEqualTo(ids(hits));
    }

    @Test
    void givesNoMoreHitsThanAskedFor() {
        assertThat(index().search("自治会", 1).hits()).hasSize(1);
        assertThatThrownBy(() -> index().search("自治会", 0)).hasMessageContaining("limit");
    }

    @Test
    void tellsUnknownWordsApart() {
        QueryReading reading = index().search("自治会のマイナンバー", 3).reading();
        assertThat(reading.words()).extracting(QueryWord::known).contains(true, false);
        QueryWord unknown = reading.words().stream()
                .filter(word -> !word.known())
                .findFirst()
                .orElseThrow();
        assertThat(reading.words()).allMatch(word -> word.weight() <= unknown.weight());
    }

    @Test
    void unknownWordsLowerCoverageAndTheInclusiveScore() {
        Hit known = index().search("自治会に加入", 1).hits().getFirst();
        Hit half = index().search("自治会に加入、マイナンバー", 1).hits().getFirst();
        assertThat(known.coverage()).isEqualTo(1);
        assertThat(known.inclusiveScore()).isEqualTo(known.score());
        assertThat(half.coverage()).isLessThan(0.7);
        assertThat(half.inclusiveScore()).isLessThan(half.score());
    }

    @Test
    void titlePrecisionIsTheShareOfTheTitleThatWasNamed() {
        Hit whole = index().search("自治会への加入", 1).hits().getFirst();
        Hit part = index().search("加入", 1).hits().getFirst();
        assertThat(whole.titlePrecision()).isEqualTo(1);
        assertThat(part.titlePrecision()).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void explainsWhichWordsWereFound() {
        assertThat(index().search("ごみ置き場の掃除の曜日", 1).hits().getFirst().matched())
                .extracting(QueryWord::term)
                .contains("ごみ", "掃除")
                .doesNotContain("曜日");
    }

    @Test
    void theMarginIsTheWholeScoreWhereFewerThanFiveWereFound() {
        TextHits hits = index().search("子ども食堂", 1);
        assertThat(hits.margin()).isEqualTo(hits.hits().getFirst().score());
        assertThat(hits.confidence()).isGreaterThan(hits.margin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\n", "はいですます", "どこで何をください", "！？", "税率証明"})
    void findsNothingWhereNoWordIsKnown(String question) {
        TextHits hits = index().search(question, 5);
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
        assertThat(index().search(question, 5).hits()).isNotEmpty();
    }

    @Test
    void readsAVeryLongQuestion() {
        var question = new StringBuilder();
        for (int i = 0; i < 3000; i++)
            question.append("地域").append(i).append("自治会加入").appendCodePoint(0x4e00 + i);
        TextHits hits = index().search(question.toString(), 5);
        assertThat(hits.hits()).isNotEmpty();
        assertThat(hits.reading().words()).hasSizeLessThanOrEqualTo(100);
    }

    @Property(tries = 500)
    void noQuestionIsAnError(@ForAll @StringLength(max = 120) String question) {
        TextHits hits = index().search(question, 5);
        assertThat(hits.hits()).allMatch(hit -> hit.score() > 0 && hit.coverage() <= 1.000001);
    }

    @Property(tries = 50)
    void noEntryIsAnError(@ForAll @StringLength(max = 80) String title, @ForAll @StringLength(max = 200) String text) {
        TextIndex index = index(List.of(new TextEntry("1", title, text), new TextEntry("2", "自治会", text)));
        assertThat(ids(index.search("自治会", 5))).contains("2");
    }

    @Test
    void answersTheSameFromManyThreads() {
        List<String> alone = ids(index().search("自治会の掃除", 4));
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> ids(index().search("自治会の掃除", 4))))
                .allMatch(alone::equals);
    }

    private static final List<TextEntry> OF_TOWNS = IntStream.range(0, 60)
            .mapToObj(i -> new TextEntry("t" + i, "town" + i % 3, "集会室の予約", "集会室は窓口" + "で予約します。".repeat(i % 7)))
            .toList();

    @Test
    void keepsToTheGroupsThatWereAskedFor() {
        TextIndex index = index(OF_TOWNS);
        QueryReading question = index.read("集会室を予約したい");
        TextHits all = index.search(question, 60);
        TextHits some = index.search(question, 60, TextIndex.Among.groups(Set.of("town1", "town2")));
        assertThat(some.hits())
                .hasSize(40)
                .isEqualTo(all.hits().stream()
                        .filter(hit -> Integer.parseInt(hit.id().substring(1)) % 3 > 0)
                        .toList());
        assertThat(index.search(question, 5, TextIndex.Among.groups(Set.of("elsewhere")))
                        .hits())
                .isEmpty();
    }

    @Test
    void looksOnWhereTheBestAreNotAdmitted() {
        TextIndex index = index(OF_TOWNS);
        QueryReading question = index.read("集会室を予約したい");
        List<String> all = ids(index.search(question, 60));
        Set<String> worst = Set.copyOf(all.subList(57, 60));
        var among = new TextIndex.Among(Set.of(), worst::contains);
        assertThat(ids(index.search(question, 2, among))).isEqualTo(all.subList(57, 59));
    }

    @Test
    void anotherNameOfSeveralWordsMustStandTogether() {
        Synonyms synonyms = Synonyms.parse("test", List.of("高齢者クラブ, 老人会"), WORDS);
        var entries = new ArrayList<TextEntry>();
        List.of("お年寄りのクラブ", "高齢者クラブ", "者クラブ高齢", "老人会")
                .forEach(text -> entries.add(new TextEntry(String.valueOf(entries.size()), "", text)));
        TextIndex index = builder("names", synonyms, RankingSettings.recipe()).build(entries);
        TextHits hits = index.search("老人会", 4);
        assertThat(ids(hits)).startsWith("3", "1");
        assertThat(hits.hits().getFirst().score())
                .isGreaterThan(hits.hits().get(1).score());
    }

    @Test
    void followsWhatIsTakenOutAndPutIn() {
        TextIndex.Builder builder = builder("following", Synonyms.none(), RankingSettings.recipe());
        TextIndex before = builder.build(ENTRIES);
        assertThat(ids(before.search("子ども食堂", 3))).containsExactly("b");
        TextEntry other = new TextEntry("b", "防災訓練", "毎年、防災訓練をしています。");
        TextIndex after = builder.build(List.of(ENTRIES.get(0), other));
        assertThat(after.search("子ども食堂", 3).hits()).isEmpty();
        assertThat(after.knows("食堂")).isFalse();
        assertThat(ids(after.search("防災訓練と自治会", 3))).containsExactlyInAnyOrder("b", "c");
        assertThat(builder.build(List.of()).search("防災訓練", 3).hits()).isEmpty();
        assertThat(builder.build(ENTRIES).search("自治会に加入したい", 4).hits())
                .isEqualTo(index().search("自治会に加入したい", 4).hits());
    }
}
