package tsunagu.submissions.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;

/** The words of {@code config/language/submissions.yml} by which advertisements and harsh words are noticed. */
@Singleton
class JunkWords {
    private static final String FILE = "submissions.yml";

    private final List<String> junk;
    private final List<String> harsh;

    JunkWords(@Value("${tsunagu.config:config}") String config) {
        JsonNode file = read(Path.of(config, "language", FILE));
        junk = words(file, "junk");
        harsh = words(file, "harsh");
    }

    boolean advertises(String text) {
        return holds(text, junk);
    }

    boolean isHarsh(String text) {
        return holds(text, harsh);
    }

    private static boolean holds(String text, List<String> words) {
        String folded = Folding.name(text);
        return words.stream().anyMatch(folded::contains);
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new BrokenLanguageFile("config/language/" + FILE, e.getMessage());
        }
    }

    private static List<String> words(JsonNode file, String key) {
        if (!file.path(key).isArray()) throw new BrokenLanguageFile("config/language/" + FILE, key);
        return StreamSupport.stream(file.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .map(Folding::name)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
