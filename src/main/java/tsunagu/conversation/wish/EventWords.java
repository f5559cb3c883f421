package tsunagu.conversation.wish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.conversation.wish.EventWish.Aspect;
import tsunagu.events.Wish.ForWhom;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;

/** Reads what kind of event is looked for, by the words of {@code config/language/event-words.yml}. */
@Singleton
public class EventWords {
    private static final String FILE = "config/language/event-words.yml";
    private static final String FREE = "free";

    /** By kind: {@code free}, an audience, an aspect; each folded, longer ones first. */
    private final Map<String, List<String>> phrases = new LinkedHashMap<>();

    private final List<List<String>> names = new ArrayList<>();

    @Inject
    EventWords(@Value("${tsunagu.config:config}") String config) {
        try {
            JsonNode lists =
                    new YAMLMapper().readTree(Files.readString(Path.of(config, "language", "event-words.yml")));
            kinds().forEach(kind -> phrases.put(kind, phrases(lists.path(kind), kind)));
            lists.path("names").forEach(name -> names.add(phrases(name, "names")));
        } catch (IOException e) {
            throw new BrokenLanguageFile(FILE, e.getMessage());
        }
    }

    private static Stream<String> kinds() {
        return Stream.of(
                        Stream.of(FREE),
                        Stream.of(ForWhom.values()).map(EventWords::key),
                        Stream.of(Aspect.values()).map(EventWords::key))
                .flatMap(kinds -> kinds);
    }

    private static String key(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> phrases(JsonNode list, String kind) {
        if (!list.isArray()) throw new BrokenLanguageFile(FILE, "no list " + kind);
        var folded = new ArrayList<String>();
        list.forEach(phrase -> folded.add(Folding.name(phrase.asText())));
        folded.sort(Comparator.comparingInt(String::length).reversed());
        return folded;
    }

    public EventWish read(String words) {
        String text = Folding.name(words);
        var found = new ArrayList<String>();
        boolean free = finds(FREE, text, found);
        Optional<ForWhom> forWhom = Stream.of(ForWhom.values())
                .filter(whom -> finds(key(whom), text, found))
                .findFirst();
        var aspects = EnumSet.noneOf(Aspect.class);
        for (Aspect aspect : Aspect.values()) if (finds(key(aspect), text, found)) aspects.add(aspect);
        List<List<String>> named =
                names.stream().filter(name -> finds(name, text, found)).toList();
        return new EventWish(free, forWhom, aspects, named, found);
    }

    private boolean finds(String kind, String text, List<String> found) {
        return finds(phrases.get(kind), text, found);
    }

    private static boolean finds(List<String> wanted, String text, List<String> found) {
        List<String> hits = wanted.stream().filter(text::contains).toList();
        found.addAll(hits);
        return !hits.isEmpty();
    }
}
