package tsunagu.groups.stint;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.groups.entry.State;
import tsunagu.text.Folding;

/**
 * The form of a small job, as it is shown.
 *
 * @param texts as they were sent, by the names of the fields
 * @param problems a sentence for each field at fault
 */
public record StintForm(
        long id,
        long revision,
        String municipality,
        State state,
        Map<String, String> texts,
        Map<String, String> problems) {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NOTES = 1000;
    private static final int LONGEST_PLACE = 300;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_PEOPLE = 1000;

    public static StintForm fresh(String municipality, String group) {
        return new StintForm(0, 0, municipality, State.DRAFT, Map.of("group", group, "needed", "1"), Map.of());
    }

    public static StintForm of(Stint stint) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("title", stint.title());
        texts.put("notes", stint.notes());
        texts.put("area", stint.area());
        texts.put("starts", stint.startsAt().toString());
        texts.put("minutes", Integer.toString(stint.minutes()));
        texts.put("place", stint.place());
        texts.put("needed", Integer.toString(stint.needed()));
        texts.put("group", stint.group().map(Object::toString).orElse(""));
        return new StintForm(stint.id(), stint.revision(), stint.municipality(), stint.state(), texts, Map.of());
    }

    /** As it was sent, with what is wrong with it. */
    static StintForm read(long id, long revision, String municipality, State state, Map<String, String> sent) {
        var texts = new LinkedHashMap<String, String>();
        var problems = new LinkedHashMap<String, String>();
        bounded("title", LONGEST_TITLE, sent, texts, problems);
        bounded("notes", LONGEST_NOTES, sent, texts, problems);
        bounded("place", LONGEST_PLACE, sent, texts, problems);
        for (String name : new String[] {"area", "starts", "minutes", "needed", "group"}) {
            bounded(name, LONGEST_PLACE, sent, texts, problems);
        }
        if (texts.get("title").isEmpty()) problems.put("title", "何の手伝いかを書いてください。");
        if (start(texts).isEmpty()) problems.put("starts", "日付と時刻を入れてください。");
        number("minutes", MOST_MINUTES, "何分くらいかを、1から1440までの数で書いてください。", texts, problems);
        number("needed", MOST_PEOPLE, "人数を、1から1000までの数で書いてください。", texts, problems);
        return new StintForm(id, revision, municipality, state, texts, problems);
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    /** Only of a good form. */
    Stint stint(State to) {
        return new Stint(
                id,
                municipality,
                Optional.of(text("group"))
                        .filter(one -> one.matches("[0-9]{1,18}"))
                        .map(Long::valueOf),
                text("title"),
                text("notes"),
                text("area"),
                start(texts).orElseThrow(),
                Integer.parseInt(text("minutes")),
                text("place"),
                Integer.parseInt(text("needed")),
                to,
                revision,
                "",
                Instant.EPOCH);
    }

    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** What is wrong with a field; empty if nothing. */
    public String problem(String name) {
        return problems.getOrDefault(name, "");
    }

    private static Optional<LocalDateTime> start(Map<String, String> texts) {
        try {
            return Optional.of(
                    LocalDateTime.parse(texts.getOrDefault("starts", "").replace(' ', 'T')));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void bounded(
            String name,
            int longest,
            Map<String, String> sent,
            Map<String, String> texts,
            Map<String, String> problems) {
        String text = sent.getOrDefault(name, "")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .strip();
        if (text.length() > longest) problems.put(name, "長すぎます。" + longest + "文字までで書いてください。");
        texts.put(name, text.substring(0, Math.min(longest, text.length())));
    }

    private static void number(
            String name, int most, String says, Map<String, String> texts, Map<String, String> problems) {
        String text = Folding.width(texts.get(name)).strip();
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) problems.put(name, says);
        else texts.put(name, Integer.toString(number));
    }
}
