package tsunagu.conversation.wish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tsunagu.conversation.words.LanguageFile;
import tsunagu.text.BrokenLanguageFile;

/**
 * {@code config/language/gatherings.yml} as written.
 *
 * @param kinds key of a kind → how people call it
 * @param themes name → how people call it
 * @param aspects what people ask of a group, and its card tells
 * @param looking how people say that they look for something
 * @param requesting how they ask to be put down for it
 * @param withdrawing how they take that back
 * @param agreeing as a whole message, to what was asked
 * @param stopping as a whole message
 * @param helping how they offer a hand
 * @param groupWords which say that people are meant who meet
 * @param small words without a subject of their own
 */
record WishFile(
        Map<String, List<String>> kinds,
        Map<String, List<String>> themes,
        List<Situation> situations,
        List<String> aspects,
        List<String> looking,
        List<String> requesting,
        List<String> withdrawing,
        List<String> agreeing,
        List<String> stopping,
        List<String> helping,
        @JsonProperty("group-words") List<String> groupWords,
        List<String> small) {

    static final String NAME = "config/language/gatherings.yml";

    /**
     * What somebody says of their life rather than of groups.
     *
     * @param kinds the best first
     * @param helpful words that make any entry fit
     */
    record Situation(List<String> said, List<String> kinds, List<String> helpful) {}

    /** @throws BrokenLanguageFile where it cannot be read, or names a kind there is none of */
    static WishFile read(String config, List<String> kinds) {
        WishFile file = LanguageFile.read(config, "gatherings.yml", WishFile.class);
        var unknown = new TreeSet<>(file.kinds().keySet());
        file.situations().forEach(situation -> unknown.addAll(situation.kinds()));
        kinds.forEach(unknown::remove);
        if (!unknown.isEmpty()) throw new BrokenLanguageFile(NAME, "kinds: " + unknown);
        return file;
    }
}
