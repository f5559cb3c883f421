package tsunagu.conversation.intent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;

/** Reads the cues of {@code config/language/cues.yml}, and those the municipality files add, out of words. */
@Singleton
class Cues {
    private static final Pattern MARKS = Pattern.compile("[、。!?,]");
    private static final String FILE = "config/language/cues.yml";
    private final CueIndex index = new CueIndex();
    private final Map<String, Cue> whole = new HashMap<>();

    @Inject
    Cues(@Value("${tsunagu.config:config}") String config, Municipalities municipalities) {
        JsonNode lists = read(Path.of(config, "language", "cues.yml"));
        lists.properties().forEach(entry -> {
            if (entry.getKey().equals(Cue.OUT_OF_SCOPE.key())) {
                entry.getValue().properties().forEach(field -> add(Cue.OUT_OF_SCOPE, field.getValue(), field.getKey()));
            } else {
                add(cue(entry.getKey()), entry.getValue(), "");
            }
        });
        municipalities.listMunicipalities().forEach(this::addOf);
    }

    public CueReading read(String rest) {
        String all = withoutMarks(rest);
        return Optional.ofNullable(whole.get(all))
                .map(cue -> new CueReading(List.of(new CueReading.Hit(cue, all, "")), List.of()))
                .orElseGet(() -> index.read(rest));
    }

    private static String withoutMarks(String words) {
        return MARKS.matcher(Folding.name(words)).replaceAll("");
    }

    private void addOf(Municipality municipality) {
        var word = municipality.networkWord();
        word.spellings().forEach(spelling -> index.add(Cue.NETWORK, spelling, ""));
        index.add(Cue.NETWORK, "ネットワーク", "");
        index.add(Cue.NETWORK, "network", "");
        municipality
                .office()
                .ifPresent(
                        office -> office.value().spellings().forEach(spelling -> index.add(Cue.OFFICE, spelling, "")));
        municipality
                .gaps()
                .forEach(gap -> gap.words()
                        .forEach(words -> index.add(Cue.GAP, words, gap.what().says())));
        municipality.ownWords().forEach(own -> index.add(Cue.CONTENT, own, ""));
        municipality.layers().forEach(layer -> {
            index.add(Cue.LAYER, layer.name(), layer.name());
            layer.spellings().forEach(spelling -> index.add(Cue.LAYER, spelling, spelling));
        });
    }

    private void add(Cue cue, JsonNode phrases, String label) {
        if (Cue.WHOLE.contains(cue)) phrases.forEach(phrase -> whole.put(withoutMarks(phrase.asText()), cue));
        else phrases.forEach(phrase -> index.add(cue, phrase.asText(), label));
    }

    private static Cue cue(String key) {
        return Arrays.stream(Cue.values())
                .filter(cue -> cue.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new BrokenLanguageFile(FILE, "unknown key " + key));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new BrokenLanguageFile(FILE, e.getMessage());
        }
    }
}
