package tsunagu.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.Place;
import tsunagu.staff.Role;

/** An entry from a draft to what residents are told, and out again. */
class FaqLifeTest {
    private static FaqTown town;

    @BeforeAll
    static void open() {
        town = new FaqTown();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void whatIsPublishedAnswersResidentsWithItsSource() {
        assertThat(town.ask("会費はいくらですか")).contains("\"outcome\":\"not-known\"");
        String path = town.write("会費はいくらですか", "会費はありません。どなたでも参加できます。", "お金はかかる？");
        assertThat(town.ask("会費はいくらですか")).as("a draft").contains("\"outcome\":\"not-known\"");

        assertThat(town.publish(path).statusCode()).isEqualTo(303);
        assertThat(town.approver.get(path).body()).contains("公開しました。住民への答えに入るまで", "公開中");

        assertThat(town.ask("会費はいくらですか"))
                .contains("\"outcome\":\"answered\"", "会費はありません。どなたでも参加できます。", "西東京市のよくある質問", "2026-");
        assertThat(town.ask("お金は　かかる?")).contains("会費はありません。");

        town.press(town.approver, path, "withdraw", Map.of("reason", "見直し中"));
        assertThat(town.ask("会費はいくらですか")).contains("\"outcome\":\"not-known\"");
    }

    @Test
    void aPlaceInADocumentIsCited() {
        String path = town.write(Map.of(
                "question", "ネットワークに決まりはありますか",
                "answer", "行政とは独立した組織です。",
                "document", "nishitokyo-report-2025",
                "place", "行政とは独立した組織"));
        town.publish(path);
        assertThat(town.ask("ネットワークに決まりはありますか"))
                .contains("\"document\":\"nishitokyo-report-2025\"", "\"quote\":\"行政とは独立した組織\"");
    }

    @Test
    void whoeverWroteAVersionDoesNotApproveIt() {
        var both = town.staff().member(Role.APPROVER, Optional.of("nishitokyo"));
        var response = both.post("/console/faq/new", Map.of("question", "自分で書いた質問", "answer", "答え"));
        String path = response.headers().firstValue("Location").orElseThrow();
        town.press(both, path, "submit", Map.of());
        town.press(both, path, "publish", Map.of());
        assertThat(both.get(path).body()).contains("自分が書いた版は、自分では承認できません", "確認待ち");
        town.press(town.approver, path, "publish", Map.of());
        assertThat(town.ask("自分で書いた質問")).contains("\"text\":\"答え");
    }

    @Test
    void anEditorDoesNotPublishAndAViewerDoesNotWrite() {
        String path = town.write("編集の人の質問", "答え");
        town.press(town.editor, path, "submit", Map.of());
        assertThat(town.press(town.editor, path, "publish", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(town.press(town.editor, path, "approve", Map.of()).statusCode())
                .isEqualTo(403);
        var viewer = town.staff().member(Role.VIEWER, Optional.of("nishitokyo"));
        assertThat(viewer.get(path).statusCode()).isEqualTo(200);
        assertThat(viewer.get("/console/faq/new").statusCode()).isEqualTo(403);
        assertThat(viewer.post(path + "/edit", Map.of("question", "x", "answer", "y", "revision", "1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherTownsEntriesDoNotExist() {
        String path = town.write("西東京の質問", "答え");
        var other = town.staff().member(Role.ADMINISTRATOR, Optional.of("machida"));
        for (String page : new String[] {"", "/edit", "/versions", "/try"}) {
            assertThat(other.get(path + page).statusCode()).as(page).isEqualTo(404);
        }
        for (String change : new String[] {
            "edit", "submit", "approve", "publish", "withdraw", "send-back", "wordings", "golden", "versions/1/restore"
        }) {
            assertThat(other.post(path + "/" + change, Map.of("revision", "1", "words", "x"))
                            .statusCode())
                    .as(change)
                    .isEqualTo(404);
        }
        assertThat(other.get("/console/faq").body()).doesNotContain("西東京の質問");
        assertThat(other.get("/console/faq/files/faq.csv?municipality=nishitokyo")
                        .body())
                .doesNotContain("西東京の質問");
    }

    @Test
    void aChangeNeedsTheTokenOfOurPage() {
        String path = town.write("印のない変更", "答え");
        assertThat(town.editor
                        .postAsIs(path + "/submit", Map.of("revision", "1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void twoEditorsAtOnceLoseNothing() {
        String path = town.write("二人で直す質問", "はじめの答え");
        String seen = town.revision(path);
        var colleague = town.staff().member(Role.EDITOR, Optional.of("nishitokyo"));
        assertThat(colleague
                        .post(path + "/edit", Map.of("question", "二人で直す質問", "answer", "同僚の答え", "revision", seen))
                        .statusCode())
                .isEqualTo(303);
        var mine =
                town.editor.post(path + "/edit", Map.of("question", "二人で直す質問", "answer", "わたしの答え", "revision", seen));
        assertThat(mine.statusCode()).isEqualTo(409);
        assertThat(mine.body()).contains("さんが先に変更した", "<del>同僚</del>", "<ins>わたし</ins>", "\nわたしの答え</textarea>");
        assertThat(town.editor.get(path).body()).contains("同僚の答え");
        // Having seen both, the clerk saves upon the colleague's version.
        assertThat(town.editor
                        .post(
                                path + "/edit",
                                Map.of("question", "二人で直す質問", "answer", "二人の答え", "revision", town.revision(path)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(town.editor.get(path + "/versions").body()).contains("第3版", "第2版", "第1版");
    }

    @Test
    void nobodyPublishesAVersionTheyHaveNotSeen() {
        String path = town.write("見ていない版", "一つ目");
        town.press(town.editor, path, "submit", Map.of());
        String seen = town.revision(path);
        town.editor.post(path + "/edit", Map.of("question", "見ていない版", "answer", "二つ目", "revision", seen));
        town.press(town.approver, path, "publish", Map.of("revision", seen));
        assertThat(town.approver.get(path).body()).contains("ほかの人が先に変更しました", "下書き");
    }

    @Test
    void anOldVersionComesBack() {
        String path = town.write("版を戻す質問", "一つ目の答え");
        town.publish(path);
        town.editor.post(
                path + "/edit", Map.of("question", "版を戻す質問", "answer", "二つ目の答え", "revision", town.revision(path)));
        assertThat(town.ask("版を戻す質問")).as("until the draft is published").contains("一つ目の答え");
        town.publish(path);
        assertThat(town.ask("版を戻す質問")).contains("二つ目の答え");
        assertThat(town.editor.get(path + "/versions?left=1&right=2").body()).contains("<del>一</del>", "<ins>二</ins>");
        town.press(town.editor, path, "versions/1/restore", Map.of());
        assertThat(town.editor.get(path).body()).contains("第1版の内容に戻しました", "第3版", "一つ目の答え", "第2版を公開中");
        town.publish(path);
        assertThat(town.ask("版を戻す質問")).contains("一つ目の答え");
    }

    @Test
    void threeClicksLeadFromAQuestionNobodyCouldAnswerToItsAnswer() {
        town.ask("流しそうめんの申込みはいくらかかりますか");
        var open = town.staff().bean(OpenQuestions.class);
        var question = open.listQuestions(Optional.of("nishitokyo"), OpenQuestions.State.NEW, Place.START, 50).stream()
                .filter(one -> one.words().contains("流しそうめん"))
                .findFirst()
                .orElseThrow();
        var blank = town.editor.get("/console/faq/new?question=" + question.id());
        assertThat(blank.body()).contains("value=\"流しそうめんの申込みはいくらかかりますか\"");
        String path = town.write(Map.of(
                "question",
                question.words(),
                "answer",
                "1人300円です。",
                "group",
                question.id().toString(),
                "then",
                "submit"));
        assertThat(open.findQuestion(question.id()).orElseThrow().state()).isEqualTo(OpenQuestions.State.TAKEN);
        town.press(town.approver, path, "publish", Map.of());
        assertThat(open.findQuestion(question.id()).orElseThrow().state()).isEqualTo(OpenQuestions.State.DONE);
        assertThat(town.ask("流しそうめんの申込みはいくらかかりますか")).contains("1人300円です。");

        var other = town.staff().member(Role.EDITOR, Optional.of("machida"));
        assertThat(other.get("/console/faq/new?question=" + question.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherWordingIsAddedFromTheListOfQuestions() {
        String path = town.write("将棋の集まりはありますか", "毎週土曜日にあります。");
        town.ask("囲碁の対局ができる催しの参加費はいくらですか");
        var question = town
                .staff()
                .bean(OpenQuestions.class)
                .listQuestions(Optional.empty(), OpenQuestions.State.NEW, Place.START, 50)
                .stream()
                .filter(one -> one.words().contains("囲碁"))
                .findFirst()
                .orElseThrow();
        town.editor.post(path + "/wordings", Map.of("question", question.id().toString()));
        assertThat(town.editor.get(path).body()).contains("囲碁の対局ができる催しの参加費はいくらですか");
        town.publish(path);
        assertThat(town.ask("囲碁の対局ができる催しの参加費はいくらですか")).contains("毎週土曜日にあります。");
    }
}
