package tsunagu.conversation.wish;

import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param named id of the group that the words name
 * @param stint id of the small job that the words name
 * @param minutes how long a hand is offered for
 * @param kinds keys of kinds that will do, the best first
 * @param words each with its other spellings, that must be in the entry
 * @param helpful words that make an entry fit, whatever its kind
 * @param strange whether some of the words are explained by nothing we know
 * @param speaksOfGroups 「…の会」「集まり」
 * @param called what to call it when answering: 「子ども食堂」; empty where the words named nothing
 * @param looks whether the words say that something is looked for: 「ある？」「入りたい」
 * @param asksToJoin 「申し込む」
 * @param offersHelp 「手伝えることある？」
 */
public record Wish(
        Optional<Long> named,
        Optional<Long> stint,
        Optional<Integer> minutes,
        List<String> kinds,
        List<List<String>> words,
        List<String> helpful,
        boolean strange,
        boolean speaksOfGroups,
        String called,
        boolean looks,
        boolean asksToJoin,
        boolean offersHelp) {

    public Wish {
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
        helpful = List.copyOf(helpful);
    }
}
