package tsunagu.knowledge.evaluation;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.PlainIndex;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.LanguageFiles;

/** Our ranking of a collection beside plain BM25, and beside itself without each of its parts. */
public final class Comparison {
    private static final int DEPTH = 100;
    private static final String ROW = "%-24s %6.3f %6.3f %7.3f %10.3f %8.3f";

    private final JudgedCollection collection;
    private final LanguageFiles language;
    private final RankingSettings settings;
    private final Optional<Embedding> embedding;
    private final MeasuredRun bm25;
    private final MeasuredRun ours;

    /** Measures both. */
    public Comparison(
            JudgedCollection collection,
            LanguageFiles language,
            RankingSettings settings,
            Optional<Embedding> embedding) {
        this.collection = collection;
        this.language = language;
        this.settings = settings;
        this.embedding = embedding;
        var plain = PlainIndex.build(collection.entries());
        bm25 = MeasuredRun.of(
                "bm25",
                (question, limit) -> plain.search(question, limit).stream()
                        .map(hit -> new Ranking.Ranked(hit.id(), hit.score()))
                        .toList(),
                collection,
                DEPTH);
        ours = measure("tsunagu", builder(settings, embedding));
    }

    /** Our ranking as lines of a TREC run file. */
    public Stream<String> trecLines() {
        return ours.trecLines();
    }

    private IndexBuilder builder(RankingSettings ranking, Optional<Embedding> model) {
        return new IndexBuilder(language.words(), language.synonyms(), ranking, model);
    }

    private MeasuredRun measure(String name, IndexBuilder builder) {
        TextIndex index = builder.build(collection.entries());
        return MeasuredRun.of(
                name,
                (question, limit) -> index.search(question, limit).hits().stream()
                        .map(hit -> new Ranking.Ranked(hit.id(), hit.score()))
                        .toList(),
                collection,
                DEPTH);
    }

    /** Both side by side, and whether the difference is more than luck. */
    public void print(PrintWriter out) {
        int measured = ours.answers().size();
        out.printf("文書 %d、質問 %d", collection.entries().size(), measured);
        int left = collection.questions().size() - measured;
        out.println(left == 0 ? "" : "（ほかに正解のない質問 " + left + "）");
        out.printf(
                "%-24s %6s %6s %7s %10s %8s %8s %8s%n",
                "", "hit@1", "hit@3", "MRR@10", "recall@10", "nDCG@10", "p50 ms", "p99 ms");
        for (MeasuredRun each : List.of(bm25, ours)) {
            printFigures(each, out);
            out.printf(Locale.ROOT, " %8.2f %8.2f%n", each.millisecondsWithin(0.5), each.millisecondsWithin(0.99));
        }
        out.printf(
                Locale.ROOT, "nDCG@10 の bm25 との差 %+.3f、p = %.5f（対応のある並べ替え検定）%n", difference(ours, bm25), p(ours, bm25));
        out.flush();
    }

    /** What each part gains: the figures without it, and how much nDCG@10 is lost so. */
    public void printAblation(PrintWriter out) {
        out.println("各部品を1つずつ外したとき（差は外さないときとの nDCG@10 の差。マイナスなら、その部品は役に立っている）");
        out.printf(
                "%-24s %6s %6s %7s %10s %8s %8s %8s%n",
                "", "hit@1", "hit@3", "MRR@10", "recall@10", "nDCG@10", "差", "p");
        IndexBuilder whole = builder(settings, embedding);
        for (Signal signal : Signal.values()) {
            if (settings.weight(signal) == 0) continue;
            String name = "-" + signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
            printAblation(measure(name, whole.with(settings.with(signal, 0))), out);
        }
        if (settings.contentWordsOnly()) {
            printAblation(measure("-content-words-only", builder(settings.withAllKindsOfWords(), embedding)), out);
        }
        if (settings.expansion() == Expansion.AUTO) {
            printAblation(measure("learn-expansion: on", whole.with(settings.with(Expansion.ON))), out);
        }
        if (embedding.isPresent()) printAblation(measure("-embedding", builder(settings, Optional.empty())), out);
    }

    private void printAblation(MeasuredRun run, PrintWriter out) {
        printFigures(run, out);
        out.printf(Locale.ROOT, " %+8.4f %8.5f%n", difference(run, ours), p(run, ours));
        out.flush();
    }

    private static void printFigures(MeasuredRun run, PrintWriter out) {
        Figures figures = run.figures();
        out.printf(
                Locale.ROOT,
                ROW,
                run.name(),
                figures.hitAt1(),
                figures.hitAt3(),
                figures.mrrAt10(),
                figures.recallAt10(),
                figures.ndcgAt10());
    }

    private static double difference(MeasuredRun one, MeasuredRun other) {
        return one.figures().ndcgAt10() - other.figures().ndcgAt10();
    }

    private static double p(MeasuredRun one, MeasuredRun other) {
        return PairedTest.p(one.ndcgByQuestion(), other.ndcgByQuestion());
    }
}
