package tsunagu.groups;

import jakarta.inject.Singleton;
import java.util.List;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.file.Batch;
import tsunagu.groups.file.Imports;
import tsunagu.tables.SampleTable;
import tsunagu.tables.UnreadableFile;

/** The groups of {@code config/samples/groups.csv}, known by ids that begin with {@value #MARK}. */
@Singleton
final class GroupSamples implements SampleTable {
    static final String MARK = "sample-";
    private static final String BY = "見本";

    private final Imports imports;
    private final Municipalities municipalities;

    GroupSamples(Imports imports, Municipalities municipalities) {
        this.imports = imports;
        this.municipalities = municipalities;
    }

    @Override
    public String file() {
        return "groups.csv";
    }

    @Override
    public String what() {
        return "団体・場所";
    }

    @Override
    public int load(byte[] file, String municipality) {
        remove(municipality);
        List<Batch.Row> rows = imports.dryRun(file, municipality);
        rows.stream()
                .filter(row -> row.kind() == Batch.Kind.BAD || !row.fileId().startsWith(MARK))
                .findFirst()
                .ifPresent(row -> {
                    throw new UnreadableFile(row.line() + "行目：" + row.reason() + "見本のIDは " + MARK + " で始めてください。");
                });
        return (int) imports.load(rows, municipality, BY);
    }

    @Override
    public int remove() {
        return municipalities.listMunicipalities().stream()
                .map(one -> one.id())
                .map(MunicipalityId::value)
                .mapToInt(this::remove)
                .sum();
    }

    private int remove(String municipality) {
        return imports.removeSamples(municipality, BY);
    }
}
