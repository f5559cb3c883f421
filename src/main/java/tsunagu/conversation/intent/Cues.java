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
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.text.BrokenLanguageFile;

/** Reads the cues of {@code config/language/cues.yml}, and those the municipality files add, out of words. */
@Singleton
public class Cues {
    private static final String FILE = "config/language/cues.yml";
    private final CueIndex index = new CueIndex();

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
        return index.read(rest);
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
        municipality.gaps().forEach(gap -> gap.words().forEach(words -> index.add(Cue.GAP, words, gap.what())));
        municipality.layers().forEach(layer -> {
            index.add(Cue.LAYER, layer.name(), layer.name());
            layer.spellings().forEach(spelling -> index.add(Cue.LAYER, spelling, layer.name()));
        });
    }

    private void add(Cue cue, JsonNode phrases, String label) {
        phrases.forEach(phrase -> index.add(cue, phrase.asText(), label));
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
