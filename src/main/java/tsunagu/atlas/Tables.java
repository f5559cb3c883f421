package tsunagu.atlas;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.ChangeSets;
import tsunagu.atlas.change.Contents;
import tsunagu.atlas.page.TruthTable;

/** The table of a municipality on a day. */
@Singleton
class Tables {
    private final Municipalities municipalities;
    private final ChangeSets sets;

    Tables(Municipalities municipalities, ChangeSets sets) {
        this.municipalities = municipalities;
        this.sets = sets;
    }

    TruthTable table(MunicipalityId id, LocalDate on) {
        Municipality municipality = municipalities.findMunicipality(id, on).orElseThrow();
        return TruthTable.of(municipality, on, registers(id, on));
    }

    private List<Contents> registers(MunicipalityId id, LocalDate on) {
        return Stream.of(ChangeSet.Kind.values())
                .filter(kind -> kind != ChangeSet.Kind.AREAS)
                .flatMap(kind -> sets.findInForce(id.value(), kind, on).stream())
                .map(ChangeSet::contents)
                .toList();
    }

    /** 「田無町三丁目」 and the others, as the register has them. */
    List<String> parts(MunicipalityId id, String town, LocalDate on) {
        return registers(id, on).stream()
                .flatMap(register -> register.towns().stream())
                .filter(row -> row.town().equals(town) && !row.chome().isEmpty())
                .map(row -> row.town() + row.chome())
                .toList();
    }
}
