package tsunagu.areas.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/**
 * A name with the readings of its kanji, written {@code 田無[たなし]第四中}: the bracket reads the kanji right before it.
 *
 * @param written 「田無第四中」
 * @param reading 「たなしだいよんちゅう」, as far as the readings are given
 */
public record Name(String written, String reading, List<Part> parts) {

    private static final Pattern PART = Pattern.compile("([\\p{IsHan}々ヶ]+)\\[([^\\]]+)]|第([一二三四五])|([^\\[\\]])");
    private static final Pattern NUMBERED_SCHOOL = Pattern.compile(".+第[一二三四五][小中]");
    private static final Pattern CHOME_NUMBER = Pattern.compile("の?(?:[0-9]{1,2}|[一二三四五六七八九十])丁目");
    private static final Pattern KANJI = Pattern.compile("[\\p{IsHan}々ヶ]+");
    private static final List<String> NUMBER_READINGS =
            List.of("いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう", "じゅう");
    private static final List<String> CHOME_READINGS =
            List.of("いっ", "に", "さん", "よん", "ご", "ろく", "なな", "はっ", "きゅう", "じゅっ");

    public Name {
        parts = List.copyOf(parts);
    }

    /** A stretch of the name and all the ways it is typed: first how it is written, then how it is read. */
    public record Part(List<String> ways) {
        public Part {
            ways = List.copyOf(ways);
        }

        String written() {
            return ways.getFirst();
        }

        String read() {
            return ways.size() > 1 ? ways.get(1) : ways.getFirst();
        }
    }

    /**
     * A name whose reading is known as a whole only.
     *
     * @param reading in hiragana, may be empty
     */
    public static Name of(String written, String reading) {
        if (reading.isEmpty()) return of(written);
        var pattern = new StringBuilder();
        var runs = new ArrayList<String>();
        int from = 0;
        Matcher kanji = KANJI.matcher(written);
        while (kanji.find()) {
            pattern.append(literally(written.substring(from, kanji.start()))).append("(.+)");
            runs.add(kanji.group());
            from = kanji.end();
        }
        pattern.append(literally(written.substring(from)));
        Matcher read = Pattern.compile(pattern.toString()).matcher(reading);
        if (!read.matches() || runs.isEmpty()) return new Name(written, reading, List.of(read(written, reading)));
        var ruby = new StringBuilder();
        for (int i = 0, at = 0; i < runs.size(); i++) {
            int start = written.indexOf(runs.get(i), at);
            at = start + runs.get(i).length();
            int end = i + 1 < runs.size() ? written.indexOf(runs.get(i + 1), at) : written.length();
            if (i == 0) ruby.append(written, 0, start);
            ruby.append(runs.get(i)).append('[').append(read.group(i + 1)).append(']');
            ruby.append(written, at, end);
        }
        return of(ruby.toString());
    }

    private static String literally(String kana) {
        return Pattern.quote(Folding.hiragana(kana));
    }

    /** Whether the number of a part of a town stands there: 「5丁目」, which follows no school's name. */
    public static boolean isChomeAt(String text, int at) {
        return CHOME_NUMBER.matcher(text).region(at, text.length()).lookingAt();
    }

    /** The name of a part of this town: 「三丁目」, and in digits. */
    public Name chome(String kanji, int number) {
        int last = (number + 9) % 10;
        String tens = number > 10 ? (number >= 20 ? NUMBER_READINGS.get(number / 10 - 1) : "") + "じゅう" : "";
        String read = tens + CHOME_READINGS.get(last) + "ちょうめ";
        var longer = new ArrayList<>(parts);
        longer.add(new Part(List.of(kanji + "丁目", read, number + "丁目")));
        return new Name(written + kanji + "丁目", reading + read, longer);
    }

    public static Name of(String ruby) {
        var parts = new ArrayList<Part>();
        Matcher part = PART.matcher(ruby);
        while (part.find()) {
            if (part.group(1) != null) parts.add(read(part.group(1), part.group(2)));
            else if (part.group(3) != null) parts.add(ordinal(part.group(3)));
            else parts.add(single(part.group(4), part.end() == ruby.length()));
        }
        var written = new StringBuilder();
        var reading = new StringBuilder();
        parts.forEach(p -> written.append(p.written()));
        parts.forEach(p -> reading.append(p.read()));
        return new Name(written.toString(), reading.toString(), parts);
    }

    /** The reading with blanks between words: 「ちいき きょうりょく ネットワーク」; suffixes such as し stay with theirs. */
    public String readingInWords() {
        var words = new StringBuilder();
        boolean kanjiBefore = false;
        for (Part part : parts) {
            boolean kanji = Kana.isKanji(part.written().charAt(0));
            boolean word = kanji
                    ? part.written().length() > 1
                    : Kana.isKatakana(part.written().charAt(0));
            if (kanjiBefore && word) words.append(' ');
            words.append(part.read());
            kanjiBefore = kanji;
        }
        return words.toString();
    }

    /**
     * What residents call a numbered school among themselves: 「保谷第二」 for 保谷第二小. Empty for every other name. Without
     * its 第 it is no name: 「田無二」 may go on as 「田無二丁目」.
     */
    public Optional<Name> findStem() {
        int kept = parts.size() - 1;
        if (kept < 2 || !NUMBERED_SCHOOL.matcher(written).matches()) return Optional.empty();
        var stem = new ArrayList<>(parts.subList(0, kept));
        List<String> ordinal = stem.removeLast().ways().stream()
                .filter(way -> way.startsWith("第") || way.startsWith("だい"))
                .toList();
        stem.add(new Part(ordinal));
        String read = parts.getLast().read();
        return Optional.of(new Name(
                written.substring(0, written.length() - 1),
                reading.substring(0, reading.length() - read.length()),
                stem));
    }

    /** Everything people type for this name, folded or not; the written form first. */
    public List<String> spellings() {
        List<String> all = List.of("");
        for (Part part : parts) {
            var longer = new ArrayList<String>();
            for (String start : all) for (String way : part.ways()) longer.add(start + way);
            all = longer;
        }
        return all.stream().distinct().toList();
    }

    /** 町 is read ちょう in one town and まち in the next; residents of neither are expected to know. */
    private static Part read(String kanji, String reading) {
        var ways = new ArrayList<>(List.of(kanji, reading));
        if (reading.endsWith("ちょう")) ways.add(reading.substring(0, reading.length() - 3) + "まち");
        if (reading.endsWith("まち")) ways.add(reading.substring(0, reading.length() - 2) + "ちょう");
        if (kanji.endsWith("町") && kanji.length() > 1) {
            String stem = kanji.substring(0, kanji.length() - 1);
            ways.add(stem + "ちょう");
            ways.add(stem + "まち");
        }
        return new Part(ways);
    }

    private static Part ordinal(String kanjiDigit) {
        int number = "一二三四五".indexOf(kanjiDigit) + 1;
        String read = NUMBER_READINGS.get(number - 1);
        return new Part(List.of(
                "第" + kanjiDigit, "だい" + read, kanjiDigit, "第" + number, String.valueOf(number), read, "だい" + number));
    }

    private static Part single(String character, boolean last) {
        return switch (character) {
            case "中" -> last ? new Part(List.of("中", "ちゅう", "中学校", "中学", "ちゅうがっこう", "ちゅうがく")) : new Part(List.of("中"));
            case "小" -> last ? new Part(List.of("小", "しょう", "小学校", "小学", "しょうがっこう", "しょうがく")) : new Part(List.of("小"));
            case "が" -> new Part(List.of("が", "が", "け"));
            default -> new Part(List.of(character));
        };
    }
}
