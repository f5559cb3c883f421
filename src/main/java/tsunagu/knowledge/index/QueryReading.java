package tsunagu.knowledge.index;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.Word.Kind;

/**
 * A question as the index understood it.
 *
 * @param text what of it is searched for
 * @param typed the whole of it
 * @param words distinct, in the order they were said
 * @param synonyms what parts of the question may also be called
 */
public record QueryReading(String text, String typed, List<QueryWord> words, List<Synonyms.Span> synonyms) {
    public QueryReading {
        words = List.copyOf(words);
        synonyms = List.copyOf(synonyms);
    }

    /**
     * A word of a question, once however often it was said.
     *
     * @param kind what it does in the question
     * @param count how often it was said
     * @param weight how much it says in this index; highest where no entry has it
     * @param known true if some entry has it
     * @param light one of the words anybody's question is made of, of which no entry need speak
     */
    public record QueryWord(
            String term, String reading, Kind kind, int count, double weight, boolean known, boolean light) {
        QueryWord lighter() {
            return new QueryWord(term, reading, kind, count, weight / 2, known, light);
        }

        QueryWord light(boolean light) {
            return new QueryWord(term, reading, kind, count, weight, known, light);
        }
    }

    /** Words that follow each other, as they are written together: 検討委員会. */
    public static String written(List<QueryWord> row) {
        return row.stream().map(QueryWord::term).collect(Collectors.joining());
    }

    /** Without these words, wherever they stand; other names of a part stay where a word of it is left. */
    public QueryReading without(Set<String> terms) {
        return new QueryReading(
                text,
                typed,
                words.stream().filter(word -> !terms.contains(word.term())).toList(),
                synonyms.stream()
                        .filter(span -> !terms.containsAll(span.terms()))
                        .toList());
    }

    /** With words that are not among these weighing less: they only say why somebody asks. */
    public QueryReading stressing(Set<String> terms) {
        return with(word -> terms.contains(word.term()) ? word : word.lighter());
    }

    /** With these words known to be light where no entry has them. */
    public QueryReading lightening(Set<String> terms) {
        return with(word -> word.known() || !terms.contains(word.term()) ? word : word.light(true));
    }

    /** With no verb or adjective light: they say what is to be done. */
    public QueryReading withDeeds() {
        return with(word -> !word.kind().names() ? word.light(false) : word);
    }

    private QueryReading with(UnaryOperator<QueryWord> change) {
        return new QueryReading(text, typed, words.stream().map(change).toList(), synonyms);
    }

    /** Weight of the words some entry has; what scores are measured by. */
    double knownWeight() {
        return words.stream()
                .filter(QueryWord::known)
                .mapToDouble(QueryReading::weight)
                .sum();
    }

    double wholeWeight() {
        return words.stream().mapToDouble(QueryReading::weight).sum();
    }

    static double weight(QueryWord word) {
        return word.count() * word.weight();
    }
}
