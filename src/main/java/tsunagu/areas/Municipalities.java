package tsunagu.areas;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.areas.Fact.SourceReader;
import tsunagu.areas.NameCollector.Named;
import tsunagu.areas.boundary.Borders;
import tsunagu.areas.boundary.BoundaryFile;
import tsunagu.areas.boundary.BoundaryFileReader;
import tsunagu.areas.boundary.Outline;
import tsunagu.areas.file.BrokenMunicipalityFile;
import tsunagu.areas.file.MunicipalityFile;
import tsunagu.areas.file.MunicipalityFileReader;
import tsunagu.areas.file.MunicipalityFolder;
import tsunagu.areas.spelling.NameIndex;
import tsunagu.documents.DocumentLibrary;

/**
 * All municipalities of {@code config/municipalities}, their facts checked against the documents when they are read.
 * A file that cannot be used, or a quote that its document does not hold, ends the start with a sentence. What staff
 * have amended since is laid over the files, and begins to hold on its day by itself.
 */
@Singleton
public class Municipalities {
    private static final Logger LOG = LoggerFactory.getLogger(Municipalities.class);

    private final List<Given> files;
    private final List<String> elsewhere;
    private final List<Amendment.Source> sources;
    private final Clock clock;
    private volatile Known known;

    /** A municipality as its file has it. */
    private record Given(MunicipalityFile file, Municipality municipality, List<Drawn> map) {}

    /** A shape, and what says where it is. */
    private record Drawn(Amendment.Shape.Kind kind, String name, Outline outline, boolean decides, Fact.Basis basis) {}

    /** A shape, and what says that a place lies there. */
    private record Mapped(Drawn drawn, Fact<Place> place) {}

    /** What holds at one moment; replaced as a whole. */
    record Known(
            List<Municipality> municipalities,
            NameIndex<Named> names,
            List<Mapped> map,
            Borders<AreaId> borders,
            Map<String, List<Area.Town>> townsByName,
            State state) {
        Stream<Area.Town> towns() {
            return municipalities.stream().flatMap(Municipality::towns);
        }

        /** Of all municipalities: 東町 lies in many. */
        List<Area.Town> towns(String name) {
            return townsByName.getOrDefault(name, List.of());
        }
    }

    /** While this is the same, the same holds. */
    private record State(LocalDate day, List<Long> revisions) {}

    @Inject
    Municipalities(
            @Value("${tsunagu.config:config}") String config,
            DocumentLibrary library,
            List<Amendment.Source> sources,
            Clock clock) {
        this(Path.of(config), library, sources, clock);
    }

    private Municipalities(Path config, DocumentLibrary library, List<Amendment.Source> sources, Clock clock) {
        var folder = new MunicipalityFolder(config.resolve("municipalities"));
        // A start waits for this.
        files = folder.listFiles().parallelStream()
                .map(path -> given(path, folder, library))
                .toList();
        folder.requireOwners();
        elsewhere = folder.listElsewhere();
        this.sources = List.copyOf(sources);
        this.clock = clock;
        known = known(state());
    }

    private static Given given(Path path, MunicipalityFolder folder, DocumentLibrary library) {
        MunicipalityFile file = MunicipalityFileReader.read(path);
        var sources = new SourceReader(library, file.pages());
        Municipality municipality = new MunicipalityBuilder(file, sources).build();
        List<Drawn> map = folder.findBoundaries(file.id())
                .map(shapes -> drawn(municipality, BoundaryFileReader.read(shapes), sources))
                .orElse(List.of());
        if (!sources.problems().isEmpty()) {
            throw new BrokenMunicipalityFile(path, String.join("\n  ", sources.problems()));
        }
        return new Given(file, municipality, map);
    }

