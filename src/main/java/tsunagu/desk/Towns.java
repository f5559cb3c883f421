package tsunagu.desk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.staff.Member;

/** Municipalities and areas, as the forms of staff offer them. */
@Singleton
public class Towns {
    private final Municipalities municipalities;

    Towns(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** Those the member works for. */
    public List<Choice> listFor(Member member) {
        return municipalities.listMunicipalities().stream()
                .filter(one -> member.worksFor(one.id().value()))
                .map(one -> new Choice(one.id().value(), one.name()))
                .toList();
    }

    /** The one asked for if the member works for it, else their own, else the first. */
    public String choose(Optional<String> asked, Member member) {
        List<Choice> own = listFor(member);
        return asked.filter(id -> own.stream().anyMatch(one -> one.value().equals(id)))
                .orElseGet(() -> own.getFirst().value());
    }

    /** What it is called; the id where there is none of it. */
    public String name(String municipality) {
        return municipalities
                .findMunicipality(new MunicipalityId(municipality))
                .map(Municipality::name)
                .orElse(municipality);
    }

    /** Its areas; none where there is no such municipality. */
    public List<Choice> areas(String municipality) {
        return municipalities.findMunicipality(new MunicipalityId(municipality)).stream()
                .flatMap(one -> one.areas().stream())
                .map(area -> new Choice(area.id().toString(), area.name()))
                .toList();
    }
}
