package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tsunagu.areas.AreaId;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
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
        String who = joining.who().value().in(speech.language());
        String how = joining.how().value().in(speech.language());
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
        String name = new Naming(speech).officeInFull(office.value());
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

    /** The fax number is told only where it is asked for, with its age. */
    public Answer fax(MunicipalityId id, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(id);
        var office = municipality.office();
        if (office.isEmpty()) return notKnown.office(municipality, speech);
        var fax = office.get().value().fax();
        if (fax.isEmpty()) return contact(new Intent.Contact(id, List.of()), speech);
        String name = new Naming(speech).office(office.get().value());
        String text =
                speech.say("office.fax", "office", name, "number", fax.get().value());
        return new Answer.Cited(
                Topic.JOIN,
                List.of(new Message.Text(text), card(office.get().value(), speech)),
                SourceNotes.of(fax.get(), office.get()),
                List.of());
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
        return new Message.Card(new Naming(speech).officeInFull(office), lines, links);
    }
}
