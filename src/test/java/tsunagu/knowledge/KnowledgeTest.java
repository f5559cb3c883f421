package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.knowledge.QuestionSets.KNOWLEDGE;
import static tsunagu.knowledge.QuestionSets.LIBRARY;
import static tsunagu.knowledge.QuestionSets.squeezed;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Finding.Related;

/** What is told, word for word, of the documents as they ship. */
class KnowledgeTest {
    private static final Scope NISHITOKYO = Scope.preferring("nishitokyo");

    private static String first(String question, Scope scope) {
        Finding finding = KNOWLEDGE.find(question, scope);
        assertThat(finding).as(question).isInstanceOf(Answered.class);
        return ((Answered) finding).excerpts().getFirst().text();
    }

    private static List<Excerpt> excerpts(Finding finding) {
        return switch (finding) {
            case Answered(List<Excerpt> excerpts, var _) -> excerpts;
            case Related(List<Excerpt> excerpts) -> excerpts;
            case Finding.Outlined outlined -> outlined.excerpts();
            case Finding.Approved _, Finding.Unavailable _, Nothing _ -> List.of();
        };
    }

    @Test
    void tellsTheSentenceThatDefines() {
        assertThat(first("地域協力ネットワークってなに？", NISHITOKYO))
                .startsWith("地域協力ネットワークは、地域の抱える課題が多様化・複雑化するなか、")
                .endsWith("地域課題の解決に取り組んでいくという仕組みです。");
        assertThat(first("地域カルテとは", NISHITOKYO)).isEqualTo("推進会議では、まず地域のことを知り、魅力や課題を共有するための資料として「地域カルテ」を作成します。");
        assertThat(first("地域経営とは", NISHITOKYO)).isEqualTo("地域と市が力を合わせ、地域資源を活用して、未来へと続く地域をつくりあげていくこと");
        assertThat(first("ネイバーフッド・コミュニティとは？", NISHITOKYO))
                .startsWith("【ネイバーフッド・コミュニティ (ネイバーフッドデザイン)】内容：徒歩圏内に友人、知人がいる暮らし");
        assertThat(first("「基本的なつながり」って何ですか", Scope.only("nerima"))).contains("すれ違う際に挨拶を交わす程度");
    }

    @ParameterizedTest
    @ValueSource(strings = {"フリーライダーって何", "フリーライダーとは", "フリーライダーの意味を教えて"})
    void aTermThatIsOnlyUsedIsOfferedAsUsedNotToldAsDefined(String question) {
        assertThat(KNOWLEDGE.find(question, NISHITOKYO))
                .isInstanceOfSatisfying(
                        Related.class,
                        related -> assertThat(related.excerpts().getFirst().text())
                                .isEqualTo("フリーライダー※を生む構造的な仕組み・加入しなくても困らない"));
    }

    @Test
    void tellsAWholeListUnderTheHeadingThatWasAskedFor() {
        assertThat(first("町内会の弱点は？", NISHITOKYO).lines()).hasSize(6).first().isEqualTo("・役員などの負担が重い");
    }

    @Test
    void tellsThePartsOfASectionThatHasNoTextOfItsOwn() {
        assertThat(KNOWLEDGE.find("地域協力ネットワークの今後の方向性", NISHITOKYO))
                .isInstanceOfSatisfying(Finding.Outlined.class, outlined -> {
                    assertThat(outlined.parts())
                            .extracting(Finding.Outlined.Part::heading)
                            .containsExactly("みんなが集まるごちゃまぜの場をつくろう！", "地域をつなぎ、ともにささえるネットワークへ", "広域のプロジェクトに取り組みます");
                    areHeadings(outlined);
                    assertThat(outlined.citations()).hasSize(4);
                    assertThat(outlined.excerpts()).isNotEmpty();
                });
        // So many are not printed there.
        assertThat(KNOWLEDGE.find("地域協力ネットワークの4つの今後の方向性", NISHITOKYO)).isNotInstanceOf(Finding.Outlined.class);
        // Both of its parts are named by the question.
        assertThat(KNOWLEDGE.find("自治会・町内会の強みと弱み", NISHITOKYO)).isInstanceOf(Answered.class);
    }

