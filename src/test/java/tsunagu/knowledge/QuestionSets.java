package tsunagu.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.documents.Citation;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;

/** The documents as they ship, and the questions they are held against. */
final class QuestionSets {
    static final DocumentLibrary LIBRARY = DocumentLibrary.read(Path.of("seeds"));
    static final Knowledge KNOWLEDGE = Knowledge.of(LIBRARY, Path.of("config/language"));

    private static final Path FOLDER = Path.of("src/test/resources/knowledge");

    private QuestionSets() {}

    /** A question the documents answer, and words of the answer, any one of which must be told. */
    record Answerable(String municipality, String question, String document, List<String> words) {

        Finding find() {
            return KNOWLEDGE.find(question, Scope.preferring(municipality));
        }

        boolean isAnsweredBy(Finding finding) {
            return excerpts(finding).stream().anyMatch(this::isTheAnswer);
        }

        boolean isAnsweredFirstBy(Finding finding) {
            return excerpts(finding).stream().limit(1).anyMatch(this::isTheAnswer);
        }

        private static List<Excerpt> excerpts(Finding finding) {
            return switch (finding) {
                case Answered(List<Excerpt> excerpts, var _) -> excerpts;
                case Finding.Outlined outlined -> outlined.excerpts();
                default -> List.of();
            };
        }

        private boolean isTheAnswer(Excerpt excerpt) {
            String told = squeezed(excerpt.text() + quotes(excerpt));
            return excerpt.passage().document().id().value().equals(document)
                    && words.stream().anyMatch(each -> told.contains(squeezed(each)));
        }
    }

    /** A question the documents do not answer, and why not. */
    record Unanswerable(String kind, String municipality, String question) {

        Finding find() {
            return KNOWLEDGE.find(question, Scope.preferring(municipality));
        }
    }

    static List<Answerable> answerable(int set) {
        return rows("answerable-" + set + ".tsv")
                .map(row -> new Answerable(row[0], row[1], row[2], Arrays.asList(row[3].split("\\|"))))
                .toList();
    }

    static List<Unanswerable> unanswerable(int set) {
        return rows("unanswerable-" + set + ".tsv")
                .map(row -> new Unanswerable(row[0], row[1], row[2]))
                .toList();
    }

    static Stream<String> questions() {
        return Stream.of(1, 2, 3)
                .flatMap(set -> Stream.concat(
                        answerable(set).stream().map(Answerable::question),
                        unanswerable(set).stream().map(Unanswerable::question)));
    }

    private static Stream<String[]> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without spaces and differences of width. */
    static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    static String quotes(Excerpt excerpt) {
        return excerpt.citations().stream().map(Citation::quote).collect(Collectors.joining("\n"));
    }
}
