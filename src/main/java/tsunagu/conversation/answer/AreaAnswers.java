package tsunagu.conversation.answer;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.atlas.AreaMaps;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** Answers to 「which area is this?」, and the questions back when that cannot be said yet. */
@Singleton
public class AreaAnswers {
    private static final int MOST_STATEMENTS = 2;

    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;
    private final AreaMaps maps;
    private final String address;

    /** @param address of this copy as residents' phones reach it, empty where it is not set */
    AreaAnswers(
            Municipalities municipalities,
            NotKnownAnswers notKnown,
            AreaMaps maps,
            @Value("${tsunagu.address:}") String address) {
        this.municipalities = municipalities;
        this.notKnown = notKnown;
        this.maps = maps;
        this.address = address;
    }

    public Answer whichArea(Intent.WhichArea intent, Speech speech) {
        // 「栄小と東小、どっちが北東部？」 asks of the schools.
        boolean narrow = intent.places().stream()
                .anyMatch(place -> place.area().isPresent() && !(place instanceof Place.OfArea));
        List<Place> placed = intent.places().stream()
                .filter(place -> place.area().isPresent() && !(narrow && place instanceof Place.OfArea))
                .toList();
        if (placed.isEmpty()) return withoutArea(intent.places().getFirst(), speech);
        var sentences = new ArrayList<String>();
        var facts = new ArrayList<Fact<?>>();
        Municipality first = municipalities.getMunicipality(placed.getFirst().municipality());
        if (intent.newcomer()) {
            sentences.add(speech.say("area.welcome", "municipality", new Naming(speech).of(first)));
        }
        placed.forEach(place -> tell(place, sentences, facts, speech));
        List<Area> areas = placed.stream()
                .map(place -> municipalities.getArea(place.area().orElseThrow()))
                .distinct()
                .toList();
        if (placed.size() > 1) sentences.add(compare(placed.size(), areas, speech));
        if (areas.size() > 1 && isHomeAndSchool(placed)) {
            sentences.add(speech.say("area.home-and-school", "office", new Naming(speech).office(first)));
        }
        areas.forEach(area -> network(area, sentences, facts, speech));
        boolean officeTold = facts.stream().anyMatch(fact -> !fact.certain());
        if (!officeTold) office(first, sentences, facts, speech);
        var messages = new ArrayList<Message>();
        messages.add(new Message.Text(String.join("\n", sentences)));
        map(first, speech).ifPresent(messages::add);
        return new Answer.Cited(Topic.AREA, messages, SourceNotes.of(facts), next(first, speech));
    }

    /** By whoever assigns postcodes; not known where the area file has none of this town. */
    public Answer postcode(Place.InTown asked, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(asked.municipality());
        var naming = new Naming(speech);
        Optional<Fact<String>> basis =
                municipality.postcodes().filter(any -> !asked.town().postcodes().isEmpty());
        if (basis.isEmpty()) return notKnown.nothingFound(municipality.id(), false, speech);
        String says = speech.say(
                "area.postcode",
                "place",
                naming.of(asked),
                "postcodes",
                naming.list(asked.town().postcodes()));
        return new Answer.Cited(
                Topic.AREA,
                List.of(new Message.Text(says)),
                SourceNotes.of(List.of(basis.get())),
                next(municipality, speech));
    }

    /** A child may go to school in the next area; networks are divided by towns. */
    private static boolean isHomeAndSchool(List<Place> places) {
        return places.stream().filter(Place.InTown.class::isInstance).count() == 1
                && places.stream().anyMatch(Place.AtSchool.class::isInstance);
    }

    /** Where the map can be seen; nothing where none is known, or nobody has said how phones reach us. */
    private Optional<Message> map(Municipality municipality, Speech speech) {
        if (address.isEmpty() || municipalities.countShapes(municipality.id()) == 0) return Optional.empty();
        String page = address + "/areas/" + municipality.id();
        return Optional.of(new Message.Card(
                speech.say("area.map-title", "municipality", new Naming(speech).of(municipality)),
                List.of(new Message.Line(speech.say("area.map"), page)),
                List.of(new Message.Link(speech.say("area.map"), URI.create(page))),
                maps.findImage(municipality.id())
                        .map(image -> new Message.Picture(image.path(), image.width(), image.height()))));
    }

    /** What may be asked next, as far as there is an answer to it. */
    public static List<Choice> next(Municipality municipality, Speech speech) {
        var keys = new ArrayList<String>();
        if (municipality.joining().isPresent()) keys.add("choices.join");
        if (municipality.office().isPresent()) keys.add("choices.office");
        if (municipality.areas().stream().anyMatch(area -> !area.schools().isEmpty())) keys.add("choices.schools");
        return keys.stream().map(key -> new Choice(speech.say(key))).toList();
    }

    private void tell(Place place, List<String> sentences, List<Fact<?>> facts, Speech speech) {
        var naming = new Naming(speech);
        Area area = municipalities.getArea(place.area().orElseThrow());
        Municipality municipality = municipalities.getMunicipality(place.municipality());
        Fact<?> fact = factOf(place, area);
        facts.add(fact);
        if (place instanceof Place.InTown town && town.byPostcode())
            municipality.postcodes().ifPresent(facts::add);
        boolean certain = fact.certain();
        sentences.add(speech.say(
                certain ? "area.of-place" : "area.of-place-likely",
                "place",
                naming.of(place),
                "municipality",
                naming.of(municipality),
                "area",
                naming.of(area),
                "office",
                naming.office(municipality)));
        since(place)
                .ifPresent(day -> sentences.add(speech.say(
                        "area.since",
                        "year",
                        String.valueOf(day.getYear()),
                        "month",
                        String.valueOf(day.getMonthValue()),
                        "day",
                        String.valueOf(day.getDayOfMonth()))));
        longerName(place, area)
                .ifPresent(other -> sentences.add(speech.say(
                        "area.beware-longer",
                        "other",
                        naming.of(other),
                        "area",
                        naming.of(municipalities.getArea(other.area().orElseThrow())))));
    }

