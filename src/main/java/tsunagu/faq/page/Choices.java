package tsunagu.faq.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import tsunagu.desk.Choice;
import tsunagu.documents.DocumentLibrary;

/** What forms offer to choose from. */
@Singleton
public final class Choices {
    private final DocumentLibrary library;

    Choices(DocumentLibrary library) {
        this.library = library;
    }

    /** Documents of a municipality that an entry may rest on. */
    public List<Choice> documents(String municipality) {
        var documents = new ArrayList<Choice>();
        library.listDocuments().stream()
                .filter(document -> document.municipality().equals(municipality))
                .forEach(document -> documents.add(new Choice(
                        document.id().value(), document.titleWithStatus() + "（" + document.publishedWording() + "）")));
        return documents;
    }
}