    @Test
    void oneOfASectionGoesOnToTheOthersThoughOnlyItWasTold() {
        String told = KNOWLEDGE.find("コミュニティ施策の方向性の1つ目は", NISHITOKYO) instanceof Finding.Outlined outlined
                ? String.join(",", outlined.told())
                : "";
        // As it is remembered, with commas between.
        List<String> remembered = List.of(told.split(","));
        assertThat(KNOWLEDGE.findAmong(remembered, "3つ目は")).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.excerpts().getFirst().text()).startsWith("育つ・育てるコミュニティ");
            List<String> again = List.of(answered.excerpts().getFirst().told().split(","));
            assertThat(KNOWLEDGE.findAmong(again, "最後のは"))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            last -> assertThat(last.excerpts().getFirst().text())
                                    .startsWith("集う場のあるコミュニティ"));
        });
    }

    @Test
    void tellsOnlyTheItemThatWasAskedFor() {
        assertThat(first("合意形成に時間がかかるのはなぜ", NISHITOKYO)).isEqualTo("みんなの意見を聞かないといけないため、合意形成に時間がかかる");
    }

    @Test
    void tellsTheRowsOfATableInWords() {
        assertThat(first("南部の中学校を教えてください", NISHITOKYO).lines())
                .startsWith("南部：田無第一中、田無第四中、柳沢中（3）")
                .allMatch(row -> row.startsWith("南部："));
        assertThat(first("南部のネットワークには何団体入っていますか", NISHITOKYO)).isEqualTo("南部：団体50、個人12");
        assertThat(first("ネットワークの加入団体は合計でいくつ？", NISHITOKYO)).isEqualTo("合計：団体215、個人72");
    }

    @Test
    void quotesTheRowsAsPrinted() {
        var answered = (Answered) KNOWLEDGE.find("西部のネットワークに加入している団体の数は？", NISHITOKYO);
        assertThat(answered.excerpts().getFirst().citations().getFirst().quote())
                .isEqualTo("西部\t54\t19");
    }

    @Test
    void aDeputyIsNotTheHead() {
        assertThat(first("検討委員会の委員長は誰ですか", NISHITOKYO)).contains("渡邊浩文").doesNotContain("小松");
        assertThat(first("副委員長の名前は", NISHITOKYO)).contains("小松 真弓").doesNotContain("渡邊");
    }

    @Test
    void ofFiguresOnlyTheNewestDocumentTells() {
        var answered = (Answered) KNOWLEDGE.find("地域協力ネットワークはいくつありますか", NISHITOKYO);
        assertThat(answered.excerpts()).allSatisfy(excerpt -> {
            assertThat(excerpt.passage().document().id()).hasToString("nishitokyo-report-2025");
            assertThat(excerpt.text()).contains("4つ");
        });
    }

    @Test
    void prefersTheResidentsOwnMunicipality() {
        String question = "町内会の加入率は";
        assertThat(excerpts(KNOWLEDGE.find(question, NISHITOKYO))
                        .getFirst()
                        .passage()
                        .document()
                        .municipality())
                .isEqualTo("nishitokyo");
        assertThat(excerpts(KNOWLEDGE.find(question, Scope.preferring("machida")))
                        .getFirst()
                        .passage()
                        .document()
                        .municipality())
                .isEqualTo("machida");
    }

    @Test
    void anotherMunicipalityAnswersOnlyWhatOnesOwnDoesNotSpeakOf() {
        assertThat(first("地区協議会はいくつの地区で設立されましたか", NISHITOKYO)).contains("10地区中9地区");
        assertThat(first("練馬区では地域担当者は何をする人", NISHITOKYO)).contains("「地域担当者」");
        String shared = "担い手が不足しているのはなぜ";
        assertThat(first(shared, Scope.only("machida"))).contains("愛着の薄れや関心の低さにより、担い手が不足している");
        assertThat(((Answered) KNOWLEDGE.find(shared, NISHITOKYO)).excerpts())
                .allMatch(excerpt -> excerpt.passage().document().municipality().equals("nishitokyo"));
    }

    @Test
    void onlyMeansOnly() {
        assertThat(KNOWLEDGE.find("地域カルテとは", Scope.only("nerima"))).isInstanceOf(Nothing.class);
        assertThat(excerpts(KNOWLEDGE.find("取り組みの目的は", Scope.only("nerima"))))
                .isNotEmpty()
                .allMatch(excerpt -> excerpt.passage().document().municipality().equals("nerima"));
        assertThat(KNOWLEDGE.find("地域カルテとは", Scope.only("nowhere"))).isInstanceOf(Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "会費はいくら, '' ", "地域協力ネットワークの会費はいくらですか, '' ", "自治会費はいくらですか, '' ",
        "第5回の検討委員会はいつ, '' ", "武蔵野市の自治会の加入率は, '' ", "ゆめこらぼの電話番号は, '' ",
        "北東部のネットワークの代表者は誰, '' ", "子ども食堂の場所を教えて, '' ", "マルシェは次いつありますか, '' "
    })
    void declinesWhatIsMissing(String question) {
        assertThat(KNOWLEDGE.find(question, NISHITOKYO)).isNotInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "？？", "です", "教えてください", "何ですか", "12345", "😀😀", "ｱｲｳ\u0000\uD800"})
    void findsNothingWhereNothingWasAsked(String question) {
        assertThat(KNOWLEDGE.find(question, NISHITOKYO)).isInstanceOf(Nothing.class);
    }

    @Test
    void findsTheSameHoweverItIsTyped() {
        String usual = first("PTAはどの範囲の活動に入りますか", NISHITOKYO);
        assertThat(first("ＰＴＡはどの範囲の活動に入りますか", NISHITOKYO)).isEqualTo(usual);
        assertThat(first("ｐｔａはどの範囲の活動に入りますか？？", NISHITOKYO)).isEqualTo(usual);
    }

    @Property(tries = 300)
    void anyTextIsAQuestion(@ForAll @StringLength(max = 200) String question) {
        assertThat(KNOWLEDGE.find(question, NISHITOKYO)).isNotNull();
    }

    @Test
    void aPastedPageIsAQuestion() {
        String page = LIBRARY.listPassages().stream()
                .map(passage -> passage.body().text())
                .reduce("", String::concat);
        assertThat(KNOWLEDGE.find(page, NISHITOKYO)).isNotNull();
        assertThat(KNOWLEDGE.find("あ".repeat(2000), Scope.everywhere())).isNotNull();
    }

    static Stream<String> questions() {
        return QuestionSets.questions();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsToldStandsInTheDocumentAndFitsAPhone(String question) {
        for (Scope scope : List.of(NISHITOKYO, Scope.only("machida"), Scope.everywhere())) {
            Finding finding = KNOWLEDGE.find(question, scope);
            assertThat(KNOWLEDGE.find(question, scope)).isEqualTo(finding);
            assertThat(excerpts(finding)).hasSizeLessThanOrEqualTo(3).allSatisfy(KnowledgeTest::isPrintedAndShort);
            if (finding instanceof Finding.Outlined outlined) areHeadings(outlined);
        }
    }

    private static void areHeadings(Finding.Outlined outlined) {
        assertThat(outlined.parts()).hasSizeBetween(2, 6);
        assertThat(outlined.citations())
                .allSatisfy(citation -> assertThat(
                                LIBRARY.findQuote(citation.document().id(), citation.quote()))
                        .as(citation.quote())
                        .isPresent());
    }

    private static void isPrintedAndShort(Excerpt excerpt) {
        Passage passage = excerpt.passage();
        assertThat(passage.quotable()).isTrue();
        assertThat(excerpt.text()).isNotBlank();
        assertThat(excerpt.citations()).isNotEmpty().allSatisfy(citation -> {
            assertThat(citation.headings()).isEqualTo(passage.headings());
            assertThat(LIBRARY.findQuote(passage.document().id(), citation.quote()))
                    .as(citation.quote())
                    .isPresent();
        });
        if (passage.body() instanceof Body.Paragraph) {
            assertThat(excerpt.text().length()).isLessThanOrEqualTo(220);
            assertThat(squeezed(passage.body().text()))
                    .contains(squeezed(QuestionSets.quotes(excerpt)))
                    .contains(squeezed(excerpt.text().replaceAll("^…|…$", "")));
        } else {
            assertThat(excerpt.text().lines()).hasSizeLessThanOrEqualTo(11);
        }
    }
}
