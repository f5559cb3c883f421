package tsunagu.knowledge.index.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of one or several texts, to ask whether they say something. */
public final class WordSet {
    private static final WordSet EMPTY = new WordSet(List.of());

    private final List<Text> texts;

    private WordSet(List<Text> texts) {
        this.texts = texts;
    }

    public static WordSet of(List<Word> words) {
        return ofEach(List.of(words));
    }

    /** The words of many texts, as quick to ask as those of one. */
    public static WordSet ofEach(List<List<Word>> texts) {
        List<List<Word>> said = texts.stream().filter(text -> !text.isEmpty()).toList();
        return said.isEmpty() ? EMPTY : new WordSet(List.of(Text.of(said)));
    }

    public static WordSet empty() {
        return EMPTY;
    }

    /** The words of both; a row of words does not run from one into the other. */
    public WordSet and(WordSet other) {
        if (other.texts.isEmpty()) return this;
        if (texts.isEmpty()) return other;
        var both = new ArrayList<>(texts);
        both.addAll(other.texts);
        return new WordSet(both);
    }

    /** Whether the word is said, in this or another spelling that sounds the same. */
    public boolean says(String term, String reading) {
        for (Text text : texts) if (text.says(term, reading)) return true;
        return false;
    }

    /** Whether these words are said one after the other. */
    public boolean saysTogether(List<String> row) {
        for (Text text : texts) if (text.saysTogether(row)) return true;
        return false;
    }

    /** @param inOrder with something that is no word between texts, so that no row runs from one into the next */
    private record Text(List<String> inOrder, Set<String> terms, Map<String, Set<String>> termsByReading) {
        private static final String END = "";

        static Text of(List<List<Word>> texts) {
            var inOrder = new ArrayList<String>();
            var terms = new HashSet<String>();
            var termsByReading = new HashMap<String, Set<String>>();
            for (List<Word> words : texts) {
                for (Word word : words) {
                    inOrder.add(word.term());
                    terms.add(word.term());
                    termsByReading.merge(word.reading(), Set.of(word.term()), Text::both);
                }
                inOrder.add(END);
            }
            return new Text(List.copyOf(inOrder), Set.copyOf(terms), Map.copyOf(termsByReading));
        }

        /** Not a set that can grow: a hundred thousand of these are kept, nearly all of one term. */
        private static Set<String> both(Set<String> terms, Set<String> more) {
            if (terms.containsAll(more)) return terms;
            var all = new HashSet<>(terms);
            all.addAll(more);
            return Set.copyOf(all);
        }

        boolean says(String term, String reading) {
            return terms.contains(term)
                    || termsByReading.getOrDefault(reading, Set.of()).stream()
                            .anyMatch(other -> isSpelling(term, other));
        }

        boolean saysTogether(List<String> row) {
            if (row.isEmpty() || !terms.contains(row.getFirst())) return false;
            for (int at = 0; at + row.size() <= inOrder.size(); at++) {
                if (inOrder.subList(at, at + row.size()).equals(row)) return true;
            }
            return false;
        }

        /**
         * Of words that sound the same, 手続 and 手続き are one word, ごみ and ゴミ too; 今日 and 協 are not, nor is きゅう, which may
         * be cut from やきゅう, the 旧 of a name.
         */
        private static boolean isSpelling(String term, String other) {
            List<Integer> kanji = kanji(term);
            List<Integer> others = kanji(other);
            if (kanji.isEmpty() && others.isEmpty()) return true;
            if (kanji.isEmpty()) return others.size() > 1 || other.length() > 1;
            if (others.isEmpty()) return kanji.size() > 1 || term.length() > 1;
            return kanji.stream().anyMatch(others::contains);
        }

        private static List<Integer> kanji(String term) {
            return term.codePoints().filter(Character::isIdeographic).boxed().toList();
        }
    }
}
