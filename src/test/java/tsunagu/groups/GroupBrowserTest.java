package tsunagu.groups;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.areas.MunicipalityId;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;

/** Staff at the screens of groups, requests and small jobs; each page is also held against axe-core. */
class GroupBrowserTest {
    private static final String TOWN = "nishitokyo";
    private static Browser chromium;
    private static TestStaff staff;
    private static TestStaff.Browser editor;
    private static TestStaff.Browser approver;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        staff = TestStaff.open();
        editor = staff.member(Role.EDITOR, Optional.of(TOWN));
        approver = staff.member(Role.APPROVER, Optional.of(TOWN));
    }

    @AfterAll
    static void close() {
        if (staff != null) staff.close();
        if (chromium != null) chromium.close();
    }

    private static Page pageOf(TestStaff.Browser member, int width) {
        Page page = chromium.newPage(width < 600 ? Browser.phone(width, 844) : Browser.desk(width, 900));
        page.context()
                .addCookies(member.cookies().entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(staff.url()))
                        .toList());
        return page;
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, "groups-" + name);
        assertThat(Browser.listSeriousFaults(page)).as(name).isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("%s: wider than the window by", name).isZero();
    }

    private static void visit(Page page, String path) {
        page.navigate(staff.url() + path);
    }

    private static void press(Page page, String button) {
        page.locator("main button:has-text('" + button + "')").first().click();
        page.waitForLoadState();
    }

    @Test
    void aGroupIsEnteredPublishedConfirmedAndWithdrawn() {
        Page clerk = pageOf(editor, 390);
        visit(clerk, "/console/groups/new");
        clerk.fill("#telephone", "でんわ");
        press(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("保存していません", "名前を書いてください", "電話番号を、042-420-2821 の形");
        clerk.fill("#name", "青空サロン");
        clerk.selectOption("#kind", "サロン・居場所");
        clerk.check("input[name=areas][value='nishitokyo/seibu']");
        clerk.fill("#what", "お茶とおしゃべり");
        clerk.fill("#telephone", "042-000-1234");
        clerk.check("input[name=telephone-shown]");
        clerk.check("input[name=requests]");
        look(clerk, "edit-390");
        press(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("下書きを保存しました", "西部", "（住民に案内する）");
        String path = URI.create(clerk.url()).getPath();

        Page boss = pageOf(approver, 1280);
        visit(boss, path);
        press(boss, "公開する");
        assertThat(boss.textContent("main")).contains("公開しました", "18か月以上、内容が確認されていません");
        look(boss, "entry-1280");
        visit(clerk, "/console/groups");
        assertThat(clerk.textContent("main")).contains("18か月以上確認されていません", "最終確認 なし");
        look(clerk, "list-390");
        press(clerk, "確認しました");
        assertThat(clerk.textContent("main")).contains("今日の日付で確認しました").doesNotContain("18か月以上");
        visit(boss, "/console/groups?q=%E9%9D%92%E7%A9%BA");
        look(boss, "list-1280");

        visit(boss, path + "/edit");
        String seen = boss.inputValue("input[name=revision]");
        assertThat(seen).isEqualTo("3");
        approver.post(path + "/edit", Map.of("revision", seen, "name", "青空サロン", "kind", "サロン・居場所", "fee", "100円"));
        boss.fill("#fee", "200円");
        press(boss, "保存する");
        assertThat(boss.textContent("main")).contains("さんが先に変更した", "100円");
        assertThat(boss.inputValue("#fee")).isEqualTo("200円");
        look(boss, "conflict-1280");
        press(boss, "保存する");
        assertThat(boss.textContent("main")).contains("保存しました", "200円");
        boss.click("summary:has-text('取り下げる')");
        press(boss, "取り下げる");
        assertThat(boss.textContent("main")).contains("取り下げました");
        assertThat(staff.bean(GatheringFinder.class).findNamed("青空サロン", new MunicipalityId(TOWN)))
                .isEmpty();
    }

    @Test
    void aFileIsReadWithItsBadRowsAndTakenAndGoesOutAgain() {
        Page boss = pageOf(approver, 390);
        visit(boss, "/console/groups/files");
        look(boss, "files-390");
        String csv = "ID,団体名,種別,会費\r\n1,ファイルの会,サークル,無料\r\n2,,サークル,無料\r\n";
        boss.setInputFiles("#file", new FilePayload("団体.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press(boss, "読んでみる");
        assertThat(boss.textContent("main")).contains("まだ何も変えていません", "3行目", "名前を書いてください");
        look(boss, "batch-390");
        press(boss, "正しい1件だけ取り込む");
        assertThat(boss.textContent("main")).contains("新しく1件", "ファイルの会");
        assertThat(approver.get("/console/groups/files/groups.csv").body()).contains("ファイルの会");
        assertThat(approver.get("/console/groups/files/hsds.json").body()).contains("ファイルの会", "contents");
    }

    @Test
    void aRequestAndAnOfferArePassedOn() {
        approver.post("/console/groups/new", Map.of("name", "花の会", "kind", "サークル", "requests", "可", "then", "publish"));
        var finder = staff.bean(GatheringFinder.class);
        var asking = staff.bean(GroupRequests.class);
        var group = finder.findNamed("花の会", new MunicipalityId(TOWN)).orElseThrow();
        asking.begin("c", group, "ja");
        asking.called("c", "はな");
        asking.reach("c", "042-000-4321");
        asking.send("c");

        Page boss = pageOf(approver, 1280);
        visit(boss, "/console/stints/new");
        press(boss, "公開する");
        assertThat(boss.textContent("main")).contains("保存していません", "何の手伝いかを書いてください");
        boss.fill("#title", "花壇の水やり");
        boss.fill("#starts", "2030-01-05T09:00");
        boss.fill("#minutes", "60");
        boss.fill("#place", "駅前");
        look(boss, "stint-1280");
        press(boss, "公開する");
        assertThat(boss.textContent("main")).contains("花壇の水やり", "申し出 0 / 1人");
        var stint =
                staff.bean(StintFinder.class).listOpen(new MunicipalityId(TOWN)).getFirst();
        asking.begin("d", stint, "ja");
        asking.called("d", "みずき");
        asking.reach("d", "mizuki@example.jp");
        asking.send("d");
        Page clerk = pageOf(editor, 390);
        visit(clerk, "/console/stints");
        assertThat(clerk.textContent("main")).contains("申し出 1 / 1人");
        look(clerk, "stints-390");

        visit(clerk, "/console/requests");
        assertThat(clerk.textContent("main")).contains("はな", "042-000-4321", "みずき", "mizuki@example.jp", "90日");
        look(clerk, "requests-390");
        press(clerk, "「伝えた」にする");
        assertThat(clerk.textContent("main")).contains("「伝えた」にしました").doesNotContain("042-000-4321");
        visit(clerk, "/console/requests?state=passed-on");
        assertThat(clerk.textContent("main")).contains("042-000-4321", "担当");
        visit(boss, "/console/requests");
        look(boss, "requests-1280");
    }
}
