package tsunagu.library.serving;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.DocumentLibrary.Print;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;

/** Published documents, handed to the library of all documents. */
@Singleton
final class LibrarySource implements DocumentLibrary.Source {
    private final Holdings holdings;

    LibrarySource(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public List<Print> listPrints() {
        return holdings.listLive().stream().map(Holding::print).toList();
    }

    @Override
    public Set<DocumentId> listSucceeded() {
        return Set.copyOf(holdings.listSucceeded());
    }

    @Override
    public long revision() {
        return holdings.revision();
    }
}
