package tsunagu.conversation.gatherings;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.Place;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.groups.Gathering;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;

/** For somebody who has just moved in: besides their area and whom to ask, where people gather there. */
@Singleton
public class NewcomerAnswers {
    private static final int MOST_PLACES = 3;

    private final GatheringAnswers gatherings;
    private final Municipalities municipalities;

    NewcomerAnswers(GatheringAnswers gatherings, Municipalities municipalities) {
        this.gatherings = gatherings;
        this.municipalities = municipalities;
    }

    /** The answer about the area, and what else helps; as it was where nothing is registered. */
    public Answer welcome(Intent.WhichArea which, Answer area, Speech speech) {
        Optional<AreaId> home = which.places().stream()
                .map(Place::area)
                .flatMap(Optional::stream)
                .findFirst();
        if (!which.newcomer() || home.isEmpty() || !(area instanceof Answer.Cited cited)) return area;
        List<Gathering> near = gatherings.listOpenTo(home.get(), MOST_PLACES);
        if (near.isEmpty()) return area;
        Municipality municipality = municipalities.getMunicipality(home.get().municipality());
        var cards = new GatheringCards(municipality, speech);
        var messages = new ArrayList<>(cited.messages());
        messages.add(new Message.Text(
                speech.say("newcomer.gather", "area", new Naming(speech).of(municipalities.getArea(home.get())))));
        near.forEach(one -> messages.add(cards.card(one)));
        List<Source> sources = new ArrayList<>(cited.sources());
        near.forEach(one -> sources.add(cards.source(one)));
        List<Choice> choices = new ArrayList<>(cited.choices());
        for (String key : List.of("newcomer.places", "newcomer.cafeteria", "newcomer.stints")) {
            choices.add(new Choice(speech.say(key)));
        }
        return new Answer.Cited(cited.topic(), messages, sources, choices, cited.passages());
    }
}
