package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tsunagu.documents.Seeds.REPORT;
import static tsunagu.documents.Seeds.cells;
import static tsunagu.documents.Seeds.listUnder;
import static tsunagu.documents.Seeds.tableUnder;
import static tsunagu.documents.Seeds.textsUnder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 西東京市「地域コミュニティあり方検討委員会報告書(案)」: marked headings, tables, lists glued by the page. */
class NishitokyoReportTest {
    private static final String SCHOOLS = "地域協力ネットワークと学校区域 / 各地域協力ネットワークごとの学校数";
    private static final String MEMBERS = "地域協力ネットワークと学校区域 / 各地域協力ネットワークの加入者数 (R6)";

    @Test
    void aDraftSaysSo() {
        SourceDocument report = Seeds.LIBRARY.getDocument(REPORT);

        assertThat(report.status()).isEqualTo(SourceDocument.Status.DRAFT);
        assertThat(report.titleWithStatus()).isEqualTo("地域コミュニティあり方検討委員会報告書(案)");
        assertThat(report.published()).hasValue(report.ageFrom());
        assertThat(report.publishedWording()).isEqualTo("2025-12-23");
    }

    @Test
    void schoolsBelongToTheDistrictOfTheRowAbove() {
        Passage.Body.Table schools = tableUnder(REPORT, SCHOOLS);

        assertThat(schools.header()).containsExactly("地区", "中学校・小学校", "学校数");
        assertThat(cells(schools))
                .containsExactly(
                        List.of("南部", "田無第一中、田無第四中、柳沢中", "3"),
                        List.of("南部", "保谷第二小、東伏見小、向台小、柳沢小、上向台小", "5"),
                        List.of("西部", "ひばりが丘中、田無第三中", "2"),
                        List.of("西部", "谷戸小、中原小、芝久保小、谷戸第二小、けやき小", "5"),
                        List.of("中部", "田無第二中、保谷中", "2"),
                        List.of("中部", "田無小、保谷小、本町小、住吉小", "4"),
                        List.of("北東部", "青嵐中、明保中", "2"),
                        List.of("北東部", "保谷第一小、碧山小、栄小、東小", "4"));
        assertThat(schools.rows().get(1).printed()).isEqualTo("\t保谷第二小、東伏見小、向台小、柳沢小、上向台小\t5");
    }

    @Test
    void theLastRowOfMembersSumsUpAndInheritsNoDistrict() {
        Passage.Body.Table members = tableUnder(REPORT, MEMBERS);

        assertThat(cells(members))
                .containsExactly(
                        List.of("南部", "50", "12"),
                        List.of("西部", "54", "19"),
                        List.of("中部", "53", "21"),
                        List.of("北東部", "58", "20"),
                        List.of("", "215", "72"));
        assertThat(members.rows().stream().map(Passage.Body.Row::totals))
                .containsExactly(false, false, false, false, true);
    }

    @Test
    void areasOfPolicyAreATableOfFourRows() {
        Passage.Body.Table areas = tableUnder(REPORT, "コミュニティ施策のエリア");

        assertThat(areas.header()).containsExactly("範囲", "役割", "活動例");
        assertThat(areas.rows())
                .extracting(row -> row.cells().getFirst())
                .containsExactly("身近な地域", "概ね小学校 通学区域", "概ね中学校区 ※複数の学区をまたぐ活動含む", "市全域");
    }

    @Test
    void kindsOfCommunityAreATable() {
        Passage.Body.Table kinds = tableUnder(REPORT, "地域コミュニティの整理");

        assertThat(kinds.header()).containsExactly("分類", "内容", "例");
        assertThat(kinds.rows()).hasSize(4);
        assertThat(kinds.rows().get(3).cells()).endsWith("エリアマネジメント組織");
    }

    @Test
    void committeeMembersInheritTheirGroup() {
        Passage.Body.Table committee = tableUnder(REPORT, "はじめに / 西東京市地域コミュニティあり方検討委員会委員");

        assertThat(committee.rows())
                .extracting(row -> row.cells().getFirst())
                .containsExactly("学識経験", "学識経験", "関係団体選出", "関係団体選出", "関係団体選出", "公募市民", "公募市民");
    }

