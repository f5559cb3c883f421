package tsunagu.web.page;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tsunagu.text.Language;

/**
 * The words of the pages in every language that has a file {@code messages/page.<tag>.yml} in the folder
 * {@code tsunagu.config}. A file that is not complete stops the start and is named.
 */
@Context
public class PageTexts {
    private static final Language FIRST = Language.JAPANESE;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Map<Language, PageWords> words = new EnumMap<>(Language.class);

    public PageTexts(@Value("${tsunagu.config:config}") String config) {
        Path folder = Path.of(config, "messages");
        for (Language language : Language.values()) {
            Path file = folder.resolve("page." + language.tag() + ".yml");
            if (language == FIRST || Files.exists(file)) words.put(language, read(file, language));
        }
    }

    private static PageWords read(Path file, Language language) {
        try {
            PageWords read = YAML.readValue(file.toFile(), PageWords.class);
            if (!read.tag().equals(language.tag())) {
                throw new IllegalStateException("tag: is " + read.tag() + ", the file's name says " + language.tag());
            }
            if (!read.problems().containsKey(PageWords.OTHER_PROBLEM)) {
                throw new IllegalStateException("problems: lacks " + PageWords.OTHER_PROBLEM);
            }
            return read;
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException("The words of the page cannot be read: " + file + ": " + e.getMessage(), e);
        }
    }

    /** Every language the pages speak, the municipality's own first. */
    public List<PageWords> listLanguages() {
        return List.copyOf(words.values());
    }

    /**
     * The words for someone who asked for a language, or whose browser prefers some; Japanese when none fits.
     *
     * @param tag asked for, may be one nobody speaks
     * @param acceptLanguage the header as sent, may be anything
     */
    public PageWords choose(Optional<String> tag, Optional<String> acceptLanguage) {
        return tag.flatMap(this::find)
                .or(() -> acceptLanguage.flatMap(this::preferred))
                .orElseGet(() -> words.get(FIRST));
    }

    /** The words of a language, if the pages speak it. */
    public Optional<PageWords> find(String tag) {
        return Language.findByTag(tag).map(words::get);
    }

    private Optional<PageWords> preferred(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .flatMap(range -> find(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
