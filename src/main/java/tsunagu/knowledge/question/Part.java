package tsunagu.knowledge.question;

import java.util.List;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordSet;

/**
 * A word of a question, or several with a common other name.
 *
 * @param alternatives other names, each in its words
 * @param weight how much it says of what the question is about
 */
record Part(List<QueryWord> words, List<List<String>> alternatives, double weight) {

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
