package tsunagu.conversation.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.text.Folding;
import tsunagu.text.Kana;
import tsunagu.text.Romaji;

/**
 * Japanese typed in a script that Japanese is not written in: telephones and old keyboards that give katakana alone
 * (「ﾔｷﾞｻﾜ ﾄﾞｺ」), and Latin letters (“yagisawa wa doko desu ka”). Only words of the lists are put into kana; names are
 * read in any script elsewhere.
 */
final class TypedScript {
    private static final int MOST_WORDS = 4;
    private static final Pattern LATIN_WORD = Pattern.compile("[a-zāīūēōâôû'’-]+");
    private static final Pattern HALF_WIDTH = Pattern.compile("[ｦ-ﾝ]");
    private static final Pattern PARTED =
            Pattern.compile("[ァ-ヴー][\\s、。,!?]+[0-9]*[ァ-ヴー]|ドコ|ナニ|ナン[コニネブ]|デス|マス|オシエ|イツ|ダレ");

    /** Among hiragana and kanji, too: 「青嵐中はﾄﾞｺですか」. */
    private static final String KATAKANA = "[ァ-ヴーｦ-ﾟ]";

    private static final Pattern ASKING_WORD = Pattern.compile(
            "(?<!" + KATAKANA + ")(?:ドコ|ﾄﾞｺ|ドレ|ﾄﾞﾚ|ナニ|ﾅﾆ|ダレ|ﾀﾞﾚ|イツ|ｲﾂ" + "|イクツ|ｲｸﾂ|イクラ|ｲｸﾗ)(?!" + KATAKANA + ")");

    private static final int SHORTEST_TERM = 6;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> terms = new HashMap<>();
    private final Set<String> asking;

    /**
     * @param readings words in hiragana
     * @param asking those in Latin letters of which one must be there: “no” and “to” are English as well
     * @param small further words, in hiragana
     */
    TypedScript(Set<String> readings, List<String> asking, List<String> small) {
        readings.forEach(reading -> words.put(Romaji.of(reading), reading));
        terms.putAll(words);
        terms.keySet().removeIf(key -> key.length() < SHORTEST_TERM);
        Stream.of(small, asking).flatMap(List::stream).forEach(word -> words.put(Romaji.of(word), word));
        this.asking = Set.copyOf(asking.stream().map(Romaji::of).toList());
    }

    /** The words in kana; as typed where they are of another script or language. */
    String inKana(String typed) {
        if (typed.chars().anyMatch(c -> Kana.isHiragana((char) c) || Kana.isKanji((char) c))) {
            return ASKING_WORD.matcher(typed).replaceAll(word -> Folding.hiragana(Folding.width(word.group())));
        }
        String text = Folding.width(typed);
        if (text.chars().anyMatch(c -> Kana.isKatakana((char) c))) {
            boolean alone =
                    HALF_WIDTH.matcher(typed).find() || PARTED.matcher(text).find();
            return alone ? Folding.hiragana(text) : typed;
        }
        return fromLatin(text).orElse(typed);
    }

    /** Only long words of the lists, in kana: they stand among words of another language. */
    String termsInKana(String text) {
        return replaced(text, latinWords(text), terms);
    }

    private record Word(String key, int start, int end) {}

    private Optional<String> fromLatin(String text) {
        List<Word> typed = latinWords(text);
        if (typed.stream().noneMatch(one -> asking.contains(one.key()))) return Optional.empty();
        return Optional.of(replaced(text, typed, words));
    }

    private static List<Word> latinWords(String text) {
        var typed = new ArrayList<Word>();
        Matcher word = LATIN_WORD.matcher(text);
        while (word.find()) typed.add(new Word(Romaji.key(word.group()), word.start(), word.end()));
        return typed;
    }

    private static String replaced(String text, List<Word> typed, Map<String, String> words) {
        var written = new StringBuilder();
        int from = 0;
        for (int at = 0; at < typed.size(); ) {
            int last = lastOfWord(typed, at, words);
            if (last >= at) {
                written.append(text, from, typed.get(at).start()).append(words.get(joined(typed, at, last)));
                from = typed.get(last).end();
            }
            at = Math.max(last, at) + 1;
        }
        return written.append(text.substring(from)).toString();
    }

    /** Where the longest word of the lists ends that begins here; before it where there is none. */
    private static int lastOfWord(List<Word> typed, int at, Map<String, String> words) {
        for (int last = Math.min(typed.size(), at + MOST_WORDS) - 1; last >= at; last--) {
            if (words.containsKey(joined(typed, at, last))) return last;
        }
        return at - 1;
    }

    private static String joined(List<Word> typed, int from, int last) {
        var joined = new StringBuilder();
        for (int i = from; i <= last; i++) joined.append(typed.get(i).key());
        return Romaji.key(joined.toString());
    }
}