    private static List<Drawn> drawn(Municipality municipality, BoundaryFile file, SourceReader sources) {
        var drawn = new ArrayList<Drawn>();
        for (BoundaryFile.Feature feature : file.features()) {
            String key = municipality.id() + ".geojson " + feature.number() + "番目";
            var kind = switch (feature.kind()) {
                case AREA -> Amendment.Shape.Kind.AREA;
                case TOWN -> Amendment.Shape.Kind.TOWN;
            };
            var basis = sources.fact(feature.name(), file.source(), key).basis();
            drawn.add(new Drawn(kind, feature.name(), feature.outline(), true, basis));
            if (place(municipality, kind, feature.name()).isEmpty()) {
                sources.problem(key, "「" + feature.name() + "」という地区や町は、自治体のファイルにありません。");
            }
        }
        return drawn;
    }

    private static Optional<Place> place(Municipality municipality, Amendment.Shape.Kind kind, String name) {
        return switch (kind) {
            case AREA ->
                municipality
                        .findArea(new AreaId(municipality.id(), name))
                        .map(area -> new Place.OfArea(area.id(), area.name()));
            case TOWN -> municipality.findTown(name).map(town -> new Place.InTown(town, false));
            case SCHOOL -> municipality.findSchool(name).map(Place.AtSchool::new);
        };
    }

