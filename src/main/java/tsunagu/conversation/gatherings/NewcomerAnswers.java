package tsunagu.conversation.gatherings;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import tsunagu.message.Topic;

/** For somebody who has just moved in: besides their area and whom to ask, where people gather and what is on next. */
@Singleton
public class NewcomerAnswers {
    private static final int MOST_PLACES = 2;

    private final GatheringAnswers gatherings;
    private final Municipalities municipalities;

    NewcomerAnswers(GatheringAnswers gatherings, Municipalities municipalities) {
        this.gatherings = gatherings;
        this.municipalities = municipalities;
    }

    /**
     * The answer about the area, and what else helps; as it was where nothing is registered.
     *
     * @param comingUp gives the answer to what is on in an area
     */
    public Answer welcome(Intent.WhichArea which, Answer area, Function<AreaId, Answer> comingUp, Speech speech) {
        Optional<AreaId> home = which.places().stream()
                .map(Place::area)
                .flatMap(Optional::stream)
                .findFirst();
        if (!which.newcomer() || home.isEmpty() || !(area instanceof Answer.Cited cited)) return area;
        List<Gathering> near = gatherings.listOpenTo(home.get(), MOST_PLACES);
        Answer next = comingUp.apply(home.get());
        if (near.isEmpty() && !(next instanceof Answer.Cited)) return area;
        var messages = new ArrayList<>(cited.messages());
        var sources = new ArrayList<>(cited.sources());
        places(near, home.get(), messages, sources, speech);
        if (next instanceof Answer.Cited event) first(event, messages, sources);
        List<Choice> choices = new ArrayList<>(cited.choices());
        for (String key : List.of("newcomer.places", "newcomer.cafeteria", "newcomer.stints", "newcomer.events")) {
            choices.add(new Choice(speech.say(key)));
        }
        return new Answer.Cited(cited.topic(), messages, sources, choices, cited.passages());
    }

    /** Where people gather in an area; empty where nothing is registered. */
    public Optional<Answer.Cited> findPlaces(AreaId home, Speech speech) {
        List<Gathering> near = gatherings.listOpenTo(home, MOST_PLACES);
        if (near.isEmpty()) return Optional.empty();
        var messages = new ArrayList<Message>();
        var sources = new ArrayList<Source>();
        places(near, home, messages, sources, speech);
        return Optional.of(new Answer.Cited(Topic.GROUPS, messages, sources, List.of()));
    }

    private void places(
            List<Gathering> near, AreaId home, List<Message> messages, List<Source> sources, Speech speech) {
        if (near.isEmpty()) return;
        Municipality municipality = municipalities.getMunicipality(home.municipality());
        var cards = new GatheringCards(municipality, speech);
        messages.add(new Message.Text(
                speech.say("newcomer.gather", "area", new Naming(speech).of(municipalities.getArea(home)))));
        near.forEach(one -> messages.add(cards.card(one)));
        near.forEach(one -> sources.add(cards.source(one)));
    }

    /** The soonest event, which comes first. */
    private static void first(Answer.Cited event, List<Message> messages, List<Source> sources) {
        event.messages().stream()
                .filter(Message.Card.class::isInstance)
                .findFirst()
                .ifPresent(card -> {
                    messages.add(card);
                    sources.add(event.sources().getFirst());
                });
    }
}
