package tsunagu.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tsunagu.events.store.Events;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.submissions.entry.State;
import tsunagu.submissions.entry.Submissions;
import tsunagu.web.Browser;

/** From a resident's phone over the staff's queue to the page everybody sees, and back to the resident. */
@Order(1)
class SubmissionBrowserTest {
    private static final String TOWN = "nishitokyo";
    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([0-9a-f]+)\"");
    private static final int MOST = 8;
    private static Browser chromium;
    private static TestStaff staff;
    private static TestStaff.Browser editor;
    private static TestStaff.Browser approver;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        staff = TestStaff.open(Map.of(
                "submissions.follow",
                "200ms",
                "submissions.hourly-most",
                MOST,
                "micronaut.server.client-address-header",
                "X-Forwarded-For"));
        editor = staff.member(Role.EDITOR, Optional.of(TOWN));
        approver = staff.member(Role.APPROVER, Optional.of(TOWN));
    }

    @AfterAll
    static void close() {
        if (staff != null) staff.close();
        if (chromium != null) chromium.close();
    }

    private static Page pageOf(TestStaff.Browser member, int width, int height) {
        Page page = chromium.newPage(width < 600 ? Browser.phone(width, height) : Browser.desk(width, height));
        page.context()
                .addCookies(member.cookies().entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(staff.url()))
                        .toList());
        return page;
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, "submission-" + name);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "submission-" + name + "-full.png")));
        assertThat(Browser.listSeriousFaults(page)).as(name).isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("%s: wider than the window by", name).isZero();
    }

    private static void go(Page page, String button) {
        page.getByText(button, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    private static LocalDate soon() {
        return LocalDate.now(staff.bean(Clock.class)).plusDays(10);
    }

    private static FilePayload picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new FilePayload("IMG_1.png", "image/png", bytes.toByteArray());
    }

    /** Loads the page until it says so: what staff have published is followed within a moment. */
    private static void awaitText(Page page, String words) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!page.textContent("main").contains(words)) {
            assertThat(System.nanoTime()).as("waiting for " + words).isLessThan(end);
            page.waitForTimeout(200);
            page.reload();
        }
    }

    @Test
    void anEventGoesFromAPhoneOverTheQueueToItsPageAndBack() throws IOException {
        Page resident = chromium.newPage(Browser.phone(390, 844));
        resident.navigate(staff.url() + "/submit");
        look(resident, "begin-390");
        resident.click("text=行事を知らせる");
        resident.waitForLoadState();
        resident.fill("#title", "<b>もちつき</b>の会");
        resident.fill("#about", "電話は090-1234-5678です");
        resident.fill("#contact", "042-000-1234");
        go(resident, "送る");
        assertThat(resident.textContent("main"))
                .contains("まだ送っていません", "電話番号のようなもの", "場所を書いてください", "日付を選ぶか", "印を付けてください");
        look(resident, "wrong-390");
        fillRest(resident);
        resident.setInputFiles(
                "#picture", new FilePayload("a.jpg", "image/jpeg", "no picture".getBytes(StandardCharsets.UTF_8)));
        go(resident, "送る");
        assertThat(resident.textContent("main")).contains("画像として読めませんでした");
        resident.setInputFiles("#picture", picture());
        go(resident, "送る");
        assertThat(resident.textContent("main")).contains("お預かりしました", "柳沢公民館", "042-000-1234");
        look(resident, "waiting-390");
        String status = resident.url();
        assertThat(status).matches(".*/submit/[A-Za-z0-9_-]{32}");

        String made = staffTakeIt();

        Page boss = pageOf(approver, 1280, 900);
        boss.navigate(staff.url() + made);
        go(boss, "公開する");
        assertThat(boss.textContent("main")).contains("公開しました。");
        resident.navigate(status);
        awaitText(resident, "お知らせくださって、ありがとうございました");
        look(resident, "published-390");
        resident.click("text=公開したページを見る");
        resident.waitForLoadState();
        assertThat(resident.textContent("main")).contains("<b>もちつき</b>の会", "柳沢公民館", "住民からの情報");
        assertThat(resident.locator("img.picture").count()).isEqualTo(1);
        boss.navigate(staff.url() + "/console/submissions?state=published");
        assertThat(boss.textContent("main")).contains("もちつき", "公開ページ");
    }

    private static void fillRest(Page resident) {
        resident.fill("#about", "みんなでお餅をつきます");
        resident.fill("#first", soon().toString());
        resident.fill("#from", "10:00");
        resident.fill("#place", "柳沢公民館");
        resident.check("input[name=contact-may]");
        resident.check("input[name=consent]");
    }

    /** The path of the draft that was made. */
    private static String staffTakeIt() {
        Page clerk = pageOf(editor, 1280, 900);
        clerk.navigate(staff.url() + "/console/submissions");
        assertThat(clerk.textContent("main")).contains("もちつき", "画像あり");
        look(clerk, "list-1280");
        clerk.click("text=もちつき");
        clerk.waitForLoadState();
        assertThat(clerk.locator("img.picture").count()).isEqualTo(1);
        assertThat(clerk.textContent("main")).contains("もう登録されていないか", "みんなでお餅をつきます");
        look(clerk, "review-1280");
        clerk.setViewportSize(390, 844);
        look(clerk, "review-390");
        clerk.setViewportSize(1280, 900);
        go(clerk, "行事の下書きにする");
        assertThat(clerk.textContent("main")).contains("下書きを作りました");
        assertThat(clerk.inputValue("#title")).isEqualTo("<b>もちつき</b>の会");
        assertThat(clerk.inputValue("#start")).isEqualTo(soon().toString());
        assertThat(clerk.inputValue("#place")).isEqualTo("柳沢公民館");
        look(clerk, "editor-1280");
        String path = URI.create(clerk.url()).getPath().replace("/edit", "");
        clerk.navigate(staff.url() + path);
        assertThat(clerk.locator("img").count()).isGreaterThan(1);
        return path;
    }

    @Test
    void aGroupIsDeclinedKindlyAndAnotherIsHeldAndTakenBack() {
        TestStaff.Browser resident = staff.visitor();
        String declined =
                sent(resident, "198.51.100.1", Map.of("kind", "group", "title", "ひばり俳句の会", "about", "俳句を詠みます"));
        String held =
                sent(resident, "198.51.100.1", Map.of("kind", "group", "title", "わが家サロン", "about", "わが家でお茶を飲みます"));
        Page clerk = pageOf(editor, 390, 844);
        clerk.navigate(staff.url() + "/console/submissions?state=held");
        assertThat(clerk.textContent("main"))
                .contains("わが家サロン", "個人のお宅が会場かもしれません")
                .doesNotContain("ひばり俳句");
        look(clerk, "held-390");
        clerk.click("text=わが家サロン");
        clerk.waitForLoadState();
        go(clerk, "「新しい」に移す");
        clerk.navigate(staff.url() + "/console/submissions");
        assertThat(clerk.textContent("main")).contains("わが家サロン", "ひばり俳句の会");
        clerk.click("text=ひばり俳句の会");
        clerk.waitForLoadState();
        clerk.click("summary:has-text('見送る')");
        clerk.locator("form[action$=decline] button").click();
        clerk.waitForLoadState();
        assertThat(clerk.textContent("main")).contains("理由を書いてください");
        clerk.fill("#reason", "同じ会が、もう載っています。");
        clerk.locator("form[action$=decline] button").click();
        clerk.waitForLoadState();
        assertThat(clerk.textContent("main")).contains("見送りました");

        Page phone = chromium.newPage(Browser.phone(390, 844));
        phone.navigate(staff.url() + declined);
        assertThat(phone.textContent("main")).contains("今回は見送りました", "同じ会が、もう載っています。");
        look(phone, "declined-390");
        phone.navigate(staff.url() + held);
        phone.click("summary:has-text('取り下げる')");
        go(phone, "取り下げて、内容を消す");
        assertThat(phone.textContent("main")).contains("取り下げました").doesNotContain("お茶を飲みます");
        assertThat(staff.bean(Submissions.class).list(Optional.of(TOWN), State.NEW))
                .noneMatch(one -> one.title().equals("わが家サロン"));
        TestStaff.Browser elsewhere = staff.member(Role.ADMINISTRATOR, Optional.of("machida"));
        String id = staff.bean(Submissions.class)
                .list(Optional.of(TOWN), State.DECLINED)
                .getFirst()
                .id()
                .toString();
        assertThat(elsewhere.get("/console/submissions/" + id).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/console/submissions?state=declined").body()).doesNotContain("ひばり俳句");
    }

    @Test
    void aGroupIsPublishedOnAPageOfItsOwn() {
        Page resident = chromium.newPage(Browser.desk(1280, 900));
        resident.navigate(staff.url() + "/submit?kind=group");
        look(resident, "form-1280");
        resident.fill("#title", "ひばり子ども食堂");
        resident.fill("#about", "みんなで夕ご飯を食べます");
        resident.fill("#contact", "事務局 042-000-4321");
        resident.check("input[name=contact-may]");
        resident.check("input[name=consent]");
        go(resident, "送る");
        look(resident, "waiting-1280");
        String id = staff.bean(Submissions.class).list(Optional.of(TOWN), State.NEW).stream()
                .filter(one -> one.title().equals("ひばり子ども食堂"))
                .map(one -> one.id().toString())
                .findFirst()
                .orElseThrow();
        HttpResponse<String> taken = editor.post("/console/submissions/" + id + "/take", Map.of("revision", "1"));
        String draft = taken.headers().firstValue("Location").orElseThrow().replace("/edit", "");
        String shown = draft.replace("/console", "");
        assertThat(staff.visitor().get(shown).statusCode()).isEqualTo(404);
        approver.post(draft + "/publish", Map.of("revision", "1"));
        awaitText(resident, "お知らせくださって、ありがとうございました");
        resident.click("text=公開したページを見る");
        resident.waitForLoadState();
        assertThat(resident.url()).endsWith(shown);
        assertThat(resident.textContent("main")).contains("ひばり子ども食堂", "子ども食堂", "事務局 042-000-4321", "夕ご飯");
        resident.setViewportSize(390, 844);
        look(resident, "group-390");
    }

    /** Sends a form as a browser at this address does; the path of its page. */
    private static String sent(TestStaff.Browser resident, String address, Map<String, String> fields) {
        HttpResponse<String> response = post(resident, address, fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> post(TestStaff.Browser resident, String address, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(resident.get("/submit?kind=event").body());
        assertThat(token.find()).isTrue();
        var all = new HashMap<>(
                Map.of("form", token.group(1), "consent", "yes", "place", "公園", "first", soon().toString()));
        all.putAll(fields);
        return postAsIs(resident, "/submit", address, all);
    }

    private static HttpResponse<String> postAsIs(
            TestStaff.Browser resident, String path, String address, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--x\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--x--\r\n");
        return resident.send(resident.request(path, "Content-Type", "multipart/form-data; boundary=x")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    @Test
    void whatDoesNotComeFromOurPageIsRefusedAndSoIsWhatProgramsSend() {
        TestStaff.Browser resident = staff.visitor();
        Map<String, String> good = Map.of("title", "よその会", "consent", "yes", "place", "公園", "when", "未定");
        assertThat(postAsIs(resident, "/submit", "198.51.100.2", good).statusCode())
                .isEqualTo(403);
        var forged = new HashMap<>(good);
        forged.put("form", "0".repeat(64));
        resident.get("/submit?kind=event");
        assertThat(postAsIs(resident, "/submit", "198.51.100.2", forged).statusCode())
                .isEqualTo(403);
        HttpResponse<String> trapped =
                post(resident, "198.51.100.2", Map.of("title", "よその会", "website", "https://spam.example"));
        assertThat(trapped.statusCode()).isEqualTo(422);
        assertThat(trapped.body()).doesNotContain("spam.example");
        String path = sent(resident, "198.51.100.2", Map.of("title", "よその会"));
        assertThat(postAsIs(staff.visitor(), path + "/picture", "198.51.100.2", Map.of("form", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(staff.visitor()
                        .postAsIs(path + "/withdraw", Map.of("form", "x"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> again = post(resident, "198.51.100.2", Map.of("title", "よその会"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("同じ内容を、もうお預かりしています");
        assertThat(resident.get("/submit/" + "a".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(resident.get("/submit/..%2f..%2fetc").statusCode()).isIn(400, 404);
        assertThat(resident.get("/groups/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void hostileWordsAreShownAsWordsAndTooMuchIsRefused() {
        TestStaff.Browser resident = staff.visitor();
        String path = sent(
                resident,
                "198.51.100.3",
                Map.of("title", "\"><b>'; drop table submission; --", "kind", "event", "municipality", "nowhere"));
        assertThat(resident.get(path).body()).contains("&lt;b").doesNotContain("\"><b>'");
        HttpResponse<String> tooLong = post(resident, "198.51.100.3", Map.of("title", "長".repeat(101), "about", "あ"));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("100文字まで");
        assertThat(post(resident, "198.51.100.3", Map.of("title", "日付", "first", "いつか"))
                        .body())
                .contains("2026-11-28 のような日付");
        assertThat(post(resident, "198.51.100.3", Map.of("title", "昔の会", "first", "2020-01-01"))
                        .body())
                .contains("もう過ぎた日です");
    }

    /** The answer comes while most of the body is still on its way, so the client must be one that can wait. */
    @Test
    void aPictureThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        URI at = URI.create(staff.url());
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /submit HTTP/1.1\r\nHost: " + at.getAuthority()
                                    + "\r\nContent-Type: multipart/form-data; boundary=x"
                                    + "\r\nContent-Length: 20000000\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).contains(" 413 ");
            assertThat(answer.lines().takeWhile(line -> !line.contains("</main>")))
                    .anyMatch(line -> line.contains("12MBより小さい画像"));
        }
    }

    @Test
    void fromOneAddressNoMoreComesThanItMay() {
        TestStaff.Browser resident = staff.visitor();
        for (int i = 0; i < MOST; i++) sent(resident, "198.51.100.4", Map.of("title", i + "番目の行事"));
        HttpResponse<String> next = post(resident, "198.51.100.4", Map.of("title", "もう一つの行事"));
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.body()).contains("1時間ほどたってから", "もう一つの行事");
        sent(resident, "198.51.100.5", Map.of("title", "もう一つの行事"));
    }

    @Test
    void whatMayBeTheSameIsShownBeside() {
        editor.post("/console/events/new", Map.of("title", "ほくほくマルシェ", "start", soon().toString(), "place", "公園"));
        assertThat(staff.bean(Events.class).listAll(TOWN))
                .anyMatch(event -> event.title().equals("ほくほくマルシェ"));
        sent(staff.visitor(), "198.51.100.6", Map.of("title", "ほくほくマルシェ２０２６"));
        String id = staff.bean(Submissions.class).list(Optional.of(TOWN), State.NEW).stream()
                .filter(one -> one.title().startsWith("ほくほくマルシェ"))
                .map(one -> one.id().toString())
                .findFirst()
                .orElseThrow();
        String body = editor.get("/console/submissions/" + id).body();
        assertThat(body.substring(body.indexOf("もう登録されていないか"))).contains("ほくほくマルシェ</a>", "下書き");
    }
}
