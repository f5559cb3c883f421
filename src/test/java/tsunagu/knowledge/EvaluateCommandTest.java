package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.RankingProperties;

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
        var command = new EvaluateCommand(
                LanguageFiles.in(folder), noSettings, EmbeddingSettings.none(), AnsweringSettings.standard());
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
        assertThat(out.toString().lines().limit(5).toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("文書 3、質問 2（ほかに正解のない質問 1）"),
                        line -> assertThat(line)
                                .contains("hit@1", "hit@3", "MRR@10", "recall@10", "nDCG@10", "p50", "p99"),
                        line -> assertThat(line).startsWith("bm25 ").contains(" 0.500 "),
                        line -> assertThat(line).startsWith("tsunagu ").contains(" 1.000"),
                        line -> assertThat(line)
                                .startsWith("nDCG@10 の bm25 との差 +0.185")
                                .contains("p = 1.0"));
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

    /** The question about joining is answered, without its answer it is not, and nobody answers of whales. */
    @Test
    void printsWhatEachThresholdWouldAnswer() throws IOException {
        Files.writeString(folder.resolve("outside-questions.txt"), "鯨は魚ですか # 生物\n自治会へ加入したい\n");
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("正解のある質問 2", "ほかの分野の質問 2")
                .containsPattern("→ 0\\.70 +\\d+\\.\\d% .* 0\\.0 / +0\\.0 / 100\\.0 +50\\.0 / +0\\.0 / +50\\.0")
                .contains("正解を隠した質問 1.000、ほかの分野の質問 0.750");
    }

    @Test
    void printsWhatEachPartGains() {
        assertThat(run("--ablation")).isZero();
        for (var signal : RankingSettings.Signal.values()) {
            assertThat(out.toString())
                    .contains("-" + signal.name().toLowerCase(Locale.ROOT).replace('_', '-') + " ");
        }
        assertThat(out.toString()).contains("-content-words-only ", "learn-expansion: on ");
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
                "corpus.jsonl   | {\"_id\": \"a\"}                       | 1行目 に text がありません",
                "corpus.jsonl   | {\"text\": \"a\"}                      | 1行目 に _id がありません",
                "corpus.jsonl   | {\"_id\": \"a\", \"text\"              | 1行目 が JSON ではありません",
                "corpus.jsonl   | [1]                                    | 1行目 が JSON のオブジェクトではありません",
                "corpus.jsonl   | ''                                     | corpus.jsonl に何も書かれていません",
                "queries.jsonl  | {\"_id\": \"a\", \"text\": null}       | 1行目 に text がありません",
                "qrels/test.tsv | q1 join 1                              | 1行目 が、質問の id",
            })
    void saysWhereACollectionIsBroken(String file, String content, String sentence) throws IOException {
        Files.writeString(folder.resolve(file), content);
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains(file).contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhichIdStandsTwiceAndWhichScoreIsNoNumber() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), CORPUS + CORPUS);
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("_id join の行が2つあります");
        Files.writeString(folder.resolve("corpus.jsonl"), CORPUS);
        Files.writeString(folder.resolve("qrels/test.tsv"), JUDGEMENTS + "q2\tjoin\thigh\n");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("4行目 の点「high」が整数ではありません");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("queries.jsonl"));
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("queries.jsonl がないか、読めません");
    }

    @Test
    void saysThatTheRunCannotBeWritten() {
        assertThat(run("--run", folder.resolve("no/such/folder/run").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("に書き込めません");
    }

    @Test
    void readsLinesWithAByteOrderMark() throws IOException {
        Files.writeString(folder.resolve("corpus.jsonl"), "\uFEFF" + CORPUS);
        assertThat(run()).isZero();
    }
}
