package tsunagu.documents;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the manifest says of a document.
 *
 * @param municipality id of the municipality it speaks of, such as {@code nishitokyo}
 * @param published the day of publication, absent where the document bears none
 * @param publishedWording how to tell that day: {@code 2025-12-23}, or 「発行日なし（2012年ごろ）」
 * @param ageFrom the day from which its age is counted: {@code published}, else the manifest's estimate
 */
public record SourceDocument(
        DocumentId id,
        String title,
        String publisher,
        String municipality,
        Optional<LocalDate> published,
        String publishedWording,
        LocalDate ageFrom,
        Status status) {

    /** How far a document binds. */
    public enum Status {
        FINAL,
        /** 案: proposed, not decided. */
        DRAFT,
        /** 概要: tells of a longer document. */
        OUTLINE
    }

    /** 「地域コミュニティあり方検討委員会報告書(案)」: a draft is never shown without saying so. */
    public String titleWithStatus() {
        return status == Status.DRAFT && !title.contains("案") ? title + "(案)" : title;
    }
}
