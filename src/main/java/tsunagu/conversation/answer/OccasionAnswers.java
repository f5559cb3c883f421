package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceFinder;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.areas.PlaceReading.Finding.Why;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** What is said where a resident did something else than write. */
@Singleton
public class OccasionAnswers {
    /** More areas than this are no help to somebody who has just come in. */
    private static final int MOST_AREAS = 8;

    private static final Pattern POSTCODE = Pattern.compile("〒?\\s*[0-9０-９]{3}[-－ー−]?[0-9０-９]{4}");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("[0-9０-９].*", Pattern.DOTALL);

    private final Municipalities municipalities;
    private final PlaceFinder places;

    OccasionAnswers(Municipalities municipalities, PlaceFinder places) {
        this.municipalities = municipalities;
        this.places = places;
    }

    /** @param returning for one who had blocked the town's account */
    public Answer followed(boolean returning, MunicipalityId channel, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(channel);
        String key = returning ? "line.returned" : "line.followed";
        return talk(key, beginning(municipality, speech), municipality, speech);
    }

    public Answer joinedGroup(MunicipalityId channel, Speech speech) {
        return talk("line.joined", List.of(), municipalities.getMunicipality(channel), speech);
    }

    public Answer sticker(Speech speech) {
        return new Answer.Talk(Topic.SMALLTALK, speech.say("line.sticker"), usual(speech));
    }

    /** @param kind as in the messages: {@code picture}, {@code voice} … */
    public Answer unreadable(String kind, Speech speech) {
        return new Answer.Talk(Topic.SMALLTALK, speech.say("line." + kind), usual(speech));
    }

    /** A place whose town cannot be made out. */
    public Answer somewhere(Speech speech) {
        return new Answer.Ask(Topic.AREA, speech.say("line.located-unknown"), List.of());
    }

    /**
     * The town in an address, in words that the dialogue understands; the house number is left out, so that it is
     * stored nowhere. Empty where no town can be made out.
     */
    public Optional<String> townIn(String address, MunicipalityId channel) {
        String town =
                HOUSE_NUMBER.matcher(POSTCODE.matcher(address).replaceAll("")).replaceFirst("");
        var reading = places.read(town, Optional.empty(), channel);
        // An address names its city; without a city of ours, 「本町」 in it is none of our towns.
        if (reading.named().isEmpty()) {
            return reading.unknown().filter(none -> none.why() == Why.ELSEWHERE).map(Finding::typed);
        }
        return reading.places().stream()
                .findFirst()
                .map(this::wordsFor)
                .or(() -> reading.ambiguity().map(Finding::typed));
    }

    /** What lies at a point, by the maps of {@code config/municipalities}. */
    public Optional<Fact<Place>> placeAt(double latitude, double longitude) {
        return municipalities.findPlaceAt(latitude, longitude);
    }

    /** 「西東京市の田無町」 */
    public String wordsFor(Place place) {
        return municipalities.getMunicipality(place.municipality()).name() + "の" + place.name();
    }

    /** What the map says goes before what is known of the place. */
    public Answer onMap(Answer answer, Fact<Place> here, Speech speech) {
        if (!(answer instanceof Answer.Cited cited)) return answer;
        String key = here.value() instanceof Place.AtSchool ? "area.located-in-district" : "line.located-on-map";
        String words = speech.say(key, "place", new Naming(speech).of(here.value()));
        return new Answer.Cited(
                cited.topic(),
                Stream.concat(Stream.of(new Message.Text(words)), cited.messages().stream())
                        .toList(),
                Stream.concat(SourceNotes.of(here).stream(), cited.sources().stream())
                        .toList(),
                cited.choices(),
                cited.passages());
    }

    private static Answer talk(String key, List<Choice> choices, Municipality municipality, Speech speech) {
        String words = speech.say(key, "municipality", new Naming(speech).of(municipality));
        return new Answer.Talk(Topic.SMALLTALK, words, choices);
    }

    private static List<Choice> beginning(Municipality municipality, Speech speech) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(speech.say("choices.which-area")));
        if (municipality.areas().size() <= MOST_AREAS) {
            municipality.areas().forEach(area -> choices.add(new Choice(label(area, speech), area.name())));
        }
        choices.add(new Choice(speech.say("choices.help")));
        return choices;
    }

    /** 「southern area (南部, Nanbu)」 is too long for a button. */
    private static String label(Area area, Speech speech) {
        return new Naming(speech).of(area).split(" \\(", 2)[0];
    }

    private static List<Choice> usual(Speech speech) {
        return List.of(
                new Choice(speech.say("choices.which-area")),
                new Choice(speech.say("choices.join")),
                new Choice(speech.say("choices.help")));
    }
}
