package tsunagu.conversation.gatherings;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tsunagu.areas.Municipality;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.groups.Gathering;
import tsunagu.message.Message;
import tsunagu.message.Source;

/** A group or place as a card, and as the source of what the card says. */
final class GatheringCards {
    private static final String MAP = "https://www.google.com/maps/search/?api=1&query=";

    private final Municipality municipality;
    private final Speech speech;

    GatheringCards(Municipality municipality, Speech speech) {
        this.municipality = municipality;
        this.speech = speech;
    }

    Message.Card card(Gathering one) {
        var lines = new ArrayList<Message.Line>();
        lines.add(new Message.Line(speech.say("gatherings.card.kind"), kind(one)));
        line(lines, "what", one.what());
        line(lines, "when", one.when());
        line(lines, "where", where(one));
        line(lines, "for-whom", one.forWhom());
        line(lines, "fee", one.fee());
        line(lines, "joining", one.joining());
        line(lines, "contact", one.contact().name().orElse(""));
        line(lines, "telephone", one.contact().telephone().orElse(""));
        line(lines, "mail", one.contact().mail().orElse(""));
        line(lines, "confirmed", confirmed(one));
        return new Message.Card(one.name(), lines, links(one));
    }

    String kind(Gathering one) {
        return speech.say("gatherings.kinds." + one.kind());
    }

    private void line(List<Message.Line> lines, String key, String value) {
        if (!value.isEmpty()) lines.add(new Message.Line(speech.say("gatherings.card." + key), value));
    }

    private String confirmed(Gathering one) {
        String day = one.confirmedOn().map(Object::toString).orElse(speech.say("gatherings.never-confirmed"));
        return one.stale() ? speech.say("gatherings.card.old", "day", day) : day;
    }

    private static String where(Gathering one) {
        String name = one.venue().name();
        String address = one.venue().address();
        if (name.isEmpty() || address.isEmpty()) return name + address;
        return name + "（" + address + "）";
    }

    private List<Message.Link> links(Gathering one) {
        var links = new ArrayList<Message.Link>();
        one.contact()
                .telephone()
                .map(number -> number.replaceAll("[^0-9+#*]", ""))
                .ifPresent(number -> links.add(link("card.call", "tel:" + number)));
        String map = map(one.venue());
        if (!map.isEmpty()) links.add(link("gatherings.card.map", MAP + map));
        one.contact().form().ifPresent(form -> links.add(link("gatherings.card.form", form)));
        if (!one.homepage().isEmpty()) links.add(link("gatherings.card.homepage", one.homepage()));
        return links;
    }

    private Message.Link link(String key, String address) {
        return new Message.Link(speech.say(key), URI.create(address));
    }

    private static String map(Gathering.Venue venue) {
        return venue.point()
                .map(point -> String.format(Locale.ROOT, "%.6f%%2C%.6f", point.latitude(), point.longitude()))
                .orElseGet(() -> URLEncoder.encode(venue.address(), StandardCharsets.UTF_8));
    }

    /** The list staff keep, or the page the group stands on; with the day it was last confirmed. */
    Source source(Gathering one) {
        String town = new Naming(speech).of(municipality);
        String title =
                one.sourceTitle().isEmpty() ? speech.say("gatherings.source", "municipality", town) : one.sourceTitle();
        String day = one.confirmedOn()
                .map(confirmed -> speech.say("gatherings.confirmed-on", "day", confirmed))
                .orElse(speech.say("gatherings.never-confirmed"));
        return new Source("group-" + one.id(), title, town, day, one.name(), "");
    }
}
