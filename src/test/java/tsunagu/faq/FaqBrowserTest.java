package tsunagu.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;

/** A clerk and an approver at their screens, from a question to an answer; each page is also held against axe-core. */
class FaqBrowserTest {
    private static Browser chromium;
    private static FaqTown town;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        town = new FaqTown();
    }

    @AfterAll
    static void close() {
        if (town != null) town.close();
        if (chromium != null) chromium.close();
    }

    private static Page pageOf(TestStaff.Browser member, int width, int height) {
        Page page = chromium.newPage(width < 600 ? Browser.phone(width, height) : Browser.desk(width, height));
        page.context()
                .addCookies(member.cookies().entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                                .setUrl(town.staff().url()))
                        .toList());
        return page;
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, "faq-" + name);
        assertThat(Browser.listSeriousFaults(page)).as(name).isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("%s: wider than the window by", name).isZero();
    }

    private static void visit(Page page, String path) {
        page.navigate(town.staff().url() + path);
    }

    private static void go(Page page, String button) {
        page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
        page.waitForLoadState();
    }

    @Test
    void writesChecksPublishesAndResidentsAreAnswered() {
        Page clerk = pageOf(town.editor, 390, 844);
        visit(clerk, "/console/faq");
        go(clerk, "新しく書く");
        clerk.fill("#question", "盆踊りの手伝いはできますか");
        clerk.fill("#wordings", "盆踊りを手伝いたい\nお祭りのボランティア");
        clerk.fill("#answer", "はい、どなたでも手伝えます。\n7月の準備会においでください。");
        clerk.fill("#links", "準備会の案内 https://example.jp/bon");
        look(clerk, "edit-390");
        go(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("下書きを保存しました。", "下書き");
        String path = URI.create(clerk.url()).getPath();
        go(clerk, "公開前に試す");
        assertThat(clerk.textContent("main")).contains("この答えが出ます", "公開した後の答え");
        clerk.click("summary:has-text('なぜそうなるか') >> nth=0");
        look(clerk, "try-390");
        visit(clerk, path);
        go(clerk, "確認に出す");
        look(clerk, "entry-390");

        Page approver = pageOf(town.approver, 1280, 900);
        visit(approver, "/console/faq?state=in-review");
        look(approver, "list-1280");
        approver.click("text=盆踊りの手伝いはできますか");
        go(approver, "承認して公開する");
        assertThat(approver.textContent("main")).contains("公開しました。住民への答えに入るまで", "公開中");
        look(approver, "entry-1280");
        assertThat(town.ask("お祭りのボランティア")).contains("はい、どなたでも手伝えます。", "https://example.jp/bon");
    }

    @Test
    void similarEntriesAreShownWhileTyping() {
        town.write("ラジオ体操はどこでやっていますか", "中央公園です。");
        Page clerk = pageOf(town.editor, 1280, 900);
        visit(clerk, "/console/faq/new");
        clerk.locator("#question").pressSequentially("夏休みのラジオ体操は");
        clerk.waitForSelector("#similar a");
        assertThat(clerk.textContent("#similar")).contains("ラジオ体操はどこでやっていますか");
        look(clerk, "similar-1280");
    }

    @Test
    void aPublicationThatChangesAnothersAnswerStops() {
        String first = town.write("餅つき大会の持ち物", "エプロンです。");
        town.publish(first);
        String second = town.write("餅つき大会に必要なもの", "手ぶらで大丈夫です。", "餅つき大会の持ち物");
        town.press(town.editor, second, "submit", Map.of());
        Page approver = pageOf(town.approver, 390, 844);
        visit(approver, second);
        go(approver, "承認して公開する");
        assertThat(approver.textContent("main")).contains("公開を止めました", "餅つき大会の持ち物", "餅つき大会に必要なもの");
        look(approver, "stopped-390");
        assertThat(town.ask("餅つき大会の持ち物")).contains("エプロンです。");
        approver.fill("#reason", "持ち物がいらなくなったため");
        go(approver, "理由を残して公開する");
        assertThat(town.ask("餅つき大会の持ち物")).contains("手ぶらで大丈夫です。");
    }

    @Test
    void versionsAndConflictsAreShownSideBySide() {
        String path = town.write("防災訓練はいつですか", "9月1日です。\n雨の日は中止します。");
        String seen = town.revision(path);
        town.editor.post(
                path + "/edit", Map.of("question", "防災訓練はいつですか", "answer", "9月2日です。\n雨の日は体育館で行います。", "revision", seen));
        for (int width : List.of(390, 1280)) {
            Page clerk = pageOf(town.editor, width, 900);
            visit(clerk, path + "/versions");
            assertThat(clerk.locator("ins").first().textContent()).isNotEmpty();
            look(clerk, "versions-" + width);
        }
        Page clerk = pageOf(town.editor, 1280, 900);
        visit(clerk, path + "/edit");
        town.editor.post(
                path + "/edit", Map.of("question", "防災訓練はいつですか", "answer", "9月3日です。", "revision", town.revision(path)));
        clerk.fill("#answer", "9月4日です。");
        go(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("さんが先に変更した", "あなたが書いたもの");
        assertThat(clerk.inputValue("#answer")).isEqualTo("9月4日です。");
        look(clerk, "conflict-1280");
    }

    @Test
    void aFileWithBadRowsIsToldOfBeforeAnythingChanges() {
        Page clerk = pageOf(town.editor, 390, 844);
        visit(clerk, "/console/faq/files");
        look(clerk, "files-390");
        clerk.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload(
                        "質問.csv",
                        "text/csv",
                        "番号,質問,答え\r\n,ファイルの質問,ファイルの答え\r\n,,答えだけ\r\n999999,ない番号,答え\r\n"
                                .getBytes(java.nio.charset.Charset.forName("windows-31j"))));
        go(clerk, "読んでみる（まだ取り込みません）");
        assertThat(clerk.textContent("main")).contains("3行目", "質問を書いてください", "4行目", "999999");
        look(clerk, "batch-390");
        go(clerk, "正しい1件だけ下書きとして取り込む");
        assertThat(clerk.textContent("main")).contains("新しい下書き1件", "ファイルの質問");
    }
}
