package tsunagu.knowledge.index.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files a clerk writes: those that ship, and what is said of broken ones. */
class LanguageFilesTest {
    private static final LanguageFiles SHIPPED = LanguageFiles.in(Path.of("config/language"));

    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void theShippedFilesAreRead() throws IOException {
        List<String> terms =
                SHIPPED.words().read("入りたい").stream().map(Word::term).toList();
        assertThat(SHIPPED.synonyms().spans(terms).getFirst().alternatives()).contains(List.of("加入"));
        assertThat(SHIPPED.phrasing().stopPhrases()).contains("教えて").noneMatch(phrase -> phrase.startsWith("#"));
        assertThat(SHIPPED.words().read("ゆめこらぼ")).hasSize(1);
        assertThat(Files.readAllLines(Path.of("config/language/synonyms.txt")).stream()
                        .filter(line -> line.contains(",") && !line.startsWith("#")))
                .hasSizeGreaterThan(80);
    }

    @Test
    void missingFilesSayNothing() {
        LanguageFiles none = LanguageFiles.in(folder);
        assertThat(none.phrasing().stopPhrases()).isEmpty();
        assertThat(none.synonyms().spans(List.of("加入"))).isEmpty();
    }

    @Test
    void aBrokenLineIsNamedByFileAndLine() throws IOException {
        write("synonyms.txt", "# 組\n加入\n");
        assertThatThrownBy(() -> LanguageFiles.in(folder).synonyms()).hasMessageContaining("synonyms.txt の2行目");
        write("names.txt", "青嵐中\n");
        assertThatThrownBy(() -> LanguageFiles.in(folder))
                .hasMessageContaining("names.txt の1行目")
                .hasMessageContaining("名前, よみ");
    }

    @Test
    void aSayingIsPutIntoTheWordsOfTheDocuments() throws IOException {
        write("rewritings.txt", "# 注\nなぜ(.+)を始めた => $1の背景\n");
        Rewriting why = LanguageFiles.in(folder).phrasing().rewritings().getFirst();
        assertThat(why.in("なぜ計画を始めたの")).isEqualTo("計画の背景の");
        assertThat(why.in("計画は")).isEqualTo("計画は");
        write("rewritings.txt", "なぜ\n");
        assertThatThrownBy(() -> LanguageFiles.in(folder).phrasing()).hasMessageContaining("なぜ");
        write("rewritings.txt", "( => 何\n");
        assertThatThrownBy(() -> LanguageFiles.in(folder).phrasing())
                .hasMessageContaining("rewritings.txt")
                .hasMessageContaining("正規表現");
        write("rewritings.txt", "なぜ(.+)を => $2の背景\n");
        assertThatThrownBy(() -> LanguageFiles.in(folder).phrasing())
                .hasMessageContaining("rewritings.txt")
                .hasMessageContaining("$2");
    }

    @Test
    void lightWordsAreOneTermEach() throws IOException {
        write("light-words.txt", "# 注\n描く、世の中\n移り変わり\n");
        assertThat(LanguageFiles.in(folder).phrasing().lightWords()).containsExactlyInAnyOrder("描く", "世の中", "移り変わり");
        write("light-words.txt", "家庭のごみ\n");
        assertThatThrownBy(() -> LanguageFiles.in(folder).phrasing()).hasMessageContaining("light-words.txt の「家庭のごみ」");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Files.write(folder.resolve("stop-phrases.txt"), "教えて".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> LanguageFiles.in(folder).phrasing().stopPhrases())
                .hasMessageContaining("stop-phrases.txt")
                .hasMessageContaining("UTF-8");
    }
}
