package tsunagu.console.wording;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.staff.Member;

/** The municipalities staff work for, in words. */
@Singleton
public class Jurisdictions {
    private static final String ALL = "すべての自治体";

    private final Municipalities municipalities;

    Jurisdictions(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /**
     * One to choose.
     *
     * @param key the municipality's id, empty for all
     */
    public record Jurisdiction(String key, String name) {}

    /** 「西東京市」; 「すべての自治体」 for an empty id. */
    public String name(Optional<String> municipality) {
        return municipality
                .map(id -> municipalities
                        .findMunicipality(new MunicipalityId(id))
                        .map(Municipality::name)
                        .orElse(id))
                .orElse(ALL);
    }

    /** Those a member may give out or look at. */
    public List<Jurisdiction> listFor(Member member) {
        if (!member.worksForAll()) {
            return List.of(new Jurisdiction(member.municipality().orElseThrow(), name(member.municipality())));
        }
        var all = new ArrayList<Jurisdiction>();
        all.add(new Jurisdiction("", ALL));
        municipalities
                .listMunicipalities()
                .forEach(one -> all.add(new Jurisdiction(one.id().value(), one.name())));
        return List.copyOf(all);
    }

    /** Whether there is such a municipality; empty for all is one. */
    public boolean exists(Optional<String> municipality) {
        return municipality.isEmpty()
                || municipalities
                        .findMunicipality(new MunicipalityId(municipality.get()))
                        .isPresent();
    }
}
