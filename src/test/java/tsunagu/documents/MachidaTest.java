package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.documents.Seeds.MACHIDA;
import static tsunagu.documents.Seeds.tableUnder;
import static tsunagu.documents.Seeds.textsUnder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 町田市「町田市地域経営ビジョン2030の概要」: roman and circled numbers, tables with their names set apart. */
class MachidaTest {

    @Test
    void anOutlineTellsOfALongerDocument() {
        assertThat(Seeds.LIBRARY.getDocument(MACHIDA).status()).isEqualTo(SourceDocument.Status.OUTLINE);
    }

    @Test
    void columnNamesOnLinesOfTheirOwnBecomeTheHeader() {
        Passage.Body.Table results = tableUnder(MACHIDA, "これまでの成果と今後の方向性");

        assertThat(results.header()).containsExactly("", "成果", "今後の方向性");
        assertThat(results.rows()).hasSize(6);
        assertThat(results.rows().getFirst().cells())
                .containsExactly("地区協議会の設立支援", "2016年度までに10地区中9地区が設立された", "全地区設立に向けて引き続き働きかけを行う");
    }

    @Test
    void aHeaderMayStartWithAnEmptyCell() {
        Passage.Body.Table projects = tableUnder(MACHIDA, "推進するための取組み");

        assertThat(projects.header()).containsExactly("", "地域団体への支援体制の創設", "地区協議会への支援の充実", "行政部署間の連携の充実");
        assertThat(projects.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells().getFirst()).isEqualTo("概要"));
    }

    @Test
    void aSentenceBrokenInTheMiddleOfAWordIsJoined() {
        assertThat(textsUnder(MACHIDA, "策定の趣旨 / 位置付け / 「地域経営」とは"))
                .containsExactly("地域と市が力を合わせ、地域資源を活用して、未来へと続く地域をつくりあげていくこと");
    }

    @Test
    void headingsOfOneLookStandSideBySide() {
        assertThat(Seeds.LIBRARY.listPassages(MACHIDA))
                .extracting(Passage::headings)
                .contains(
                        List.of("策定の趣旨", "背景・目的"),
                        List.of("策定の趣旨", "期間"),
                        List.of("地域のいま", "地域が抱える課題", "地域社会への意識醸成"),
                        List.of("地域のいま", "地域が抱える課題", "地域団体支援の充実"),
                        List.of("地域のいま", "地域が抱える課題", "地域内連携の推進"),
                        List.of("ビジョン実現に向けて"));
    }

    @Test
    void theTitleIsNoPassageEvenIfTheManifestShortensIt() {
        assertThat(Seeds.LIBRARY.listDropped(MACHIDA))
                .singleElement()
                .satisfies(dropped -> assertThat(dropped.reason()).isEqualTo("表題"));
    }
}
