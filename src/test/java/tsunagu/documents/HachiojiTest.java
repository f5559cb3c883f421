package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.documents.Seeds.HACHIOJI;
import static tsunagu.documents.Seeds.listUnder;
import static tsunagu.documents.Seeds.textsUnder;

import org.junit.jupiter.api.Test;

/** 八王子市「地域づくり特集号」: headings without marks, captions, and a panel whose speakers got mixed up. */
class HachiojiTest {
    private static final String COUNCILS = "地域づくり推進会議での取組";

    @Test
    void aHeadingRightAboveAnotherIsTheOuterOne() {
        assertThat(textsUnder(HACHIOJI, COUNCILS + " / みなみ野・南大沢中学校区"))
                .hasSize(2)
                .anyMatch(text -> text.contains("その実現に向けた具体的な行動計画となる「地域づくり推進計画」"));
    }

    @Test
    void headingsOfOneKindStandSideBySide() {
        assertThat(textsUnder(HACHIOJI, COUNCILS + " / モデル地区（長房・川口中学校区）")).hasSize(1);
        assertThat(listUnder(HACHIOJI, COUNCILS + " / 長房中学校区 / 地域情報の発信力を強化").items())
                .containsExactly("地域施設を活用した情報発信", "SNSを活用した情報発信", "地域イベントでの情報発信");
        assertThat(listUnder(HACHIOJI, COUNCILS + " / 川口中学校区 / プラットフォームづくり").lead())
                .startsWith("地域情報を集約した「コミュニティカレンダー」を作成する");
        assertThat(textsUnder(HACHIOJI, "地域づくりが目指す未来の地域社会")).hasSize(1);
    }

    @Test
    void numbersOfHeadingsMakeLevels() {
        assertThat(textsUnder(HACHIOJI, "地域づくりが目指す未来の地域社会 / 地域づくりの未来像 / 地域の自立性・主体性を発揮"))
                .singleElement()
                .asString()
                .startsWith("地域の実情やニーズ");
    }

    @Test
    void whereToGetTheRecordsIsOneSentenceAndItsPlaces() {
        assertThat(textsUnder(HACHIOJI, "地域づくりに関する情報 / 地域カルテと地域づくり推進計画"))
                .containsExactly("以下の施設で配布しています。市役所 3階未来デザイン室、各事務所・図書館・保健福祉センター・地域子ども家庭支援センター");
    }

    @Test
    void nothingOfThePanelIsQuotable() {
        assertThat(textsUnder(HACHIOJI, "今後の地域づくりに対する思い"))
                .singleElement()
                .asString()
                .startsWith("令和5年1月28日に開催した");
        assertThat(Seeds.withheldTexts(HACHIOJI))
                .anyMatch(text -> text.contains("内藤 佳代子"))
                .anyMatch(text -> text.contains("大学生の自分を受け入れてもらった"))
                .anyMatch(text -> text.contains("行政もしっかりとサポート"));
    }

    @Test
    void whatPointsToAnotherPageOrACodeIsWithheld() {
        assertThat(Seeds.quotableTexts(HACHIOJI)).noneMatch(text -> text.contains("P4参照") || text.contains("二次元コード"));
        assertThat(textsUnder(HACHIOJI, "地域づくりに関する情報").getFirst()).endsWith("YouTubeで公開していますので、ぜひご視聴ください");
    }
}
