package tsunagu.knowledge.index.words;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code config/language/} says about words: files a clerk can read and change. A missing file says nothing;
 * a line that cannot be understood stops the start with a sentence naming file and line.
 */
@Singleton
public final class LanguageFiles {
    private static final String COMMENT = "#.*";

    private final Path folder;
    private final WordReader words;

    @Inject
    LanguageFiles(@Value("${tsunagu.config:config}") String config) {
        this(Path.of(config).resolve("language"));
    }

    private LanguageFiles(Path folder) {
        this.folder = folder;
        words = WordReader.knowing(names());
    }

    /** The files of a folder. */
    public static LanguageFiles in(Path folder) {
        return new LanguageFiles(folder);
    }

    public WordReader words() {
        return words;
    }

    public Synonyms synonyms() {
        Path file = folder.resolve("synonyms.txt");
        return Synonyms.parse(file.toString(), lines(file), words);
    }

    /** What says how something is asked, not what: 「について教えてください」. */
    public Phrasing phrasing() {
        return new Phrasing(
                phrases("stop-phrases.txt"),
                rewritings(),
                phrases("light-words.txt").stream()
                        .flatMap(line -> Stream.of(line.split("、")))
                        .map(this::term)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private List<Rewriting> rewritings() {
        try {
            return phrases("rewritings.txt").stream().map(Rewriting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rewritings.txt の" + e.getMessage(), e);
        }
    }

    /** Of a word that is read as several, none would be light alone: 家 and 庭 of 家庭ごみ. */
    private String term(String word) {
        List<Word> terms = words.read(word);
        if (terms.size() == 1) return terms.getFirst().term();
        throw new IllegalArgumentException("light-words.txt の「" + word + "」は" + terms.size() + "つの言葉に分かれます。1語にしてください。");
    }

    /** Questions of other fields, on which the decision to answer is tried. */
    public List<String> outsideQuestions() {
        return phrases("outside-questions.txt");
    }

    private List<String> phrases(String file) {
        return lines(folder.resolve(file)).stream()
                .map(line -> line.replaceFirst(COMMENT, "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Name> names() {
        Path file = folder.resolve("names.txt");
        var names = new ArrayList<Name>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst(COMMENT, "").strip();
            if (line.isEmpty()) continue;
            String[] parts = line.split("[,、，]", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(file + " の" + (i + 1) + "行目: 「名前, よみ」の形で書いてください。");
            }
            names.add(new Name(parts[0], parts[1]));
        }
        return names;
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) return List.of();
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " を読めません。UTF-8 で保存し直してください。", e);
        }
    }
}
