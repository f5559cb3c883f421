package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.documents.Seeds.TSUSHIN;
import static tsunagu.documents.Seeds.listUnder;
import static tsunagu.documents.Seeds.textsUnder;

import org.junit.jupiter.api.Test;

/** 西東京市「地域い〜な通信 第17号」: a leaflet whose figures were taken apart into single words. */
class NishitokyoTsushinTest {

    @Test
    void theImprintIsAPassage() {
        assertThat(textsUnder(TSUSHIN, "")).contains("発行：西東京市生活文化スポーツ部協働コミュニティ課\n西東京市南町5-6-13 TEL042-420-2821");
    }

    @Test
    void aShortLineAboveAParagraphIsItsHeading() {
        assertThat(textsUnder(TSUSHIN, "地域協力ネットワークってなに？"))
                .hasSize(1)
                .last()
                .asString()
                .startsWith("地域協力ネットワークは、");
        assertThat(textsUnder(TSUSHIN, "設立準備会・準備委員会で検討を進めています")).hasSize(3);
    }

    @Test
    void whatWasStillPlannedIn2022IsWithheld() {
        assertThat(Seeds.withheldTexts(TSUSHIN))
                .anyMatch(text -> text.contains("3つの地区で地域協力ネットワークを構築しています"))
                .contains("北東部のネットワークが立ち上がることで、4つのネットワークが完成し、さらなる連携が期待されています！");
        assertThat(Seeds.quotableTexts(TSUSHIN)).noneMatch(text -> text.contains("キックオフ"));
    }

    @Test
    void wordsOfAFigureAreAListUnderTheirNote() {
        Passage.Body.Bullets visions = listUnder(TSUSHIN, "北東部地域協力ネットワーク");

        assertThat(visions.lead()).isEqualTo("ワーキンググループで議論した北東部地域の将来像");
        assertThat(visions.items())
                .contains("デジタル化を進める便利な地域", "緑を愛し子どもも大人もマルっと笑顔", "世代を超えた交流ができる地域")
                .contains("あいさつができる", "井戸端会議ができる");
    }

    @Test
    void theFaxNumberIsCutOutOfItsParagraph() {
        assertThat(textsUnder(TSUSHIN, "北東部地域協力ネットワーク").getFirst()).endsWith("興味のある方は協働コミュニティ課までご連絡ください");
        assertThat(Seeds.withheldTexts(TSUSHIN)).contains("（TEL：042-420-2893）");
        assertThat(Seeds.quotableTexts(TSUSHIN)).noneMatch(text -> text.contains("2893"));
    }

    @Test
    void nicknamesOfTheFigureAreWithheldBecauseTheyLostTheirAreas() {
        assertThat(Seeds.quotableTexts(TSUSHIN))
                .noneMatch(text -> text.contains("ふらわーネット") || text.contains("令和元年度設立"));
        assertThat(Seeds.withheldTexts(TSUSHIN)).anyMatch(text -> text.contains("ふらわーネット\n北東部地域"));
    }

    @Test
    void theTitleIsNoPassage() {
        assertThat(Seeds.LIBRARY.listDropped(TSUSHIN))
                .extracting(DocumentLibrary.Dropped::text)
                .containsExactly("地域い〜な通信", "第17号", "北東部準備特別号");
    }
}
