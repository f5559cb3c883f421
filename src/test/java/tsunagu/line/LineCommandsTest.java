package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.configuration.picocli.MicronautFactory;
import io.micronaut.context.ApplicationContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tsunagu.line.fake.FakeAccount;
import tsunagu.line.fake.FakeLine;

/** {@code line check} and {@code line menu}, as an operator uses them. */
@Isolated
class LineCommandsTest {
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final String ADDRESS = "https://bot.example.jp/line/default/webhook";

    private final FakeLine line = FakeLine.start();
    private final FakeAccount account = line.account();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setOut(OUT);
        System.setErr(ERR);
        line.close();
    }

    @Test
    void all_in_order_is_said_in_plain_words() {
        account.webhook(ADDRESS, true, 200);
        account.quota(200, 12);

        assertThat(run("check")).as(said()).isZero();

        assertThat(said())
                .contains(
                        "○ トークン: 使えます。アカウントは「西の町」（@fake）です。",
                        "○ Webhook の宛先: " + ADDRESS,
                        "○ Webhook の利用: オンです。",
                        "○ Webhook の試し: LINE から届き、正しく答えました。",
                        "○ 送信数: 今月は 200 通のうち 12 通を使いました。",
                        "すべて整っています。");
    }

    @Test
    void a_wrong_token_is_the_first_thing_to_mend() {
        assertThat(run(new String[] {"check"}, "old-token")).isOne();

        assertThat(said()).contains("× トークン: LINE に断られました。", "発行し直し").doesNotContain("old-token", "Webhook の");
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, 200, まだ入っていません",
        "http://bot.example.jp/line/default/webhook, true, 200, https://（このサーバーの名前）/line/default/webhook にして",
        "https://bot.example.jp/, true, 200, https://（このサーバーの名前）/line/default/webhook にして",
        "https://bot.example.jp/line/default/webhook, false, 200, 「Webhookの利用」をオンに",
        "https://bot.example.jp/line/default/webhook, true, 401, チャネルシークレット",
        "https://bot.example.jp/line/default/webhook, true, 404, 受け口がありません",
        "https://bot.example.jp/line/default/webhook, true, 503, 503 と答えました",
        "https://bot.example.jp/line/default/webhook, true, 0, つながりません"
    })
    void what_is_wrong_with_the_webhook_is_said_with_what_to_do(
            String address, boolean active, int status, String words) {
        account.webhook(address, active, status);

        assertThat(run("check")).isOne();

        assertThat(said()).contains("×", words, "直してください");
    }

    @Test
    void a_quota_used_up_is_told_and_no_quota_is_no_fault() {
        account.webhook(ADDRESS, true, 200);
        account.quota(200, 200);
        assertThat(run("check")).isOne();
        assertThat(said()).contains("200 通を使い切りました", "返信は届きます");
        out.reset();
        account.quota(-1, 7);

        assertThat(run("check")).isZero();

        assertThat(said()).contains("上限はありません（今月 7 通）");
    }

    @Test
    void the_menu_becomes_the_one_all_residents_see_and_ours_of_before_go() throws IOException {
        account.putMenu("by-hand", "夏まつり");
        assertThat(run("menu", "apply")).as(said()).isZero();
        String first = account.defaultMenu();

        assertThat(run("menu", "apply")).as(said()).isZero();

        String second = account.defaultMenu();
        assertThat(account.menus()).containsExactly("by-hand", second).doesNotContain(first);
        assertThat(account.menu(second).path("chatBarText").asText()).isEqualTo("メニュー");
        assertThat(account.menu(second).path("areas")).hasSize(6);
        assertThat(account.menu(second).at("/areas/0/action/data").asText()).isEqualTo("menu:area");
        assertThat(account.menu(second).at("/areas/0/action/displayText").asText())
                .isEqualTo("私の地区はどこ？");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(account.picture(second)));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(2500, 1686);
        assertThat(said()).contains("メニューを入れ替えました（前のものを 1 件消しました）");
    }

    @Test
    void a_menu_that_line_does_not_take_leaves_the_one_before() {
        assertThat(run(new String[] {"menu", "apply"}, "old-token")).isOne();

        assertThat(account.menus()).isEmpty();
        assertThat(said()).contains("メニューを作れませんでした", "トークンが正しくありません");
    }

    @Test
    void the_preview_is_a_picture_that_line_would_take() throws IOException {
        Path file = folder.resolve("menu.png");

        assertThat(run("menu", "preview", file.toString())).as(said()).isZero();

        assertThat(Files.size(file)).isBetween(10_000L, 1024L * 1024);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(2500);
        // In each tile there is ink: a font without Japanese letters would leave boxes, none would leave nothing.
        for (int tile = 0; tile < 6; tile++) {
            int x = 2500 * (tile % 3) / 3;
            int y = 843 * (tile / 3) + 480;
            assertThat(dark(picture.getSubimage(x, y, 833, 130)))
                    .as("tile %d", tile)
                    .isGreaterThan(4000);
        }
    }

    private static long dark(BufferedImage image) {
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xff) < 80)
                .count();
    }

    private int run(String... args) {
        return run(args, FakeLine.TOKEN);
    }

    private int run(String[] args, String token) {
        var settings = new HashMap<>(line.settings());
        settings.put("datasources.default.url", LineTown.inMemory());
        settings.put("line.channels." + FakeLine.CHANNEL + ".token", token);
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            return new CommandLine(LineCommand.class, new MicronautFactory(context)).execute(args);
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
