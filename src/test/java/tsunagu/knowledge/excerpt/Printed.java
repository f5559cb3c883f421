package tsunagu.knowledge.excerpt;

import java.time.LocalDate;
import java.util.Optional;
import tsunagu.documents.DocumentId;
import tsunagu.documents.SourceDocument;

/** Documents of a town that passages are chosen of. */
final class Printed {
    private Printed() {}

    static SourceDocument document(String title) {
        return new SourceDocument(
                new DocumentId("d"),
                title,
                "桜市",
                "sakura",
                Optional.empty(),
                "",
                LocalDate.of(2025, 1, 1),
                SourceDocument.Status.FINAL);
    }
}
