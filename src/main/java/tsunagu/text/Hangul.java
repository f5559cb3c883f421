package tsunagu.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kana in hangul, the way Korean writes Japanese names; and hangul brought together that hears the same kana. */
public final class Hangul {
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    /** Plain, tense and aspirated sounds are one to a Japanese ear. */
    private static final String[] INITIAL_KEYS = {
        "k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h"
    };

    private static final String[] MEDIAL_KEYS = {
        "a", "e", "ya", "e", "o", "e", "yo", "e", "o", "wa", "e", "e", "yo", "u", "o", "e", "i", "yu", "u", "i", "i"
    };
    private static final Pattern WORDS = Pattern.compile("[ ・]");
    private static final int NO_FINAL = 0;
    private static final int FINAL_S = 19;
    private static final int FINALS = 28;

    /** Consonant of a romanised syllable: jamo at the start of a word, and within. */
    private static final Map<String, String> JAMO = Map.ofEntries(
            Map.entry("k", "ㄱㅋ"),
            Map.entry("g", "ㄱㄱ"),
            Map.entry("s", "ㅅㅅ"),
            Map.entry("sh", "ㅅㅅ"),
            Map.entry("z", "ㅈㅈ"),
            Map.entry("j", "ㅈㅈ"),
            Map.entry("t", "ㄷㅌ"),
            Map.entry("ch", "ㅈㅊ"),
            Map.entry("ts", "ㅆㅆ"),
            Map.entry("d", "ㄷㄷ"),
            Map.entry("n", "ㄴㄴ"),
            Map.entry("h", "ㅎㅎ"),
            Map.entry("f", "ㅎㅎ"),
            Map.entry("b", "ㅂㅂ"),
            Map.entry("p", "ㅍㅍ"),
            Map.entry("m", "ㅁㅁ"),
            Map.entry("r", "ㄹㄹ"),
            Map.entry("", "ㅇㅇ"),
            Map.entry("y", "ㅇㅇ"),
            Map.entry("w", "ㅇㅇ"));

    private static final Map<String, String> VOWELS = Map.of(
            "a", "ㅏ", "i", "ㅣ", "u", "ㅜ", "e", "ㅔ", "o", "ㅗ", "ya", "ㅑ", "yu", "ㅠ", "yo", "ㅛ", "wa", "ㅘ", "eu", "ㅡ");
    private static final List<String> THIN = List.of("s", "z", "ts");
    private static final List<String> NO_GLIDE = List.of("sh", "ch", "j");

    private Hangul() {}

    public static boolean isSyllable(char c) {
        return c >= '가' && c <= '힣';
    }

    public static boolean hasHangul(String text) {
        return text.chars().anyMatch(c -> isSyllable((char) c));
    }

    /** 「ほくとうぶ」 as 「호쿠토부」, long vowels short. */
    public static String of(String kana) {
        return WORDS.splitAsStream(kana).map(Hangul::word).collect(Collectors.joining(" "));
    }

    private static String word(String kana) {
        var hangul = new StringBuilder();
        String latin = Romaji.spoken(kana);
        int at = 0;
        while (at < latin.length()) {
            int vowel = at;
            while (vowel < latin.length() && "aiueo".indexOf(latin.charAt(vowel)) < 0) vowel++;
            String consonants = latin.substring(at, vowel);
            boolean nasal = consonants.startsWith("n") && consonants.length() > 1 && !consonants.startsWith("ny");
            if (nasal || vowel == latin.length() && consonants.equals("n")) {
                close(hangul, 4);
                consonants = consonants.substring(1);
            }
            if (consonants.length() > 1 && consonants.charAt(0) == consonants.charAt(1)
                    || consonants.startsWith("tch")) {
                close(hangul, FINAL_S);
                consonants = consonants.substring(1);
            }
            if (vowel < latin.length()) hangul.append(syllable(consonants, latin.charAt(vowel), hangul.isEmpty()));
            at = vowel + 1;
        }
        return hangul.toString();
    }

    private static String syllable(String consonants, char vowel, boolean first) {
        boolean glide = consonants.endsWith("y") && !consonants.equals("y");
        String consonant = glide ? consonants.substring(0, consonants.length() - 1) : consonants;
        String sound = String.valueOf(vowel);
        if (glide || consonant.equals("y")) sound = "y" + vowel;
        if (consonant.equals("w") && vowel == 'a') sound = "wa";
        if (consonant.equals("sh") && vowel != 'i') sound = "y" + vowel;
        if (THIN.contains(consonant) && vowel == 'u') sound = "eu";
        if (NO_GLIDE.contains(consonant) && !consonant.equals("sh")) sound = String.valueOf(vowel);
        String jamo = JAMO.get(consonant);
        String medial = VOWELS.get(sound);
        if (jamo == null || medial == null) return consonants + vowel;
        int initial = INITIALS.indexOf(jamo.charAt(first ? 0 : 1));
        return String.valueOf((char) ('가' + (initial * MEDIALS.length() + MEDIALS.indexOf(medial)) * FINALS));
    }

    private static void close(StringBuilder hangul, int last) {
        if (hangul.isEmpty() || !isSyllable(hangul.charAt(hangul.length() - 1))) return;
        int end = hangul.length() - 1;
        if ((hangul.charAt(end) - '가') % FINALS == NO_FINAL) hangul.setCharAt(end, (char) (hangul.charAt(end) + last));
    }

    /** What a syllable sounds like, in letters that only {@link #keys} shares; other characters as they are. */
    public static String key(char syllable) {
        if (!isSyllable(syllable)) return String.valueOf(syllable);
        int code = syllable - '가';
        String medial = MEDIAL_KEYS[code / FINALS % MEDIALS.length()];
        String initial = INITIAL_KEYS[code / FINALS / MEDIALS.length()];
        boolean glide = (initial.equals("c") || initial.equals("s")) && medial.startsWith("y");
        int last = code % FINALS;
        String end = last == NO_FINAL || last == FINAL_S ? "" : "n";
        return initial + (glide ? medial.substring(1) : medial) + end;
    }

    /** The sounds under which kana may be heard: つ is 쓰 to one and 츠 to the next. */
    public static List<String> keys(String kana) {
        String heard = Romaji.of(kana);
        return Stream.of("c", "s").map(tsu -> sounds(heard, tsu)).distinct().toList();
    }

    private static String sounds(String latin, String tsu) {
        return latin.replace("ts", tsu)
                .replace("sh", "s")
                .replace("ch", "c")
                .replace("j", "c")
                .replace("z", "c")
                .replace("g", "k")
                .replace("d", "t")
                .replace("b", "p")
                .replace("f", "h");
    }
}
