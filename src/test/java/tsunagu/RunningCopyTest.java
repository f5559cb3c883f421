package tsunagu;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A copy in a process of its own, as an operator starts it. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class RunningCopyTest {
    @TempDir
    static Path home;

    private static int port;
    private static Process copy;

    @BeforeAll
    static void start() throws Exception {
        port = freePort();
        copy = process("copy", Map.of("MICRONAUT_SERVER_PORT", "" + port));
        while (copy.isAlive() && !printed("copy.out").contains("で動いています")) Thread.sleep(50);
    }

    @AfterAll
    static void end() {
        copy.destroyForcibly();
    }

    @Test
    @Order(1)
    void saysWhereItAnswersAndHowLongTheStartTook() throws Exception {
        assertThat(printed("copy.out")).containsPattern("つなぐ: http://localhost:" + port + "/ で動いています（\\d+\\.\\d 秒）");
        assertThat(printed("copy.err")).isEmpty();
        assertThat(printed("copy.out"))
                .contains("最初の人（管理者）は、次のリンクから登録してください")
                .containsPattern("  http://localhost:" + port + "/console/set-up/[\\w-]{43}\n");
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(health, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void doesNotShareItsDatabaseOrItsPort() throws Exception {
        var sameData = process("same-data", Map.of("MICRONAUT_SERVER_PORT", "" + freePort()));
        var samePort = process(
                "same-port",
                Map.of(
                        "MICRONAUT_SERVER_PORT",
                        "" + port,
                        "TSUNAGU_DATA",
                        home.resolve("other").toString()));

        assertThat(sameData.waitFor()).isEqualTo(1);
        assertThat(printed("same-data.err"))
                .hasLineCount(1)
                .contains("すでに動いている別の「つなぐ」が使っています")
                .contains("TSUNAGU_DATA");
        assertThat(samePort.waitFor()).isEqualTo(1);
        assertThat(printed("same-port.err"))
                .hasLineCount(1)
                .startsWith("ポート " + port + " はほかのプログラムが使っています。")
                .contains("MICRONAUT_SERVER_PORT");
        var invite = process("invite", Map.of(), "staff", "invite");
        assertThat(invite.waitFor()).isEqualTo(1);
        assertThat(printed("invite.err")).contains("/console/staff", "すでに動いている別の「つなぐ」が使っています");
        assertThat(printed("same-data.out") + printed("same-port.out")).doesNotContain("\tat ");
    }

    @Test
    @Order(3)
    void namesTheEnvironmentVariableThatIsWrong() throws Exception {
        var wrong = process(
                "wrong",
                Map.of(
                        "MICRONAUT_SERVER_PORT",
                        "banana",
                        "TSUNAGU_DATA",
                        home.resolve("wrong").toString()));
        assertThat(wrong.waitFor()).isEqualTo(1);
        assertThat(printed("wrong.err"))
                .isEqualTo("設定の誤り: 環境変数 MICRONAUT_SERVER_PORT（micronaut.server.port）が「banana」です。数字を書いてください。\n");
    }

    @Test
    @Order(4)
    void understandsAndSpeaksJapaneseWhereNoLanguageIsSet() throws Exception {
        var command = process("command", Map.of("LC_ALL", "POSIX"), "いいえ");
        assertThat(command.waitFor()).isEqualTo(2);
        assertThat(printed("command.err")).startsWith("使い方の誤り: 「いいえ」が分かりません。");
    }

    @Test
    @Order(5)
    void savesEverythingWhileItRuns() throws Exception {
        Path saved = home.resolve("saved.zip");
        var backup = process("backup", Map.of(), "backup", saved.toString());
        assertThat(backup.waitFor()).as(printed("backup.err")).isZero();
        assertThat(printed("backup.out")).startsWith("保存しました: " + saved + "（");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
                .isEqualTo("rw-------");
        assertThat(home.resolve("data/backup")).isEmptyDirectory();

        Map<String, String> other =
                Map.of("TSUNAGU_DATA", home.resolve("restored").toString());
        var restore = process("restore", other, "restore", saved.toString());
        assertThat(restore.waitFor()).as(printed("restore.err")).isZero();
        assertThat(printed("restore.out")).contains("戻しました");
        var twice = process("twice", other, "restore", saved.toString());
        assertThat(twice.waitFor()).isEqualTo(1);
        assertThat(printed("twice.err")).hasLineCount(1).contains("すでにデータがあります");
    }

    @Test
    @Order(6)
    void stopsWithinTenSecondsOfBeingTold() throws Exception {
        copy.destroy();
        assertThat(copy.waitFor(10, SECONDS)).as("stopped").isTrue();
    }

    private static Process process(String name, Map<String, String> environment, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(java, "@config/java.options", "-cp", product(), "tsunagu.Application"));
        line.addAll(List.of(args));
        var builder = new ProcessBuilder(line)
                .redirectOutput(home.resolve(name + ".out").toFile())
                .redirectError(home.resolve(name + ".err").toFile());
        builder.environment().put("TSUNAGU_DATA", home.resolve("data").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The class path without the tests, whose beans are no part of a copy. */
    private static String product() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String printed(String file) throws IOException {
        return Files.readString(home.resolve(file));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
