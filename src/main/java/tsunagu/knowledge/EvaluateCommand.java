package tsunagu.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagu.knowledge.evaluation.BeirReader;
import tsunagu.knowledge.evaluation.Figures;
import tsunagu.knowledge.evaluation.JudgedCollection;
import tsunagu.knowledge.evaluation.MeasuredRun;
import tsunagu.knowledge.evaluation.PairedTest;
import tsunagu.knowledge.evaluation.Ranking;
import tsunagu.knowledge.evaluation.UnreadableCollection;
import tsunagu.knowledge.index.PlainIndex;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.question.RankingProperties;

/**
 * {@code evaluate DIR}: how well our ranking finds what was judged to answer, beside Lucene as it comes. Exit code
 * 0, or 1 where the collection cannot be read or the run cannot be written.
 */
@Command(
        name = "evaluate",
        header = "正解の付いた質問集で検索の良さを測り、ふつうの日本語検索（JapaneseAnalyzer BM25）と比べます。",
        synopsisHeading = "使い方: ",
        optionListHeading = "%n")
@Singleton
public final class EvaluateCommand implements Callable<Integer> {
    private static final int DEPTH = 100;
    private static final int NOT_DONE = 1;

    private final LanguageFiles language;
    private final RankingProperties ranking;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "フォルダー",
            description = "corpus.jsonl、queries.jsonl、qrels/test.tsv のあるフォルダー（BEIR の形）")
    private Path folder;

    @Option(names = "--run", paramLabel = "ファイル", description = "私たちの検索結果を TREC run の形で書き出します。")
    private Path run;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Inject
    EvaluateCommand(LanguageFiles language, RankingProperties ranking) {
        this.language = language;
        this.ranking = ranking;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            evaluate(BeirReader.read(folder), spec.commandLine().getOut());
            return 0;
        } catch (UnreadableCollection e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println(run + " に書き込めません。フォルダーがあるか確かめてください。");
        }
        err.flush();
        return NOT_DONE;
    }

    private void evaluate(JudgedCollection collection, PrintWriter out) throws IOException {
        var plain = PlainIndex.build(collection.entries());
        var index = TextIndex.build(collection.entries(), language.words(), language.synonyms(), ranking.settings());
        Ranking bm25 = (question, limit) -> plain.search(question, limit).stream()
                .map(hit -> new Ranking.Ranked(hit.id(), hit.score()))
                .toList();
        Ranking ours = (question, limit) -> index.search(question, limit).hits().stream()
                .map(hit -> new Ranking.Ranked(hit.id(), hit.score()))
                .toList();
        MeasuredRun theirRun = MeasuredRun.of("bm25", bm25, collection, DEPTH);
        MeasuredRun ourRun = MeasuredRun.of("tsunagu", ours, collection, DEPTH);
        print(collection, List.of(theirRun, ourRun), out);
        if (run != null) {
            try (Stream<String> lines = ourRun.trecLines()) {
                Files.write(run, (Iterable<String>) lines::iterator);
            }
        }
    }

    private static void print(JudgedCollection collection, List<MeasuredRun> runs, PrintWriter out) {
        int measured = runs.getFirst().answers().size();
        out.printf("文書 %d、質問 %d", collection.entries().size(), measured);
        int left = collection.questions().size() - measured;
        out.println(left == 0 ? "" : "（ほかに正解のない質問 " + left + "）");
        out.printf(
                "%-8s %6s %6s %7s %10s %8s %8s %8s%n",
                "", "hit@1", "hit@3", "MRR@10", "recall@10", "nDCG@10", "p50 ms", "p99 ms");
        for (MeasuredRun each : runs) {
            Figures figures = each.figures();
            out.printf(
                    Locale.ROOT,
                    "%-8s %6.3f %6.3f %7.3f %10.3f %8.3f %8.2f %8.2f%n",
                    each.name(),
                    figures.hitAt1(),
                    figures.hitAt3(),
                    figures.mrrAt10(),
                    figures.recallAt10(),
                    figures.ndcgAt10(),
                    each.millisecondsWithin(0.5),
                    each.millisecondsWithin(0.99));
        }
        MeasuredRun bm25 = runs.getFirst();
        MeasuredRun ours = runs.getLast();
        out.printf(
                Locale.ROOT,
                "nDCG@10 の bm25 との差 %+.3f、p = %.5f（対応のある並べ替え検定）%n",
                ours.figures().ndcgAt10() - bm25.figures().ndcgAt10(),
                PairedTest.p(ours.ndcgByQuestion(), bm25.ndcgByQuestion()));
        out.flush();
    }
}