    /** Reads them without the framework, for tests and tools. */
    public static Municipalities read(Path config, DocumentLibrary library) {
        return new Municipalities(config, library, List.of(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private State state() {
        return new State(
                LocalDate.now(clock),
                sources.stream().map(Amendment.Source::revision).toList());
    }

    private List<Amendment> amendments(MunicipalityId id, LocalDate day) {
        return sources.stream()
                .flatMap(source -> source.listInForce(day).stream())
                .filter(amendment -> amendment.municipality().equals(id))
                .toList();
    }

    private Known known(State state) {
        var index = new NameIndex.Builder<Named>();
        var municipalities = new ArrayList<Municipality>();
        var map = new ArrayList<Mapped>();
        for (Given given : files) {
            List<Amendment> amendments = amendments(given.municipality().id(), state.day());
            Municipality now = amended(given.municipality(), amendments);
            new NameCollector(given.file(), now, amendments, index).collect();
            municipalities.add(now);
            map.addAll(map(now, given.map(), amendments));
        }
        elsewhere.forEach(name -> index.add(name, new Named.Elsewhere(name)));
        Map<String, List<Area.Town>> towns =
                municipalities.stream().flatMap(Municipality::towns).collect(Collectors.groupingBy(Area.Town::name));
        return new Known(List.copyOf(municipalities), index.build(), List.copyOf(map), borders(map), towns, state);
    }

    private static Municipality amended(Municipality municipality, List<Amendment> amendments) {
        Municipality now = municipality;
        for (Amendment amendment : amendments) now = now.amended(amendment);
        return now;
    }

    private static List<Mapped> map(Municipality municipality, List<Drawn> given, List<Amendment> amendments) {
        List<Amendment.Drawn> later = amendments.stream()
                .filter(Amendment.Drawn.class::isInstance)
                .map(Amendment.Drawn.class::cast)
                .toList();
        var drawn = new ArrayList<>(given);
        drawn.removeIf(one ->
                later.stream().flatMap(each -> each.shapes().stream()).anyMatch(shape -> shape.kind() == one.kind()));
        for (Amendment.Drawn each : later) {
            for (Amendment.Shape shape : each.shapes()) {
                Outline outline = Outline.of(shape.polygons());
                drawn.add(new Drawn(shape.kind(), shape.name(), outline, each.decides(), each.basis()));
            }
        }
        return drawn.stream()
                .flatMap(one ->
                        place(municipality, one.kind(), one.name())
                                .map(place -> new Mapped(one, one.basis().of(place)))
                                .stream())
                .toList();
    }

    private static Borders<AreaId> borders(List<Mapped> map) {
        var borders = new Borders.Builder<AreaId>();
        for (Mapped one : map) {
            one.place()
                    .value()
                    .area()
                    .ifPresent(area -> borders.add(area, one.drawn().outline()));
        }
        return borders.build();
    }

    /** Takes up what staff have changed and what the day has brought; readers see all of it or nothing. */
    @Scheduled(fixedDelay = "${atlas.follow:1s}")
    public synchronized void follow() {
        if (sources.isEmpty()) return;
        try {
            State state = state();
            if (!state.equals(known.state())) known = known(state);
        } catch (RuntimeException e) {
            // What held goes on holding; the next round may find the database back.
            LOG.warn(
                    "The amendments of areas could not be looked at: {}",
                    e.getClass().getName());
        }
    }

    public List<Municipality> listMunicipalities() {
        return known.municipalities();
    }

    /** @throws IllegalArgumentException where there is no such municipality */
    public Municipality getMunicipality(MunicipalityId id) {
        return findMunicipality(id)
                .orElseThrow(() -> new IllegalArgumentException("config/municipalities/" + id + ".yml がありません。"));
    }

    public Optional<Municipality> findMunicipality(MunicipalityId id) {
        return known.municipalities().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** As it will be, or was, on a day. */
    public Optional<Municipality> findMunicipality(MunicipalityId id, LocalDate day) {
        return files.stream()
                .map(Given::municipality)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> amended(one, amendments(id, day)));
    }

    /** The code of the national register, with its check digit: {@code 132292}. */
    public Optional<String> findCode(MunicipalityId id) {
        return files.stream()
                .filter(one -> one.municipality().id().equals(id))
                .findFirst()
                .map(one -> one.file().code());
    }

    /** @throws IllegalArgumentException where there is no such area */
    public Area getArea(AreaId id) {
        return getMunicipality(id.municipality())
                .findArea(id)
                .orElseThrow(() -> new IllegalArgumentException("no area " + id));
    }

    /**
     * What lies at a point, in degrees: a town that staff have given another area before all, then an area, a school
     * district where those decide, a town. Empty where no shape holds the point.
     */
    public Optional<Fact<Place>> findPlaceAt(double latitude, double longitude) {
        return findPlaceAt(latitude, longitude, place -> true);
    }

    /** The same within one municipality. */
    public Optional<Fact<Place>> findPlaceAt(MunicipalityId id, double latitude, double longitude) {
        return findPlaceAt(latitude, longitude, place -> place.municipality().equals(id));
    }

    private Optional<Fact<Place>> findPlaceAt(double latitude, double longitude, Predicate<Place> wanted) {
        return known.map().stream()
                .filter(one -> one.drawn().decides()
                        && wanted.test(one.place().value())
                        && one.drawn().outline().contains(latitude, longitude))
                .map(Mapped::place)
                .min(Comparator.comparing(fact -> rank(fact.value())));
    }

    private static int rank(Place place) {
        return switch (place) {
            case Place.InTown town ->
                town.town().placement().flatMap(Area.Placement::since).isPresent() ? 0 : 4;
            case Place.OfArea _ -> 1;
            case Place.AtSchool school -> school.school().level() == Area.School.Level.JUNIOR_HIGH ? 2 : 3;
            case Place.Whole _ -> 5;
        };
    }

    /** Areas that border on it, as far as maps show it: none where none is loaded. */
    public List<AreaId> listNeighbours(AreaId area) {
        return known.borders().listNeighbours(area);
    }

    /** How many shapes of a municipality's map we hold. */
    public long countShapes(MunicipalityId id) {
        return listShapes(id).size();
    }

    /** All that is drawn of a municipality: towns, school districts, areas. */
    public List<DrawnPlace> listShapes(MunicipalityId id) {
        return known.map().stream()
                .filter(one -> one.place().value().municipality().equals(id))
                .map(one -> new DrawnPlace(one.place(), one.drawn().outline().polygons()))
                .toList();
    }

    /**
     * A place on the map, and what says that it lies there.
     *
     * @param polygons as in {@link Amendment.Shape}
     */
    public record DrawnPlace(Fact<Place> place, List<List<double[][]>> polygons) {}

    Known known() {
        return known;
    }
}
