package tsunagu.library.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary.Print;

/**
 * A document of the library at one moment.
 *
 * @param revision grows with every change; who changes it must name the one they saw
 * @param version number of {@code content} and {@code file}, from 1
 * @param live the version residents are told from, if any
 * @param everTold whether residents ever were
 * @param editedBy who made the version
 * @param approvedName who published it last
 */
public record Holding(
        long id,
        String municipality,
        State state,
        long revision,
        int version,
        Optional<Integer> live,
        boolean everTold,
        Content content,
        StoredFile file,
        Optional<UUID> editedBy,
        String editedName,
        Instant editedAt,
        Optional<String> approvedName) {
    private static final String PREFIX = "document-";

    /** Its id among all documents: {@code document-12}. */
    public DocumentId documentId() {
        return documentId(id);
    }

    /** The id among all documents of the one with this number. */
    public static DocumentId documentId(long id) {
        return new DocumentId(PREFIX + id);
    }

    /** The number of a document of the library; empty for one of {@code seeds/}. */
    public static Optional<Long> number(DocumentId id) {
        return id.value().matches(PREFIX + "[0-9]{1,18}")
                ? Optional.of(Long.parseLong(id.value().substring(PREFIX.length())))
                : Optional.empty();
    }

    /** Residents are told from an earlier version than the newest. */
    public boolean isLiveBehind() {
        return live.filter(one -> one != version).isPresent();
    }

    /** As the library of documents takes it. */
    public Print print() {
        return new Print(
                content.describe(documentId(), municipality),
                file.copy().text(),
                file.copy().pages());
    }

    /** A line of a list. */
    public record Line(
            long id,
            State state,
            boolean live,
            boolean succeeded,
            String title,
            String day,
            String publisher,
            String kind,
            String editedName,
            Instant editedAt) {}

    /** A version as it was saved. */
    public record Version(
            int number,
            Content content,
            String fileName,
            UUID original,
            String editedName,
            Instant editedAt,
            String note) {}
}
