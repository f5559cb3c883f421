package tsunagu.knowledge.question;

import java.util.List;
import tsunagu.knowledge.index.QueryReading;

/**
 * A question as it was understood.
 *
 * @param text as typed, in NFKC
 * @param reading its words without those that only frame a question
 * @param asked what an answer must have
 * @param terms what it asks the meaning of, from the longest wording to the shortest; empty for other questions
 */
public record Question(String text, QueryReading reading, List<Asked> asked, List<String> terms) {
    public Question {
        asked = List.copyOf(asked);
        terms = List.copyOf(terms);
    }

    /** 「地域カルテとは」 */
    public boolean asksMeaning() {
        return !terms.isEmpty();
    }

    /** Whether a text has all that an answer must have; NFKC text expected. */
    public boolean isToldIn(String text) {
        return asked.stream().allMatch(each -> each.isToldIn(text));
    }
}
