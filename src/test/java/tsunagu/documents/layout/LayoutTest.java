package tsunagu.documents.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The rules of the page, each on the smallest page that shows it. */
class LayoutTest {

    @Test
    void oneLineThatEndsInANumberIsNoTableOfContents() {
        assertThat(texts("はじめに … 3\n\n本文です。\n")).containsExactly("はじめに … 3 本文です。");
        assertThat(texts("はじめに … 3\nおわりに … P9\n\n本文です。\n")).containsExactly("本文です。");
    }

    @Test
    void anIconOfAGoalIsDroppedButNotASentenceThatSpeaksOfIt() {
        assertThat(texts("3 すべての人に\n健康と福祉を\n\n本文です。\n")).containsExactly("本文です。");
        assertThat(texts("すべての人に健康と福祉をとどけます。\n")).containsExactly("すべての人に健康と福祉をとどけます。");
        assertThat(texts("4 すべての人に健康と福祉を\n\n本文です。\n")).contains("すべての人に健康と福祉を 本文です。");
    }

    @Test
    void aRowOfBlankCellsInheritsUnlessItSumsUp() {
        Layout.Grid grid = grid("地区\t人数\n北\t3\n\t4\n");
        assertThat(grid.rows()).extracting(Layout.GridRow::cells).containsExactly(List.of("北", "3"), List.of("北", "4"));

        Layout.Grid totals = grid("地区\t人数\n北\t1,200\n南\t800\n\t2,000\n");
        assertThat(totals.rows().getLast().totals()).isTrue();
        assertThat(totals.rows().getLast().cells()).containsExactly("", "2,000");
    }

    @Test
    void aTableWithoutColumnNamesHasNoHeader() {
        Layout.Grid grid = grid("令和5年\t12人\n令和6年\t15人\n");
        assertThat(grid.header()).isEmpty();
        assertThat(grid.rows()).hasSize(2);
    }

    @Test
    void aRowKeepsItsEmptyLastCell() {
        assertThat(grid("会\t日\t場所\n第1回\t7月\t\n").rows().getFirst().printed()).isEqualTo("第1回\t7月\t");
    }

    @Test
    void numberedLinesInARowAreAListNotHeadings() {
        assertThat(texts("手続きは次のとおりです。\n\n1 申込書を書く\n2 窓口に出す\n3 返事を待つ\n"))
                .containsExactly("手続きは次のとおりです。\n1 申込書を書く\n2 窓口に出す\n3 返事を待つ");
    }

    @Test
    void aSentenceWrappedOnceIsJoinedButNotAHeadingAboveIt() {
        assertThat(texts("地域の活動に楽しく参加する人が増えた\n年もあれば、減った年もあります。\n"))
                .containsExactly("地域の活動に楽しく参加する人が増えた年もあれば、減った年もあります。");
        assertThat(texts("参加の方法\n\n地域の活動に参加する人は、窓口にお越しください。\n")).containsExactly("参加の方法 地域の活動に参加する人は、窓口にお越しください。");
    }

    @Test
    void englishWordsKeepTheSpaceALineBreakStoodFor() {
        assertThat(texts("この会は Town\nCouncil という名前で活動しています。\n")).containsExactly("この会は Town Council という名前で活動しています。");
    }

    @Property
    void noTextIsTooOddToRead(@ForAll String title, @ForAll("pages") String page, @ForAll String noise) {
        assertThat(Layout.read(title, page + noise).blocks()).isNotNull();
        assertThat(Layout.read(title, noise).blocks()).isNotNull();
    }

    @Property
    void anOrdinarySentenceIsNeverLost(@ForAll("pages") String before, @ForAll("pages") String after) {
        String sentence = "集会所の鍵は月曜日に受付でお渡しします。";

        String kept = String.join("\n", texts(before + "\n\n" + sentence + "\n\n" + after));

        assertThat(kept).contains(sentence);
    }

    @Property
    void everyWordOfAPageIsKeptOrListedAsDropped(@ForAll("pages") String page) {
        Layout layout = Layout.read("資料", page);
        String all = String.join("\n", texts(layout))
                + layout.dropped().stream().map(Layout.Dropped::text).toList();

        assertThat(page.split("[^ぁ-んァ-ヶー一-龠]+"))
                .allSatisfy(word -> assertThat(letters(all)).contains(word));
    }

    /** Pages put together from what pages are made of, in any order. */
    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> phrases = Arbitraries.of("地域の活動", "見守り・声かけ", "窓口を設ける", "参加できる・担い手がいない", "これからの取組について検討しています");
        Arbitrary<String> bits = Arbitraries.of("北東部", "12", "第３層", "取", "）））", "2024.4.1", "※注記");
        Arbitrary<String> words = Arbitraries.oneOf(phrases, bits);
        Arbitrary<String> lists = Arbitraries.of("- ", "- ・ ", "・", "◆", "✓ ", "※");
        Arbitrary<String> heads = Arbitraries.of("# ", "## ", "1 ", "① ", "I ", "発行：", "**");
        Arbitrary<String> indents = Arbitraries.of("", "    ", "        ");
        Arbitrary<String> marks = Arbitraries.oneOf(lists, heads, indents);
        Arbitrary<String> ends = Arbitraries.of("", "。", "  ", " ", "、", "\t20\t", "          右の段", "を", "！", " …P3");
        Arbitrary<String> breaks = Arbitraries.of("\n", "\n\n", "\n \n", "\n\n\n\n", "\n---\n", "\r\n");
        return Combinators.combine(marks, words, ends, breaks)
                .as((mark, word, end, lineBreak) -> mark + word + end + lineBreak)
                .list()
                .ofMaxSize(25)
                .map(lines -> String.join("", lines));
    }

    private static Layout.Grid grid(String text) {
        return (Layout.Grid) Layout.read("資料", text).blocks().getFirst().content();
    }

    /** Heading path and words of each block. */
    private static List<String> texts(String text) {
        return texts(Layout.read("資料", text));
    }

    private static List<String> texts(Layout layout) {
        return layout.blocks().stream()
                .map(block -> Stream.concat(block.headings().stream(), Stream.of(text(block.content())))
                        .reduce((outer, inner) -> outer + " " + inner)
                        .orElseThrow())
                .toList();
    }

    private static String text(Layout.Content content) {
        return switch (content) {
            case Layout.Text text -> text.text();
            case Layout.Items items ->
                (items.lead().isEmpty() ? "" : items.lead() + "\n") + String.join("\n", items.items());
            case Layout.Grid grid -> grid.header() + "\n" + grid.rows();
        };
    }

    private static String letters(String text) {
        return text.replaceAll("[^ぁ-んァ-ヶー一-龠]+", "");
    }
}
