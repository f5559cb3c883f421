package tsunagu.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Name;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/** What each part of the recipe does, shown with and without it on a few entries. */
class RecipeTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());

    /** Words in the whole entry, saturated, and nothing else. */
    private static RankingSettings bare() {
        RankingSettings settings = RankingSettings.recipe().with(Expansion.OFF);
        for (Signal signal : Signal.values()) settings = settings.with(signal, 0);
        return settings;
    }

    private static RankingSettings only(Signal signal) {
        return bare().with(signal, RankingSettings.recipe().weight(signal));
    }

    private static TextIndex index(RankingSettings settings, String... titlesAndTexts) {
        return index(settings, Synonyms.none(), titlesAndTexts);
    }

    /** Entries named 1, 2, … of title and text in turn. */
    private static TextIndex index(RankingSettings settings, Synonyms synonyms, String... titlesAndTexts) {
        var entries = new ArrayList<TextEntry>();
        for (int i = 0; i < titlesAndTexts.length; i += 2) {
            entries.add(new TextEntry(String.valueOf(i / 2 + 1), titlesAndTexts[i], titlesAndTexts[i + 1]));
        }
        return TextIndex.build(entries, WORDS, synonyms, settings);
    }

    private static List<String> found(TextIndex index, String question) {
        return index.search(question, 30).hits().stream().map(Hit::id).toList();
    }

    private static Synonyms synonyms(String... lines) {
        return Synonyms.parse("test", List.of(lines), WORDS);
    }

    @Test
    void aSingleEntryScoresByTheFormula() {
        TextIndex index = index(bare(), "", "自治 防災");
        // One entry of average length: tf / (tf + 1.2) with tf 1, for all of the question's weight.
        assertThat(index.search("防災", 1).hits().getFirst().score()).isCloseTo(1 / 2.2, within(1e-6));
        assertThat(index(only(Signal.MATCH), "", "自治 防災")
                        .search("防災", 1)
                        .hits()
                        .getFirst()
                        .score())
                .isCloseTo(1 / 2.2 + 0.3, within(1e-6));
    }

    @Test
    void matchPrefersMoreOfTheWordsToOneWordRepeated() {
        String many = "防犯 祭り 美化 健康 歴史 資料 交流 孤立 情報 役所 市長 公園 道路";
        String[] entries = {"", "見守り 見守り 見守り 見守り 見守り 見守り", "", "見守り " + many, "", "防犯", "", "防犯 祭り"};
        assertThat(found(index(bare(), entries), "見守りと防犯")).startsWith("1");
        assertThat(found(index(bare().with(Signal.MATCH, 3), entries), "見守りと防犯"))
                .startsWith("2");
    }

    @Test
    void titlePrefersWhatTheEntryIsAbout() {
        String[] entries = {"祭り", "防災について述べる", "防災", "祭りについて述べる"};
        assertThat(found(index(bare(), entries), "防災")).containsExactly("1", "2");
        assertThat(found(index(only(Signal.TITLE), entries), "防災")).containsExactly("2", "1");
    }

    @Test
    void titlePrecisionPrefersTheTitleThatSaysNoMore() {
        String[] entries = {"防災 美化 健康", "祭り", "防災", "祭り 美化 健康"};
        assertThat(found(index(bare(), entries), "防災")).containsExactly("1", "2");
        assertThat(found(index(only(Signal.TITLE_PRECISION), entries), "防災")).containsExactly("2", "1");
    }

    @Test
    void readingFindsOtherSpellings() {
        String[] entries = {"", "ゴミ置き場の管理", "", "子ども食堂"};
        assertThat(found(index(bare(), entries), "ごみ")).isEmpty();
        assertThat(found(index(only(Signal.READING), entries), "ごみ")).containsExactly("1");
    }

    @Test
    void bigramFindsWhatIsCutIntoOtherWords() {
        String[] entries = {"", "環境保全審議会", "", "子ども食堂"};
        assertThat(found(index(bare(), entries), "審議")).isEmpty();
        assertThat(found(index(only(Signal.BIGRAM), entries), "審議")).containsExactly("1");
    }

    @Test
    void expansionFindsByTheTitlesOfEntriesLikeIt() {
        var entries = new ArrayList<String>();
        for (int i = 0; i < 12; i++) entries.addAll(List.of("転出", "役所に届ける 住所 異動 その" + i));
        for (int i = 0; i < 12; i++) entries.addAll(List.of("祭り", "神輿 太鼓 その" + i));
        entries.addAll(List.of("手続", "役所に届ける 住所 異動"));
        entries.addAll(List.of("手続", "神輿 太鼓"));
        String[] all = entries.toArray(String[]::new);
        TextIndex learnt = index(bare().with(Expansion.ON).with(Signal.EXPANSION, 0.3), all);
        TextIndex without = index(bare(), all);
        assertThat(found(without, "祭り")).doesNotContain("25", "26");
        assertThat(found(learnt, "祭り")).contains("26").doesNotContain("25");
    }

    @Test
    void expansionLearnsByItselfOnlyFromEnoughEntries() {
        RankingSettings recipe = RankingSettings.recipe();
        assertThat(recipe.learnsExpansion(299)).isFalse();
        assertThat(recipe.learnsExpansion(300)).isTrue();
        assertThat(recipe.with(Expansion.ON).learnsExpansion(1)).isTrue();
        assertThat(recipe.with(Expansion.OFF).learnsExpansion(10_000)).isFalse();
        assertThat(recipe.with(Signal.EXPANSION, 0).learnsExpansion(10_000)).isFalse();
    }

    @Test
    void synonymsFindTheOfficesWordForTheResidentsWord() {
        String[] entries = {"", "加入できます", "", "子ども食堂"};
        Synonyms joining = synonyms("加入, 入会, 入る");
        assertThat(found(index(only(Signal.SYNONYM), entries), "入りたい")).isEmpty();
        assertThat(found(index(only(Signal.SYNONYM), joining, entries), "入りたい")).containsExactly("1");
        assertThat(found(index(bare(), joining, entries), "入りたい")).isEmpty();
    }

    @Test
    void aSynonymCountsLessThanTheWordItself() {
        String[] entries = {"", "入会できます", "", "加入できます", "", "子ども食堂"};
        TextHits hits = index(only(Signal.SYNONYM), synonyms("加入, 入会"), entries).search("加入", 3);
        assertThat(hits.hits()).extracting(Hit::id).containsExactly("2", "1");
        assertThat(hits.hits().get(1).score())
                .isCloseTo(0.6 * hits.hits().get(0).score(), within(1e-6));
    }

    @Test
    void aRareSynonymIsWorthNoMoreThanTheCommonWordItStandsFor() {
        var entries = new ArrayList<String>();
        for (int i = 0; i < 20; i++) entries.addAll(List.of("", "会議"));
        entries.addAll(List.of("", "寄合"));
        TextHits hits = index(only(Signal.SYNONYM), synonyms("会議, 寄合"), entries.toArray(String[]::new))
                .search("会議", 30);
        assertThat(hits.hits()).last().extracting(Hit::id).isEqualTo("21");
    }

    @Test
    void aSynonymOfSeveralWordsMustStandTogether() {
        String[] entries = {"", "お年寄りのクラブ", "", "高齢者クラブ", "", "者クラブ高齢"};
        assertThat(found(index(only(Signal.SYNONYM), synonyms("高齢者クラブ, 老人会"), entries), "老人会"))
                .containsExactly("2");
    }

    @Test
    void onlyContentWordsAreSearchedUnlessSwitchedOff() {
        String[] entries = {"", "どの祭りか", "", "どの防災か"};
        assertThat(found(index(bare(), entries), "どの祭り")).containsExactly("1");
        assertThat(found(index(bare().withAllKindsOfWords(), entries), "どの祭り")).contains("2");
    }

    @Test
    void aNameIsOneWordThatIsReadAsGiven() {
        WordReader naming = WordReader.knowing(List.of(new Name("青嵐中", "せいらんちゅう")));
        assertThat(naming.read("青嵐中の近く").getFirst().term()).isEqualTo("青嵐中");
        assertThat(naming.read("青嵐中の近く").getFirst().reading()).isEqualTo("セイランチュウ");
        assertThat(WORDS.read("青嵐中").size()).isGreaterThan(1);
    }

    @Test
    void refusesANegativeWeight() {
        assertThatThrownBy(() -> bare().with(Signal.TITLE, -0.1)).hasMessageContaining("TITLE");
    }
}
