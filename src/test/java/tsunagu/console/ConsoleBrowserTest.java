package tsunagu.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.staff.Invitations;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;
import tsunagu.web.Browser;
import tsunagu.web.Browser.Screen;

/** The staff side as a clerk meets it; what it looked like is in {@code target/screens}. */
@Order(1)
class ConsoleBrowserTest {
    private static Browser browser;
    private static TestStaff town;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext visit;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        town = TestStaff.open();
        for (String words : List.of(
                "会費はいくらですか",
                "会費はいくら？",
                "会費はいくらか教えてください",
                "次の会議はいつですか",
                "燃えるごみの日は何曜日ですか。090-1234-5678に電話をください",
                "自治会に入らないといけませんか、引っ越してきたばかりで分からないことが多いので、くわしく教えていただけると助かります")) {
            town.bean(UnansweredQuestions.class).keep("a", "nishitokyo", words, "UNDOCUMENTED", Optional.empty());
        }
    }

    @AfterAll
    static void stop() {
        if (town != null) town.close();
        if (browser != null) browser.close();
    }

    @AfterEach
    void leave() {
        if (visit != null) visit.close();
    }

    @ParameterizedTest
    @EnumSource
    void fromTheLinkToTheFirstQuestionTakenOn(Screen screen) {
        String name = "console-" + screen.name().toLowerCase(Locale.ROOT);
        String login = "hanako-" + screen.name();
        Page page = open(
                screen.options(),
                town.bean(Invitations.class).inviteFromCommandLine(Role.ADMINISTRATOR, Optional.empty()));
        look(page, name + "-1-set-up");
        page.getByLabel("サインイン名").fill(login);
        page.getByLabel("氏名").fill("西東京 花子");
        page.getByLabel("新しいパスワード").first().fill(TestStaff.PASSWORD);
        page.getByLabel("もう一度").fill(TestStaff.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("登録する")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("登録しました");
        look(page, name + "-2-sign-in");
        signIn(page, login, "まちがったパスワード");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("サインイン名かパスワードが違います。");
        look(page, name + "-3-wrong");
        signIn(page, login, TestStaff.PASSWORD);
        look(page, name + "-4-home");

        takeOnAQuestion(page, name);
        lookAtTheStaff(page, name);
        lookAround(page, name);
        assertThat(complaints.stream().filter(one -> !one.contains("status of 4")))
                .as("errors of scripts and breaches of the policy")
                .isEmpty();
    }

    private static void takeOnAQuestion(Page page, String name) {
        page.getByRole(AriaRole.LINK, named("まだ対応していない質問")).click();
        assertThat(page.locator(".rows")).containsText("3回");
        assertThat(page.locator(".rows")).containsText("＊に電話をください");
        look(page, name + "-5-questions");
        page.getByRole(AriaRole.LINK, named("会費はいくらか教えてください")).click();
        assertThat(page.locator("main")).containsText("聞かれた言い方");
        assertThat(page.locator("main")).containsText("会費はいくらですか");
        look(page, name + "-6-question");
        page.getByRole(AriaRole.BUTTON, named("自分が対応する")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("「対応中」にしました。");
        assertThat(page.locator("main")).containsText("西東京 花子");
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
        page.getByRole(AriaRole.BUTTON, named("未対応に戻す")).click();
    }

    private static void lookAtTheStaff(Page page, String name) {
        menu(page, "職員");
        look(page, name + "-7-staff");
        page.getByRole(AriaRole.BUTTON, named("招待のリンクを作る")).click();
        assertThat(page.getByLabel("リンク")).hasValue(Pattern.compile(".*/console/set-up/.*"));
        look(page, name + "-8-link");
        menu(page, "職員");
        page.getByRole(AriaRole.LINK, named("西東京 花子")).first().click();
        look(page, name + "-9-account");
    }

    private static void lookAround(Page page, String name) {
        menu(page, "操作の記録");
        look(page, name + "-10-trail");
        page.locator(".account summary").click();
        look(page, name + "-11-account-menu");
        page.getByRole(AriaRole.LINK, named("パスワードを変える")).click();
        look(page, name + "-12-password");
        page.navigate(town.url() + "/console/nothing");
        look(page, name + "-13-error");
        page.locator(".account summary").click();
        page.getByRole(AriaRole.BUTTON, named("サインアウト")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("サインアウトしました。");
        page.navigate(town.url() + "/console");
        assertThat(page).hasURL(town.url() + "/console/sign-in");
    }

    @Test
    void whoGuessesTooOftenIsToldToWait() {
        Page page = open(Browser.phone(390, 844), "/console/sign-in");
        for (int i = 0; i < 10; i++) {
            signIn(page, "guessed", "まちがい" + i);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("違います");
        }
        signIn(page, "guessed", "まちがい");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("しばらくサインインできません");
        look(page, "console-phone-limit");
    }

    @Test
    void itReadsAsWellInTheDark() {
        var viewer = town.member(Role.VIEWER, Optional.of("nishitokyo"));
        Page page = open(Browser.phone(390, 844).setColorScheme(ColorScheme.DARK), "/console/sign-in");
        page.context()
                .addCookies(
                        List.of(new Cookie("tsunagu-staff", viewer.cookies().get("tsunagu-staff")).setUrl(town.url())));
        for (String path : List.of("/console", "/console/questions", "/console/password", "/console/nothing")) {
            page.navigate(town.url() + path);
            look(page, "console-dark" + path.replace('/', '-'));
        }
        assertThat(page.getByRole(AriaRole.LINK, named("職員").setExact(true))).hasCount(0);
    }

    /** Keeps the whole page as a picture, and holds it to what everybody can use. */
    private static void look(Page page, String name) {
        Browser.screenshot(page, name);
        assertThat(Browser.listSeriousFaults(page)).as(name).isEmpty();
        int width = page.viewportSize().width;
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
        for (var target : page.locator(
                        "main a[role=button]:visible, main button:visible, nav a:visible, summary:visible")
                .all()) {
            assertThat(target.boundingBox().height)
                    .as(name + " " + target.innerText())
                    .isGreaterThanOrEqualTo(43.9);
        }
    }

    private Page open(NewContextOptions options, String path) {
        Page page = browser.newPage(options);
        visit = page.context();
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.navigate(town.url() + path);
        return page;
    }

    private static void signIn(Page page, String login, String password) {
        page.getByLabel("サインイン名").fill(login);
        page.getByLabel("パスワード").fill(password);
        page.getByRole(AriaRole.BUTTON, named("サインイン")).click();
    }

    private static void menu(Page page, String entry) {
        page.locator("nav.menu").getByText(entry).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
