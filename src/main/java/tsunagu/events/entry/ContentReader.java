package tsunagu.events.entry;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.text.Folding;

/** Texts that somebody typed, or a file holds, into an event, or a sentence for each field that cannot be. */
@Singleton
public class ContentReader {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[^\\s/<>\"]+\\.[^\\s<>\"]+|https?://localhost[^\\s<>\"]*");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("[;；,、\\n\\s]+");

    /** 「令和8年11月28日（土曜日）午後」 */
    private static final int LONGEST_MOMENT = 60;

    private final Municipalities municipalities;

    ContentReader(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /**
     * What was read.
     *
     * @param problems by field, Japanese sentences
     */
    public record Read(Content content, Map<Field, String> problems) {
        public boolean isGood() {
            return problems.isEmpty();
        }

        /** All problems in one text, each with its field. */
        public String reason() {
            var reasons = new ArrayList<String>();
            problems.forEach((field, says) -> reasons.add(field.label() + "：" + says));
            return String.join(" ", reasons);
        }
    }

    public Read read(Map<Field, String> sent, String municipality) {
        var texts = new EnumMap<Field, String>(Field.class);
        var problems = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            String text = tidy(field, sent.getOrDefault(field, ""));
            int longest = field.isDay() || field.isTime() ? LONGEST_MOMENT : field.longest();
            if (text.length() > longest) problems.put(field, longest + "文字までにしてください。");
            texts.put(field, text);
        }
        for (Field field : Field.values()) {
            if (field.isDay()) put(field, Moments::day, "2026-11-28 のような日付にしてください。", texts, problems);
            if (field.isTime()) put(field, Moments::time, "13:30 のような時刻にしてください。", texts, problems);
        }
        addresses(texts, problems);
        location(texts, problems);
        areas(municipality, texts, problems);
        except(texts, problems);
        if (SCIENTIFIC.matcher(texts.get(Field.ID)).matches()) {
            problems.put(Field.ID, "表計算ソフトが数を縮めた形（1.2E+11）です。もとの番号に直してください。");
        }
        if (texts.get(Field.TITLE).isEmpty()) problems.put(Field.TITLE, "行事の名前を書いてください。");
        if (problems.isEmpty()) days(texts, problems);
        return new Read(new Content(texts), problems);
    }

    private static String tidy(Field field, String text) {
        String lines = CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
        return field.hasLines() ? lines.strip() : lines.replaceAll("\\s+", " ").strip();
    }

    /** What a reader makes of a text; empty where it is none. */
    private interface TextReader {
        Optional<String> find(String text);
    }

    private static void put(
            Field field, TextReader reader, String says, Map<Field, String> texts, Map<Field, String> problems) {
        String text = texts.get(field);
        if (text.isEmpty()) return;
        reader.find(text).ifPresentOrElse(read -> texts.put(field, read), () -> problems.put(field, says));
    }

    private static void addresses(Map<Field, String> texts, Map<Field, String> problems) {
        for (Field field : List.of(Field.URL, Field.CONTENT_URL)) {
            String text = texts.get(field);
            if (!text.isEmpty() && !ADDRESS.matcher(text).matches()) {
                problems.put(field, "https:// で始まるアドレスにしてください。");
            }
        }
    }

    /** Swapped, or with the decimal point lost, as real files have them. */
    private static void location(Map<Field, String> texts, Map<Field, String> problems) {
        String latitude = Folding.width(texts.get(Field.LATITUDE)).replace(" ", "");
        String longitude = Folding.width(texts.get(Field.LONGITUDE)).replace(" ", "");
        if (latitude.isEmpty() && longitude.isEmpty()) return;
        Optional<String> north = within(latitude, 20, 46);
        Optional<String> east = within(longitude, 122, 154);
        if (north.isEmpty() || east.isEmpty()) {
            north = within(longitude, 20, 46);
            east = within(latitude, 122, 154);
        }
        if (north.isEmpty() || east.isEmpty()) {
            problems.put(Field.LATITUDE, "日本の緯度（35.7 など）と経度（139.5 など）にしてください。");
            return;
        }
        texts.put(Field.LATITUDE, north.get());
        texts.put(Field.LONGITUDE, east.get());
    }

