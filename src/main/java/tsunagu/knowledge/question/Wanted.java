package tsunagu.knowledge.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordSet;

/** What a question is about, in weighted parts, to tell how much of it a text speaks of. */
public final class Wanted {

    /** A word, or several with a common other name. */
    private record Part(List<QueryWord> words, List<List<String>> alternatives, double weight) {}

    private final List<Part> parts;
    private final double synonymCredit;

    private Wanted(List<Part> parts, double synonymCredit) {
        this.parts = parts;
        this.synonymCredit = synonymCredit;
    }

    /** @param synonymCredit what another name counts of the word that was said, 0 to 1 */
    public static Wanted of(QueryReading question, TextIndex index, double synonymCredit) {
        Map<String, QueryWord> left = question.words().stream()
                .collect(Collectors.toMap(QueryWord::term, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
        var parts = new ArrayList<Part>();
        for (Synonyms.Span span : question.synonyms()) {
            List<QueryWord> words = span.terms().stream().filter(left::containsKey).map(left::remove).toList();
            List<List<String>> known = span.alternatives().stream()
                    .filter(alternative -> alternative.stream().allMatch(index::knows))
                    .toList();
            if (!words.isEmpty()) parts.add(new Part(words, known, weight(words, known, index)));
        }
        left.values().forEach(word -> parts.add(new Part(List.of(word), List.of(), word.weight())));
        return new Wanted(parts, synonymCredit);
    }

    /** Of a word the index only knows by another name, the weight is that of the other name. */
    private static double weight(List<QueryWord> words, List<List<String>> alternatives, TextIndex index) {
        double said = words.stream().mapToDouble(QueryWord::weight).sum();
        double other = alternatives.stream()
                .mapToDouble(each -> each.stream().mapToDouble(index::weight).max().orElseThrow())
                .max()
                .orElse(said);
        boolean known = words.stream().allMatch(QueryWord::known);
        return known ? said : Math.min(said, other);
    }

    /** How much of the weight a text speaks of. */
    public double weightIn(WordSet text) {
        return parts.stream().mapToDouble(part -> weightIn(part, text)).sum();
    }

    private double weightIn(Part part, WordSet text) {
        double whole = part.words.stream().mapToDouble(QueryWord::weight).sum();
        double said = part.words.stream()
                .filter(word -> text.says(word.term(), word.reading()))
                .mapToDouble(QueryWord::weight)
                .sum();
        boolean otherwise = part.alternatives.stream().anyMatch(text::saysTogether);
        return part.weight * Math.max(said / whole, otherwise ? synonymCredit : 0);
    }

    /** What the text says nothing of. */
    public Wanted without(WordSet text) {
        return new Wanted(
                parts.stream().filter(part -> weightIn(part, text) == 0).toList(), synonymCredit);
    }

    public double weight() {
        return parts.stream().mapToDouble(Part::weight).sum();
    }

    /** The share of the weight a text speaks of, 0 to 1. */
    public double shareIn(WordSet text) {
        double whole = weight();
        return whole == 0 ? 0 : weightIn(text) / whole;
    }
}