    private static Fact<?> factOf(Place place, Area area) {
        return switch (place) {
            case Place.AtSchool school -> school.school().placement().lies();
            case Place.InTown town -> town.town().placement().orElseThrow().lies();
            case Place.OfArea named -> area.network().name();
            case Place.Whole whole -> throw new IllegalArgumentException("a municipality lies in no area");
        };
    }

    /** Told where staff have changed it, as neighbours may still know it the old way. */
    private static Optional<LocalDate> since(Place place) {
        return switch (place) {
            case Place.AtSchool school -> school.school().placement().since();
            case Place.InTown town -> town.town().placement().flatMap(Area.Placement::since);
            case Place.OfArea _, Place.Whole _ -> Optional.empty();
        };
    }

    /** ひばりが丘北 for ひばりが丘: residents of the one often write the other. */
    private Optional<Area.Town> longerName(Place place, Area area) {
        if (!(place instanceof Place.InTown)) return Optional.empty();
        return municipalities.getMunicipality(place.municipality()).areas().stream()
                .filter(other -> !other.id().equals(area.id()))
                .flatMap(other -> other.towns().stream())
                .flatMap(towns -> towns.value().stream())
                .filter(town -> town.name().startsWith(place.name()))
                .findFirst();
    }

    private static String compare(int places, List<Area> areas, Speech speech) {
        if (areas.size() == places) return speech.say("area.different");
        if (areas.size() > 1) return speech.say("area.some-different");
        String area = new Naming(speech).of(areas.getFirst());
        return speech.say(places == 2 ? "area.same" : "area.all-same", "area", area);
    }

    private void network(Area area, List<String> sentences, List<Fact<?>> facts, Speech speech) {
        var naming = new Naming(speech);
        var network = area.network();
        Municipality municipality = municipalities.getMunicipality(area.id().municipality());
        facts.add(network.name());
        String nickname = network.nickname().map(Fact::value).orElse("");
        sentences.add(speech.say(
                nickname.isEmpty() ? "area.network" : "area.network-nickname",
                "area",
                naming.of(area),
                "word",
                naming.networkWord(municipality),
                "network",
                naming.network(area),
                "nickname",
                nickname));
        SourceNotes.present(network.nickname()).forEach(facts::add);
        network.founded().ifPresent(founded -> {
            facts.add(founded);
            var founding = founded.value();
            sentences.add(speech.say("area.founded", "founded", founding.says().in(speech.language())));
        });
        network.statements().stream().limit(MOST_STATEMENTS).forEach(statement -> {
            facts.add(statement);
            sentences.add(statement.value().in(speech.language()));
        });
    }

    private void office(Municipality municipality, List<String> sentences, List<Fact<?>> facts, Speech speech) {
        if (municipality.office().isEmpty()) return;
        facts.add(municipality.office().get());
        sentences.add(new Naming(speech).askOffice(municipality));
    }

    /** A town that exists, in a municipality whose documents go by other units. */
    private Answer withoutArea(Place place, Speech speech) {
        var naming = new Naming(speech);
        Municipality municipality = municipalities.getMunicipality(place.municipality());
        var unit = Optional.ofNullable(municipality.aboutNetworks().get(Municipality.Aspect.UNIT));
        if (municipality.areas().size() < 2 || unit.isEmpty()) return notKnown.areaOfTown(municipality, place, speech);
        String question =
                speech.say("not-known.area-of-town", "municipality", naming.of(municipality), "place", place.name())
                        + "\n"
                        + speech.say(
                                "ask.district",
                                "municipality",
                                naming.of(municipality),
                                "word",
                                naming.networkWord(municipality),
                                "unit",
                                unit.get().value().in(speech.language()));
        List<Choice> choices = municipality.areas().stream()
                .map(area -> new Choice(area.name()))
                .toList();
        return new Answer.Ask(Topic.AREA, question, choices);
    }

    public Answer choose(Intent.ChoosePlace intent, Speech speech) {
        Finding.Several several = intent.several();
        boolean severalMunicipalities = several.candidates().stream()
                        .map(Place::municipality)
                        .distinct()
                        .count()
                > 1;
        String key = switch (several.why()) {
            case SAME_NAME -> "ask.same-name";
            case SIMILAR_NAME -> "ask.similar";
            default -> "ask.broad-name";
        };
        List<Choice> choices = several.candidates().stream()
                .map(place -> choice(place, severalMunicipalities, speech))
                .distinct()
                .toList();
        return new Answer.Ask(Topic.AREA, speech.say(key, "place", several.typed()), choices);
    }

    private Choice choice(Place place, boolean nameMunicipality, Speech speech) {
        if (!nameMunicipality || place instanceof Place.AtSchool) return new Choice(place.name());
        String municipality =
                municipalities.getMunicipality(place.municipality()).name();
        return new Choice(speech.say("ask.in-municipality", "municipality", municipality, "place", place.name()));
    }

    public Answer askWhere(Speech speech) {
        return new Answer.Ask(Topic.AREA, speech.say("ask.where"), List.of());
    }

    public Answer askCorrection(Speech speech) {
        return new Answer.Ask(Topic.AREA, speech.say("ask.correction"), List.of());
    }
}
