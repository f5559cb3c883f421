package tsunagu.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Kana in Latin letters, Hepburn's way; and Latin letters, however somebody romanised, brought together. */
public final class Romaji {
    private static final Map<String, String> DIGRAPHS = Map.ofEntries(
            Map.entry("し", "shi"),
            Map.entry("ち", "chi"),
            Map.entry("つ", "tsu"),
            Map.entry("ふ", "fu"),
            Map.entry("じ", "ji"),
            Map.entry("ぢ", "ji"),
            Map.entry("づ", "zu"),
            Map.entry("しゃ", "sha"),
            Map.entry("しゅ", "shu"),
            Map.entry("しょ", "sho"),
            Map.entry("ちゃ", "cha"),
            Map.entry("ちゅ", "chu"),
            Map.entry("ちょ", "cho"),
            Map.entry("じゃ", "ja"),
            Map.entry("じゅ", "ju"),
            Map.entry("じょ", "jo"),
            Map.entry("を", "o"),
            Map.entry("ん", "n"));
    private static final String[] CONSONANTS = {"", "k", "s", "t", "n", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p"
    };
    private static final String[] COLUMNS = {
        "あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "や　ゆ　よ", "らりるれろ", "わ　　　　", "がぎぐげご", "ざじずぜぞ",
        "だぢづでど", "ばびぶべぼ", "ぱぴぷぺぽ"
    };
    private static final String VOWELS = "aiueo";
    private static final String SMALL_VOWELS = "ぁぃぅぇぉ";
    private static final Pattern FIRST_LETTER = Pattern.compile("(?<!\\S)\\p{L}");
    private static final Pattern OH = Pattern.compile("oh(?![aiueo])");
    private static final Pattern DOUBLED = Pattern.compile("([a-z])\\1+");
    private static final Pattern BEFORE_LIPS = Pattern.compile("m(?=[bpm])");
    private static final Pattern APART = Pattern.compile("[-'’ʼ]");

    private Romaji() {}

    /** 「ほくとうぶ」 as {@code hokutobu}, long vowels short; what is not kana stays. */
    public static String of(String kana) {
        return key(plain(kana).replace("ー", ""));
    }

    /** 「ほくとうぶ」 as {@code Hokutōbu}, for showing. */
    public static String shown(String kana) {
        String macrons = plain(kana)
                .replace("ou", "ō")
                .replace("oo", "ō")
                .replace("uu", "ū")
                .replace("aー", "ā")
                .replace("iー", "ī")
                .replace("uー", "ū")
                .replace("eー", "ē")
                .replace("oー", "ō");
        return FIRST_LETTER.matcher(macrons).replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
    }

    /** Letters as they are spoken for {@link Hangul}: of the long vowels only those that Korean writes. */
    static String spoken(String kana) {
        return plain(kana)
                .replace("ー", "")
                .replace("ou", "o")
                .replace("oo", "o")
                .replace("uu", "u");
    }

    /** Letters without what romanisations differ in: macrons, doubled letters, {@code ou}, {@code si}, hyphens. */
    public static String key(String latin) {
        String letters = APART.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("");
        letters = letters.replace('ā', 'a')
                .replace('ī', 'i')
                .replace('ū', 'u')
                .replace('ē', 'e')
                .replace('ō', 'o')
                .replace('ô', 'o')
                .replace('û', 'u')
                .replace('â', 'a');
        letters = kunrei(letters);
        letters = OH.matcher(letters).replaceAll("o").replace("ou", "o");
        letters = BEFORE_LIPS.matcher(letters).replaceAll("n");
        return DOUBLED.matcher(letters).replaceAll("$1");
    }

    /** Both {@code si} and {@code shi} are し. */
    private static String kunrei(String letters) {
        return letters.replaceAll("sy(?=[auo])", "sh")
                .replaceAll("si", "shi")
                .replaceAll("ty(?=[auo])", "ch")
                .replaceAll("ti", "chi")
                .replaceAll("tu", "tsu")
                .replaceAll("(?:zy|jy)(?=[auo])", "j")
                .replaceAll("zi", "ji")
                .replaceAll("(?<![sc])hu", "fu");
    }

    private static String plain(String kana) {
        var latin = new StringBuilder();
        for (int i = 0; i < kana.length(); i++) {
            String pair = i + 1 < kana.length() ? hiragana(kana, i) + hiragana(kana, i + 1) : "";
            char c = Folding.hiragana(kana.charAt(i));
            if (isSmallY(pair)) {
                latin.append(DIGRAPHS.getOrDefault(pair, yoon(pair)));
                i++;
            } else if (c == 'っ') {
                if (i + 1 < kana.length())
                    latin.append(letters(Folding.hiragana(kana.charAt(i + 1))).charAt(0));
            } else if (c == '・') {
                latin.append('-');
            } else if (SMALL_VOWELS.indexOf(c) >= 0 && !latin.isEmpty()) {
                latin.setLength(latin.length() - 1);
                latin.append(VOWELS.charAt(SMALL_VOWELS.indexOf(c)));
            } else {
                latin.append(DIGRAPHS.getOrDefault(String.valueOf(c), letters(c)));
            }
        }
        return latin.toString();
    }

    private static String hiragana(String text, int at) {
        return String.valueOf(Folding.hiragana(text.charAt(at)));
    }

    private static boolean isSmallY(String pair) {
        return pair.length() == 2
                && "ゃゅょ".indexOf(pair.charAt(1)) >= 0
                && letters(pair.charAt(0)).endsWith("i");
    }

    private static String yoon(String pair) {
        String start = letters(pair.charAt(0));
        return start.substring(0, start.length() - 1) + "y" + "auo".charAt("ゃゅょ".indexOf(pair.charAt(1)));
    }

    private static String letters(char kana) {
        for (int row = 0; row < COLUMNS.length; row++) {
            int column = COLUMNS[row].indexOf(kana);
            if (column < 0 || kana == '　') continue;
            return CONSONANTS[row] + VOWELS.charAt(column);
        }
        return String.valueOf(kana);
    }
}
