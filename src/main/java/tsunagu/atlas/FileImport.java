package tsunagu.atlas;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.ChangeSets;
import tsunagu.atlas.change.Contents;
import tsunagu.atlas.change.SetReader;
import tsunagu.atlas.file.Imports;
import tsunagu.tables.UnreadableFile;

/** A file from the command line, where whoever may run commands may do anything: taken at once. */
@Singleton
class FileImport {
    private final Imports imports;
    private final SetReader reader;
    private final ChangeSets sets;
    private final Municipalities municipalities;

    FileImport(Imports imports, SetReader reader, ChangeSets sets, Municipalities municipalities) {
        this.imports = imports;
        this.reader = reader;
        this.sets = sets;
        this.municipalities = municipalities;
    }

    /** What to print: a sentence for each row that was left out, one for all, and whether it went well. */
    record Told(List<String> bad, String summary, boolean done) {}

    /**
     * @param kind a key of {@link ChangeSet.Kind}
     * @param from a day, today if it is empty
     * @param origin as the form sends it
     * @param dryRun reads it and changes nothing
     * @throws UnreadableFile with a sentence, where it cannot be used as a whole
     */
    Told read(
            String kind,
            Path file,
            String municipality,
            String from,
            Map<String, String> origin,
            boolean decides,
            boolean dryRun) {
        ChangeSet.Kind chosen = ChangeSet.Kind.find(kind)
                .filter(Imports.listKinds()::contains)
                .orElseThrow(() -> new UnreadableFile("種類は "
                        + Imports.listKinds().stream().map(ChangeSet.Kind::key).collect(Collectors.joining("、"))
                        + " のどれかです。"));
        Municipality town = municipalities
                .findMunicipality(new MunicipalityId(municipality))
                .orElseThrow(() -> new UnreadableFile("config/municipalities に " + municipality + " がありません。"));
        Contents contents = imports.read(chosen, () -> Files.newInputStream(file), town, decides);
        List<String> bad = contents.bad().stream()
                .map(row -> row.line() + (contents.districts().isEmpty() ? "行目: " : "番目: ") + row.reason())
                .toList();
        String counts = contents.size() + "件読めました。直す必要のあるところ" + bad.size() + "件。";
        if (dryRun) return new Told(bad, counts + "何も変えていません。", true);
        var texts = new HashMap<>(origin);
        texts.put("title", chosen.label() + "：" + file.getFileName());
        texts.put("effective", from.isEmpty() ? sets.today().toString() : from);
        SetReader.Read read = reader.read(texts, contents);
        if (!read.isGood()) {
            return new Told(bad, String.join("\n", read.problems().values()) + "\n何も変えていません。", false);
        }
        ChangeSets.Draft draft = read.draft(municipality, chosen);
        Optional<ChangeSet> same = sets.findInForce(municipality, chosen, draft.effectiveOn())
                .filter(set -> set.contents().saysTheSame(contents));
        if (same.isPresent()) return new Told(bad, counts + "いま使っているものと同じ内容なので、何も取り込みませんでした。", true);
        sets.createApproved(draft, "コマンド areas import");
        return new Told(bad, counts + draft.effectiveOn() + "から使います。", true);
    }
}