    private static Optional<String> within(String text, int least, int most) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,12})?")) return Optional.empty();
        var number = new BigDecimal(text);
        if (!text.contains(".")) {
            while (number.compareTo(BigDecimal.valueOf(1000)) > 0) number = number.movePointLeft(1);
            if (number.compareTo(BigDecimal.valueOf(most)) > 0) number = number.movePointLeft(1);
        }
        boolean good =
                number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        return good ? Optional.of(number.toPlainString()) : Optional.empty();
    }

    private void areas(String municipality, Map<Field, String> texts, Map<Field, String> problems) {
        if (texts.get(Field.AREAS).isEmpty()) return;
        List<Area> known =
                municipalities.getMunicipality(new MunicipalityId(municipality)).areas();
        var ids = new ArrayList<String>();
        for (String item : BETWEEN_ITEMS.split(texts.get(Field.AREAS))) {
            if (item.isEmpty()) continue;
            Optional<Area> area = known.stream()
                    .filter(one -> one.id().toString().equals(item)
                            || one.id().value().equals(item)
                            || one.name().equals(item))
                    .findFirst();
            if (area.isEmpty()) problems.put(Field.AREAS, "「" + shortened(item) + "」という地区がありません。");
            else if (!ids.contains(area.get().id().toString()))
                ids.add(area.get().id().toString());
        }
        texts.put(Field.AREAS, String.join(";", ids));
    }

    private static void except(Map<Field, String> texts, Map<Field, String> problems) {
        var days = new ArrayList<String>();
        for (String item : BETWEEN_ITEMS.split(texts.get(Field.EXCEPT))) {
            if (item.isEmpty()) continue;
            Optional<String> day = Moments.day(item);
            if (day.isEmpty()) problems.put(Field.EXCEPT, "「" + shortened(item) + "」は日付ではありません。");
            else if (!days.contains(day.get())) days.add(day.get());
        }
        texts.put(Field.EXCEPT, String.join(";", days));
    }

    private static void days(Map<Field, String> texts, Map<Field, String> problems) {
        if (texts.get(Field.START).isEmpty()) {
            if (texts.get(Field.DATE_NOTE).isEmpty()) {
                problems.put(Field.START, "日付を選ぶか、決まっていなければ「日時の補足」に「9月上旬の予定」などと書いてください。");
            }
            return;
        }
        LocalDate start = LocalDate.parse(texts.get(Field.START));
        LocalDate end = texts.get(Field.END).isEmpty() ? start : LocalDate.parse(texts.get(Field.END));
        if (end.isBefore(start)) problems.put(Field.END, "はじまる日より前になっています。");
        boolean backwards = end.equals(start)
                && !texts.get(Field.FROM).isEmpty()
                && !texts.get(Field.TO).isEmpty()
                && texts.get(Field.TO).compareTo(texts.get(Field.FROM)) < 0;
        if (backwards) problems.put(Field.TO, "開始時刻より前になっています。");
        if (end.isAfter(start.plusYears(2))) problems.put(Field.END, "2年より長い行事です。おわる日を確かめてください。");
        repeat(texts, problems, start);
    }

    private static void repeat(Map<Field, String> texts, Map<Field, String> problems, LocalDate start) {
        String pattern = texts.get(Field.REPEAT);
        String rule = Repeats.rule(pattern, start).orElse(pattern);
        if (rule.toUpperCase(Locale.ROOT).startsWith("FREQ=") && !Days.isRule(rule)) {
            problems.put(Field.REPEAT, "くり返しの規則として読めません。FREQ=WEEKLY のように書いてください。");
        }
        texts.put(
                Field.REPEAT, rule.toUpperCase(Locale.ROOT).startsWith("FREQ=") ? rule.toUpperCase(Locale.ROOT) : rule);
        String until = texts.get(Field.REPEAT_UNTIL);
        if (!until.isEmpty() && LocalDate.parse(until).isBefore(start)) {
            problems.put(Field.REPEAT_UNTIL, "はじまる日より前になっています。");
        }
    }

    private static String shortened(String item) {
        return item.substring(0, Math.min(30, item.length()));
    }
}
