package tsunagu.knowledge.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;

/** Of whom a passage tells what was asked. */
class OwnedTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final SourceDocument REPORT = Printed.document("検討委員会の報告書");

    private static Question question(String typed) {
        var index = TextIndex.build(
                List.of(new TextEntry("1", "", "商店会")), WORDS, Synonyms.none(), RankingSettings.recipe());
        return new QuestionReader(index, WORDS, Phrasing.NONE).read(typed);
    }

    private static boolean isTold(String question, Body body, String told, String... headings) {
        var passage = new Passage(REPORT, 0, List.of(headings), 1, 2, body, true);
        return Owned.in(question(question)).orElseThrow().isToldIn(passage, new Chosen(told, told, WordSet.empty(), 0));
    }

    private static boolean isTold(String question, String text, String... headings) {
        return isTold(question, new Body.Paragraph(text), text, headings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12月23日の会議", "自治会は何をする", "商店会の例", "会長は誰", "商店会", "会議に大学の先生がいますか"})
    void nothingIsAskedOfAnything(String typed) {
        assertThat(Owned.in(question(typed))).isEmpty();
    }

    @Test
    void whoseItIsStandsAbove() {
        assertThat(isTold("自治会の強み", "だれでも入れる。", "自治会", "強み")).isTrue();
        assertThat(isTold("検討委員会の強み", "だれでも入れる。", "自治会", "強み")).isFalse();
    }

    @Test
    void theDocumentIsAnOwnerWhereNoOtherIsNamed() {
        assertThat(isTold("検討委員会の目的", "方針を改めること。", "はじめに", "目的")).isTrue();
        assertThat(isTold("検討委員会の目的", "支えあうこと。", "自治会", "目的")).isFalse();
    }

    @Test
    void inOneSentenceTheOwnerStandsBefore() {
        assertThat(isTold("商店会の課題", "商店会には担い手の不足という課題がある。")).isTrue();
        assertThat(isTold("商店会の課題", "課題は多い。商店会も入る。", "現状と課題")).isFalse();
        assertThat(isTold("商店会への課題", "商店会には課題がある。")).isTrue();
        assertThat(isTold("商店会への支援", "商店会も入る。子育ての支援もある。")).isFalse();
        assertThat(isTold("商店会の今後の課題", "商店会の課題は担い手だ。")).isTrue();
    }

    @Test
    void ofNobodyItIsToldUnderItsHeadingAndOfNoOtherBody() {
        assertThat(isTold("強み", "だれでも入れる。", "強み")).isTrue();
        assertThat(isTold("強み", "だれでも入れる。", "自治会の強み")).isFalse();
        assertThat(isTold("強み", "強みは多い。", "現状")).isFalse();
    }

    @Test
    void aHeadingIsOfWhatItEndsIn() {
        assertThat(isTold("商店会の歴史", "商店会の資料を集める。", "歴史を守る")).isFalse();
        assertThat(isTold("商店会の歴史", "商店会は歴史の継承に努める。")).isFalse();
        assertThat(isTold("商店会の歴史", "古くからある。", "商店会", "歴史")).isTrue();
    }

    @Test
    void whatIsSharedIsOfBoth() {
        assertThat(isTold("中央商店会の計画", "中央・南商店会では計画を作る。")).isTrue();
    }

    @Test
    void aRowIsOfWhatStandsFirstInIt() {
        var table = new Body.Table(List.of("", "役割"), List.of(new Row(List.of("商店会", "見守り"), "商店会 見守り", false)));
        assertThat(isTold("商店会の役割", table, "商店会：見守り")).isTrue();
        assertThat(isTold("民生委員の役割", table, "商店会：民生委員との見守り")).isFalse();
    }
}
