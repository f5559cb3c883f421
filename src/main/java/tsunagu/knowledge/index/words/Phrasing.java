package tsunagu.knowledge.index.words;

import java.util.List;
import java.util.Set;

/**
 * What only says how something is asked.
 *
 * @param stopPhrases words that frame a question, each left out in all its forms; one with 〜 is left out as it stands
 *     there, wherever that is
 * @param rewritings each is put to what the ones before it left
 * @param lightWords words of which anybody's question may be made, whatever it asks of; each one term
 */
public record Phrasing(List<String> stopPhrases, List<Rewriting> rewritings, Set<String> lightWords) {
    public static final Phrasing NONE = new Phrasing(List.of(), List.of(), Set.of());

    public Phrasing {
        stopPhrases = List.copyOf(stopPhrases);
        rewritings = List.copyOf(rewritings);
        lightWords = Set.copyOf(lightWords);
    }
}
