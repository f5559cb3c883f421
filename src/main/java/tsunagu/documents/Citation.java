package tsunagu.documents;

import java.util.List;

/**
 * A place in a document and the words a statement rests on.
 *
 * @param headings from the outer to the inner heading
 * @param quote as the document prints it, but for joined line breaks
 */
public record Citation(SourceDocument document, List<String> headings, String quote) {
    public Citation {
        headings = List.copyOf(headings);
    }
}
