package tsunagu.faq.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.staff.Member;

/** What forms offer to choose from. */
@Singleton
public final class Choices {
    private final Municipalities municipalities;
    private final DocumentLibrary library;

    Choices(Municipalities municipalities, DocumentLibrary library) {
        this.municipalities = municipalities;
        this.library = library;
    }

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

    public List<Choice> areas(String municipality) {
        return municipalities.findMunicipality(new MunicipalityId(municipality)).stream()
                .flatMap(one -> one.areas().stream())
                .map(area -> new Choice(area.id().toString(), area.name()))
                .toList();
    }

    public List<Choice> documents(String municipality) {
        var documents = new ArrayList<Choice>();
        library.listDocuments().stream()
                .filter(document -> document.municipality().equals(municipality))
                .forEach(document -> documents.add(new Choice(
                        document.id().value(), document.titleWithStatus() + "（" + document.publishedWording() + "）")));
        return documents;
    }
}
