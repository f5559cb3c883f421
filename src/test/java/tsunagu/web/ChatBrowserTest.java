package tsunagu.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.web.Browser.Screen;

/** The chat as residents meet it, in the Chromium of this machine; what it looked like is in {@code target/screens}. */
class ChatBrowserTest {
    private static final String QUESTION = "青嵐中の近くに住んでいます";

    private static Browser browser;
    private static WebServer server;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext visit;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        server = WebServer.startWithSampleTalk();
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        if (browser != null) browser.close();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @ParameterizedTest
    @EnumSource
    void aResidentAsksByKeyboardReadsTheSourceChoosesAndStartsAnew(Screen screen) {
        String name = "chat-" + screen.name().toLowerCase(Locale.ROOT);
        Page page = open(screen.options(), "/");
        Browser.screenshot(page, name + "-1-empty");

        ask(page, QUESTION);
        assertThat(talk(page)).containsText("北東部地域協力ネットワーク");
        assertThat(box(page)).hasValue("");
        assertThat(page.getByRole(AriaRole.LINK, named("電話する"))).hasAttribute("href", "tel:0424202821");
        assertThat(talk(page).getByText("わな")).hasCount(0);
        Browser.screenshot(page, name + "-2-reply");

        assertThat(talk(page).locator("blockquote")).not().isVisible();
        page.getByText("出典 2件").click();
        assertThat(talk(page).locator("blockquote")).hasText(SampleReplies.QUOTE);
        assertThat(talk(page).locator("blockquote")).isVisible();
        page.mouse().wheel(0, 2000);
        Browser.screenshot(page, name + "-3-sources");

        talk(page).getByRole(AriaRole.BUTTON, choice("今度の行事は？")).click();
        assertThat(said(page)).containsText("北東部の今度の行事は？");
        assertThat(talk(page).locator(".turn")).hasCount(2);
        assertThat(talk(page).getByRole(AriaRole.BUTTON, choice("今度の行事は？"))).hasCount(0);
        Browser.screenshot(page, name + "-4-choice");

        page.getByRole(AriaRole.LINK, named("はじめから")).click();
        assertThat(talk(page).locator(".turn")).hasCount(0);
        assertThat(complaints)
                .as("errors of scripts and breaches of the policy")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void noSeriousAccessibilityFaultInLightAndDark(ColorScheme scheme) {
        Page page = open(Browser.phone(390, 844).setColorScheme(scheme), "/");
        assertThat(Browser.listSeriousFaults(page)).isEmpty();

        ask(page, QUESTION);
        page.getByText("出典 2件").click();
        assertThat(Browser.listSeriousFaults(page)).isEmpty();

        ask(page, "急病です");
        ask(page, "宇宙に行きたい");
        Browser.screenshot(page, "chat-phone-" + scheme.name().toLowerCase(Locale.ROOT));
        page.navigate(server.url() + "/nothing");
        assertThat(Browser.listSeriousFaults(page)).isEmpty();
        Browser.screenshot(page, "error-phone-" + scheme.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void withoutJavaScriptTheTalkGoesOnPageByPage() {
        Page page = open(Browser.phone(390, 844).setJavaScriptEnabled(false), "/");

        page.getByRole(AriaRole.BUTTON, named(QUESTION)).click();
        assertThat(said(page)).containsText(QUESTION);
        page.getByText("出典 2件").click();
        assertThat(talk(page).locator("blockquote")).isVisible();
        talk(page).getByRole(AriaRole.BUTTON, choice("だれに聞けばいい？")).click();
        assertThat(said(page)).containsText("だれに聞けばいい？");
        box(page).fill("こんにちは");
        page.getByRole(AriaRole.BUTTON, named("送る")).click();
        assertThat(said(page)).containsText("こんにちは");
        page.getByRole(AriaRole.LINK, named("はじめから")).click();
        assertThat(said(page)).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void longWordsAndAddressesStayInsideTheScreen(int width) {
        Page page = open(Browser.phone(width, 640), "/");
        ask(page, "長い名前のグループ" + "w".repeat(200));
        page.getByText("出典 1件").click();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        Browser.screenshot(page, "chat-narrow-" + width);
    }

    @Test
    void everythingToTapIsAsHighAsAFinger() {
        Page page = open(Browser.phone(390, 844), "/");
        ask(page, QUESTION);
        page.getByText("出典 2件").click();

        for (Locator target : page.locator("a:visible, button:visible, summary:visible, textarea:visible")
                .all()) {
            if (target.evaluate("e => e.classList.contains('skip')").equals(true)) continue;
            assertThat(target.boundingBox().height).as(target.innerText()).isGreaterThanOrEqualTo(43.9);
        }
    }

    @Test
    void theKeyboardAloneReachesEverything() {
        Page page = open(Browser.desk(1280, 800), "/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.LINK, named("はじめから"))).isFocused();
        for (String language : List.of("やさしい日本語", "English", "中文", "한국어")) {
            page.keyboard().press("Tab");
            assertThat(page.getByRole(AriaRole.LINK, named(language))).isFocused();
        }
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.BUTTON, named(QUESTION))).isFocused();
        page.keyboard().press("Enter");
        assertThat(talk(page)).containsText("ほくっとネット");
        assertThat(box(page)).isFocused();
    }

    @Test
    void enterThatEndsAKanaConversionSendsNothing() {
        Page page = open(Browser.desk(1280, 800), "/");
        box(page).fill("せいらんちゅう");
        for (String state : List.of("isComposing: true", "keyCode: 229", "shiftKey: true")) {
            box(page)
                    .evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown',"
                            + " {key: 'Enter', bubbles: true, cancelable: true, " + state + "}))");
        }
        page.waitForTimeout(300);
        assertThat(said(page)).hasCount(0);

        box(page).press("Enter");
        assertThat(said(page)).hasCount(1);
    }

    @Test
    void whenTheServerIsOutOfReachNothingTypedIsLost() {
        Page page = open(Browser.phone(390, 844), "/");
        page.route("**/*", route -> route.abort());
        box(page).fill(QUESTION);
        page.getByRole(AriaRole.BUTTON, named("送る")).click();
        assertThat(talk(page)).containsText("お返事を受け取れませんでした");
        assertThat(box(page)).hasValue(QUESTION);
        Browser.screenshot(page, "chat-phone-unreachable");

        page.unroute("**/*");
        page.getByRole(AriaRole.BUTTON, named("送る")).click();
        assertThat(talk(page)).containsText("ほくっとネット");
        assertThat(talk(page)).not().containsText("お返事を受け取れませんでした");
        assertThat(box(page)).hasValue("");
    }

    @Test
    void aFailureOfOursAndAnEmptyQuestionAreExplainedInTheTalk() {
        Page page = open(Browser.phone(390, 844), "/");
        box(page).fill("こわれる");
        page.getByRole(AriaRole.BUTTON, named("送る")).click();
        assertThat(talk(page)).containsText("お返事を受け取れませんでした");

        box(page).fill("　　");
        page.getByRole(AriaRole.BUTTON, named("送る")).click();
        assertThat(talk(page)).containsText("質問が空です");
        assertThat(talk(page).locator(".notice")).hasCount(1);
    }

    @Test
    void aVisitorSwitchesToEnglish() {
        Page page = open(Browser.phone(390, 844), "/");
        page.getByRole(AriaRole.LINK, named("English")).click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.getByRole(AriaRole.BUTTON, named("How can I join?")).click();
        assertThat(talk(page)).containsText("Sources (1)");
        Browser.screenshot(page, "chat-phone-english");
        page.getByRole(AriaRole.LINK, named("日本語").setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
    }

    private Page open(NewContextOptions options, String path) {
        Page page = browser.newPage(options);
        visit = page.context();
        page.onConsoleMessage(message -> {
            if (Set.of("error", "warning").contains(message.type())) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.navigate(server.url() + path);
        return page;
    }

    private static void ask(Page page, String text) {
        box(page).focus();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        assertThat(said(page)).containsText(text);
    }

    private static Locator box(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, named("質問"));
    }

    private static Locator talk(Page page) {
        return page.getByRole(AriaRole.LOG);
    }

    private static Locator said(Page page) {
        return talk(page).locator(".said").last();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions choice(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
