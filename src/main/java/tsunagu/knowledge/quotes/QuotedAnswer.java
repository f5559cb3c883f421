package tsunagu.knowledge.quotes;

import java.util.List;

/**
 * What a document says, and how residents ask for it in words it does not use. The answer is what it prints, never
 * anything else.
 *
 * @param document its id, such as {@code nerima-kizuna-2012}
 * @param quotes whole sentences, items or rows, each as printed; at least one
 * @param wordings questions that the quotes answer; at least one
 * @param line of the file it begins on, from 1
 */
public record QuotedAnswer(String document, List<String> quotes, List<String> wordings, int line) {
    public QuotedAnswer {
        quotes = List.copyOf(quotes);
        wordings = List.copyOf(wordings);
    }

    /** Unique over all documents: {@code nerima-kizuna-2012:12}. */
    public String id() {
        return document + ":" + line;
    }
}
