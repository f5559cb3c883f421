package tsunagu.knowledge.index.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/**
 * How texts write the words that somebody types in hiragana: 「ちいきけいえいって どういういみ」 is of 地域経営. A word of several is
 * known where the texts print it in one. Of words that sound the same the one that is printed most is meant.
 */
public final class KanaSpelling {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    private static final int MOST_TOGETHER = 4;
    /** What is longer is no question typed letter by letter. */
    private static final int LONGEST_TYPED = 120;

    private static final String PARTICLES = "はがのにをとでもへや";

    /** 「での」 */
    private static final Pattern AFTER_WORD = Pattern.compile("[" + PARTICLES + "]{1,2}");

    /** 「この」, or letters of which no word is known: too few of them, 「ひが」 of 「ひがしちょう」, may begin a name. */
    private static final Pattern AFTER_OTHERS = Pattern.compile("[こそあど]の|.{2,}[はがのにを]");

    private static final Pattern END = Pattern.compile("$|\\P{IsHiragana}|[" + PARTICLES
            + "だな]|か(?:[らなもね]|\\P{IsHiragana}|$)|[しさす](?![ゃゅょ])|って|まで|から|より|ごと|くらい|ぐらい|みたい|よね?(?!\\p{IsHiragana})");
    /** A single kanji read so, 小 or 町, ends names and is no word. */
    private static final Pattern PART = Pattern.compile(".*[ゃゅょ].*");

    private final Map<String, String> written;
    private final Map<String, String> heard = new HashMap<>();

    private KanaSpelling(Map<String, String> written) {
        this.written = written;
        written.forEach((kana, word) -> {
            String said = Kana.heard(kana);
            if (said.length() > SHORTEST) heard.putIfAbsent(said, word);
        });
    }

    /** @param texts as printed */
    public static KanaSpelling of(List<String> texts, WordReader words) {
        Map<String, Map<String, Integer>> counted = new TreeMap<>();
        for (String text : texts) count(plain(text), words, counted);
        var written = new TreeMap<String, String>();
        counted.forEach((kana, ways) -> written.put(kana, most(ways)));
        return new KanaSpelling(written);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String most(Map<String, Integer> ways) {
        return ways.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static void count(String text, WordReader words, Map<String, Map<String, Integer>> counted) {
        List<Word> said = new ArrayList<>(words.read(text));
        for (int first = 0; first < said.size(); first++) {
            var term = new StringBuilder();
            var reading = new StringBuilder();
            for (int last = first; last < Math.min(said.size(), first + MOST_TOGETHER); last++) {
                term.append(said.get(last).term());
                reading.append(said.get(last).reading());
                if (!isKatakana(said.get(last).reading()) || last > first && text.indexOf(term.toString()) < 0) break;
                count(Folding.hiragana(reading.toString()), term.toString(), counted);
            }
        }
    }

    private static void count(String kana, String term, Map<String, Map<String, Integer>> counted) {
        if (kana.length() < SHORTEST || kana.length() > LONGEST || Kana.isAllHiragana(term)) return;
        if (term.length() == 1 && PART.matcher(kana).matches()) return;
        counted.computeIfAbsent(kana, _ -> new TreeMap<>()).merge(term, 1, Integer::sum);
    }

    private static boolean isKatakana(String reading) {
        return !reading.isEmpty() && reading.chars().allMatch(c -> Kana.isKatakana((char) c));
    }

    /** The words that are known so written; a word stands between blanks, marks, particles and other words. */
    public String inKanji(String typed) {
        if (typed.length() > LONGEST_TYPED) return typed;
        int[] ends = endsOfWords(typed);
        var inKanji = new StringBuilder();
        // Where the letters begin that are of no word so far: 「ひ」, of 「ひがしちょう」, is too little to be one before a が.
        int open = 0;
        for (int at = 0; at < typed.length(); ) {
            if (!Kana.isHiragana(typed.charAt(at))) open = at + 1;
            int end = ends[at];
            if (end > at && mayBegin(typed, open, at)) {
                inKanji.append(word(typed.substring(at, end)).orElseThrow());
                open = end;
            } else {
                end = at + 1;
                inKanji.append(typed, at, end);
            }
            at = end;
        }
        return inKanji.toString();
    }

    /** @param open where the letters before it begin that are of no word */
    private boolean mayBegin(String typed, int open, int at) {
        if (at == open) return true;
        String between = typed.substring(open, at);
        boolean afterWord = open > 0 && Character.isLetter(typed.charAt(open - 1));
        return afterWord && AFTER_WORD.matcher(between).matches()
                || AFTER_OTHERS.matcher(between).matches();
    }

    /** For each place where the longest word ends that begins there; the place itself where there is none. */
    private int[] endsOfWords(String typed) {
        int[] ends = new int[typed.length() + 1];
        ends[typed.length()] = typed.length();
        for (int at = typed.length() - 1; at >= 0; at--) {
            int end = Math.min(typed.length(), at + LONGEST);
            while (end >= at + SHORTEST && !isWord(typed, at, end, ends[end] > end)) end--;
            ends[at] = end < at + SHORTEST ? at : end;
        }
        return ends;
    }

    private boolean isWord(String typed, int start, int end, boolean beforeWord) {
        return (beforeWord || ends(typed, end))
                && word(typed.substring(start, end)).isPresent();
    }

    private static boolean ends(String typed, int at) {
        return END.matcher(typed).region(at, typed.length()).lookingAt();
    }

    private Optional<String> word(String said) {
        if (!Kana.isAllHiragana(said)) return Optional.empty();
        return Optional.ofNullable(written.get(said)).or(() -> Optional.ofNullable(heard.get(Kana.heard(said))));
    }
}
