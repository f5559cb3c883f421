package tsunagu.knowledge.question;

import java.util.List;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.Verb;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.Word.Kind;
import tsunagu.knowledge.index.words.WordSet;

/**
 * A word of a question, or several with a common other name.
 *
 * @param alternatives other names, each in its words
 * @param weight how much it says of what the question is about
 */
record Part(List<QueryWord> words, List<List<String>> alternatives, double weight) {
    /** Missing a light word says so much less than missing another that no entry has. */
    static final double LIGHT = 8;

    /** @param wish whether the question tells what somebody wants to do */
    static Part of(QueryWord word, boolean wish) {
        return new Part(List.of(word), List.of(), weight(word, wish));
    }

    static Part of(List<QueryWord> words, List<List<String>> alternatives, boolean wish, TextIndex index) {
        return new Part(words, alternatives, weight(words, alternatives, wish, index));
    }

    /** Of a word the index only knows by another name, the weight is that of the other name. */
    private static double weight(
            List<QueryWord> words, List<List<String>> alternatives, boolean wish, TextIndex index) {
        double said = words.stream().mapToDouble(word -> weight(word, wish)).sum();
        double other = alternatives.stream()
                .mapToDouble(
                        each -> each.stream().mapToDouble(index::weight).max().orElseThrow())
                .max()
                .orElse(said);
        boolean known = words.stream().allMatch(QueryWord::known);
        return known ? said : Math.min(said, other);
    }

    /**
     * A verb or adjective can be put in more other ways than a noun: missing it says less; missing 「はっきり」, little.
     * A verb that no document uses says next to nothing of what the question is about, but all of what somebody wants
     * to do: 「マルシェで売りたい」.
     */
    private static double weight(QueryWord word, boolean wish) {
        if (Wanted.isExample(word.term())) return word.weight() / 4;
        if (word.light() || word.kind() == Kind.MANNER) return word.weight() / LIGHT;
        if (word.kind().names()) return word.weight();
        boolean otherVerb = !word.known() && !wish && Verb.is(word.term());
        return word.weight() / (otherVerb ? 4 : 2);
    }

    boolean isFigure() {
        return words.stream().allMatch(word -> word.term().chars().allMatch(Character::isDigit));
    }

    boolean means(Word word) {
        for (QueryWord said : words) {
            if (said.term().equals(word.term()) || said.reading().equals(word.reading())) return true;
        }
        for (List<String> alternative : alternatives) if (alternative.contains(word.term())) return true;
        return false;
    }

    boolean isSaidIn(WordSet text) {
        for (QueryWord word : words) if (!text.says(word.term(), word.reading())) return false;
        return true;
    }
}
