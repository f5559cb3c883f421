package tsunagu.library.entry;

import java.time.LocalDate;
import java.util.Optional;
import tsunagu.documents.DocumentId;
import tsunagu.documents.SourceDocument;

/**
 * What staff write of a document.
 *
 * @param published empty where it bears no date
 * @param yearAbout the year it is about from, where it bears no date; else 0
 * @param succeeds id of the document it takes the place of; may be empty
 */
public record Content(
        String title,
        String publisher,
        Optional<LocalDate> published,
        int yearAbout,
        SourceDocument.Status status,
        String succeeds) {

    /** As the dialogue knows it. */
    public SourceDocument describe(DocumentId id, String municipality) {
        return new SourceDocument(
                id,
                title,
                publisher,
                municipality,
                published,
                day(),
                published.orElseGet(() -> LocalDate.of(yearAbout, 1, 1)),
                status);
    }

    /** 「2025-12-23」「発行日なし（2012年ごろ）」 */
    public String day() {
        return published.map(LocalDate::toString).orElse("発行日なし（" + yearAbout + "年ごろ）");
    }
}
