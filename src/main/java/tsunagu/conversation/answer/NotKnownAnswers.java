package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading.Finding.Why;
import tsunagu.conversation.answer.Answer.NotKnown;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Topic;

/** What is not known, said so, with the office that may know; no office is invented where none is known. */
@Singleton
public class NotKnownAnswers {
    private final Municipalities municipalities;

    NotKnownAnswers(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    public NotKnown nothingFound(MunicipalityId municipality, boolean groups, Speech speech) {
        return withOffice(
                groups ? Topic.GROUPS : Topic.OTHER,
                Reason.NOTHING_FOUND,
                speech.say("not-known.nothing"),
                get(municipality),
                speech);
    }

    /** Nothing can be searched now; that is no word on what the documents say. */
    public NotKnown searchAway(MunicipalityId municipality, boolean groups, Speech speech) {
        return withOffice(
                groups ? Topic.GROUPS : Topic.OTHER,
                Reason.SEARCH_AWAY,
                speech.say("not-known.search-away"),
                get(municipality),
                speech);
    }

    /** Something near was found; it is offered as choices, not told as the answer. */
    public NotKnown onlyRelated(MunicipalityId municipality, List<Choice> related, Speech speech) {
        var answer = nothingFound(municipality, false, speech);
        return new NotKnown(Topic.OTHER, Reason.ONLY_RELATED, answer.words(), related);
    }

    public NotKnown undocumented(Intent.Undocumented intent, Speech speech) {
        Municipality municipality = get(intent.municipality());
        String what = municipality.gaps().stream()
                .map(Municipality.Gap::what)
                .filter(gap -> gap.says().equals(intent.what()))
                .map(gap -> gap.in(speech.language()))
                .findFirst()
                .orElseGet(() -> speech.language().isJapanese() ? intent.what() : speech.say("words.this-field"));
        return withOffice(
                Topic.JOIN, Reason.UNDOCUMENTED, speech.say("not-known.gap", "what", what), municipality, speech);
    }

    public NotKnown aspect(Municipality municipality, String aspectKey, Speech speech) {
        String words = speech.say(
                "not-known.aspect",
                "municipality",
                new Naming(speech).of(municipality),
                "what",
                speech.say("aspects." + aspectKey));
        return withOffice(Topic.NETWORK, Reason.UNDOCUMENTED, words, municipality, speech);
    }

    public NotKnown joining(Municipality municipality, Speech speech) {
        String words = speech.say("not-known.join", "municipality", new Naming(speech).of(municipality));
        return withOffice(Topic.JOIN, Reason.UNDOCUMENTED, words, municipality, speech);
    }

    public NotKnown office(Municipality municipality, Speech speech) {
        String words = speech.say("not-known.office", "municipality", new Naming(speech).of(municipality));
        return withOffice(Topic.JOIN, Reason.UNDOCUMENTED, words, municipality, speech);
    }

    public NotKnown events(Intent.Events intent, Speech speech) {
        String words = intent.when()
                .map(when -> speech.say("not-known.events-on", "when", speech.say(when)))
                .orElseGet(() -> speech.say("not-known.events"));
        return withOffice(Topic.EVENTS, Reason.NO_EVENTS, words, get(intent.municipality()), speech);
    }

    public NotKnown areaOfTown(Municipality municipality, Place place, Speech speech) {
        String words = speech.say(
                "not-known.area-of-town", "municipality", new Naming(speech).of(municipality), "place", place.name());
        return withOffice(Topic.AREA, Reason.UNKNOWN_PLACE, words, municipality, speech);
    }

    /** Another field than ours: which office it is we do not know, so none is named. */
    public NotKnown outOfScope(Intent.OutOfScope intent, Speech speech) {
        String field = speech.language().isJapanese() ? intent.field() : speech.say("words.this-field");
        String words = speech.say("not-known.out-of-scope", "field", field)
                + "\n"
                + speech.say(
                        "not-known.ask-counter", "municipality", new Naming(speech).of(get(intent.municipality())));
        return new NotKnown(Topic.OTHER, Reason.OUT_OF_SCOPE, words, List.of());
    }

    public NotKnown unknownPlace(Intent.UnknownPlace intent, Speech speech) {
        String place = intent.none().typed();
        if (intent.none().why() == Why.ELSEWHERE) {
            var naming = new Naming(speech);
            String towns = naming.list(
                    municipalities.listMunicipalities().stream().map(naming::of).toList());
            String words = speech.say("not-known.elsewhere", "place", place, "towns", towns) + "\n"
                    + speech.say("not-known.ask-own-city");
            return new NotKnown(Topic.OTHER, Reason.ELSEWHERE, words, List.of());
        }
        String words = intent.named()
                .map(named -> speech.say(
                        "not-known.unknown-in", "municipality", new Naming(speech).of(get(named)), "place", place))
                .orElseGet(() -> speech.say(
                        intent.none().why() == Why.UNKNOWN_POSTCODE
                                ? "not-known.unknown-postcode"
                                : "not-known.unknown-name",
                        "place",
                        place));
        return new NotKnown(Topic.AREA, Reason.UNKNOWN_PLACE, words, List.of());
    }

    private NotKnown withOffice(Topic topic, Reason reason, String words, Municipality municipality, Speech speech) {
        return new NotKnown(topic, reason, words + "\n" + whomToAsk(municipality, speech), List.of());
    }

    /** 「…課（電話番号）へ」, where an office is known. */
    public String whomToAsk(MunicipalityId municipality, Speech speech) {
        return whomToAsk(get(municipality), speech);
    }

    private static String whomToAsk(Municipality municipality, Speech speech) {
        Optional<Municipality.Office> office = municipality.office().map(Fact::value);
        if (office.isEmpty()) {
            return speech.say("not-known.ask-city", "municipality", new Naming(speech).of(municipality));
        }
        String name = new Naming(speech).office(office.get());
        return office.get()
                .telephone()
                .map(number -> speech.say("not-known.ask-office-telephone", "office", name, "telephone", number))
                .orElseGet(() -> speech.say("not-known.ask-office", "office", name));
    }

    private Municipality get(MunicipalityId id) {
        return municipalities.getMunicipality(id);
    }
}
