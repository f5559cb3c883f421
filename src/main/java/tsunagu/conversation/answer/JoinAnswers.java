package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tsunagu.areas.AreaId;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** How to take part, and whom to call. */
@Singleton
public class JoinAnswers {
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;

    JoinAnswers(Municipalities municipalities, NotKnownAnswers notKnown) {
        this.municipalities = municipalities;
        this.notKnown = notKnown;
    }

    public Answer join(Intent.Join intent, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(intent.municipality());
        if (municipality.joining().isEmpty()) return notKnown.joining(municipality, speech);
        var joining = municipality.joining().get();
        String who = joining.who().value().in(speech.english());
        String how = joining.how().value().in(speech.english());
        String text = speech.say("join.how", "networks", networks(intent.areas(), municipality, speech), "who", who)
                + "\n"
                + how;
        var messages = new ArrayList<Message>(List.of(new Message.Text(text)));
        var facts = new ArrayList<Fact<?>>(List.of(joining.who(), joining.how()));
        municipality.office().ifPresent(office -> {
            messages.add(card(office.value(), speech));
            facts.add(office);
        });
        return new Answer.Cited(Topic.JOIN, messages, SourceNotes.of(facts), List.of());
    }

    public Answer contact(Intent.Contact intent, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(intent.municipality());
        if (municipality.office().isEmpty()) return notKnown.office(municipality, speech);
        Fact<Municipality.Office> office = municipality.office().get();
        String name =
                speech.english() ? office.value().english() : office.value().name();
        String text = intent.areas().isEmpty()
                ? speech.say("office.is", "office", name)
                : speech.say(
                        "office.for-network",
                        "network",
                        networks(intent.areas(), municipality, speech),
                        "office",
                        name);
        if (office.value().telephone().isEmpty()) text += "\n" + speech.say("office.no-telephone");
        List<Message> messages = List.of(new Message.Text(text), card(office.value(), speech));
        return new Answer.Cited(
                Topic.JOIN, messages, SourceNotes.of(office), List.of(new Choice(speech.say("choices.join"))));
    }

    private String networks(List<AreaId> areas, Municipality municipality, Speech speech) {
        var naming = new Naming(speech);
        if (areas.isEmpty()) return naming.networkWord(municipality);
        List<String> names =
                areas.stream().map(municipalities::getArea).map(naming::network).toList();
        return naming.list(names);
    }

    private static Message.Card card(Municipality.Office office, Speech speech) {
        var lines = new ArrayList<Message.Line>();
        office.address().ifPresent(address -> lines.add(new Message.Line(speech.say("card.address"), address)));
        office.telephone().ifPresent(number -> lines.add(new Message.Line(speech.say("card.telephone"), number)));
        List<Message.Link> links = office
                .telephone()
                .map(number -> new Message.Link(speech.say("card.call"), URI.create("tel:" + number)))
                .stream()
                .toList();
        return new Message.Card(speech.english() ? office.english() : office.name(), lines, links);
    }
}
