package tsunagu.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Occasion;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;
import tsunagu.message.Message;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;

/** A clerk and a colleague correct areas, residents ask; every screen is also held against axe-core. */
@Isolated
class AtlasBrowserTest {
    private static final String TOWN = "nishitokyo";

    @TempDir
    private static Path config;

    private static Map<String, Object> settings;
    private static Browser chromium;
    private static TestStaff staff;
    private static TestStaff.Browser editor;
    private static TestStaff.Browser approver;

    @BeforeAll
    static void open() throws IOException {
        copyConfig();
        System.setProperty("tsunagu.config", config.toString());
        System.setProperty("tsunagu.seeds", Path.of("seeds").toAbsolutePath().toString());
        AtlasClock.at("2027-03-01T09:00");
        settings = new HashMap<>(Map.of(
                AtlasClock.MARK,
                "true",
                "tsunagu.staff.idle",
                "900d",
                "tsunagu.staff.longest",
                "900d",
                "tsunagu.address",
                "https://town.example.jp"));
        settings.put(
                "datasources.default.url",
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        chromium = Browser.start();
        staff = TestStaff.open(settings);
        editor = staff.member(Role.EDITOR, Optional.of(TOWN));
        approver = staff.member(Role.APPROVER, Optional.of(TOWN));
    }

    /** 泉町 is said to lie in two areas, of 天神町 nobody says where it lies. */
    private static void copyConfig() throws IOException {
        Path ships = Path.of("config");
        try (Stream<Path> files = Files.walk(ships)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(ships.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path town = config.resolve("municipalities").resolve(TOWN + ".yml");
        String inSouth = "        - {name: \"南町[みなみちょう]\"";
        Files.writeString(
                town,
                Files.readString(town).replace(inSouth, "        - {name: \"泉町[いずみちょう]\", chome: 6}\n" + inSouth)
                        + "\nother-towns:\n  names: [\"天神町\"]\n  source: {page: page-postcodes}\n");
    }

    @AfterAll
    static void close() {
        System.clearProperty("tsunagu.config");
        System.clearProperty("tsunagu.seeds");
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
        Browser.screenshot(page, "atlas-" + name);
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

    private static String ask(String words) {
        return staff.bean(Conversations.class)
                .reply(new Utterance(ConversationId.random(), words, Optional.of(TOWN), Optional.empty()))
                .plainText();
    }

    private static void eventually(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }

    @Test
    void a_gap_and_an_overlap_are_seen_and_corrected_by_what_has_a_source() {
        AtlasClock.at("2027-03-01T09:00");
        assertThat(ask("西東京市の泉町に住んでいます")).doesNotContain("泉町は、西東京市の");
        Page clerk = pageOf(editor, 390);
        visit(clerk, "/console/areas");
        assertThat(clerk.textContent("main")).contains("地区がない 1", "地区が2つ以上 1");
        look(clerk, "table-390");
        clerk.locator("tr.overlap").scrollIntoViewIfNeeded();
        look(clerk, "rows-390");
        visit(clerk, "/console/areas?fault=overlap");
        assertThat(clerk.textContent(".truth tbody")).contains("泉町", "南部", "中部").doesNotContain("天神町");
        clerk.click("tr.overlap a:has-text('直す')");
        assertThat(clerk.locator(".lies select").count()).isEqualTo(1);
        press(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("保存していません", "出典のない変更は保存できません", "少なくとも一つ");
        look(clerk, "edit-390");
        clerk.fill("#publisher", "西東京市 協働コミュニティ課");
        clerk.fill("#page-title", "泉町の区域について");
        clerk.fill("#published", "2027-02-20");
        clerk.selectOption(".lies select", "nishitokyo/nanbu");
        press(clerk, "下書きを保存する");
        assertThat(clerk.textContent("main")).contains("下書きを保存しました", "泉町 → 南部", "まだ何も変わっていません");
        String set = path(clerk);
        assertThat(ask("西東京市の泉町に住んでいます")).doesNotContain("泉町は、西東京市の");

        Page boss = pageOf(approver, 1280);
        visit(boss, set);
        press(boss, "承認する");
        assertThat(boss.textContent("main")).contains("承認しました", "実施中");
        look(boss, "set-1280");
        assertThat(ask("西東京市の泉町に住んでいます")).contains("泉町は、西東京市の南部です", "2027年3月1日からの区域です", "泉町の区域について", "2027-02-20");

        visit(boss, "/console/areas/sets/new?town=%E5%A4%A9%E7%A5%9E%E7%94%BA");
        boss.check("input[name=basis][value=document]");
        boss.selectOption("#document", "nishitokyo-report-2025");
        boss.fill("#quote", "天神町は北東部である");
        boss.selectOption(".lies select", "nishitokyo/hokutobu");
        press(boss, "下書きを保存する");
        assertThat(boss.textContent("main")).contains("その資料に、この言葉はありません");
        boss.fill("#quote", "4つのネットワークが完成");
        boss.selectOption("#confidence", "medium");
        press(boss, "下書きを保存する");
        press(boss, "承認する");
        assertThat(boss.textContent("main")).contains("自分が書いた変更は、自分では承認できません");
        TestStaff.Browser colleague = staff.member(Role.APPROVER, Optional.of(TOWN));
        colleague.post(path(boss) + "/approve", Map.of("revision", "1"));
        visit(boss, "/console/areas");
        assertThat(boss.textContent("main")).contains("地区がない 0", "地区が2つ以上 0");
        look(boss, "table-1280");
        assertThat(ask("天神町です")).contains("天神町は、西東京市の北東部と考えられます");
        visit(boss, "/console/areas/history?municipality=nishitokyo&name=%E6%B3%89%E7%94%BA");
        assertThat(boss.textContent("main")).contains("泉町の区域の訂正", "2027-03-01 09:00 編集の人", "承認 2027-03-01 09:00 承認の人");
        look(boss, "history-1280");
    }

    @Test
    void a_form_of_hundreds_of_towns_is_read_whole() {
        Map<String, String> form = new HashMap<>(Map.of(
                "title",
                "大きな変更",
                "effective",
                "2027-05-01",
                "publisher",
                "市",
                "page-title",
                "区域図",
                "published",
                "2027"));
        for (int i = 0; i < 400; i++) form.put("town:町" + i, "");
        form.put("town:町399", "nishitokyo/seibu");
        var saved = editor.post("/console/areas/sets/new", form);
        assertThat(saved.statusCode()).isEqualTo(303);
        String page =
                editor.get(saved.headers().firstValue("Location").orElseThrow()).body();
        assertThat(page).contains("町399", "西部");
        form.put("town:町0", "nishitokyo/nowhere");
        assertThat(editor.post("/console/areas/sets/new", form).statusCode()).isEqualTo(422);
        form.put("town:町0", "machida/oyama");
        assertThat(editor.post("/console/areas/sets/new", form).statusCode())
                .as("an area of another town")
                .isEqualTo(422);
    }

    @Test
    void a_map_loaded_in_march_changes_the_answer_on_the_first_of_april_on_every_copy() {
        AtlasClock.at("2027-03-10T09:00");
        Page clerk = pageOf(editor, 1280);
        visit(clerk, "/console/areas/sets/new");
        clerk.fill("#title", "2027年4月の区域の見直し");
        clerk.fill("#effective", "2027-04-01");
        clerk.fill("#publisher", "西東京市");
        clerk.fill("#page-title", "新しい区域図");
        clerk.fill("#published", "2027-03-01");
        clerk.selectOption("select[name='town:富士町']", "nishitokyo/chubu");
        clerk.selectOption("select[name='school:碧山小']", "nishitokyo/chubu");
        look(clerk, "edit-1280");
        press(clerk, "下書きを保存する");
        Page boss = pageOf(approver, 390);
        visit(boss, path(clerk));
        press(boss, "承認する");
        assertThat(boss.textContent("main")).contains("2027-04-01の0時に、ひとりでに変わります", "予定");
        look(boss, "set-390");
        visit(boss, "/console/areas");
        assertThat(boss.textContent("main")).contains("予定：2027年4月の区域の見直し");
        visit(boss, "/console/areas?on=2027-04-01&q=%E5%AF%8C%E5%A3%AB");
        assertThat(boss.textContent("main")).contains("2027-04-01の区域です", "2027-04-01から。西東京市「新しい区域図」");
        assertThat(boss.textContent(".truth tbody")).contains("中部");

        Map<String, Object> other = new HashMap<>(settings);
        try (var copy = ApplicationContext.run(other)) {
            assertThat(ask("富士町です")).contains("富士町は、西東京市の北東部");
            AtlasClock.at("2027-03-31T23:59:59");
            assertThat(ask("富士町です")).contains("富士町は、西東京市の北東部");
            AtlasClock.at("2027-04-01T00:00");
            eventually("told anew", () -> ask("富士町です").contains("富士町は、西東京市の中部です"));
            assertThat(ask("富士町です")).contains("2027年4月1日からの区域です", "新しい区域図", "2027-03-01");
            assertThat(ask("碧山小の近くです")).contains("碧山小は、西東京市の中部です");
            eventually(
                    "told anew by the other copy",
                    () -> copy.getBean(Municipalities.class).getMunicipality(new MunicipalityId(TOWN)).areas().stream()
                            .filter(area -> area.name().equals("中部"))
                            .flatMap(area -> area.schools().stream())
                            .map(Area.School::name)
                            .anyMatch("碧山小"::equals));
        }
    }

    private static String district(String school, double longitude, double latitude) {
        return """
            {"type":"Feature","properties":{"A32_001":"13229","A32_004":"%s"},"geometry":{"type":"Polygon",
            "coordinates":[[[%2$s,%3$s],[%4$s,%3$s],[%4$s,%5$s],[%2$s,%5$s],[%2$s,%3$s]]]}}\
            """.formatted(school, longitude, latitude, longitude + 0.01, latitude + 0.01);
    }

    private static String districts() {
        return "{\"type\":\"FeatureCollection\",\"features\":["
                + String.join(
                        ",",
                        district("青嵐中学校", 139.55, 35.74),
                        district("明保中学校", 139.56, 35.74),
                        district("田無第二中学校", 139.54, 35.73),
                        district("保谷中学校", 139.55, 35.73),
                        district("柳沢中学校", 139.55, 35.72),
                        district("ひばりが丘中学校", 139.53, 35.74),
                        district("どこかの中学校", 139.53, 35.72),
                        district("田無第一中学校", 35.72, 139.54))
                + "]}";
    }

    private static void send(Page clerk) {
        visit(clerk, "/console/areas/files");
        clerk.selectOption("#kind", "junior-high-districts");
        byte[] file = districts().getBytes(StandardCharsets.UTF_8);
        clerk.setInputFiles("#file", new FilePayload("A32.geojson", "application/json", file));
        clerk.check("input[name=decides]");
        clerk.fill("#publisher", "国土交通省");
        clerk.fill("#page-title", "国土数値情報 中学校区");
        clerk.fill("#published", "2023年度");
        press(clerk, "読んでみる");
    }

    @Test
    void a_place_on_the_map_finds_its_area_by_the_school_district_it_lies_in() throws IOException {
        AtlasClock.at("2027-03-20T09:00");
        Page clerk = pageOf(editor, 390);
        visit(clerk, "/console/areas/files");
        look(clerk, "files-390");
        send(clerk);
        assertThat(clerk.textContent("main")).contains("まだ何も変えていません", "7件", "8番目", "緯度と経度が逆", "どこかの中学校 → ファイルにない名前");
        look(clerk, "batch-390");
        Page boss = pageOf(approver, 1280);
        visit(boss, path(clerk));
        press(boss, "承認して取り込む");
        visit(boss, "/console/areas?subject=school&fault=gap");
        assertThat(boss.textContent(".truth tbody")).contains("どこかの中学校");

        var point = new Occasion.Located.Point(35.745, 139.555);
        Reply located = staff.bean(Conversations.class)
                .reply(
                        "web",
                        ConversationId.random(),
                        new Occasion.Located(Optional.empty(), Optional.of(point)),
                        Optional.of(TOWN),
                        Optional.empty());
        assertThat(located.plainText())
                .contains("地図では青嵐中の通学区域の中です", "青嵐中は、西東京市の北東部です", "国土数値情報 中学校区")
                .contains("https://town.example.jp/areas/nishitokyo");
        assertThat(located.messages().getLast())
                .isInstanceOfSatisfying(
                        Message.Card.class,
                        card -> assertThat(card.picture().orElseThrow().path()).isEqualTo("/areas/nishitokyo.png"));
        everybodySeesTheMap(clerk, boss);

        send(clerk);
        assertThat(clerk.textContent("main")).contains("同じ内容なので、何も取り込みませんでした");
    }

    private static void everybodySeesTheMap(Page phone, Page desk) throws IOException {
        visit(desk, "/areas/nishitokyo");
        look(desk, "map-1280");
        desk.locator(".map svg path").first().click();
        desk.waitForLoadState();
        assertThat(desk.textContent("main")).contains("この場所は、北東部です", "青嵐中の通学区域の中です", "国土数値情報 中学校区」2023年度");
        look(desk, "pin-1280");
        visit(phone, "/areas/nishitokyo");
        look(phone, "map-390");
        String svg = new String(get("/areas/nishitokyo.svg"), StandardCharsets.UTF_8);
        assertThat(svg).startsWith("<svg").contains("北東部", "国土数値情報 中学校区");
        byte[] png = get("/areas/nishitokyo.png");
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(List.of(image.getWidth(), image.getHeight()))
                .as("LINE takes no longer side")
                .allSatisfy(side -> assertThat(side).isBetween(400, 1024));
        Files.write(Path.of("target", "screens", "atlas-map.png"), png);
        assertThat(editor.get("/areas/nowhere").statusCode()).isEqualTo(404);
        assertThat(editor.get("/areas/machida.png").statusCode())
                .as("no shapes")
                .isEqualTo(404);
        assertThat(editor.get("/areas/machida").body()).contains("地図は、まだ用意されていません", "鶴川地区");
    }

    private static byte[] get(String path) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create(staff.url() + path)).build(), BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
