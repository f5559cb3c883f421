package tsunagu.events.entry;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.text.Folding;

/**
 * All that staff write of an event, field by field, as {@link ContentReader} has made it: days as {@code 2026-11-28},
 * times as {@code 13:30}, lists parted by {@code ;}, nothing blank, no space around.
 */
public record Content(Map<Field, String> texts) {
    public static final Content EMPTY = new Content(Map.of());

    private static final Pattern FREE = Pattern.compile("無料|参加費なし|費用なし|料金なし|不要|無し?|なし|0円|¥?0|free");

    public Content {
        var kept = new EnumMap<Field, String>(Field.class);
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) kept.put(field, text);
        });
        texts = java.util.Collections.unmodifiableMap(kept);
    }

    /** Empty where nothing is written. */
    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    public Optional<String> find(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** The same with one field changed. */
    public Content with(Field field, String text) {
        var changed = new EnumMap<Field, String>(Field.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new Content(changed);
    }

    public Optional<LocalDate> day(Field field) {
        return find(field).map(LocalDate::parse);
    }

    public Optional<LocalTime> time(Field field) {
        return find(field).map(LocalTime::parse);
    }

    /** The items of a list, such as {@link Field#AREAS}. */
    public List<String> list(Field field) {
        return Arrays.stream(text(field).split(";"))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Whether it says that it costs nothing; what says nothing of a fee is not known to be free. */
    public boolean isFree() {
        String kind = Folding.width(text(Field.FEE_KIND)).strip();
        String fee = Folding.width(text(Field.FEE)).strip();
        return FREE.matcher(kind).matches() || FREE.matcher(fee).matches() || fee.startsWith("無料");
    }

    /** Name, and all other words somebody may look for it by. */
    public String words() {
        return String.join(
                " ",
                text(Field.TITLE),
                text(Field.KANA),
                text(Field.ENGLISH),
                text(Field.NICKNAME),
                text(Field.SUBTITLE),
                text(Field.KEYWORDS),
                text(Field.TAGS));
    }
}
