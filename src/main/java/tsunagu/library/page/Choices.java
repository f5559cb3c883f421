package tsunagu.library.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;
import tsunagu.staff.Member;

/** What forms offer to choose from. */
@Singleton
public final class Choices {
    private final Municipalities municipalities;
    private final DocumentLibrary library;
    private final Holdings holdings;

    Choices(Municipalities municipalities, DocumentLibrary library, Holdings holdings) {
        this.municipalities = municipalities;
        this.library = library;
        this.holdings = holdings;
    }

    /** One of those a form offers. */
    public record Choice(String value, String label) {}

    /** Those the member works for. */
    public List<Choice> municipalities(Member member) {
        return municipalities.listMunicipalities().stream()
                .filter(one -> member.worksFor(one.id().value()))
                .map(one -> new Choice(one.id().value(), one.name()))
                .toList();
    }

    /** The one asked for if the member works for it, else their own, else the first. */
    public String municipality(Optional<String> asked, Member member) {
        List<Choice> own = municipalities(member);
        return asked.filter(id -> own.stream().anyMatch(one -> one.value().equals(id)))
                .orElseGet(() -> own.getFirst().value());
    }

    public String name(String municipality) {
        return municipalities
                .findMunicipality(new MunicipalityId(municipality))
                .map(Municipality::name)
                .orElse(municipality);
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
