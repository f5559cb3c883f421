package tsunagu.knowledge.opensearch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting is told in one sentence, before anything is connected. */
class OpenSearchSettingsTest {

    private static OpenSearchSettings settings(String addresses, String username, String password, String trust) {
        return new OpenSearchSettings(
                Arrays.asList(addresses.split("\\|")),
                username,
                password,
                trust,
                "tsunagu",
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', addresses が空です",
        "search:9200, '', '', '', addresses にある「search:9200」はアドレスではありません",
        "https://a b, '', '', '', addresses にある「https://a b」はアドレスではありません",
        "https://me:secret@search:9200, '', '', '', addresses にある",
        "http://search:9200, me, '', '', password が空です",
        "http://search:9200, '', secret, '', username が空です",
        "http://search:9200, '', '', pom.xml, 'trust がありますが、addresses に https:// で始まるアドレスがありません'",
        "https://search:9200, '', '', nowhere.pem, trust にある nowhere.pem を読めません",
        "https://search:9200, '', '', pom.xml, trust にある pom.xml は証明書のファイル（PEM）ではありません"
    })
    void saysWhatToWrite(String addresses, String username, String password, String trust, String sentence) {
        assertThatThrownBy(() -> Cluster.open(settings(addresses, username, password, trust)))
                .hasMessageStartingWith("設定の誤り: config/application.yml の knowledge.opensearch." + sentence)
                .hasMessageEndingWith("。");
    }

    @Test
    void refusesAPrefixThatNoIndexMayHaveAndTimesThatHelpNobody() {
        assertThatThrownBy(() -> Cluster.open(OpenSearchSettings.at(List.of("http://search:9200"), "Tsunagu_1")))
                .hasMessageContaining("prefix が「Tsunagu_1」です");
        assertThatThrownBy(() -> Cluster.open(new OpenSearchSettings(
                        List.of("http://search"), "", "", "", "a", 1, Duration.ofMillis(9), Duration.ofSeconds(1))))
                .hasMessageContaining("timeout が短すぎます");
        assertThatThrownBy(() -> Cluster.open(new OpenSearchSettings(
                        List.of("http://search"), "", "", "", "a", -1, Duration.ofSeconds(1), Duration.ofSeconds(1))))
                .hasMessageContaining("replicas が -1 です");
    }

    @Test
    void neverShowsThePassword(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        OpenSearchSettings settings = settings("https://search:9200", "me", "hush-hush", empty.toString());
        assertThat(settings.toString()).doesNotContain("hush-hush");
        assertThatThrownBy(() -> Cluster.open(settings)).hasMessageNotContaining("hush-hush");
    }
}
