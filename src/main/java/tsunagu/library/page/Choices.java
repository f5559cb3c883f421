package tsunagu.library.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.desk.Choice;
import tsunagu.documents.DocumentLibrary;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;

/** What forms offer to choose from. */
@Singleton
public final class Choices {
    private final DocumentLibrary library;
    private final Holdings holdings;

    Choices(DocumentLibrary library, Holdings holdings) {
        this.library = library;
        this.holdings = holdings;
    }

    /**
     * Documents of a municipality that another may take the place of.
     *
     * @param self number of the document that is being written, 0 for a new one
     */
    public List<Choice> predecessors(String municipality, long self) {
        var choices = new ArrayList<Choice>();
        library.listSeeds().stream()
                .filter(document -> document.municipality().equals(municipality))
                .forEach(document -> choices.add(new Choice(
                        document.id().value(), document.titleWithStatus() + "（" + document.publishedWording() + "）")));
        holdings.listLines(Optional.of(municipality), Optional.empty()).stream()
                .filter(line -> line.id() != self)
                .forEach(line -> choices.add(
                        new Choice(Holding.documentId(line.id()).value(), line.title() + "（" + line.day() + "）")));
        return choices;
    }

    /** How a document is called, by its id; the id where there is no such document. */
    public String title(String document, String municipality) {
        return predecessors(municipality, 0).stream()
                .filter(choice -> choice.value().equals(document))
                .map(Choice::label)
                .findFirst()
                .orElse(document);
    }
}
