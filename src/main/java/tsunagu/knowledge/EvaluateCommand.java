package tsunagu.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.evaluation.BeirReader;
import tsunagu.knowledge.evaluation.Calibration;
import tsunagu.knowledge.evaluation.Comparison;
import tsunagu.knowledge.evaluation.DecisionCurve;
import tsunagu.knowledge.evaluation.JudgedCollection;
import tsunagu.knowledge.evaluation.UnreadableCollection;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.opensearch.IndexEngine;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Means;
import tsunagu.knowledge.question.RankingProperties;
import tsunagu.knowledge.quotes.QuotedAnswers;

/**
 * {@code evaluate DIR}: how well our ranking finds what was judged to answer, beside Lucene as it comes, and how well
 * the decision to answer parts what is answered from what is not. Exit code 0, or 1 where the collection cannot be read
 * or the run cannot be written.
 */
@Command(
        name = "evaluate",
        header = "正解の付いた質問集で検索の良さを測り、ふつうの日本語検索（JapaneseAnalyzer BM25）と比べます。",
        synopsisHeading = "使い方: ",
        optionListHeading = "%n")
@Singleton
public final class EvaluateCommand implements Callable<Integer> {
    private static final int NOT_DONE = 1;
    private static final String ANY = "any";

    private final LanguageFiles language;
    private final RankingProperties ranking;
    private final EmbeddingSettings embedding;
    private final AnsweringSettings answering;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "フォルダー",
            description = "corpus.jsonl、queries.jsonl、qrels/test.tsv のあるフォルダー（BEIR の形）")
    private Path folder;

    @Option(names = "--run", paramLabel = "ファイル", description = "私たちの検索結果を TREC run の形で書き出します。")
    private Path run;

    @Option(names = "--ablation", description = "部品を1つずつ外して、それぞれがどれだけ役に立っているかも測ります。")
    private boolean ablation;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Inject
    EvaluateCommand(
            LanguageFiles language,
            RankingProperties ranking,
            EmbeddingSettings embedding,
            AnsweringSettings answering) {
        this.language = language;
        this.ranking = ranking;
        this.embedding = embedding;
        this.answering = answering;
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
        Optional<Embedding> model = embedding.open();
        try {
            var comparison = new Comparison(collection, language, ranking.settings(), model);
            comparison.print(out);
            if (run != null) {
                try (Stream<String> lines = comparison.trecLines()) {
                    Files.write(run, (Iterable<String>) lines::iterator);
                }
            }
            if (ablation) comparison.printAblation(out);
            var means =
                    Means.of(language, ranking.settings(), model, answering, IndexEngine.lucene(), Knowledge.NO_TIME);
            Knowledge entriesAlone = new Knowledge(means, DocumentLibrary.empty(), QuotedAnswers.none(), List.of())
                    .with(entries(collection));
            Calibration.Judging judging = (question, right, leftOut) -> judge(entriesAlone, question, right, leftOut);
            double leastCoverage = answering.leastCoverage();
            new Calibration(judging, collection, language.outsideQuestions(), leastCoverage, answering.leastRelated())
                    .print(out);
        } finally {
            model.ifPresent(Embedding::close);
        }
    }

    private static List<DecisionCurve.Candidate> judge(
            Knowledge entriesAlone, String question, Set<String> right, Set<String> leftOut) {
        return entriesAlone.listUnobjected(question, ANY, leftOut).stream()
                .map(each -> new DecisionCurve.Candidate(
                        each.coverage(), right.contains(each.entry().id())))
                .toList();
    }

    /** The collection's entries as if staff had written them. */
    private static List<Entry> entries(JudgedCollection collection) {
        return collection.entries().stream().map(EvaluateCommand::entry).toList();
    }

    private static Entry entry(TextEntry text) {
        String question = text.title().isBlank() ? text.text() : text.title();
        return new Entry(
                text.id(),
                ANY,
                List.of(question),
                List.of(),
                text.text(),
                new Entry.Origin.Own(LocalDate.EPOCH),
                Instant.EPOCH,
                Optional.empty());
    }
}
