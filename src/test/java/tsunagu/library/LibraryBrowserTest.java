package tsunagu.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;

/** From a file to an answer, and to no answer again; each page is also held against axe-core. */
class LibraryBrowserTest {
    private static final String QUESTION = "谷戸ひろば食堂の大人の参加費はいくらですか";

    private static Browser chromium;
    private static LibraryTown town;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        town = new LibraryTown();
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
        Browser.screenshot(page, "library-" + name);
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

    /** Two columns, then a table; the fee stands on the second page. */
    private static byte[] leaflet(String fee) {
        return new TestPdf()
                .page()
                .text(60, 70, 20, "谷戸ひろば食堂のしおり")
                .text(430, 40, 9, "しおり 1号")
                .text(60, 110, 14, "１　食堂のようす")
                .paragraph(60, 140, 10.5, 21, "谷戸ひろば食堂は、谷戸公民館の調理室で毎月第二土曜日に開いている食堂です。だれでも一人で来ることができます。")
                .paragraph(320, 140, 10.5, 21, "食材は近くの農家から分けてもらい、野菜を中心にした献立を子どもたちと一緒に考えています。")
                .text(280, 810, 9, "- 1 -")
                .page()
                .text(430, 40, 9, "しおり 1号")
                .text(60, 110, 14, "２　参加費")
                .paragraph(60, 140, 10.5, 44, "谷戸ひろば食堂の参加費は、子どもが無料で、大人が" + fee + "です。受付で払ってください。")
                .table(
                        60,
                        220,
                        new double[] {140, 120, 120},
                        20,
                        List.of(List.of("区分", "食堂", "弁当"), List.of("子ども", "無料", "100円"), List.of("大人", fee, "450円")))
                .text(60, 330, 10.5, "問い合わせは協働コミュニティ課（042-999-0000）へ。")
                .text(280, 810, 9, "- 2 -")
                .bytes();
    }

    @Test
    void anUploadedPdfAnswersUntilItIsReplacedAndWithdrawn() {
        assertThat(town.ask(QUESTION)).doesNotContain("300円");
        Page clerk = pageOf(town.editor, 390, 844);
        visit(clerk, "/console/documents");
        assertThat(clerk.textContent("main")).contains("はじめから入っている資料", "地域い〜な通信 第17号");
        look(clerk, "list-390");
        go(clerk, "ファイルを送る");
        look(clerk, "new-390");
        clerk.setInputFiles("#file", new FilePayload("しおり.pdf", "application/pdf", leaflet("300円")));
        clerk.fill("#published", "2026-10-01");
        go(clerk, "送って読み取る（まだ公開しません）");
        assertThat(clerk.textContent("h1")).isEqualTo("谷戸ひろば食堂のしおり");
        assertThat(clerk.textContent("main"))
                .contains("まだ住民には案内していません", "食材は近くの農家から分けてもらい、野菜を中心にした献立", "2ページ")
                .contains("いまの案内と食い違うかもしれない所", "042-999-0000", "042-420-2821");
        assertThat(clerk.locator(".passages table").first().innerText()).contains("大人", "300円", "450円");
        clerk.click("summary:has-text('読み取らなかった部分')");
        assertThat(clerk.textContent("main")).contains("ページ番号", "くり返し印刷された言葉");
        look(clerk, "draft-390");
        String path = URI.create(clerk.url()).getPath();
        go(clerk, "確認に出す");

        Page approver = pageOf(town.approver, 1280, 900);
        visit(approver, path);
        approver.check("input[name=checked]");
        look(approver, "review-1280");
        go(approver, "公開する");
        assertThat(approver.textContent("main")).contains("公開しました。住民への答えに入るまで");
        String document = path.replace("/console/documents/", "document-");
        String original = "/documents/" + document + "/original";
        assertThat(town.ask(QUESTION))
                .contains("300円", "谷戸ひろば食堂のしおり 2026-10-01 p.2", original + "#page=2", "\"page\":2");

        askAsAResident(original);
        replace(clerk, approver, path);
        withdraw(approver, path, original);
    }

    private static void askAsAResident(String original) {
        Page resident = chromium.newPage(Browser.phone(390, 844));
        visit(resident, "/?text=");
        resident.fill("#text", QUESTION);
        resident.keyboard().press("Enter");
        resident.waitForSelector("details.sources");
        resident.click("details.sources summary");
        assertThat(resident.getAttribute("details.sources cite a", "href")).isEqualTo(original + "#page=2");
        Browser.screenshot(resident, "library-resident-390");
        assertThat(Browser.listSeriousFaults(resident)).isEmpty();
        assertThat(town.staff().visitor().get(original).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
    }

    private static void replace(Page clerk, Page approver, String path) {
        visit(clerk, path);
        clerk.click("summary:has-text('新しいファイルに差し替える')");
        clerk.setInputFiles("#file", new FilePayload("しおり2.pdf", "application/pdf", leaflet("350円")));
        clerk.fill("#file-published", "2026-11-01");
        go(clerk, "差し替える（まだ公開しません）");
        assertThat(clerk.textContent("main")).contains("第1版を公開中", "公開するまでは、前の版を案内します");
        assertThat(town.ask(QUESTION)).as("until it is published").contains("300円");
        go(clerk, "確認に出す");
        visit(approver, path);
        approver.check("input[name=checked]");
        go(approver, "公開する");
        assertThat(town.ask(QUESTION)).contains("350円", "2026-11-01 p.2").doesNotContain("300円");
    }

    private static void withdraw(Page approver, String path, String original) {
        visit(approver, path);
        look(approver, "published-1280");
        approver.click("summary:has-text('差し戻す・取り下げる')");
        approver.fill("#withdraw-reason", "食堂が終わったため");
        go(approver, "取り下げる");
        assertThat(approver.textContent("main")).contains("住民には、もう案内しません");
        assertThat(town.ask(QUESTION)).doesNotContain("350円", "300円");
        assertThat(town.staff().visitor().get(original).statusCode()).isEqualTo(404);
        for (int width : List.of(390, 1280)) {
            Page seed = pageOf(town.editor, width, 900);
            visit(seed, "/console/documents/seeds/nishitokyo-report-2025");
            look(seed, "seed-" + width);
        }
    }
}
