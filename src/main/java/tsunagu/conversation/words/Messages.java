package tsunagu.conversation.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Language;

/** All sentences of {@code config/messages/<language>.yml}, keyed by their path: {@code area.of-place}. */
@Singleton
public class Messages {
    private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);
    private final Clock clock;

    @Inject
    Messages(@Value("${tsunagu.config:config}") String config, Clock clock) {
        this(Path.of(config), clock);
    }

    private Messages(Path config, Clock clock) {
        this.clock = clock;
        for (Language language : Language.values()) {
            sentences.put(language, read(config.resolve("messages").resolve(language.tag() + ".yml")));
        }
        requireSameKeys();
    }

    /** Reads them without the framework, for tests and tools. */
    public static Messages read(String config, Clock clock) {
        return new Messages(Path.of(config), clock);
    }

    public Speech in(Language language) {
        return new Speech(language, sentences.get(language), clock);
    }

    Set<String> keys(Language language) {
        return sentences.get(language).keySet();
    }

    private void requireSameKeys() {
        var japanese = keys(Language.JAPANESE);
        for (Language language : Language.values()) {
            var missing = new TreeSet<>(japanese);
            missing.removeAll(keys(language));
            if (!missing.isEmpty()) {
                throw new BrokenLanguageFile("config/messages/" + language.tag() + ".yml", missing.toString());
            }
        }
    }

    private static Map<String, String> read(Path file) {
        try {
            var flat = new HashMap<String, String>();
            flatten("", new YAMLMapper().readTree(Files.readString(file)), flat);
            return flat;
        } catch (IOException e) {
            throw new BrokenLanguageFile("config/messages/" + file.getFileName(), e.getMessage());
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (!node.isObject()) {
            into.put(path, node.asText());
            return;
        }
        node.properties()
                .forEach(entry ->
                        flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), into));
    }
}
