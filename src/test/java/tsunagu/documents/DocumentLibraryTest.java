package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static tsunagu.documents.Seeds.HACHIOJI;
import static tsunagu.documents.Seeds.LIBRARY;
import static tsunagu.documents.Seeds.MACHIDA;
import static tsunagu.documents.Seeds.NERIMA;
import static tsunagu.documents.Seeds.REPORT;
import static tsunagu.documents.Seeds.TSUSHIN;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library as other rooms use it: the documents, their passages, and where words stand. */
class DocumentLibraryTest {

    @Test
    void theFiveDocumentsAreListedInTheOrderOfTheManifest() {
        assertThat(LIBRARY.listDocuments())
                .extracting(SourceDocument::id)
                .containsExactly(TSUSHIN, REPORT, HACHIOJI, NERIMA, MACHIDA);
        assertThat(LIBRARY.listDocuments())
                .extracting(SourceDocument::municipality)
                .containsExactly("nishitokyo", "nishitokyo", "hachioji", "nerima", "machida");
    }

    @Test
    void passagesAreNumberedPerDocument() {
        for (SourceDocument document : LIBRARY.listDocuments()) {
            List<Passage> passages = LIBRARY.listPassages(document.id());
            assertThat(passages).extracting(Passage::id).doesNotHaveDuplicates();
            assertThat(passages.getFirst().id()).isEqualTo(document.id() + "#0");
            assertThat(passages.getLast().ordinal()).isEqualTo(passages.size() - 1);
        }
    }

    @Test
    void theSettingNamesTheFolder() {
        Map<String, Object> settings =
                Map.of("tsunagu.seeds", "seeds", "datasources.default.url", "jdbc:h2:mem:documents;MODE=PostgreSQL");
        try (var context = ApplicationContext.run(settings)) {
            assertThat(context.getBean(DocumentLibrary.class).listDocuments()).hasSize(5);
        }
    }

    @Test
    void aQuoteBearsTheHeadingsItStandsUnder() {
        assertThat(LIBRARY.findQuote(REPORT, "4つのネットワークが完成")).hasValueSatisfying(citation -> {
            assertThat(citation.document().id()).isEqualTo(REPORT);
            assertThat(citation.headings()).containsExactly("地域コミュニティの現状と課題", "地域協力ネットワーク");
            assertThat(citation.quote()).isEqualTo("4つのネットワークが完成");
        });
    }

    @Test
    void spacesLineBreaksMarksAndWidthDoNotHideAQuote() {
        assertQuote(REPORT, "サロン活動の 活発化、\nコミュニティスクール", "サロン活動の活発化、コミュニティスクール");
        assertQuote(REPORT, "市内で３０を超える**子ども食堂**", "市内で30を超える子ども食堂");
        assertQuote(NERIMA, "電話：(03)5984-1039", "電話：（０３）５９８４－１０３９");
        assertQuote(MACHIDA, "未来へと続く地域をつくりあげていくこと", "未来へと続く地域をつくりあげていくこと");
        assertQuote(TSUSHIN, "ﾏﾙっと笑顔", "マルっと笑顔");
    }

    @Test
    void otherWordsAreNotFound() {
        assertThat(LIBRARY.findQuote(REPORT, "5つのネットワークが完成")).isEmpty();
        assertThat(LIBRARY.findQuote(REPORT, "ほくっとネット")).isEmpty();
        assertThat(LIBRARY.findQuote(REPORT, " \n")).isEmpty();
    }

    @Test
    void aTableRowIsFoundWithTabsOrSpacesBetweenItsCells() {
        assertQuote(REPORT, "北東部\t青嵐中、明保中\t2", "北東部 青嵐中、明保中 2");
        assertQuote(REPORT, "北東部 青嵐中、明保中 2", "北東部 青嵐中、明保中 2");
        assertQuote(REPORT, "北東部 保谷第一小、碧山小、栄小、東小 4", "北東部 保谷第一小、碧山小、栄小、東小 4");
        assertQuote(REPORT, "西部\t54\t19", "西部 54 19");
    }

    @Test
    void aHeadingIsFoundWithThePathDownToIt() {
        assertThat(LIBRARY.findQuote(REPORT, "各地域協力ネットワークごとの学校数").map(Citation::headings))
                .hasValue(List.of("地域協力ネットワークと学校区域", "各地域協力ネットワークごとの学校数"));
    }

    @Test
    void withheldWordsAreStillFoundAsEvidence() {
        assertThat(LIBRARY.findQuote(TSUSHIN, "令和元年度設立").map(Citation::headings))
                .hasValue(List.of("地域協力ネットワークってなに？"));
        assertQuote(TSUSHIN, "TEL：042-420-2893", "TEL：042-420-2893");
    }

    @Test
    void wordsThatReachOverACutOrStandInTheTitleAreFoundInTheFile() {
        assertQuote(TSUSHIN, "ご連絡ください（TEL：042-420-2893）", "ご連絡ください（TEL：042-420-2893）");
        assertQuote(TSUSHIN, "第17号 北東部準備特別号 2022.11.30発行", "第17号 北東部準備特別号 2022.11.30発行");
        assertQuote(MACHIDA, "III 地域のいま", "III 地域のいま");
        assertThat(LIBRARY.findQuote(REPORT, "(R6) 地区 団体 個人"))
                .hasValueSatisfying(citation -> assertThat(citation.headings()).isNotEmpty());
    }

    @Test
    void aPassageThatMayBeQuotedIsPreferred() {
        // The banner and the announcement above print the same words, and are withheld.
        assertThat(LIBRARY.findQuote(TSUSHIN, "令和5年2月").map(Citation::headings))
                .hasValue(List.of("設立準備会・準備委員会で検討を進めています"));
    }

    private static void assertQuote(DocumentId id, String words, String asPrinted) {
        assertThat(LIBRARY.findQuote(id, words).map(Citation::quote)).hasValue(asPrinted);
    }
}
