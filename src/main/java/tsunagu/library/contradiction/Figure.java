package tsunagu.library.contradiction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, date or address as a text has it.
 *
 * @param kind figures of different kinds never contradict each other
 * @param unit what is counted, or that a number is for faxes; empty for others
 * @param value the same for the same figure, however it is written
 * @param said as the text has it
 */
record Figure(Kind kind, String unit, String value, String said, int start, int end) {

    /** What a figure tells. */
    enum Kind {
        TELEPHONE("電話番号", "(?<![0-9-])0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}(?![0-9-])"),
        POSTCODE("郵便番号", "(?<![0-9-])[0-9]{3}-[0-9]{4}(?![0-9-])"),
        ADDRESS(
                "住所",
                "\\p{IsHan}[\\p{IsHan}ぁ-んァ-ヶ]{0,8}(?:[0-9一二三四五六七八九]+丁目[0-9]+番(?:地)?(?:[0-9]+号)?"
                        + "|[0-9]+-[0-9]+(?:-[0-9]+)?)(?![0-9-])"),
        MONEY("金額", "[0-9][0-9,]*(?:\\.[0-9]+)?(?:億|万|千)?円"),
        DATE(
                "日付",
                "(?:(?:令和|平成|昭和)(?:元|[0-9]{1,2})|[0-9]{4})年度?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9]{1,2}月[0-9]{1,2}日"),
        TIME("時刻", "(?:午前|午後)?[0-9]{1,2}(?:時(?:[0-9]{1,2}分|半)?(?!間)|:[0-9]{2})"),
        COUNT("数", "[0-9][0-9,]*(?:\\.[0-9]+)?(団体|世帯|か所|箇所|ヶ所|カ所|地区|校|館|町会|人|名|件|回|台|票|割|%|個|冊|戸|つ)");

        private final String label;
        private final Pattern pattern;

        Kind(String label, String pattern) {
            this.label = label;
            this.pattern = Pattern.compile(pattern);
        }

        /** 「電話番号」. */
        String label() {
            return label;
        }
    }

    /** All of a sentence, which must be in NFKC; what one kind has taken is no other's. */
    static List<Figure> listAll(String sentence) {
        var figures = new ArrayList<Figure>();
        for (Kind kind : Kind.values()) {
            Matcher found = kind.pattern.matcher(sentence);
            while (found.find()) {
                int start = found.start();
                int end = found.end();
                if (figures.stream().anyMatch(other -> start < other.end && other.start < end)) continue;
                String unit =
                        kind == Kind.COUNT ? unit(found.group(1)) : kind == Kind.TELEPHONE ? line(sentence, start) : "";
                figures.add(new Figure(kind, unit, value(kind, found.group()), found.group(), start, end));
            }
        }
        return figures;
    }

    /** A number for faxes is no other telephone number. */
    private static String line(String sentence, int start) {
        String before = sentence.substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT);
        return before.matches(".*(?:fax|ファクス|ファックス|ファクシミリ)[^0-9]*") ? "fax" : "";
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "箇所", "ヶ所", "カ所" -> "か所";
            case "名" -> "人";
            default -> unit;
        };
    }

    private static String value(Kind kind, String said) {
        return switch (kind) {
            case TELEPHONE -> said.replaceAll("[^0-9]", "");
            case MONEY -> amount(said);
            case DATE -> year(said);
            case COUNT -> said.replaceAll("[^0-9.]", "");
            case TIME -> time(said);
            case POSTCODE, ADDRESS -> said.replaceAll("丁目|番地|番", "-").replaceAll("号|-$", "");
        };
    }

    private static String amount(String said) {
        double number = Double.parseDouble(said.replaceAll("[^0-9.]", ""));
        if (said.contains("億")) number *= 100_000_000;
        if (said.contains("万")) number *= 10_000;
        if (said.contains("千")) number *= 1_000;
        return String.valueOf(Math.round(number));
    }

    private static String time(String said) {
        Matcher parts =
                Pattern.compile("(午後)?.*?([0-9]{1,2})(?:時|:)(半|[0-9]{1,2})?.*").matcher(said);
        if (!parts.matches()) return said;
        int hour = Integer.parseInt(parts.group(2)) % 24;
        if (parts.group(1) != null && hour < 12) hour += 12;
        String minute = parts.group(3) == null ? "0" : parts.group(3).equals("半") ? "30" : parts.group(3);
        return hour + ":" + Integer.parseInt(minute);
    }

    /** 令和5年 is 2023年. */
    private static String year(String said) {
        Matcher era = Pattern.compile("(令和|平成|昭和)(元|[0-9]{1,2})年(.*)").matcher(said);
        if (!era.matches()) return said;
        int number = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
        int before = switch (era.group(1)) {
            case "令和" -> 2018;
            case "平成" -> 1988;
            default -> 1925;
        };
        return before + number + "年" + era.group(3);
    }
}
