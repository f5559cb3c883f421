package tsunagu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.constraints.Pattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Wrong settings end the start at once, with exit code 1 and one sentence that names file, key and what to do. */
@Timeout(120)
@Isolated
class StartUpTest {
    private static final PrintStream CONSOLE = System.err;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path home;

    /** Stands for the settings of any room. */
    @ConfigurationProperties("tsunagu.conversation")
    record Sample(
            Duration memory,
            @Pattern(regexp = "[a-z]+") @Nullable String keeper) {}

    @BeforeEach
    void copyOfTheSettings() throws IOException {
        try (var files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) Files.copy(file, home.resolve(file));
        }
        System.setProperty("tsunagu.config", home.resolve("config").toString());
        System.setProperty("tsunagu.seeds", Path.of("seeds").toAbsolutePath().toString());
        System.setProperty("tsunagu.data", home.resolve("data").toString());
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void asBefore() {
        System.setErr(CONSOLE);
        System.clearProperty("tsunagu.config");
        System.clearProperty("tsunagu.seeds");
        System.clearProperty("tsunagu.data");
        System.clearProperty("tsunagu.conversation.keeper");
    }

    @Test
    void namesTheMissingSettingsFile() throws IOException {
        Files.delete(settings());
        assertThat(refusal())
                .isEqualTo("設定の誤り: %s がありません。config フォルダーのある場所で起動するか、環境変数 TSUNAGU_CONFIG にそのフォルダーを書いてください。"
                        .formatted(settings()));
    }

    @Test
    void namesTheLineThatIsNoYaml() throws IOException {
        Files.writeString(settings(), "tsunagu:\n  seeds: seeds\n\tdata: data\n");
        assertThat(refusal()).startsWith("設定の誤り: %s の 3 行目が読めません。".formatted(settings()));
    }

    @Test
    void refusesASettingThatIsWrittenTwice() throws IOException {
        Files.writeString(settings(), "tsunagu:\n  seeds: seeds\n  data: data\n  seeds: other\n");
        assertThat(refusal()).startsWith("設定の誤り: %s の 4 行目が読めません。".formatted(settings()));
    }

    @Test
    void namesAMisspeltSettingAndWhatMayBeWrittenThere() throws IOException {
        replace("memory: 24h", "memroy: 24h");
        assertThat(refusal())
                .startsWith("設定の誤り: %s の tsunagu.conversation.memroy という設定はありません。".formatted(settings()))
                .contains("memory");
    }

    @Test
    void namesAMisspeltSettingOfAChannel() throws IOException {
        replace("secret:", "sercet:");
        assertThat(refusal())
                .startsWith("設定の誤り: %s の line.channels.default.sercet という設定はありません。".formatted(settings()))
                .contains("secret、token");
    }

    @Test
    void namesAValueOfTheWrongKind() throws IOException {
        replace("memory: 24h", "memory: banana");
        assertThat(refusal())
                .isEqualTo("設定の誤り: %s の tsunagu.conversation.memory が「banana」です。24h や 90d のような期間を書いてください。"
                        .formatted(settings()));
    }

    @Test
    void namesAValueOfTheWrongKindInTheFrameworksSettings() throws IOException {
        replace("port: 8080", "port: banana");
        assertThat(refusal())
                .isEqualTo("設定の誤り: %s の micronaut.server.port が「banana」です。数字を書いてください。".formatted(settings()));
    }

    @Test
    void namesAnAddressThatNoPhoneCouldFollow() throws IOException {
        replace("address: ${TSUNAGU_ADDRESS:}", "address: tsunagu.example.jp");
        assertThat(refusal())
                .startsWith("設定の誤り: %s の tsunagu.address（環境変数 TSUNAGU_ADDRESS）には、https://".formatted(settings()));
    }

    @Test
    void namesAModelThatIsNotThere() throws IOException {
        replace("model: \"\"", "model: " + home.resolve("no.onnx"));
        replace("tokenizer: \"\"", "tokenizer: " + settings());
        assertThat(refusal())
                .startsWith("設定の誤り: config/application.yml の knowledge.embedding.model にある ")
                .endsWith("no.onnx を読めません。ONNX 形式のモデルのパスを書いてください。");
    }

    @Test
    void namesAValueThatBreaksARule() {
        System.setProperty("tsunagu.conversation.keeper", "0120");
        assertThat(refusal())
                .isEqualTo("設定の誤り: %s の tsunagu.conversation.keeper が「0120」では使えません（must match \"[a-z]+\"）。書き直してください。"
                        .formatted(settings()));
    }

    @Test
    void saysWhatARoomSaidWithoutWhatTheFrameworkWrappedAroundIt() {
        var room = new IllegalStateException("config/municipalities/a.yml の areas[0].name がありません。名前を書いてください。");
        var wrapped = new RuntimeException("Error instantiating bean\n\nMessage: " + room.getMessage(), room);
        assertThat(new StartFailure("config/application.yml", Optional.empty()).explain(wrapped))
                .isEqualTo(room.getMessage());
    }

    @Test
    void saysHowToLearnMoreOfAFailureItDoesNotKnow() {
        var unknown = new RuntimeException("wrapped", new IllegalStateException("out of cheese"));
        assertThat(new StartFailure("config/application.yml", Optional.empty()).explain(unknown))
                .isEqualTo("思わぬ誤りで続けられません: java.lang.IllegalStateException: out of cheese。"
                        + "くわしくは環境変数 LOGGER_LEVELS_TSUNAGU=DEBUG を付けると出ます。");
    }

    @Test
    void namesAMissingPlaceholder() throws IOException {
        replace("memory: 24h", "memory: ${NOT_SET_ANYWHERE}");
        assertThat(refusal()).startsWith("設定の誤り: %s にある ${NOT_SET_ANYWHERE} の値がありません。".formatted(settings()));
    }

    @Test
    void namesADataFolderThatCannotBeWritten() throws IOException {
        Files.writeString(home.resolve("data"), "a file where the folder should be");
        assertThat(refusal())
                .isEqualTo("設定の誤り: データのフォルダー（tsunagu.data、環境変数 TSUNAGU_DATA）の %s に書き込めません。書き込めるフォルダーにするか、権限を直してください。"
                        .formatted(home.resolve("data")));
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() throws IOException {
        Files.writeString(
                settings(),
                Files.readString(settings())
                        .replaceAll("url: jdbc:h2.*", "url: jdbc:postgresql://127.0.0.1:1/town?password=geheim"));
        assertThat(refusal())
                .startsWith("データベース（jdbc:postgresql://127.0.0.1:1/town）につながりません。")
                .contains("datasources.default.url");
    }

    /** What the start printed when it failed: exactly one line. */
    private String refusal() {
        assertThat(Server.run()).as("exit code").isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private Path settings() {
        return home.resolve("config/application.yml");
    }

    private void replace(String written, String instead) throws IOException {
        String before = Files.readString(settings());
        assertThat(before).contains(written);
        Files.writeString(settings(), before.replace(written, instead));
    }
}
