package tsunagu.conversation.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.Area;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.conversation.words.Speech;

/** How municipalities, areas and offices are called in a language. */
record Naming(Speech speech) {

    String of(Municipality municipality) {
        return speech.english() ? municipality.english() : municipality.name();
    }

    String of(Area area) {
        return speech.english() ? area.english() : area.name();
    }

    String network(Area area) {
        return area.network().name().value();
    }

    String networkWord(Municipality municipality) {
        var word = municipality.networkWord();
        return speech.english() ? word.english() : word.name();
    }

    /** 「協働コミュニティ課（042-420-2821）」; where no office is known, the municipality's own counter without a number. */
    String office(Municipality municipality) {
        Optional<Municipality.Office> office = municipality.office().map(Fact::value);
        if (office.isEmpty()) return speech.say("words.office-unknown", "municipality", of(municipality));
        String name = speech.english() ? office.get().english() : office.get().shortName();
        return office.get()
                .telephone()
                .map(telephone -> speech.say("words.office-telephone", "office", name, "telephone", telephone))
                .orElse(name);
    }

    /** 「参加のしかたや質問は、…へどうぞ。」; of taking part only where it is known how. */
    String askOffice(Municipality municipality) {
        String key = municipality.joining().isPresent() ? "area.ask" : "area.ask-only";
        return speech.say(key, "office", office(municipality));
    }

    String list(List<String> names) {
        return names.stream().collect(Collectors.joining(speech.say("words.list-comma")));
    }
}
