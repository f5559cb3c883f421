package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.documents.Seeds.NERIMA;
import static tsunagu.documents.Seeds.cells;
import static tsunagu.documents.Seeds.listUnder;
import static tsunagu.documents.Seeds.tableUnder;
import static tsunagu.documents.Seeds.textsUnder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 練馬区「『地域の絆』を深める取り組み」: a page kept by spaces, with columns side by side and vertical print. */
class NerimaTest {

    @Test
    void anUndatedDocumentTellsSoAndAgesFromAnEstimate() {
        SourceDocument document = Seeds.LIBRARY.getDocument(NERIMA);

        assertThat(document.published()).isEmpty();
        assertThat(document.publishedWording()).isEqualTo("発行日なし（2012年ごろ）");
        assertThat(document.ageFrom()).isEqualTo("2012-10-01");
    }

    @Test
    void theFourLayersAreReadFromTheLeftColumn() {
        assertThat(listUnder(NERIMA, "地域コミュニティの将来像 / 区における地域活動と地域の範囲の捉え方").items())
                .containsExactly(
                        "第１層 身近な地域 町会・自治会や学校の通学区域等のようにお互いの顔が見える範囲",
                        "第２層 地域のネットワーク 青少年育成地区委員会、民生・児童委員地区協議会、町会連合会支部等 区を17～20程度に分けた範囲",
                        "第３層 行政サービスの拠点等 総合福祉事務所、保健相談所、警察署、消防署等、区を３～７程度に分けた範囲",
                        "第４層 区全域",
                        "テーマ別活動のように層に関わらない地域活動");
    }

    @Test
    void linesBrokenByABoxAreJoined() {
        assertThat(textsUnder(NERIMA, "地域コミュニティの将来像"))
                .containsExactly(
                        "地域活動になかなか参加できないでいる人が、地域の催しへの参加などをきっかけとして、いつでも、地域とより強いつながりを持てる状態",
                        "地域で活動している各団体がそれぞれの活動状況や組織などを理解し、地域の課題を共有しながら、お互いの特性を活かし、連携・協力して活動している状態",
                        "日々の生活や様々な地域活動への参加を通じて、顔の見えるつながりがあり、一人ひとりが地域における「基本的なつながり」を保持している状態");
    }

    @Test
    void aHeadingDoesNotReachOverTheEndOfAPage() {
        assertThat(textsUnder(NERIMA, ""))
                .anyMatch(text -> text.contains("旧出張所管轄地域の１７の各地域に「地域活動支援拠点」を設置します。"))
                .anyMatch(text -> text.startsWith("「地域活動支援拠点」には「地域担当者」（区職員）を配置し、第１層の「身近な地域」と"));
    }

    @Test
    void theNameOfAFigureIsTheOneThatCountsItsWords() {
        Passage.Body.Bullets directions = listUnder(NERIMA, "");

        assertThat(directions.lead()).isEqualTo("活性化に向けた３つの方向性");
        assertThat(directions.items())
                .containsExactly("地域における「基本的なつながり」を育む環境づくり", "地域活動に参加しやすい環境づくり", "地域活動団体同士の連携・協力しやすい環境づくり");
    }

    @Test
    void verticalPrintIsDroppedEvenWhereItRunsIntoALine() {
        assertThat(textsUnder(NERIMA, "地域の実情を踏まえた取り組み"))
                .last()
                .asString()
                .startsWith("「地域担当者」は、第１層の「身近な地域」の中に足を運び、地域の方々と意見交換などをしながら、");
        assertThat(Seeds.LIBRARY.listDropped(NERIMA))
                .filteredOn(dropped -> dropped.reason().contains("縦書き"))
                .extracting(DocumentLibrary.Dropped::text)
                .containsExactly("論", "取", "り", "組", "み", "の", "方", "向", "性");
        assertThat(Seeds.LIBRARY.listDropped(NERIMA))
                .filteredOn(dropped -> dropped.text().equals("）））"))
                .hasSize(2);
    }

    @Test
    void tickedItemsFollowTheirLead() {
        Passage.Body.Bullets sharing = listUnder(NERIMA, "地域情報の共有化の推進");

        assertThat(sharing.lead()).isEqualTo("地域情報を集めて、多様な媒体で発信します！");
        assertThat(sharing.items()).hasSize(5).startsWith("地域情報を収集して発信する「地域情報協力員」の募集・育成");
    }

    @Test
    void theScheduleIsATableAndKeepsItsWideDigits() {
        Passage.Body.Table schedule = tableUnder(NERIMA, "プログラムの取り組みスケジュール");

        assertThat(schedule.header()).isEmpty();
        assertThat(cells(schedule))
                .containsExactly(
                        List.of("平成２４年１０月～", "モデル地域（大泉西地域）で実施"),
                        List.of("平成２５年度", "モデル地域での取り組みの検証"),
                        List.of("平成２６年度以降", "各地域での体制が整い次第、全区的な実施"));
    }

    @Test
    void theImprintIsAPassage() {
        assertThat(textsUnder(NERIMA, ""))
                .last()
                .asString()
                .isEqualTo("発行：練馬区区民生活事業本部地域文化部地域振興課\n" + "住所：練馬区豊玉北６－１２－１練馬区役所本庁舎９階 電話：（０３）５９８４－１０３９");
    }

    @Test
    void labelsOfFiguresAreWithheldButNotTheSameWordsInASentence() {
        assertThat(Seeds.withheldTexts(NERIMA)).contains("テーマ別活動", "目指す状態１ 目指す状態３ 目指す状態２");
        assertThat(Seeds.quotableTexts(NERIMA)).anyMatch(text -> text.contains("テーマ別活動のように層に関わらない"));
    }
}
