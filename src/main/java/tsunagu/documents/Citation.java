package tsunagu.documents;

import java.util.List;
import java.util.OptionalInt;

/**
 * A place in a document and the words a statement rests on.
 *
 * @param headings from the outer to the inner heading
 * @param quote as the document prints it, but for joined line breaks
 * @param page of the original, from 1; empty where it has no pages
 */
public record Citation(SourceDocument document, List<String> headings, String quote, OptionalInt page) {
    public Citation {
        headings = List.copyOf(headings);
    }

    /** In a document without pages. */
    public Citation(SourceDocument document, List<String> headings, String quote) {
        this(document, headings, quote, OptionalInt.empty());
    }
}
