package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** The repository's own documents, read once for all tests. */
final class Seeds {
    static final Path FOLDER = Path.of("seeds");
    static final DocumentLibrary LIBRARY = DocumentLibrary.read(FOLDER);

    static final DocumentId TSUSHIN = new DocumentId("nishitokyo-tsushin-17");
    static final DocumentId REPORT = new DocumentId("nishitokyo-report-2025");
    static final DocumentId HACHIOJI = new DocumentId("hachioji-chiikizukuri-2023");
    static final DocumentId NERIMA = new DocumentId("nerima-kizuna-2012");
    static final DocumentId MACHIDA = new DocumentId("machida-vision-2030");

    private Seeds() {}

    /** Passages that may be quoted, under exactly this heading path. */
    static List<Passage> under(DocumentId id, String headingPath) {
        List<Passage> passages = LIBRARY.listPassages(id).stream()
                .filter(passage -> passage.quotable() && passage.headingPath().equals(headingPath))
                .toList();
        assertThat(passages).as("passages under " + headingPath).isNotEmpty();
        return passages;
    }

    static List<String> textsUnder(DocumentId id, String headingPath) {
        return under(id, headingPath).stream()
                .map(passage -> passage.body().text())
                .toList();
    }

    static Passage.Body.Bullets listUnder(DocumentId id, String headingPath) {
        return only(Passage.Body.Bullets.class, under(id, headingPath));
    }

    static Passage.Body.Table tableUnder(DocumentId id, String headingPath) {
        return only(Passage.Body.Table.class, under(id, headingPath));
    }

    static List<List<String>> cells(Passage.Body.Table table) {
        return table.rows().stream().map(Passage.Body.Row::cells).toList();
    }

    static List<String> withheldTexts(DocumentId id) {
        return LIBRARY.listPassages(id).stream()
                .filter(passage -> !passage.quotable())
                .map(passage -> passage.body().text())
                .toList();
    }

    static List<String> quotableTexts(DocumentId id) {
        return LIBRARY.listPassages(id).stream()
                .filter(Passage::quotable)
                .map(passage -> passage.body().text())
                .toList();
    }

    private static <T extends Passage.Body> T only(Class<T> kind, List<Passage> passages) {
        List<T> bodies = passages.stream()
                .map(Passage::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertThat(bodies).hasSize(1);
        return bodies.getFirst();
    }
}
