package tsunagu.events;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Events;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;

/** Clerks at their screens, from a form or a file to what residents see on pages, in calendars and in the chat. */
class EventBrowserTest {
    private static final String TOWN = "nishitokyo";
    private static Browser chromium;
    private static TestStaff staff;
    private static TestStaff.Browser editor;
    private static TestStaff.Browser approver;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        staff = TestStaff.open(Map.of("tsunagu.address", "https://town.example.jp/"));
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
        Browser.screenshot(page, "event-" + name);
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

    private static String ask(String words) {
        var request = editor.request("/api/chat", "Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"" + words + "\"}"));
        return staff.visitor().send(request).body();
    }

    private static String revision(TestStaff.Browser who, String path) {
        Matcher found = Pattern.compile("name=\"revision\" value=\"([0-9]+)\"")
                .matcher(who.get(path).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void anEventIsWrittenOnAPhonePublishedSeenCancelledAndTakenBack() {
        LocalDate day = LocalDate.now(staff.bean(Clock.class)).plusDays(6);
        Page clerk = pageOf(editor, 390, 844);
        clerk.navigate(staff.url() + "/console/events");
        go(clerk, "新しく書く");
        go(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("行事の名前を書いてください。");
        clerk.fill("#title", "<b>もちつき</b>大会");
        clerk.fill("#summary", "みんなで餅をつきます");
        clerk.fill("#start", day.toString());
        clerk.fill("#from", "10:00");
        clerk.fill("#place", "柳沢公民館");
        clerk.fill("#address", "西東京市柳沢1丁目15");
        clerk.fill("#fee", "無料");
        clerk.fill("#telephone", "042-000-1234");
        clerk.check("text=南部");
        look(clerk, "edit-390");
        go(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("下書きを保存しました。", "南部");
        String path = URI.create(clerk.url()).getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(staff.visitor().get("/events/e/" + id).statusCode()).isEqualTo(404);
        assertThat(editor.post(path + "/step", Map.of("step", "publish", "revision", "1"))
                        .statusCode())
                .isEqualTo(403);
        clerk.setInputFiles("#file", Path.of("src/test/resources/events/stories.txt"));
        clerk.click("summary:has-text('画像')");
        go(clerk, "画像を付ける");
        assertThat(clerk.textContent("main")).contains("JPEG、PNG、WebP");

        Page boss = pageOf(approver, 1280, 900);
        boss.navigate(staff.url() + path);
        go(boss, "公開する");
        assertThat(boss.textContent("main")).contains("公開しました。", "公開中");
        look(boss, "entry-1280");
        boss.navigate(staff.url() + "/console/events");
        look(boss, "list-1280");
        assertThat(ask("柳沢のイベントは？"))
                .contains("もちつき", "tel:042-000-1234", "https://town.example.jp/events/e/" + id + ".ics");

        residentsSee(id, day);

        boss.navigate(staff.url() + path);
        boss.click("summary:has-text('中止・取り下げ')");
        go(boss, "中止にする");
        assertThat(ask("柳沢のイベントは？")).contains("【中止】");
        assertThat(staff.visitor().get("/events/e/" + id).body()).contains("この行事は中止になりました", "EventCancelled");
        boss.click("summary:has-text('中止・取り下げ')");
        go(boss, "取り下げる");
        assertThat(staff.visitor().get("/events/e/" + id).statusCode()).isEqualTo(404);
        boss.navigate(staff.url() + "/console/events/new?copy=" + id);
        assertThat(boss.inputValue("#title")).isEqualTo("<b>もちつき</b>大会");
        assertThat(staff.member(Role.APPROVER, Optional.of("machida")).get(path).statusCode())
                .isEqualTo(404);
    }

    private static void residentsSee(String id, LocalDate day) {
        Page resident = chromium.newPage(Browser.phone(390, 844));
        resident.navigate(staff.url() + "/events/e/" + id);
        assertThat(resident.textContent("main")).contains("<b>もちつき</b>大会", "柳沢公民館", "西東京市が登録した行事");
        String json = resident.textContent("script[type='application/ld+json']");
        assertThat(json).contains("\"@type\":\"Event\"", "\\u003cb\\u003e", day + "T10:00+09:00");
        look(resident, "public-390");
        resident.navigate(
                staff.url() + "/events/nishitokyo-nanbu/" + day.toString().substring(0, 7));
        assertThat(resident.textContent("main")).contains("もちつき", "西東京市 南部の行事");
        look(resident, "month-390");
        resident.navigate(staff.url() + "/events/hokutobu/" + day.toString().substring(0, 7));
        assertThat(resident.textContent("main")).doesNotContain("もちつき");
        Page desk = chromium.newPage(Browser.desk(1280, 900));
        desk.navigate(staff.url() + "/events/nishitokyo/" + day.toString().substring(0, 7));
        look(desk, "month-1280");
    }

    @Test
    void aFileIsTriedItsBadRowsToldOfAndItsGoodOnesTaken() {
        Page clerk = pageOf(approver, 390, 844);
        clerk.navigate(staff.url() + "/console/events/files");
        look(clerk, "files-390");
        String csv = "ID,イベント名,開始日,場所名称\nf1,ファイルの行事,2030-01-05,市役所\nf2,悪い行事,いつか,市役所\n";
        clerk.setInputFiles(
                "#file", new FilePayload("event.csv", "text/csv", csv.getBytes(Charset.forName("windows-31j"))));
        go(clerk, "読んでみる（まだ取り込みません）");
        assertThat(clerk.textContent("main")).contains("まだ何も変えていません", "3行目", "2026-11-28 のような日付");
        look(clerk, "batch-390");
        clerk.check("input[name=publish]");
        go(clerk, "正しい1件だけ取り込む");
        assertThat(clerk.textContent("main")).contains("新しい行事1件");
        assertThat(staff.visitor().get("/events/nishitokyo/2030-01").body()).contains("ファイルの行事");
        clerk.navigate(staff.url() + "/console/events/files");
        assertThat(clerk.textContent("main")).contains("event.csv");
    }

    @Test
    void aColleaguesChangeIsShownBesideOnesOwn() {
        HttpResponse<String> made = editor.post("/console/events/new", Map.of("title", "会議", "date-note", "未定"));
        String path = made.headers().firstValue("Location").orElseThrow();
        String seen = revision(editor, path + "/edit");
        approver.post(path + "/edit", Map.of("title", "会議", "date-note", "1月ごろ", "revision", seen));
        HttpResponse<String> late =
                editor.post(path + "/edit", Map.of("title", "会議", "date-note", "2月ごろ", "revision", seen));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("先に変更した", "1月ごろ", "2月ごろ");
    }

    @Test
    void anotherProgramReadsOurCalendarOfAThousandEvents() {
        var events = new ArrayList<Content>();
        for (int i = 0; i < 1000; i++) {
            events.add(new Content(Map.of(
                    Field.ID, "c" + i,
                    Field.TITLE, "予定" + i + "、長い名前でも、折り返しても、読めること；",
                    Field.START, LocalDate.of(2031, 12, 1).plusDays(i % 28).toString(),
                    Field.FROM, i % 2 == 0 ? "13:30" : "",
                    Field.REPEAT, i == 0 ? "FREQ=WEEKLY" : "",
                    Field.REPEAT_UNTIL, i == 0 ? "2032-01-19" : "",
                    Field.EXCEPT, i == 0 ? "2031-12-29" : "",
                    Field.AREAS, i % 2 == 0 ? "" : "machida/none")));
        }
        assertThat(staff.bean(Events.class).loadSamples("machida", events)).isEqualTo(1000);
        HttpResponse<String> response = staff.visitor().get("/events/machida.ics");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).contains("text/calendar");
        ICalendar calendar = Biweekly.parse(response.body()).first();
        assertThat(calendar.getEvents()).hasSize(1000);
        assertThat(calendar.getTimezoneInfo().getTimezones()).isNotEmpty();
        VEvent weekly = calendar.getEvents().getFirst();
        assertThat(weekly.getSummary().getValue()).isEqualTo("予定0、長い名前でも、折り返しても、読めること；");
        var days = new ArrayList<String>();
        weekly.getDateIterator(TimeZone.getTimeZone("Asia/Tokyo"))
                .forEachRemaining(date -> days.add(ZonedDateTime.ofInstant(date.toInstant(), ZoneId.of("Asia/Tokyo"))
                        .toString()));
        assertThat(days)
                .containsExactlyElementsOf(Stream.of(
                                "2031-12-01",
                                "2031-12-08",
                                "2031-12-15",
                                "2031-12-22",
                                "2032-01-05",
                                "2032-01-12",
                                "2032-01-19")
                        .map(day -> day + "T13:30+09:00[Asia/Tokyo]")
                        .toList());
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(response.headers().firstValue("Last-Modified")).isPresent();
        assertThat(staff.visitor()
                        .get("/events/machida.ics", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }
}
