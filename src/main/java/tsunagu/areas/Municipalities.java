package tsunagu.areas;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.NameCollector.Named;
import tsunagu.areas.boundary.BoundaryFile;
import tsunagu.areas.boundary.BoundaryFileReader;
import tsunagu.areas.boundary.Outline;
import tsunagu.areas.file.BrokenMunicipalityFile;
import tsunagu.areas.file.MunicipalityFile;
import tsunagu.areas.file.MunicipalityFileReader;
import tsunagu.areas.spelling.NameIndex;
import tsunagu.documents.DocumentLibrary;

/**
 * All municipalities of {@code config/municipalities}, their facts checked against the documents when they are read.
 * A file that cannot be used, or a quote that its document does not hold, ends the start with a sentence.
 */
@Singleton
public class Municipalities {
    private final List<Municipality> municipalities;
    private final NameIndex<Named> names;
    private final List<Mapped> map;

    /** A shape, and what says that a place lies there. */
    private record Mapped(Outline outline, Fact<Place> place) {}

    @Inject
    Municipalities(@Value("${tsunagu.config:config}") String config, DocumentLibrary library) {
        this(Path.of(config), library);
    }

    private Municipalities(Path config, DocumentLibrary library) {
        Path folder = config.resolve("municipalities");
        var index = new NameIndex.Builder<Named>();
        var read = new ArrayList<Municipality>();
        var mapped = new ArrayList<Mapped>();
        List<Path> files = filesIn(folder, ".yml");
        if (files.isEmpty()) throw new BrokenMunicipalityFile(folder, "自治体のファイル（.yml）が一つもありません。");
        for (Path path : files) {
            MunicipalityFile file = MunicipalityFileReader.read(path);
            var sources = new SourceReader(library, file.pages());
            Municipality municipality = new MunicipalityBuilder(file, sources).build();
            Path shapes = folder.resolve(municipality.id() + ".geojson");
            if (Files.exists(shapes)) mapped.addAll(map(municipality, BoundaryFileReader.read(shapes), sources));
            if (!sources.problems().isEmpty()) {
                throw new BrokenMunicipalityFile(path, String.join("\n  ", sources.problems()));
            }
            new NameCollector(file, municipality, index).collect();
            read.add(municipality);
        }
        elsewhere(folder).forEach(name -> index.add(name, new Named.Elsewhere(name)));
        municipalities = List.copyOf(read);
        names = index.build();
        map = List.copyOf(mapped);
        requireOwners(folder);
    }

    private static List<Mapped> map(Municipality municipality, BoundaryFile file, SourceReader sources) {
        var mapped = new ArrayList<Mapped>();
        for (BoundaryFile.Feature feature : file.features()) {
            String key = municipality.id() + ".geojson " + feature.number() + "番目";
            Optional<Place> place = place(municipality, feature);
            if (place.isEmpty()) sources.problem(key, "「" + feature.name() + "」という地区や町は、自治体のファイルにありません。");
            place.ifPresent(one -> mapped.add(new Mapped(feature.outline(), sources.fact(one, file.source(), key))));
        }
        return mapped;
    }

    private static Optional<Place> place(Municipality municipality, BoundaryFile.Feature feature) {
        return switch (feature.kind()) {
            case AREA ->
                municipality
                        .findArea(new AreaId(municipality.id(), feature.name()))
                        .map(area -> new Place.OfArea(area.id(), area.name()));
            case TOWN ->
                municipality
                        .towns()
                        .filter(town -> town.name().equals(feature.name()))
                        .findFirst()
                        .map(town -> new Place.InTown(town, false));
        };
    }

    /** A shape file that nobody reads is most often one with a mistyped name. */
    private static void requireOwners(Path folder) {
        for (Path shapes : filesIn(folder, ".geojson")) {
            Path owner = folder.resolve(shapes.getFileName().toString().replace(".geojson", ".yml"));
            if (Files.notExists(owner)) {
                throw new BrokenMunicipalityFile(
                        shapes, owner.getFileName() + " がありません。境界のファイルには、自治体のファイルと同じ名前を付けてください。");
            }
        }
    }

    /** Reads them without the framework, for tests and tools. */
    public static Municipalities read(Path config, DocumentLibrary library) {
        return new Municipalities(config, library);
    }

    public List<Municipality> listMunicipalities() {
        return municipalities;
    }

    /** @throws IllegalArgumentException where there is no such municipality */
    public Municipality getMunicipality(MunicipalityId id) {
        return findMunicipality(id)
                .orElseThrow(() -> new IllegalArgumentException("config/municipalities/" + id + ".yml がありません。"));
    }

    public Optional<Municipality> findMunicipality(MunicipalityId id) {
        return municipalities.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException where there is no such area */
    public Area getArea(AreaId id) {
        return getMunicipality(id.municipality())
                .findArea(id)
                .orElseThrow(() -> new IllegalArgumentException("no area " + id));
    }

    /** What lies at a point, in degrees: an area before a town. Empty where no shape holds the point. */
    public Optional<Fact<Place>> findPlaceAt(double latitude, double longitude) {
        return map.stream()
                .filter(one -> one.outline().contains(latitude, longitude))
                .map(Mapped::place)
                .min(Comparator.comparing(fact -> fact.value() instanceof Place.OfArea ? 0 : 1));
    }

    /** How many shapes of a municipality's map we hold. */
    public long countShapes(MunicipalityId id) {
        return map.stream()
                .filter(one -> one.place().value().municipality().equals(id))
                .count();
    }

    NameIndex<Named> names() {
        return names;
    }

    private static List<Path> filesIn(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BrokenMunicipalityFile(folder, "フォルダーを読めません。設定フォルダー（TSUNAGU_CONFIG）を確かめてください。");
        }
    }

    private static List<String> elsewhere(Path folder) {
        Path file = folder.resolve("elsewhere.txt");
        if (Files.notExists(file)) return List.of();
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new BrokenMunicipalityFile(file, "ファイルを読めません。UTF-8の文字で保存されているか確かめてください。");
        }
    }
}
