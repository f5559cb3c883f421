package tsunagu.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium installed on this machine. Without one a test is skipped loudly, or fails where
 * {@code TSUNAGU_BROWSER_TESTS=required} is set as environment variable or system property.
 */
public final class Browser implements AutoCloseable {
    private static final String REQUIRED = "TSUNAGU_BROWSER_TESTS";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path SCREENS = Path.of("target", "screens");
    private static final int PATIENCE_MILLIS = 20_000;

    /** The screens a page is looked at on. */
    public enum Screen {
        PHONE(Browser.phone(390, 844)),
        DESK(Browser.desk(1280, 800));

        private final NewContextOptions options;

        Screen(NewContextOptions options) {
            this.options = options;
        }

        public NewContextOptions options() {
            return options;
        }
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** Starts Chromium, or skips or fails the test that asked for it. */
    public static Browser start() {
        return new Browser(findExecutable().orElseGet(Browser::without));
    }

    private static Path without() {
        String message = "BROWSER TESTS SKIPPED: none of " + NAMES + " is on the PATH";
        if ("required".equals(System.getProperty(REQUIRED, System.getenv(REQUIRED)))) {
            throw new AssertionError(message + ", but " + REQUIRED + "=required");
        }
        System.out.println(message);
        return Assumptions.abort(message);
    }

    /** A page of a new visitor, without cookies and storage of any other. */
    public Page newPage(NewContextOptions options) {
        Page page = chromium.newContext(options).newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /** A desktop window, in Japanese and in Tokyo. */
    public static NewContextOptions desk(int width, int height) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo");
    }

    /** A phone: touched rather than pointed at, the address bar above. */
    public static NewContextOptions phone(int width, int height) {
        return desk(width, height).setIsMobile(true).setHasTouch(true);
    }

    /** Keeps what the window shows, once it has come to rest, as {@code target/screens/<name>.png}. */
    public static void screenshot(Page page, String name) {
        page.waitForTimeout(700);
        page.screenshot(new ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    /** What axe-core calls serious or critical, each with the elements at fault. */
    public static List<String> listSeriousFaults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(Browser::described)
                        .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Optional<Path> findExecutable() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
