package tsunagu.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.figures.Figure.Kind;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.tables.Table;
import tsunagu.web.Browser;

/** What staff see of the figures, and what everybody sees where the town wants it. */
class FiguresBrowserTest {
    private static Browser chromium;
    private static TestStaff staff;
    private static LocalDate today;

    @BeforeAll
    static void open() {
        chromium = Browser.start();
        staff = TestStaff.open(Map.of("figures.publish", "true"));
        today = LocalDate.now(staff.bean(Clock.class));
        var counted = new HashMap<Figure, Long>();
        for (int ago = 0; ago < 120; ago++) {
            LocalDate day = today.minusDays(ago);
            count(counted, day, "web", "nishitokyo", Kind.OUTCOME, "answered", 12 + ago % 7);
            count(counted, day, "line:default", "nishitokyo", Kind.OUTCOME, "answered", 20 + ago % 5);
            count(counted, day, "web", "nishitokyo", Kind.OUTCOME, "asked", 3 + ago % 3);
            count(counted, day, "web", "nishitokyo", Kind.OUTCOME, "not-known", 4 + ago % 4);
            count(counted, day, "web", "nishitokyo", Kind.OUTCOME, "chat", 2);
            count(counted, day, "web", "machida", Kind.OUTCOME, "answered", 1000);
        }
        month(counted, Kind.REASON, Map.of("UNDOCUMENTED", 61L, "NOTHING_FOUND", 33L, "OUT_OF_SCOPE", 4L));
        month(counted, Kind.TOPIC, Map.of("area", 310L, "network", 220L, "events", 90L, "join", 41L, "groups", 4L));
        month(counted, Kind.AREA, Map.of("nishitokyo/hokutobu", 120L, "nishitokyo/nanbu", 88L));
        month(counted, Kind.RATING, Map.of("helped", 31L, "wrong", 7L));
        month(counted, Kind.TIME, Map.of("5", 400L, "10", 300L, "50", 60L, "200", 9L, "slower", 1L));
        staff.bean(FigureRepository.class).add(counted);
    }

    private static void month(Map<Figure, Long> counted, Kind kind, Map<String, Long> numbers) {
        numbers.forEach((which, times) -> count(counted, today, "web", "nishitokyo", kind, which, times));
    }

    private static void count(
            Map<Figure, Long> counted,
            LocalDate day,
            String channel,
            String town,
            Kind kind,
            String which,
            long times) {
        counted.put(new Figure(day, channel, town, kind, which), times);
    }

    @AfterAll
    static void close() {
        if (staff != null) staff.close();
        if (chromium != null) chromium.close();
    }

