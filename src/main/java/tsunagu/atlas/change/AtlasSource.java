package tsunagu.atlas.change;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.areas.Amendment;
import tsunagu.areas.AreaId;
import tsunagu.areas.Fact;
import tsunagu.areas.MunicipalityId;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;

/** Sets in force as {@code areas} lays them over its files. */
@Singleton
class AtlasSource implements Amendment.Source {
    private static final Logger LOG = LoggerFactory.getLogger(AtlasSource.class);

    private final ChangeSetRepository sets;
    private final DocumentLibrary library;
    private volatile Read last = new Read(-1, LocalDate.MIN, List.of());

    /** Districts are long to read, and asked for once by each municipality. */
    private record Read(long revision, LocalDate day, List<Amendment> amendments) {}

    AtlasSource(ChangeSetRepository sets, DocumentLibrary library) {
        this.sets = sets;
        this.library = library;
    }

    @Override
    public long revision() {
        return sets.revision();
    }

    @Override
    public List<Amendment> listInForce(LocalDate day) {
        long revision = sets.revision();
        Read read = last;
        if (read.revision() == revision && read.day().equals(day)) return read.amendments();
        List<Amendment> amendments = current(sets.listInForce(day)).stream()
                .flatMap(set -> basis(set).stream().flatMap(basis -> amendments(set, basis)))
                .toList();
        last = new Read(revision, day, amendments);
        return amendments;
    }

    /** All sets of areas, of each other kind the last; registers before what is said of what they list. */
    private static List<ChangeSet> current(List<ChangeSet> inForce) {
        Map<List<Object>, ChangeSet> wholes = new LinkedHashMap<>();
        var current = new ArrayList<ChangeSet>();
        for (ChangeSet set : inForce) {
            if (set.kind() == ChangeSet.Kind.AREAS) current.add(set);
            else wholes.put(List.of(set.municipality(), set.kind()), set);
        }
        current.addAll(wholes.values());
        current.sort(Comparator.comparing(set -> set.kind() == ChangeSet.Kind.TOWNS ? 0 : 1));
        return current;
    }

    /** Empty where the document no longer has the words: without a source nothing is told. */
    private Optional<Fact.Basis> basis(ChangeSet set) {
        Origin origin = set.origin();
        var confidence = origin.certain() ? Fact.Confidence.HIGH : Fact.Confidence.MEDIUM;
        if (!origin.isDocument()) {
            var page = new Fact.OutsidePage(
                    "change-" + set.id(),
                    origin.publisher(),
                    origin.title(),
                    origin.published(),
                    origin.address(),
                    confidence);
            return Optional.of(new Fact.Basis(confidence, List.of(page)));
        }
        var id = new DocumentId(origin.document());
        Optional<Fact.Basis> quoted = library.findDocument(id)
                .flatMap(_ -> library.findQuote(id, origin.quote()))
                .map(citation -> new Fact.Basis(confidence, List.of(new Fact.Quoted(citation))));
        if (quoted.isEmpty()) {
            LOG.warn("Change set {} is not told: document {} does not hold the words it rests on.", set.id(), id);
        }
        return quoted;
    }

    private static Stream<Amendment> amendments(ChangeSet set, Fact.Basis basis) {
        var municipality = new MunicipalityId(set.municipality());
        Contents contents = set.contents();
        return switch (set.kind()) {
            case AREAS -> contents.lies().stream().flatMap(lies -> lies(set, lies, basis).stream());
            case TOWNS -> Stream.of(new Amendment.TownsExist(municipality, towns(contents.towns()), basis));
            case POSTCODES -> Stream.of(new Amendment.PostcodesAre(municipality, postcodes(contents.posts()), basis));
            case ELEMENTARY_DISTRICTS, JUNIOR_HIGH_DISTRICTS, BORDERS ->
                Stream.of(new Amendment.Drawn(municipality, shapes(contents.districts()), contents.decides(), basis));
        };
    }

    private static Optional<Amendment> lies(ChangeSet set, Contents.Lies lies, Fact.Basis basis) {
        var municipality = new MunicipalityId(set.municipality());
        Optional<AreaId> area =
                Optional.of(lies.area()).filter(id -> !id.isEmpty()).map(AreaId::parse);
        if (!lies.school()) {
            return Optional.of(new Amendment.TownLies(
                    municipality, lies.name(), area.stream().toList(), set.effectiveOn(), basis));
        }
        return area.map(id -> new Amendment.SchoolLies(municipality, lies.name(), id, set.effectiveOn(), basis));
    }

    private static List<Amendment.TownsExist.Named> towns(List<Contents.Town> rows) {
        var towns = new LinkedHashMap<String, Amendment.TownsExist.Named>();
        for (Contents.Town row : rows) {
            List<String> spellings = row.roma().isEmpty() ? List.of() : List.of(row.roma());
            towns.putIfAbsent(row.town(), new Amendment.TownsExist.Named(row.town(), row.reading(), spellings));
        }
        return List.copyOf(towns.values());
    }

    private static Map<String, List<String>> postcodes(List<Contents.Post> posts) {
        Map<String, List<String>> ofTowns = new LinkedHashMap<>();
        for (Contents.Post post : posts) {
            for (String town : post.towns()) {
                List<String> before = ofTowns.getOrDefault(town, List.of());
                if (before.contains(post.postcode())) continue;
                ofTowns.put(
                        town,
                        Stream.concat(before.stream(), Stream.of(post.postcode()))
                                .toList());
            }
        }
        return ofTowns;
    }

    private static List<Amendment.Shape> shapes(List<Contents.District> districts) {
        return districts.stream()
                .filter(district -> !district.kind().isEmpty())
                .map(district -> new Amendment.Shape(
                        Amendment.Shape.Kind.valueOf(district.kind()),
                        district.place(),
                        district.polygons().stream()
                                .map(rings ->
                                        rings.stream().map(AtlasSource::ring).toList())
                                .toList()))
                .toList();
    }

    private static double[][] ring(String points) {
        return Stream.of(points.split(" "))
                .map(point -> {
                    int comma = point.indexOf(',');
                    return new double[] {
                        Double.parseDouble(point.substring(0, comma)), Double.parseDouble(point.substring(comma + 1))
                    };
                })
                .toArray(double[][]::new);
    }
}
