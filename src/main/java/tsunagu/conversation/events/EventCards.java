package tsunagu.conversation.events;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.conversation.wish.EventWish.Aspect;
import tsunagu.conversation.words.Speech;
import tsunagu.events.Happening;
import tsunagu.message.Message;
import tsunagu.text.DateRange;
import tsunagu.text.Folding;
import tsunagu.text.Language;

/** An event as a card: when, where, for whom, what it costs; to call, to find on a map, to put into a calendar. */
@Singleton
class EventCards {
    private static final Pattern NUMBER = Pattern.compile("0[0-9]{1,4}-?[0-9]{1,4}-?[0-9]{3,4}");
    private static final int LONGEST_SUMMARY = 120;

    private final Optional<String> address;
    private final String map;

    /**
     * @param address of this copy as residents' phones reach it, empty where it is not set
     * @param map address of a map with {@code {place}} in it
     */
    EventCards(@Value("${tsunagu.address:}") String address, @Value("${events.map}") String map) {
        this.address = Optional.of(address).filter(set -> !set.isEmpty());
        this.map = map;
    }

    Message.Card card(Happening happening, Speech speech) {
        var lines = new ArrayList<Message.Line>();
        add(lines, speech.say("events.when"), when(happening, speech));
        Happening.Told told = happening.told();
        add(
                lines,
                speech.say("events.what"),
                shortened(told.summary().isEmpty() ? told.description() : told.summary()));
        add(lines, speech.say("events.where"), where(told));
        add(lines, speech.say("events.for"), told.audience());
        add(lines, speech.say("events.fee"), told.fee());
        add(lines, speech.say("events.apply"), told.apply());
        add(lines, speech.say("events.rain"), told.rain());
        add(lines, speech.say("events.contact"), contact(told));
        add(lines, speech.say("events.more"), page(happening));
        return new Message.Card(title(happening, speech), lines, links(happening, speech));
    }

    private static void add(List<Message.Line> lines, String label, String value) {
        if (!value.isEmpty()) lines.add(new Message.Line(label, value));
    }

    private static String title(Happening happening, Speech speech) {
        boolean english = !happening.told().english().isEmpty() && speech.language() == Language.ENGLISH;
        String title = english ? happening.title() + " (" + happening.told().english() + ")" : happening.title();
        return happening.cancelled() ? speech.say("events.cancelled", "title", title) : title;
    }

    private static String when(Happening happening, Speech speech) {
        String note = happening.told().dateNote();
        if (happening.when().isEmpty()) return note.isEmpty() ? speech.say("events.undecided") : note;
        Happening.When when = happening.when().get();
        var text = new StringBuilder(speech.say(DateRange.of(when.first(), when.last())));
        when.from().ifPresent(from -> text.append(' ').append(time(from)).append("–"));
        when.to().ifPresent(to -> text.append(when.from().isEmpty() ? " –" : "").append(time(to)));
        String repeat = happening.told().repeat();
        if (!repeat.isEmpty()) text.append("（").append(repeat).append("）");
        if (!note.isEmpty()) text.append('\n').append(note);
        return text.toString();
    }

    private static String time(LocalTime time) {
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private static String where(Happening.Told told) {
        if (told.address().isEmpty() || told.place().contains(told.address())) return told.place();
        return told.place().isEmpty() ? told.address() : told.place() + "（" + told.address() + "）";
    }

    private static String contact(Happening.Told told) {
        return (told.contact() + " " + told.telephone()).strip();
    }

    private String page(Happening happening) {
        String own = happening.told().url();
        return own.isEmpty() ? address.map(base -> base + happening.path()).orElse("") : own;
    }

    private List<Message.Link> links(Happening happening, Speech speech) {
        var links = new ArrayList<Message.Link>();
        boolean dated = happening.when().isPresent() && !happening.cancelled();
        address.filter(any -> dated)
                .map(base -> URI.create(base + happening.path() + ".ics"))
                .ifPresent(uri -> links.add(new Message.Link(speech.say("events.to-calendar"), uri)));
        mapOf(happening.told()).ifPresent(uri -> links.add(new Message.Link(speech.say("events.to-map"), uri)));
        number(happening.told()).ifPresent(uri -> links.add(new Message.Link(speech.say("events.to-call"), uri)));
        String page = page(happening);
        if (!page.isEmpty()) uri(page).ifPresent(uri -> links.add(new Message.Link(speech.say("events.to-page"), uri)));
        return links;
    }

    private Optional<URI> mapOf(Happening.Told told) {
        String place = told.location().isEmpty() ? (told.address() + " " + told.place()).strip() : told.location();
        if (place.isEmpty()) return Optional.empty();
        return uri(map.replace("{place}", URLEncoder.encode(place, StandardCharsets.UTF_8)));
    }

    private static Optional<URI> number(Happening.Told told) {
        var found = NUMBER.matcher(Folding.width(told.telephone()));
        return found.find() ? uri("tel:" + found.group()) : Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_SUMMARY) return text;
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_SUMMARY)) + "…";
    }

    /** One event's answers to what was asked of it; what nobody wrote down is said to be unknown. */
    String aspects(Happening happening, Set<Aspect> aspects, Speech speech) {
        Happening.Told told = happening.told();
        Map<Aspect, String> known = new EnumMap<>(Aspect.class);
        known.put(Aspect.RAIN, told.rain());
        known.put(Aspect.PLACE, where(told));
        known.put(Aspect.TIME, when(happening, speech));
        known.put(Aspect.FEE, told.fee());
        known.put(Aspect.APPLY, told.apply());
        known.put(Aspect.CONTACT, contact(told));
        var lines = new ArrayList<String>();
        lines.add("■ " + title(happening, speech));
        for (Aspect aspect : Aspect.values()) {
            if (!aspects.contains(aspect)) continue;
            String label = speech.say("events.aspects." + aspect.name().toLowerCase(Locale.ROOT));
            String value = known.get(aspect);
            lines.add(
                    value.isEmpty()
                            ? speech.say("events.unknown", "what", label)
                            : speech.say("events.known", "what", label, "says", value));
        }
        boolean unknown = aspects.stream().anyMatch(aspect -> known.get(aspect).isEmpty());
        if (unknown && !contact(told).isEmpty() && !aspects.contains(Aspect.CONTACT)) {
            lines.add(speech.say("events.ask", "contact", contact(told)));
        }
        return String.join("\n", lines);
    }
}