    private static Page pageOf(TestStaff.Browser member, Browser.Screen screen) {
        Page page = chromium.newPage(screen.options());
        page.context()
                .addCookies(member.cookies().entrySet().stream()
                        .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(staff.url()))
                        .toList());
        return page;
    }

    private static void look(Page page, String name) {
        Browser.screenshot(page, "figures-" + name);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "screens", "figures-" + name + "-whole.png")));
        assertThat(Browser.listSeriousFaults(page)).as(name).isEmpty();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(wide).as("%s: wider than the window by", name).isZero();
    }

    @Test
    void staffSeeChartsThatAreTablesTooAndChooseWhatTheySee() {
        TestStaff.Browser viewer = staff.member(Role.VIEWER, Optional.empty());
        for (Browser.Screen screen : Browser.Screen.values()) {
            Page page = pageOf(viewer, screen);
            page.navigate(staff.url() + "/console/figures?municipality=nishitokyo");
            page.waitForFunction("document.querySelectorAll('.drawn:not([hidden]) canvas[width]').length === 6");
            assertThat(page.evaluate("Chart.getChart(document.querySelector('canvas')).data.datasets[0].data[29]"))
                    .as("drawn from the table")
                    .isEqualTo(32);
            look(page, "console-" + screen.name().toLowerCase(java.util.Locale.ROOT));
        }
        Page page = pageOf(viewer, Browser.Screen.DESK);
        page.navigate(staff.url() + "/console");
        page.click("nav.menu >> text=利用の様子");
        page.selectOption("select[name=channel]", "line:default");
        page.selectOption("select[name=municipality]", "nishitokyo");
        page.fill("input[name=from]", today.toString());
        page.click("text=見る >> nth=0");
        page.waitForURL("**channel=line**");
        assertThat(page.textContent(".figures")).contains("20 質問", "100% 答えた割合");
        page.click("text=1年");
        page.waitForURL("**from=*");
        assertThat(page.textContent("main")).contains("月ごとの質問");
    }

    @Test
    void theCsvHasEveryCountOfWhatWasChosenAndOfNoOtherTown() {
        TestStaff.Browser ofOne = staff.member(Role.VIEWER, Optional.of("machida"));
        assertThat(ofOne.get("/console/figures?municipality=nishitokyo").body())
                .contains("30,000")
                .doesNotContain("聞き返した</th><td data-number=\"3\"")
                .doesNotContain("name=\"municipality\"");
        HttpResponse<String> csv = ofOne.get("/console/figures/figures.csv?municipality=nishitokyo&from=" + today);
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", ".csv");
        assertThat(csv.body()).startsWith("\uFEFF日,経路,自治体,種類,内容,件数\r\n");
        Table table = Table.read(csv.body().getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.text("自治体") + row.text("件数")).isEqualTo("町田市1000"));
        for (String odd : new String[] {"from=x&to=9999-99-99", "from=2030-01-01", "from=0001-01-01", "channel=%00"}) {
            assertThat(ofOne.get("/console/figures?" + odd).statusCode())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    @Test
    void everybodySeesAMonthInNumbersThatGiveNobodyAway() {
        for (Browser.Screen screen : Browser.Screen.values()) {
            Page page = chromium.newPage(screen.options());
            page.navigate(staff.url() + "/quality");
            assertThat(page.textContent("main"))
                    .contains("西東京市", "5件未満", "約60件", "約30件", "半分の答え", "5ミリ秒以内")
                    .doesNotContain("61件");
            look(page, "quality-" + screen.name().toLowerCase(java.util.Locale.ROOT));
        }
        assertThat(staff.visitor().get("/quality/2019-01").statusCode()).isEqualTo(404);
        assertThat(staff.visitor().get("/quality/2026-13").statusCode()).isEqualTo(404);
        assertThat(staff.visitor()
                        .get("/quality/" + today.minusMonths(3).toString().substring(0, 7))
                        .body())
                .contains("質問と答え");
    }

    @Test
    void thereIsNoSuchPageWhereTheTownDoesNotWantIt() {
        try (var silent = TestStaff.open()) {
            assertThat(silent.visitor().get("/quality").statusCode()).isEqualTo(404);
            assertThat(silent.visitor()
                            .get("/quality/" + today.toString().substring(0, 7))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static Instant now() {
        return staff.bean(Clock.class).instant();
    }

    @Test
    void administratorsSeeWhatWasDeletedAndWhenItWasLastSaved() {
        Page page = pageOf(staff.member(Role.ADMINISTRATOR, Optional.empty()), Browser.Screen.PHONE);
        page.navigate(staff.url() + "/console/keeping");
        assertThat(page.textContent("main")).contains("まだ一度も保存していません");
        look(page, "keeping-none");
        SqlRepository sql = staff.bean(SqlRepository.class);
        sql.update(
                "insert into keeping_day (on_day, what, deleted, ran_at) values (?, '未回答の質問', 1234, ?)", today, now());
        sql.update("insert into keeping_backup (made_at, bytes, entries) values (?, 1234567, 8901)", now());
        page.reload();
        assertThat(page.textContent("main")).contains("8,901 行、1,206 KB", "未回答の質問", "1,234");
        look(page, "keeping-phone");
    }
}