    @Test
    void thePlaceOfAMeetingJoinsItsDay() {
        Passage.Body.Table meetings = tableUnder(REPORT, "検討経過");

        assertThat(meetings.rows())
                .extracting(row -> row.cells().get(1))
                .containsExactly("7月7日 田無庁舎", "8月25日 田無第二庁舎", "10月20日 田無第二庁舎", "12月23日 田無第二庁舎");
        assertThat(meetings.rows().getFirst().printed()).contains("委嘱状伝達").endsWith("\n\t田無庁舎\t");
    }

    @Test
    void gluedItemsAreSplitAndEmptyOnesDropped() {
        assertThat(listUnder(REPORT, "自治会・町内会等の課題 / 自治会・町内会の強みと弱み / 強み").items())
                .contains("地域を網羅した合意形成が可能", "地域の意見を集約できる", "長い時間の歴史・関係性の蓄積がある");
        assertThat(listUnder(REPORT, "地域協力ネットワークの現状と課題 / 地域協力ネットワークの課題").items())
                .hasSize(15)
                .contains("役員などの負担が重い", "役員の担い手がいない")
                .contains("参加団体には、直接的なメリットが少ない")
                .contains("幅広い主体が関わり、自由度の高い活動ができる反面活動のわかりにくさ、見えにくさも。")
                .allSatisfy(item -> assertThat(item).doesNotStartWith("・").doesNotStartWith("-"));
    }

    @Test
    void aListKeepsItsLeadSentence() {
        Passage.Body.Bullets definition = listUnder(REPORT, "地域コミュニティの定義 / 地域コミュニティとは？");

        assertThat(definition.lead()).isEqualTo("本検討委員会における「地域コミュニティ」の定義は以下の通りとします。");
        assertThat(definition.items()).hasSize(3).endsWith("そのほか、西東京市に関わる人々の集まり");
    }

    @Test
    void linesWithMeantBreaksAreAList() {
        assertThat(listUnder(REPORT, "地域コミュニティに関わる近年の動き / 居場所").items()).containsExactly("子ども食堂", "サロン活動", "コミュニティ施設");
    }

    @Test
    void textBelowAGapBelongsToTheChapterNotToItsLastSection() {
        assertThat(textsUnder(REPORT, "地域コミュニティに関わる近年の動き")).anyMatch(text -> text.startsWith("コロナ禍を挟む、ここ10年間の変化"));
        assertThat(textsUnder(REPORT, "地域協力ネットワークの活動エリアと中学校区との関係"))
                .anyMatch(text -> text.contains("中学校区以上、全域未満の広域での活動"));
    }

    @Test
    void whatTheContentsListIsAChapter() {
        assertThat(textsUnder(REPORT, "地域コミュニティの現状と課題 / 地域協力ネットワーク"))
                .singleElement()
                .asString()
                .contains("4つのネットワークが完成");
        assertThat(textsUnder(REPORT, "西東京市地域コミュニティ基本方針の改定について"))
                .singleElement()
                .asString()
                .contains("全面改訂を提案する。");
    }

    @Test
    void marksAreNotShown() {
        assertThat(Seeds.quotableTexts(REPORT)).noneMatch(text -> text.contains("**") || text.contains("#"));
        assertThat(textsUnder(REPORT, "自治会・町内会支援のあり方 / みんなに出番と居場所を"))
                .contains("地域の重要な担い手である自治会・町内会を今後も支援しながら、地域と連携を促進する。");
    }

    @Test
    void ornamentsAreDroppedWithAReason() {
        assertThat(Seeds.LIBRARY.listDropped(REPORT))
                .extracting(DocumentLibrary.Dropped::line, DocumentLibrary.Dropped::reason)
                .contains(
                        tuple(9, "区切り線"),
                        tuple(16, "目次"),
                        tuple(266, "SDGs のアイコンの文字"),
                        tuple(267, "SDGs のアイコンの文字"),
                        tuple(424, "中身のない項目"));
    }

    @Test
    void aSentenceThatSaysTheOppositeIsWithheldAndItsParagraphIsNot() {
        assertThat(Seeds.withheldTexts(REPORT))
                .anyMatch(text -> text.startsWith("現状で、") && text.endsWith("その重要性は変わりません。"))
                .anyMatch(text -> text.endsWith("無関心が薄れていることがあげられました。"));
        assertThat(Seeds.quotableTexts(REPORT))
                .anyMatch(text -> text.startsWith("一方で、これまで担ってきたすべてを"))
                .contains("しかし、地域のつながりは本当に必要ないのでしょうか？")
                .noneMatch(text -> text.contains("厳しいものではありません") || text.contains("無関心が薄れて"));
    }
}
