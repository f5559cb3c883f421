package tsunagu.knowledge.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.documents.Passage.Body.Row;

/** Saying what a term means, telling it by the way, and only using it. */
class DefinitionsTest {

    @ParameterizedTest
    @CsvSource({
        "地域経営, 「地域経営」とは、地域と市が力を合わせることです。, 1",
        "基本的なつながり, ※ 基本的なつながり…人と人とのつながりのうち挨拶を交わす程度のもの。, 1",
        "弱いつながり, すれ違う際に挨拶を交わす程度の「弱いつながり」のこと。, 1",
        "地域コミュニティ, 「地域コミュニティ」の定義は以下の通りとします。, 1",
        "地域カルテ, 課題を共有するための資料として「地域カルテ」を作成します。, 0.8",
        "未来ビジョン, 地域のありたい姿を表す「未来ビジョン」を決定し、, 0.8",
        "推進会議, 基盤となるのが、「推進会議」です。, 0.8",
        "ネットワーク, ネットワークは、課題の解決に取り組む仕組みです。, 0.8",
        "地域担当者, 「地域担当者」は、地域に足を運び、支援を行います。, 0.6",
        "フリーライダー, フリーライダー※を生む構造的な仕組み・加入しなくても困らない, 0",
        "基本的なつながり, 一人ひとりが地域における「基本的なつながり」を保持している状態, 0",
        "身近な地域, 第１層の「身近な地域」の中に足を運び, 0",
        "会費, 自治会費などの安定した収入がある, 0",
    })
    void sentencesDefineOrUse(String term, String sentence, double strength) {
        assertThat(Definitions.byText(sentence, List.of(term))).isEqualTo(strength);
    }

    @ParameterizedTest
    @CsvSource({
        "地域経営, 「地域経営」とは, 1",
        "地域協力ネットワーク, 地域協力ネットワークってなに？, 1",
        "居場所, 居場所, 0.6",
        "居場所, 居場所づくり, 0",
    })
    void headingsAnnounceTheTerm(String term, String heading, double strength) {
        assertThat(Definitions.byHeading(List.of("外", heading), List.of(term))).isEqualTo(strength);
        assertThat(Definitions.byHeading(List.of(), List.of(term))).isZero();
    }

    @Test
    void aRowDefinesTheTermInItsFirstCellInWordsOnly() {
        var told = new Row(List.of("テーマ型コミュニティ (興味型)", "興味・関心によってつながるコミュニティ"), "…", false);
        var counted = new Row(List.of("南部", "50", "12"), "…", false);
        assertThat(Definitions.byRow(told, List.of("テーマ型コミュニティ"))).isEqualTo(1);
        assertThat(Definitions.byRow(told, List.of("関心"))).isZero();
        assertThat(Definitions.byRow(counted, List.of("南部"))).isZero();
    }
}
