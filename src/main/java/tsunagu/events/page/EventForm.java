package tsunagu.events.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.desk.Choice;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.ContentReader;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Repeats;

/**
 * The editor's form, as it is shown.
 *
 * @param event empty for one that is new
 * @param revision of the event as the clerk saw it, 0 for a new one
 * @param theirs what a colleague has saved meanwhile
 */
public record EventForm(
        Optional<Event> event,
        String municipality,
        long revision,
        Content content,
        Map<Field, String> problems,
        Optional<Content> theirs) {

    public static EventForm fresh(String municipality, Content content) {
        return new EventForm(Optional.empty(), municipality, 0, content, Map.of(), Optional.empty());
    }

    public static EventForm of(Event event) {
        return new EventForm(
                Optional.of(event),
                event.municipality(),
                event.revision(),
                event.content(),
                Map.of(),
                Optional.empty());
    }

    public static EventForm wrong(Optional<Event> event, String municipality, long revision, ContentReader.Read read) {
        return new EventForm(event, municipality, revision, read.content(), read.problems(), Optional.empty());
    }

    /** The colleague's revision is the one to save upon next, now that the clerk has seen it. */
    public static EventForm conflict(Event theirs, Content mine) {
        return new EventForm(
                Optional.of(theirs),
                theirs.municipality(),
                theirs.revision(),
                mine,
                Map.of(),
                Optional.of(theirs.content()));
    }

    /** The fields as they were sent; of a list each item has a key of its own, {@code areas/nishitokyo/hokutobu}. */
    public static Map<Field, String> texts(Map<String, String> sent) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String items = sent.keySet().stream()
                    .filter(key -> key.startsWith(field.key() + "/"))
                    .map(key -> key.substring(field.key().length() + 1))
                    .sorted()
                    .collect(Collectors.joining(";"));
            texts.put(field, sent.getOrDefault(field.key(), items));
        }
        return texts;
    }

    /** Lists stand one item a line, where they have lines. */
    public String text(Field field) {
        String text = content.text(field);
        return field == Field.EXCEPT ? text.replace(";", "\n") : text;
    }

    /** What is wrong with a field; empty if nothing. */
    public String problem(Field field) {
        return problems.getOrDefault(field, "");
    }

    /** Null for a good field: the attribute is left out. */
    public String invalid(Field field) {
        return problems.containsKey(field) ? "true" : null;
    }

    public boolean isIn(String area) {
        return content.list(Field.AREAS).contains(area);
    }

    /** How often it may come back; what is written already among them, also where it has no simple words. */
    public List<Choice> repeats() {
        var choices = new ArrayList<>(List.of(
                new Choice("", "くり返さない"),
                new Choice("FREQ=WEEKLY", "毎週"),
                new Choice("FREQ=WEEKLY;INTERVAL=2", "2週に1回"),
                new Choice(Repeats.NTH, "毎月、はじまる日と同じ第何曜日"),
                new Choice("FREQ=MONTHLY", "毎月、同じ日"),
                new Choice("FREQ=YEARLY", "毎年、同じ日")));
        String now = content.text(Field.REPEAT);
        if (choices.stream().noneMatch(choice -> choice.value().equals(now))) {
            choices.add(new Choice(now, Repeats.words(now)));
        }
        return choices;
    }

    /** The fields in which a colleague's version differs from this. */
    public List<Field> differing() {
        return theirs.stream()
                .flatMap(other -> Arrays.stream(Field.values())
                        .filter(field -> !other.text(field).equals(content.text(field))))
                .toList();
    }
}
