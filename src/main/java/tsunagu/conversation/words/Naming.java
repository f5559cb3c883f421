package tsunagu.conversation.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;
import tsunagu.text.Language;

/** How places and offices are called in a language; official names stay Japanese, with a reading. */
public record Naming(Speech speech) {

    public String of(Municipality municipality) {
        return municipality.title().in(language());
    }

    public String of(Area area) {
        return area.title().in(language());
    }

    public String of(Area.School school) {
        return school.title().in(language());
    }

    public String of(Area.Town town) {
        return town.title().in(language());
    }

    public String of(Place place) {
        return switch (place) {
            case Place.AtSchool school -> of(school.school());
            case Place.InTown town -> of(town.town());
            case Place.OfArea area -> area.name();
            case Place.Whole whole -> whole.name();
        };
    }

    public String network(Area area) {
        return area.network().title().in(language());
    }

    public String networkWord(Municipality municipality) {
        return municipality.networkWord().title().in(language());
    }

    /** 「協働コミュニティ課」, without its telephone number. */
    public String office(Municipality.Office office) {
        return office.title().in(language());
    }

    /** Its whole name: 「西東京市 生活文化スポーツ部 協働コミュニティ課」. */
    public String officeInFull(Municipality.Office office) {
        return language() == Language.JAPANESE ? office.name() : office(office);
    }

    /** 「協働コミュニティ課（042-420-2821）」; where no office is known, the municipality's own counter without a number. */
    public String office(Municipality municipality) {
        Optional<Municipality.Office> office = municipality.office().map(Fact::value);
        if (office.isEmpty()) return speech.say("words.office-unknown", "municipality", of(municipality));
        String name = office(office.get());
        return office.get()
                .telephone()
                .map(telephone -> speech.say("words.office-telephone", "office", name, "telephone", telephone))
                .orElse(name);
    }

    /** 「参加のしかたや質問は、…へどうぞ。」; of taking part only where it is known how. */
    public String askOffice(Municipality municipality) {
        String key = municipality.joining().isPresent() ? "area.ask" : "area.ask-only";
        return speech.say(key, "office", office(municipality));
    }

    public String list(List<String> names) {
        return names.stream().collect(Collectors.joining(speech.say("words.list-comma")));
    }

    private Language language() {
        return speech.language();
    }
}
