package tsunagu.conversation.words;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.knowledge.Knowledge;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/**
 * Words that are typed in hiragana, written as documents and the other lists of words write them: 「じちかいの かだいは」 asks
 * for 自治会の課題. By {@code config/language/kana.yml}; a word stands between blanks, marks and particles, so that かい is
 * none in せかい. So are words in the wrong kanji that no dictionary has, where they sound like one of the list:
 * 「自治階の課題」. One that is a word of its own (相性 for 愛称) has to be in the list. Kana without a blank are read as words
 * that follow one another, long vowels written as they are heard: 「かにゅーだんたいすー」.
 */
@Singleton
public class KanaWords {
    private static final String FILE = "config/language/kana.yml";
    private static final int SHORTEST = 3;
    private static final int LONGEST_WORD = 24;
    /** Nobody types as much without a blank. */
    private static final int LONGEST_RUN = 60;
    /** Words of the list go before what stands between them. */
    private static final int SMALL_WORD = 2;

    private static final String PARTICLE = "[はがのに]|[をとで]|[もへや]";
    private static final String BEFORE = "(?<=^|[\\s、。?!「（(★]|" + PARTICLE + ")";
    private static final String AFTER = "(?=$|[\\s、。?!」）)★]|" + PARTICLE + "|[かだな]|[しさす]|って|まで|から|より|ごと|くらい|ぐらい)";

    /** 「いっっっちゃん」「おはよーーー」「ぜ〜んぶ」 */
    private static final Pattern DRAWN_OUT = Pattern.compile("([っー〜])\\1+|(?<=\\p{IsHiragana})[〜~](?=\\p{IsHiragana})");

    private static final Pattern WRONG_KANJI = Pattern.compile("\\p{IsHan}{2,8}");
    private static final Pattern COMPOUND = Pattern.compile(BEFORE + "(?![何一二三四五]|[六七八九十])\\p{IsHan}{2,8}" + AFTER);
    private static final int SHORTEST_COMPOUND = 4;
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}])[\\p{IsHiragana}ー]{5,}");

    private final Map<String, String> written = new TreeMap<>();
    private final Map<String, String> heard = new HashMap<>();
    private final Set<String> beside = new HashSet<>();
    private final Pattern words;
    private final TypedScript script;
    private final UnaryOperator<String> documents;

    @Inject
    KanaWords(@Value("${tsunagu.config:config}") String config, Knowledge knowledge) {
        this(config, knowledge::inKanji);
    }

    /** @param documents puts the words that documents print as they print them */
    KanaWords(String config, UnaryOperator<String> documents) {
        this.documents = documents;
        Words file = LanguageFile.read(config, "kana.yml", Words.class);
        file.words().forEach((kanji, read) -> add(kanji, read.split("[、,]\\s*")));
        var kana = new HashSet<>(written.keySet());
        kana.removeIf(reading -> !Kana.isAllHiragana(reading));
        script = new TypedScript(kana, file.asking(), file.small());
        Stream.concat(file.asking().stream(), file.small().stream()).forEach(word -> beside.add(Kana.heard(word)));
        // The longest that stands there: 検討委員会 before 検討.
        words = Pattern.compile(BEFORE
                + written.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(Collectors.joining("|", "(?:", written.isEmpty() ? "(?!))" : ")"))
                + AFTER);
    }

    /** The file as written: each word with its readings, and the words that stand beside them. */
    private record Words(Map<String, String> words, List<String> asking, List<String> small) {}

    private void add(String kanji, String[] readings) {
        for (String reading : readings) {
            boolean kana = Kana.isAllHiragana(reading) && reading.length() >= SHORTEST;
            if (!kana && (!WRONG_KANJI.matcher(reading).matches() || reading.equals(kanji))) {
                throw new BrokenLanguageFile(FILE, kanji + " の「" + reading + "」: ひらがな3字以上か、まちがえやすい漢字2字以上で書いてください。");
            }
            written.put(reading, kanji);
            if (kana) heard.put(Kana.heard(reading), kanji);
        }
    }

    /** Words that were typed in katakana or Latin letters alone, in hiragana; others as typed. */
    public String inKana(String typed) {
        return script.inKana(
                DRAWN_OUT.matcher(typed).replaceAll(drawn -> drawn.group(1) == null ? "" : drawn.group(1)));
    }

    /** Words of another language, those of the list that stand among them in kana: “what is a jichikai”. */
    String termsInKana(String text) {
        return script.termsInKana(text);
    }

    /**
     * What was typed in hiragana alone, with the words of the list and of the documents in kanji; empty where it has
     * none that only the documents print.
     */
    public Optional<String> spelled(String typed) {
        if (typed.codePoints().anyMatch(Character::isIdeographic)) return Optional.empty();
        String listed = inKanji(typed);
        return Optional.of(documents.apply(listed)).filter(written -> !written.equals(listed));
    }

    /** The words of the list in kanji; what is not in the file, and does not sound like it, stays as it is. */
    public String inKanji(String text) {
        String folded = Folding.width(text);
        String whole = RUN.matcher(folded).replaceAll(run -> Matcher.quoteReplacement(inWords(run.group())));
        Matcher found = words.matcher(whole);
        boolean none = whole.equals(folded) && !found.find();
        String parted =
                none ? text : found.reset().replaceAll(word -> Matcher.quoteReplacement(written.get(word.group())));
        return COMPOUND.matcher(parted).replaceAll(word -> Matcher.quoteReplacement(asMeant(word.group())));
    }

    /** Words that follow one another without a blank; as typed where some of it is no word of the list. */
    private String inWords(String run) {
        int length = run.length();
        if (length > LONGEST_RUN) return run;
        String[] best = new String[length + 1];
        int[] words = new int[length + 1];
        best[0] = "";
        for (int end = 1; end <= length; end++) {
            for (int start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
                if (best[start] == null) continue;
                String said = Kana.heard(run.substring(start, end));
                String word = said.length() >= SHORTEST ? heard.get(said) : null;
                String piece = word != null ? word : beside.contains(said) ? run.substring(start, end) : null;
                int cost = words[start] + (word == null ? SMALL_WORD : 1);
                if (piece == null || best[end] != null && cost >= words[end]) continue;
                best[end] = best[start] + piece;
                words[end] = cost;
            }
        }
        return best[length] == null ? run : best[length];
    }

    private String asMeant(String compound) {
        if (written.containsValue(compound)) return compound;
        return Knowledge.sayCompound(compound)
                .map(Folding::hiragana)
                .filter(said -> said.length() >= SHORTEST_COMPOUND)
                .map(said -> written.getOrDefault(said, compound))
                .orElse(compound);
    }
}
