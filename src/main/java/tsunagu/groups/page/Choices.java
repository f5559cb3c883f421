package tsunagu.groups.page;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.entry.Kind;
import tsunagu.staff.Member;

/** What forms offer to choose from, and names in place of ids. */
@Singleton
public final class Choices {
    private final Municipalities municipalities;

    Choices(Municipalities municipalities) {
        this.municipalities = municipalities;
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

    /** 「南部、西部」; without areas it is for the whole municipality. */
    public String areaNames(List<String> areas) {
        if (areas.isEmpty()) return "全域";
        return areas.stream()
                .map(id -> municipalities.listMunicipalities().stream()
                        .flatMap(one -> one.findArea(AreaId.parse(id)).stream())
                        .map(area -> area.name())
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining("、"));
    }

    public static List<Choice> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.label(), kind.label()))
                .toList();
    }
}
