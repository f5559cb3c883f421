package tsunagu.conversation.cues;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tsunagu.conversation.cues.CueReading.Hit;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;

/** Cries for help by what is seen, from {@code config/language/emergencies.yml}: need is said in no set phrase. */
final class Emergencies {
    private static final String FILE = "config/language/emergencies.yml";
    /** Who writes more than this cries for help at its beginning. */
    private static final int LONGEST = 400;

    /** The label of what was found here: a pattern may be of a whole sentence. */
    static final String SEEN = "seen";

    private static final Set<Cue> KINDS =
            Set.of(Cue.FIRE, Cue.AMBULANCE, Cue.CRIME, Cue.CRY, Cue.ALARM, Cue.CALM, Cue.GRAVE);

    private final Map<Cue, List<Pattern>> signs = new LinkedHashMap<>();

    /** @throws BrokenLanguageFile where a key is unknown, or a pattern is none */
    Emergencies(JsonNode file) {
        JsonNode words = file.path("words");
        file.properties().stream()
                .filter(entry -> !entry.getKey().equals("words"))
                .forEach(entry -> entry.getValue()
                        .forEach(sign -> signs.computeIfAbsent(kind(entry.getKey()), any -> new ArrayList<>())
                                .add(pattern(sign.asText(), words))));
    }

    private static Cue kind(String key) {
        return Cue.find(key)
                .filter(KINDS::contains)
                .orElseThrow(() -> new BrokenLanguageFile(FILE, "unknown key " + key));
    }

    private static Pattern pattern(String sign, JsonNode words) {
        String whole = sign;
        for (var word : words.properties()) {
            whole = whole.replace("{" + word.getKey() + "}", word.getValue().asText());
        }
        try {
            return Pattern.compile(whole);
        } catch (PatternSyntaxException e) {
            throw new BrokenLanguageFile(FILE, sign + ": " + e.getDescription());
        }
    }

    /** @param words names may have been replaced by a mark */
    List<Hit> find(String words) {
        String beginning = words.substring(0, Math.min(words.length(), LONGEST));
        String spaced = Folding.hiragana(Folding.width(beginning));
        // Words of other languages are looked for as they are written; a blank may end a sentence.
        Set<String> ways = new LinkedHashSet<>(List.of(Folding.name(beginning), spaced));
        var found = new ArrayList<Hit>();
        signs.forEach((cue, patterns) -> patterns.stream()
                .flatMap(pattern -> (cue == Cue.CALM ? Set.of(spaced) : ways)
                        .stream().flatMap(way -> firstIn(pattern, way).stream()))
                .findFirst()
                .ifPresent(phrase -> found.add(new Hit(cue, phrase, SEEN))));
        return found;
    }

    private static Optional<String> firstIn(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
