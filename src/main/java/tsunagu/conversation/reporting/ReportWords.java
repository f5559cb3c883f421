package tsunagu.conversation.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;

/** What a resident's words mean to this dialogue, by {@code config/language/submissions.yml}. */
@Singleton
class ReportWords {
    private static final String FILE = "submissions.yml";
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");

    private final Map<Word, List<String>> phrases = new EnumMap<>(Word.class);

    ReportWords(@Value("${tsunagu.config:config}") String config) {
        JsonNode file = read(Path.of(config, "language", FILE));
        for (Word word : Word.values()) phrases.put(word, phrases(file, word));
    }

    /** A list of the file. */
    enum Word {
        EVENT(false),
        GROUP(false),
        EITHER(false),
        STATUS(false),
        WITHDRAW(false),
        RESUME(true),
        IS_EVENT(true),
        IS_GROUP(true),
        AGREES(true),
        SKIPS(true),
        REFUSES(true),
        BACK(true),
        STOPS(true);

        private final boolean alone;

        Word(boolean alone) {
            this.alone = alone;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether one of the word's phrases is the whole message or, of those that may, stands in it. */
    boolean says(String text, Word word) {
        String bare = bare(text);
        return phrases.get(word).stream().anyMatch(phrase -> word.alone ? bare.equals(phrase) : bare.contains(phrase));
    }

    static String bare(String words) {
        return MARKS.matcher(Folding.name(words)).replaceAll("");
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new BrokenLanguageFile("config/language/" + FILE, e.getMessage());
        }
    }

    private static List<String> phrases(JsonNode file, Word word) {
        JsonNode list = file.path(word.key());
        if (!list.isArray()) throw new BrokenLanguageFile("config/language/" + FILE, word.key());
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .map(ReportWords::bare)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }
}
