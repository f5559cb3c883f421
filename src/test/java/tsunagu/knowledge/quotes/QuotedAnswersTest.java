package tsunagu.knowledge.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of quotes: those that ship, and what is said of broken ones. */
class QuotedAnswersTest {
    private static final QuotedAnswers SHIPPED = QuotedAnswers.in(Path.of("config/quotes"));

    @TempDir
    private Path folder;

    @Test
    void noQuestionHasTwoAnswersOfOneDocument() {
        assertThat(SHIPPED.list()).hasSizeGreaterThan(600);
        var seen = new HashSet<String>();
        assertThat(SHIPPED.list().stream()
                        .flatMap(answer -> answer.wordings().stream().map(wording -> answer.document() + " " + wording))
                        .filter(wording -> !seen.add(wording)))
                .isEmpty();
    }

    @Test
    void quotesAndQuestionsAreReadInBlocks() throws IOException {
        write("# 注\n> 一つ目\n> 二つ目\n何がありますか\n\n何の話\n> 三つ目\nほかには\n");
        List<QuotedAnswer> answers = QuotedAnswers.in(folder).list();
        assertThat(answers)
                .containsExactly(
                        new QuotedAnswer("plan", List.of("一つ目", "二つ目"), List.of("何がありますか", "何の話"), 2),
                        new QuotedAnswer("plan", List.of("三つ目"), List.of("ほかには"), 7));
        assertThat(answers.getLast().id()).isEqualTo("plan:7");
    }

    @Test
    void aMissingFolderHasNone() {
        assertThat(QuotedAnswers.in(folder.resolve("none")).list()).isEmpty();
    }

    @Test
    void aBrokenBlockIsNamedByFileAndLine() throws IOException {
        write("何がありますか\n");
        assertThatThrownBy(() -> QuotedAnswers.in(folder)).hasMessageContaining("plan.txt の1行目");
        write("> 一つ目\nはい\n\n> 二つ目\n");
        assertThatThrownBy(() -> QuotedAnswers.in(folder)).hasMessageContaining("plan.txt の4行目");
        write("\uFEFF# 注\n>\nはい\n");
        assertThatThrownBy(() -> QuotedAnswers.in(folder)).hasMessageContaining("plan.txt の2行目");
        Files.write(folder.resolve("plan.txt"), new byte[] {(byte) 0x82, (byte) 0xa0});
        assertThatThrownBy(() -> QuotedAnswers.in(folder)).hasMessageContaining("UTF-8");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("plan.txt"), text);
    }
}
