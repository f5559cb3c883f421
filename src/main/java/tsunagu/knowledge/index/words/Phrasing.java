package tsunagu.knowledge.index.words;

import java.util.List;

/**
 * What only says how something is asked.
 *
 * @param stopPhrases words that frame a question, each left out in all its forms; one with 〜 is left out as it stands
 *     there, wherever that is
 * @param rewritings each is put to what the ones before it left
 */
public record Phrasing(List<String> stopPhrases, List<Rewriting> rewritings) {
    public static final Phrasing NONE = new Phrasing(List.of(), List.of());

    public Phrasing {
        stopPhrases = List.copyOf(stopPhrases);
        rewritings = List.copyOf(rewritings);
    }
}
