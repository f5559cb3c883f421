package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code evaluate DIR} on a small collection, and on broken ones. */
class EvaluateCommandTest {
    private static final String CORPUS = """
        {"_id": "join", "title": "自治会への加入", "text": "地域に住むすべての人が加入できます。"}
        {"_id": "eat", "title": "", "text": "市内には30を超える子ども食堂があります。", "metadata": {}}
        {"_id": "clean", "text": "ごみ置き場は自治会が管理しています。"}
        """;
    private static final String QUERIES = """
        {"_id": "q1", "text": "自治会に入りたい"}
        {"_id": "q2", "text": "子ども食堂はいくつ"}
        {"_id": "q3", "text": "だれも判定していない質問"}
        """;
    private static final String JUDGEMENTS = "q1\tjoin\t2\nq1\tclean\t0\nq2\teat\t1\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("qrels"));
        Files.writeString(folder.resolve("corpus.jsonl"), CORPUS);
        Files.writeString(folder.resolve("queries.jsonl"), QUERIES);
        Files.writeString(folder.resolve("qrels/test.tsv"), JUDGEMENTS);
    }

    private int run(String... more) {
        var noSettings = new RankingProperties(null, null, null, null, null, null, null, null, null, null);
        var command = new EvaluateCommand(new LanguageFiles(folder.toString()), noSettings);
        var arguments = new java.util.ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void printsBothRankingsSideBySide() {
        assertThat(run()).isZero();
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("3 entries, 2 questions (1 more"),
                        line -> assertThat(line)
                                .contains("hit@1", "hit@3", "MRR@10", "recall@10", "nDCG@10", "p50", "p99"),
                        line -> assertThat(line).startsWith("bm25 ").contains(" 0.500 "),
                        line -> assertThat(line).startsWith("tsunagu ").contains(" 1.000"),
                        line -> assertThat(line).startsWith("nDCG@10 +0.185").contains("p = 1.0"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aHeaderLineOfTheJudgementsIsSkipped() throws IOException {
        run();
        String without = out.toString().lines().findFirst().orElseThrow();
        Files.writeString(folder.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\n" + JUDGEMENTS);
        out.getBuffer().setLength(0);
        assertThat(run()).isZero();
        assertThat(out.toString()).startsWith(without);
    }

    @Test
    void writesATrecRun() throws IOException {
        Path file = folder.resolve("ours.run");
        assertThat(run("--run", file.toString())).isZero();
        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.matches("q1 Q0 join 1 \\d\\.\\d{6} tsunagu"))
                .anyMatch(line -> line.matches("q2 Q0 eat 1 \\d\\.\\d{6} tsunagu"));
    }

    @Test
    void usesTheSynonymsOfTheLanguageFolder() throws IOException {
        Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\": \"q1\", \"text\": \"仲間入り\"}\n");
        Files.writeString(folder.resolve("synonyms.txt"), "加入, 仲間入り\n");
        assertThat(run()).isZero();
        assertThat(out.toString()).containsPattern("bm25 +0\\.000").containsPattern("tsunagu +1\\.000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corpus.jsonl   | {\"_id\": \"a\"}                       | line 1: \"text\" is missing",
                "corpus.jsonl   | {\"text\": \"a\"}                      | line 1: \"_id\" is missing",
                "corpus.jsonl   | {\"_id\": \"a\", \"text\"              | line 1: not JSON",
                "corpus.jsonl   | [1]                                    | line 1: not a JSON object",
                "corpus.jsonl   | ''                                     | corpus.jsonl is empty",
                "queries.jsonl  | {\"_id\": \"a\", \"text\": null}       | line 1: \"text\" is missing",
                "qrels/test.tsv | q1 join 1                              | line 1: expected query-id",
            })
    void saysWhereACollectionIsBroken(String file, String content, String sentence) throws IOException {
        Files.writeString(folder.resolve(file), content);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains(file).contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhichIdStandsTwiceAndWhichScoreIsNoNumber() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), CORPUS + CORPUS);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("two lines have the _id join");
        Files.writeString(folder.resolve("corpus.jsonl"), CORPUS);
        Files.writeString(folder.resolve("qrels/test.tsv"), JUDGEMENTS + "q2\tjoin\thigh\n");
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("line 4: the score is not a whole number: high");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("queries.jsonl"));
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("queries.jsonl is missing or cannot be read");
    }

    @Test
    void saysThatTheRunCannotBeWritten() {
        assertThat(run("--run", folder.resolve("no/such/folder/run").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void readsLinesWithAByteOrderMark() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), "\uFEFF" + CORPUS);
        assertThat(run()).isZero();
    }
}
