package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every character of a document stands in exactly one passage or heading, or in the list of what was dropped. */
class NothingLostTest {

    static Stream<DocumentId> documents() {
        return Seeds.LIBRARY.listDocuments().stream().map(SourceDocument::id);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyJapaneseCharacterIsKeptOnceOrListedAsDropped(DocumentId id) throws IOException {
        assertThat(count(kept(id), NothingLostTest::isJapanese))
                .isEqualTo(count(printed(id), NothingLostTest::isJapanese));
    }

    /** Figures and Latin letters too, but for the numbers of headings, which are not shown. */
    @ParameterizedTest
    @MethodSource("documents")
    void everyWordInDigitsOrLatinLettersIsKept(DocumentId id) throws IOException {
        String kept = String.join("\n", kept(id));
        List<String> words = List.of(String.join("\n", printed(id)).split("[^0-9A-Za-z０-９.\\-－]+"));

        assertThat(words)
                .filteredOn(word -> word.length() > 1 && !word.matches("[IV]+|[0-9]\\."))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(kept).contains(word));
    }

    private static List<String> printed(DocumentId id) throws IOException {
        String file = Manifest.read(Seeds.FOLDER).documents().get(id.value()).file();
        return Files.readAllLines(Seeds.FOLDER.resolve(Path.of(file)));
    }

    private static List<String> kept(DocumentId id) {
        var headings = new LinkedHashSet<List<String>>();
        for (Passage passage : Seeds.LIBRARY.listPassages(id)) {
            for (int depth = 1; depth <= passage.headings().size(); depth++) {
                headings.add(passage.headings().subList(0, depth));
            }
        }
        return Stream.of(
                        headings.stream().map(List::getLast),
                        Seeds.LIBRARY.listPassages(id).stream().map(passage -> printed(passage.body())),
                        Seeds.LIBRARY.listDropped(id).stream()
                                .sorted(Comparator.comparingInt(DocumentLibrary.Dropped::line))
                                .map(DocumentLibrary.Dropped::text))
                .flatMap(texts -> texts)
                .toList();
    }

    private static String printed(Passage.Body body) {
        return switch (body) {
            case Passage.Body.Table table -> {
                List<String> rows =
                        table.rows().stream().map(Passage.Body.Row::printed).toList();
                yield String.join("\t", table.header()) + "\n" + String.join("\n", rows);
            }
            case Passage.Body.Paragraph paragraph -> paragraph.text();
            case Passage.Body.Bullets bullets -> bullets.text();
        };
    }

    private static boolean isJapanese(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> c == 'ー';
        };
    }

    private static Map<String, Integer> count(List<String> texts, java.util.function.IntPredicate kind) {
        var counts = new TreeMap<String, Integer>();
        texts.forEach(text ->
                text.codePoints().filter(kind).forEach(c -> counts.merge(Character.toString(c), 1, Integer::sum)));
        return counts;
    }
}
