package tsunagu.knowledge.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.documents.Passage.Body.Row;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.Wanted;

/** What is shown of one passage. */
class ExcerptChooserTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final SourceDocument DOCUMENT = Printed.document("広報");

    private static Chosen choose(String question, Body body, String... headings) {
        var passage = new Passage(DOCUMENT, 0, List.of(headings), 1, 2, body, true);
        var index = TextIndex.build(
                List.of(new TextEntry("1", String.join(" ", headings), body.text())),
                WORDS,
                Synonyms.none(),
                RankingSettings.recipe());
        Question asked = new QuestionReader(index, WORDS, Phrasing.NONE).read(question);
        Wanted wanted = Wanted.of(asked.reading(), index, 0.8);
        return new ExcerptChooser(asked, wanted, WORDS).choose(ReadPassage.of(passage, WORDS));
    }

    private static final String STORY = "桜市の歴史は古く、町の中心には大きな川が流れ、橋が架かり、市場が立っていました。"
            + "春には川沿いの桜並木に多くの人が集まり、地域の団体が協力して祭りを開いて楽しんでいます。"
            + "祭りは平成10年に始まり、子どもから高齢者までが楽しめる催しとして親しまれてきました。"
            + "夏には神社の境内で盆踊りが行われ、秋には体育館で文化の発表会が行われています。";

    @Test
    void theSentenceThatSaysMost() {
        assertThat(choose("盆踊りと発表会", new Body.Paragraph(STORY)).text())
                .isEqualTo("夏には神社の境内で盆踊りが行われ、秋には体育館で文化の発表会が行われています。");
    }

    @Test
    void theSentenceWithTheDateThatWasAskedFor() {
        assertThat(choose("祭りはいつ始まった", new Body.Paragraph(STORY)).text()).startsWith("祭りは平成10年に始まり");
    }

    @Test
    void neighboursThatSayTheRest() {
        assertThat(choose("桜並木と高齢者", new Body.Paragraph(STORY)).text())
                .startsWith("春には川沿いの桜並木")
                .endsWith("親しまれてきました。");
    }

    @Test
    void whatAShortSentenceNeedsToBeUnderstood() {
        String text = "個人でも入れます。入りたい方は課までご連絡ください。";
        assertThat(choose("個人", new Body.Paragraph(text)).text()).isEqualTo(text);
        String back = STORY + "これは市の自慢です。";
        assertThat(choose("自慢", new Body.Paragraph(back)).text())
                .startsWith("夏には神社")
                .endsWith("自慢です。");
    }

    @Test
    void aSentenceTooLongForAPhoneIsCutAtCommas() {
        String sentence = "市内では" + "、さまざまな団体が活動を続け".repeat(20) + "、子ども食堂が30できました。";
        Chosen chosen = choose("子ども食堂", new Body.Paragraph(sentence));
        assertThat(chosen.text()).startsWith("…").endsWith("子ども食堂が30できました。").hasSizeLessThanOrEqualTo(220);
        assertThat(sentence).contains(chosen.quote());
        String noComma = "子ども食堂" + "あ".repeat(400);
        assertThat(choose("子ども食堂", new Body.Paragraph(noComma)).text())
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(220);
    }

    private static final Body.Bullets MERITS = new Body.Bullets("", List.of("だれでも加入できる", "信頼性が高い", "補助金が手厚い"));

    @Test
    void allItemsWhereTheHeadingWasAskedFor() {
        Chosen chosen = choose("自治会の強み", MERITS, "自治会", "強み");
        assertThat(chosen.text()).isEqualTo("・だれでも加入できる\n・信頼性が高い\n・補助金が手厚い");
        assertThat(chosen.quote()).isEqualTo("だれでも加入できる\n信頼性が高い\n補助金が手厚い");
    }

    @Test
    void theItemsThatWereAskedFor() {
        assertThat(choose("自治会の補助金", MERITS, "自治会", "強み").text()).isEqualTo("補助金が手厚い");
    }

    @Test
    void itemsUnderTheirLeadAndNoMoreThanTen() {
        var many = new Body.Bullets(
                "催しは次のとおりです。",
                java.util.stream.IntStream.rangeClosed(1, 15)
                        .mapToObj(i -> "催し" + i)
                        .toList());
        assertThat(choose("催し", many).text().lines()).hasSize(11).startsWith("催しは次のとおりです。", "・催し1");
    }

    private static final Body.Table MEMBERS = new Body.Table(
            List.of("地区", "団体", "個人"),
            List.of(
                    new Row(List.of("南部", "50", "12"), "南部\t50\t12", false),
                    new Row(List.of("西部", "54", "19"), "西部\t54\t19", false),
                    new Row(List.of("", "104", "31"), "\t104\t31", true)));

    @Test
    void theRowThatWasAskedFor() {
        Chosen chosen = choose("西部の団体数", MEMBERS, "加入者数");
        assertThat(chosen.text()).isEqualTo("西部：団体54、個人19");
        assertThat(chosen.quote()).isEqualTo("西部\t54\t19");
    }

    @Test
    void theTotalsWhereTheyWereAskedForAndAllRowsWhereNoneWas() {
        assertThat(choose("加入者数の合計", MEMBERS, "加入者数").text()).isEqualTo("合計：団体104、個人31");
        assertThat(choose("加入者数", MEMBERS, "加入者数").text().lines()).hasSize(3);
    }

    @Test
    void rowsInWords() {
        var schools = new Body.Table(
                List.of("地区", "学校", "学校数"), List.of(new Row(List.of("南部", "桜中、川中", "2"), "南部\t桜中、川中\t2", false)));
        assertThat(choose("南部", schools).text()).isEqualTo("南部：桜中、川中（2）");
        var meetings = new Body.Table(
                List.of("回", "日時", "内容"), List.of(new Row(List.of("第1回", "7月7日", "選出"), "第1回\t7月7日\t選出", false)));
        assertThat(choose("第1回", meetings).text()).isEqualTo("【第1回】日時：7月7日／内容：選出");
        var plain = new Body.Table(List.of(), List.of(new Row(List.of("4月", "始まる"), "4月\t始まる", false)));
        assertThat(choose("4月", plain).text()).isEqualTo("4月：始まる");
    }

    @Test
    void aWideTableShowsTheColumnThatWasAskedFor() {
        var wide = new Body.Table(
                List.of("", "支援", "連携"),
                List.of(new Row(List.of("概要", "活動を支援する。".repeat(20), "情報を集める。".repeat(20)), "概要\t…\t…", false)));
        assertThat(choose("連携", wide).text()).contains("情報を集める").doesNotContain("支援する");
    }
}
