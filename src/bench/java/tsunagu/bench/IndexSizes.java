package tsunagu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.opensearch.IndexEngine;
import tsunagu.knowledge.opensearch.TestCluster;

/**
 * How long an index of so many passages takes to build, to build again with one passage more, and to search with one
 * thread. The passages are made of the sentences of the shipped documents in other orders, with words of their own
 * (districts, groups), so that the vocabulary grows with them; what is found means nothing.
 */
public final class IndexSizes {
    /** Fewer where each takes long: {@code -Dbench.jvm=-Dquestions=200}. */
    private static final int QUESTIONS = Integer.getInteger("questions", 1000);

    private static final int LENGTH_OF_A_QUESTION = 18;
    private static final List<String> THINGS =
            List.of("公園", "図書館", "体育館", "集会所", "駐輪場", "保育園", "学童", "畑", "農園", "広場", "祭り", "講座", "見守り", "清掃");

    private final Random random = new Random(2026);
    private final List<String> sentences;
    private final List<String> titles;
    private final LanguageFiles language = LanguageFiles.in(Path.of("config/language"));

    private IndexSizes(DocumentLibrary library) {
        List<Passage> passages = library.listPassages();
        sentences = passages.stream()
                .flatMap(passage -> Arrays.stream(passage.body().text().split("(?<=。)|\n")))
                .filter(sentence -> sentence.length() > 8)
                .toList();
        titles = passages.stream()
                .map(Passage::headingPath)
                .filter(title -> !title.isBlank())
                .toList();
    }

    /**
     * Arguments: the sizes (2000, 20000 and 200000 if there are none), and where the index is kept: {@code lucene},
     * {@code opensearch}, which starts two nodes on this machine, or both, one after the other for each size; lucene if
     * nothing is said.
     */
    public static void main(String[] arguments) {
        var bench = new IndexSizes(DocumentLibrary.read(Path.of("seeds")));
        System.out.printf(
                "%10s %9s %10s %9s %14s %9s %9s %8s %8s %8s%n",
                "index",
                "passages",
                "expansion",
                "build s",
                "one more s",
                "heap MB",
                "disk MB",
                "p50 ms",
                "p95 ms",
                "p99 ms");
        List<String> engines = Arrays.stream(arguments)
                .filter(argument -> !argument.matches("\\d+"))
                .toList();
        int[] sizes = Arrays.stream(arguments)
                .filter(argument -> argument.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        for (int size : sizes.length == 0 ? new int[] {2_000, 2_000, 20_000, 200_000} : sizes) {
            List<TextEntry> entries = bench.entries(size);
            for (String engine : engines.isEmpty() ? List.of("lucene") : engines) {
                bench.measure(entries, Expansion.OFF, engine);
                if (size <= 20_000) bench.measure(entries, Expansion.ON, engine);
            }
        }
        // The processes of a cluster would keep this one waiting.
        System.exit(0);
    }

    private List<TextEntry> entries(int count) {
        return IntStream.range(0, count).mapToObj(this::entry).toList();
    }

    private TextEntry entry(int number) {
        var text = new StringBuilder();
        for (int i = 0; i < 4; i++) text.append(any(sentences));
        String title = "第" + number / 7 + "町会の" + any(THINGS) + " " + any(titles);
        return new TextEntry("p" + number, title, text.toString());
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void measure(List<TextEntry> entries, Expansion expansion, String kept) {
        var embedded = new IndexBuilder(
                language.words(), language.synonyms(), RankingSettings.recipe().with(expansion), Optional.empty());
        boolean clustered = kept.equals("opensearch");
        String prefix = "sizes-" + entries.size() + "-" + expansion.name().toLowerCase(Locale.ROOT);
        try (IndexEngine engine =
                clustered ? IndexEngine.opensearch(TestCluster.running().settings(prefix)) : IndexEngine.lucene()) {
            TextIndex.Builder builder = engine.builder("passages", embedded);
            long start = System.nanoTime();
            TextIndex first = builder.build(entries);
            double build = seconds(start);
            if (first.search("自治会", 1).hits().isEmpty()) throw new IllegalStateException("nothing was indexed");
            var more = new ArrayList<>(entries);
            more.add(entry(entries.size()));
            start = System.nanoTime();
            TextIndex index = builder.build(more);
            double again = seconds(start);
            System.gc();
            Runtime memory = Runtime.getRuntime();
            long heap = (memory.totalMemory() - memory.freeMemory()) >> 20;
            // Told at once: the questions may take longer than anybody waits.
            System.err.printf(Locale.ROOT, "%s %d: %.1f s, %.1f s%n", kept, entries.size(), build, again);
            double[] taken = ask(index, entries);
            System.out.printf(
                    Locale.ROOT,
                    "%10s %9d %10s %9.1f %14.1f %9d %9d %8.2f %8.2f %8.2f%n",
                    kept,
                    entries.size(),
                    expansion.name().toLowerCase(Locale.ROOT),
                    build,
                    again,
                    heap,
                    clustered ? megabytes(prefix) : 0,
                    taken[QUESTIONS / 2],
                    taken[QUESTIONS * 95 / 100],
                    taken[QUESTIONS * 99 / 100]);
            if (clustered) TestCluster.running().delete("/" + prefix + "-*");
        }
    }

    /** Of one copy of the index, as its files are. */
    private static long megabytes(String prefix) {
        return TestCluster.running()
                        .get("/" + prefix + "-passages-*/_stats/store")
                        .at("/_all/primaries/store/size_in_bytes")
                        .asLong()
                >> 20;
    }

    private double[] ask(TextIndex index, List<TextEntry> entries) {
        List<String> questions =
                IntStream.range(0, QUESTIONS).mapToObj(_ -> question(entries)).toList();
        questions.forEach(question -> index.search(question, 30));
        return questions.stream()
                .mapToDouble(question -> milliseconds(index, question))
                .sorted()
                .toArray();
    }

    /** A title's beginning and a piece of a sentence, as long as questions are. */
    private String question(List<TextEntry> entries) {
        String sentence = any(sentences);
        int from = random.nextInt(Math.max(1, sentence.length() - LENGTH_OF_A_QUESTION));
        String title = entries.get(random.nextInt(entries.size())).title();
        return title.substring(0, title.indexOf(' ')) + "で"
                + sentence.substring(from, Math.min(sentence.length(), from + LENGTH_OF_A_QUESTION));
    }

    private static double milliseconds(TextIndex index, String question) {
        long start = System.nanoTime();
        index.search(question, 30);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
