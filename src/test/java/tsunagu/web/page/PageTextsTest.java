package tsunagu.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.text.Language;
import tsunagu.web.problem.Refusal;

class PageTextsTest {
    private static final Path JAPANESE = Path.of("config", "messages", "page.ja.yml");

    @TempDir
    private Path folder;

    @Test
    void everyLanguageHasASentenceForEveryRefusalAndStatusWeSend() {
        List<String> keys = new ArrayList<>(List.of("400", "404", "405", "406", "413", "415", "500", "other"));
        Stream.of(Refusal.Reason.values()).map(Refusal.Reason::key).forEach(keys::add);

        assertThat(new PageTexts("config").listLanguages())
                .hasSize(Language.values().length)
                .allSatisfy(words -> assertThat(words.problems()).containsOnlyKeys(keys));
    }

    @Test
    void theDetailsOfAProblemArePutIntoItsSentence() {
        PageWords words = new PageTexts("config").choose(Optional.empty(), Optional.empty());

        assertThat(words.problem("text-too-long", Map.of("limit", "2000")).detail())
                .isEqualTo("質問は2000文字までです。短く分けて送ってください。");
        assertThat(words.problem("418", Map.of())).isEqualTo(words.problem("other", Map.of()));
    }

    @Test
    void aMissingKeyStopsTheStartAndIsNamed() throws IOException {
        write(Files.readString(JAPANESE).replace("send: 送る\n", ""));

        assertThatThrownBy(() -> new PageTexts(folder.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("page.ja.yml")
                .hasMessageContaining("send");
    }

    @Test
    void aMisspeltKeyStopsTheStartAndIsNamed() throws IOException {
        write(Files.readString(JAPANESE).replace("send: 送る\n", "send: 送る\nsned: 送る\n"));

        assertThatThrownBy(() -> new PageTexts(folder.toString())).hasMessageContaining("sned");
    }

    @Test
    void aFileOfAnotherLanguageStopsTheStart() throws IOException {
        write(Files.readString(JAPANESE).replace("tag: ja\n", "tag: en\n"));

        assertThatThrownBy(() -> new PageTexts(folder.toString())).hasMessageContaining("tag");
    }

    @Test
    void aFolderWithoutJapaneseWordsStopsTheStart() {
        assertThatThrownBy(() -> new PageTexts(folder.toString())).hasMessageContaining("page.ja.yml");
    }

    @Test
    void aTownMaySpeakJapaneseAlone() throws IOException {
        write(Files.readString(JAPANESE));

        assertThat(new PageTexts(folder.toString())
                        .choose(Optional.of("en"), Optional.of("en-US"))
                        .tag())
                .isEqualTo("ja");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("messages")).resolve("page.ja.yml"), yaml);
    }
}
