package tsunagu.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years as people write them: 令和6年, R6, 平成27年度, 2015年, 元年; and the small numbers in them. */
public final class Years {
    /** The year before the era's first. */
    private static final Map<String, Integer> ERAS =
            Map.of("令和", 2018, "r", 2018, "平成", 1988, "h", 1988, "昭和", 1925, "s", 1925, "大正", 1911);

    private static final Pattern YEAR = Pattern.compile(
            "(令和|平成|昭和|大正|(?<![a-z])[rhs](?=\\.?[0-9]))\\s*\\.?(元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:年|年度|(?![0-9]))"
                    + "|((?:19|20)[0-9]{2})\\s*(?:年|年度|(?![0-9-]))");
    private static final Pattern ERA = Pattern.compile("(?:令和|平成|昭和)(?![元0-9一二三四五六七八九十])");
    private static final List<String> ENGLISH =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final String DIGITS = "〇一二三四五六七八九";

    private Years() {}

    /** The first year in words whose width is unified, in the Christian era. */
    public static Optional<Integer> find(String words) {
        Matcher year = YEAR.matcher(words);
        if (!year.find()) return Optional.empty();
        if (year.group(3) != null) return Optional.of(Integer.valueOf(year.group(3)));
        int inEra = year.group(2).equals("元") ? 1 : number(year.group(2));
        return Optional.of(ERAS.get(year.group(1)) + inEra);
    }

    /** The first era in words whose width is unified that no year follows: 「令和にできた」. */
    public static Optional<String> findEra(String words) {
        Matcher era = ERA.matcher(words);
        return era.find() ? Optional.of(era.group()) : Optional.empty();
    }

    /** 27, 「二十七」, 「十」 or “ten” as a number; 0 where it is none. */
    public static int number(String digits) {
        if (ENGLISH.contains(digits)) return ENGLISH.indexOf(digits);
        if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) return Integer.parseInt(digits);
        int tens = digits.indexOf('十');
        if (tens < 0) return digit(digits);
        int before = tens == 0 ? 1 : digit(digits.substring(0, tens));
        return before * 10 + digit(digits.substring(tens + 1));
    }

    private static int digit(String kanji) {
        int number = 0;
        for (char c : kanji.toCharArray()) number = number * 10 + Math.max(0, DIGITS.indexOf(c));
        return number;
    }

    /** 2024 as 「令和6年」; years before 1989 in the Christian era. */
    public static String inEra(int year) {
        if (year >= 2019) return "令和" + (year == 2019 ? "元" : String.valueOf(year - 2018)) + "年";
        if (year >= 1989) return "平成" + (year == 1989 ? "元" : String.valueOf(year - 1988)) + "年";
        return year + "年";
    }
}
