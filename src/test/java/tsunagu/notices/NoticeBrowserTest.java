package tsunagu.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;

/** Staff at the screens of notices; each page is also held against axe-core. */
class NoticeBrowserTest {
    private static Browser chromium;
    private static NoticeStaff town;
    private static TestStaff.Browser editor;
    private static TestStaff.Browser approver;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        town = new NoticeStaff(Map.of("notices.sending.per-week", 100));
        editor = town.staff.member(Role.EDITOR, Optional.of(NoticeStaff.TOWN));
        approver = town.staff.member(Role.APPROVER, Optional.of(NoticeStaff.TOWN));
        town.residents("みず", 4);
    }

    @AfterAll
    static void close() {
        if (town != null) town.close();
        if (chromium != null) chromium.close();
    }

    private static Page pageOf(TestStaff.Browser member, int width) {
        Page page = chromium.newPage(width < 600 ? Browser.phone(width, 844) : Browser.desk(width, 900));
        page.context()
                .addCookies(member.cookies().entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(town.staff.url()))
                        .toList());
        return page;
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, "notices-" + name);
        assertThat(Browser.listSeriousFaults(page)).as(name).isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("%s: wider than the window by", name).isZero();
    }

    private static void visit(Page page, String path) {
        page.navigate(town.staff.url() + path);
    }

    private static void press(Page page, String button) {
        page.locator("main button:has-text('" + button + "')").first().click();
        page.waitForLoadState();
    }

    private static String hoursAgo(int hours) {
        LocalDateTime then =
                LocalDateTime.now(Clock.system(ZoneId.of("Asia/Tokyo"))).minusHours(hours);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(then);
    }

    private static String text(Page page) {
        return page.textContent("main");
    }

    private static void awaitText(Page page, String words) {
        page.locator("main:has-text('" + words + "')").waitFor();
    }

    @Test
    void aNoticeIsWrittenApprovedTriedSentAndCorrected() {
        Page clerk = pageOf(editor, 390);
        visit(clerk, "/console/notices/new");
        press(clerk, "下書きを保存する");
        assertThat(text(clerk)).contains("保存していません", "本文を書いてください", "出典のないお知らせは送れません");
        clerk.fill("#title", "断水");
        clerk.fill("#body", "11月23日の午後1時から3時まで、駅の北で水が出ません。");
        clerk.fill("#source", "水道局の発表");
        clerk.fill("#sourced-at", hoursAgo(2));
        clerk.fill("#link", "https://example.jp/water");
        clerk.fill("#contact", "協働コミュニティ課 042-420-2821");
        clerk.fill("#body", "11月23日の午後1時から3時まで、駅の南で水が出ません。");
        awaitText(clerk, "いまの相手");
        awaitText(clerk, "【断水】");
        assertThat(clerk.textContent("#live")).contains("4人", "出典：水道局の発表", "「通知を止めて」", "くわしく見る");
        look(clerk, "edit-390");
        press(clerk, "下書きを保存する");
        assertThat(text(clerk)).contains("下書きを保存しました", "いま 4人");
        String path = URI.create(clerk.url()).getPath();
        press(clerk, "確認に出す");
        assertThat(text(clerk)).contains("確認に出しました", "承認の権限があるほかの人");
        look(clerk, "review-390");

        Page boss = pageOf(approver, 1280);
        visit(boss, path);
        look(boss, "review-1280");
        press(boss, "承認する");
        assertThat(text(boss)).contains("まだ送っていません");
        boss.click("a:has-text('試してから送る')");
        boss.waitForLoadState();
        assertThat(text(boss)).contains("まだ何も送っていません", "4人", "上限はありません");
        assertThat(town.line.multicast().requests()).isEmpty();
        look(boss, "plan-1280");
        Page phone = pageOf(approver, 390);
        visit(phone, path + "/plan");
        look(phone, "plan-390");
        town.leave("みず", 3);
        press(boss, "4人に送る");
        awaitText(boss, "終わりました");
        assertThat(text(boss)).contains("送った", "3人");
        assertThat(town.textsOf("みず", 0)).singleElement().asString().contains("駅の南", "042-420-2821");
        look(boss, "report-1280");
        visit(phone, path);
        look(phone, "report-390");

        correct(clerk, boss, path);
    }

    /** To exactly those who got it, whoever has opted in since. */
    private static void correct(Page clerk, Page boss, String path) {
        visit(clerk, path);
        clerk.click("summary:has-text('訂正する')");
        press(clerk, "訂正を書く");
        assertThat(text(clerk)).contains("受け取った人と同じ");
        clerk.fill("#body", "正しくは、駅の北です。");
        look(clerk, "correct-390");
        press(clerk, "下書きを保存する");
        press(clerk, "確認に出す");
        String correction = URI.create(clerk.url()).getPath();
        town.residents("あとから", 1);
        visit(boss, correction);
        press(boss, "承認する");
        visit(boss, correction + "/plan");
        press(boss, "3人に送る");
        awaitText(boss, "終わりました");
        assertThat(town.textsOf("みず", 0)).hasSize(2).last().asString().startsWith("【訂正】【断水】");
        assertThat(town.textsOf("みず", 3)).isEmpty();
        assertThat(town.textsOf("あとから", 0)).isEmpty();
        visit(boss, "/console/notices");
        assertThat(text(boss)).contains("の訂正", "3 / 3人");
        look(boss, "list-1280");
        visit(clerk, "/console/notices");
        look(clerk, "list-390");
        town.leave("あとから", 0);
    }

    @Test
    void whatIsOldNeedsAReasonAndWhatRunsCanBeStopped() {
        String old = written(approver, hoursAgo(50), Map.of("title", "古い"));
        approver.post(old + "/submit", Map.of("revision", "1"));
        assertThat(approver.post(old + "/approve", Map.of("revision", "2")).statusCode())
                .isEqualTo(303);
        Page boss = pageOf(approver, 1280);
        visit(boss, old);
        assertThat(text(boss)).contains("自分が書いたお知らせは、自分では承認できません");
        var colleague = town.staff.member(Role.APPROVER, Optional.empty());
        colleague.post(old + "/approve", Map.of("revision", "2"));
        colleague.post(old + "/send", Map.of("revision", "3"));
        visit(boss, old + "/plan");
        assertThat(text(boss)).contains("出典が古くなっています", "50時間前");
        look(boss, "stale-1280");
        town.line.multicast().always(() -> Trouble.RATE_LIMIT);
        boss.fill("#send-reason", "まだ続いているため");
        press(boss, "理由を付けて");
        awaitText(boss, "送信中");
        press(boss, "送信を止める");
        assertThat(text(boss)).contains("職員が止めました", "まだ続いているため");
        look(boss, "stopped-1280");
        town.line.multicast().always(() -> null);
        press(boss, "続きを送る");
        awaitText(boss, "終わりました");
        assertThat(town.staff
                        .member(Role.ADMINISTRATOR, Optional.empty())
                        .get("/console/trail")
                        .body())
                .contains("お知らせ：送信", "まだ続いているため", "お知らせ：送信を止める");
    }

    @Test
    void aTrainingReachesNobodyAndSaysSo() {
        int before = town.line.multicast().requests().size();
        String path = written(editor, hoursAgo(1), Map.of("title", "大きな地震", "training", "yes"));
        editor.post(path + "/submit", Map.of("revision", "1"));
        approver.post(path + "/approve", Map.of("revision", "2"));
        Page boss = pageOf(approver, 390);
        visit(boss, path + "/plan");
        assertThat(text(boss)).contains("訓練です。だれにも届きません", "【訓練】【大きな地震】", "これは訓練です");
        look(boss, "training-390");
        press(boss, "訓練として送る");
        assertThat(text(boss)).contains("だれにも送っていません", "届くはずでした");
        Page wide = pageOf(approver, 1280);
        visit(wide, path);
        look(wide, "training-1280");
        long mine = town.line.multicast().requests().stream()
                .skip(before)
                .filter(request -> request.messages().toString().contains("大きな地震"))
                .count();
        assertThat(mine).isZero();
    }

    private static String written(TestStaff.Browser member, String sourced, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("body", "本文です。", "source", "担当課の決裁", "sourced-at", sourced));
        fields.putAll(more);
        return member.post("/console/notices/new", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
