package tsunagu.knowledge.index.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import tsunagu.knowledge.index.words.Word.Kind;

/**
 * Text into the words that carry its meaning, the same way for documents and for questions. Any string is read
 * without an error; safe for several threads.
 */
public final class WordReader {

    /** The rest (この, ええと, particles, endings) says how something is asked, not what is asked about. */
    private static final Set<String> CONTENT_KINDS = Set.of("名詞", "動詞", "形容詞", "副詞", "接頭詞", "その他", "未知語");

    /** Of the words that say how, what is asked for. */
    private static final Set<String> WHY = Set.of("なぜ", "なんで", "どうして");

    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

    private final Optional<UserDictionary> names;
    private final String known;
    private final boolean contentWordsOnly;
    /** Making one costs more than reading a question with it. */
    private final Queue<JapaneseTokenizer> tokenizers = new ConcurrentLinkedQueue<>();

    private WordReader(Optional<UserDictionary> names, String known, boolean contentWordsOnly) {
        this.names = names;
        this.known = known;
        this.contentWordsOnly = contentWordsOnly;
    }

    /** Reads words, taking each of the names as one. */
    public static WordReader knowing(List<Name> names) {
        return new WordReader(Name.dictionary(names), names.toString(), true);
    }

    /** Reads all words but Lucene's own stop words: what the choice of kinds is measured against. */
    public WordReader withAllKinds() {
        return new WordReader(names, known, false);
    }

    /** The same for readers that read the same words of every text. */
    public String print() {
        return contentWordsOnly + known;
    }

    public List<Word> read(String text) {
        var words = new ArrayList<Word>();
        JapaneseTokenizer idle = tokenizers.poll();
        try (var tokenizer = idle == null ? new JapaneseTokenizer(names.orElse(null), true, true, Mode.SEARCH) : idle) {
            var surface = tokenizer.addAttribute(CharTermAttribute.class);
            var baseForm = tokenizer.addAttribute(BaseFormAttribute.class);
            var kind = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            var reading = tokenizer.addAttribute(ReadingAttribute.class);
            // NFKC first: the tokenizer's dictionary knows digits and kana of usual width only.
            tokenizer.setReader(new StringReader(withWholeNumbers(Normalizer.normalize(text, Normalizer.Form.NFKC))));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                if (isKept(kind.getPartOfSpeech())) {
                    add(
                            words,
                            surface.toString(),
                            baseForm.getBaseForm(),
                            reading.getReading(),
                            kind.getPartOfSpeech());
                }
            }
            tokenizer.end();
            idle = tokenizer;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        // Closed, it can be given another text; one that failed is thrown away.
        tokenizers.add(idle);
        return words;
    }

    /**
     * How words are said, in katakana, that no dictionary has as one: 自治階, for 自治会. Empty for one that it has, and
     * for what it cannot say.
     */
    public Optional<String> sayCompound(String written) {
        List<Word> words = read(written);
        boolean whole =
                words.stream().map(Word::term).collect(Collectors.joining()).equals(written);
        return words.size() > 1 && whole
                ? Optional.of(words.stream().map(Word::reading).collect(Collectors.joining()))
                : Optional.empty();
    }

    /** 「1,200m」 is 「1200m」; NFKC text expected. */
    public static String withWholeNumbers(String text) {
        return THOUSANDS.matcher(text).replaceAll("");
    }

    private static void add(List<Word> words, String surface, String baseForm, String reading, String partOfSpeech) {
        String word = baseForm == null ? surface : baseForm;
        if (JapaneseAnalyzer.getDefaultStopSet().contains(word)) return;
        String term = withoutFinalLongVowel(word).toLowerCase(Locale.ROOT);
        boolean inflected = baseForm != null;
        Kind kind = WHY.contains(term) ? Kind.OTHER : kind(partOfSpeech);
        words.add(new Word(term, inflected || reading == null ? term : reading, kind));
    }

    private static Kind kind(String partOfSpeech) {
        if (partOfSpeech.startsWith("名詞-固有名詞")) return Kind.NAME;
        if (partOfSpeech.startsWith("副詞")) return Kind.MANNER;
        boolean tells = partOfSpeech.startsWith("動詞")
                || partOfSpeech.startsWith("形容詞")
                || partOfSpeech.startsWith("名詞-形容動詞語幹")
                || partOfSpeech.startsWith("名詞-副詞可能");
        return tells ? Kind.OTHER : Kind.NOUN;
    }

    private boolean isKept(String kind) {
        if (kind == null || JapaneseAnalyzer.getDefaultStopTags().contains(kind)) return false;
        return !contentWordsOnly || carriesMeaning(kind);
    }

    /** Leaves out こと, どこ, しまう, ください and the like: words every question is made of. */
    private static boolean carriesMeaning(String kind) {
        int end = kind.indexOf('-');
        return CONTENT_KINDS.contains(end < 0 ? kind : kind.substring(0, end))
                && !kind.contains("非自立")
                && !kind.contains("代名詞")
                && !kind.equals("名詞-接尾-助動詞語幹")
                && !kind.startsWith("動詞-接尾");
    }

    /** サーバー and サーバ are one word; short ones (キー) would turn into another. */
    private static String withoutFinalLongVowel(String word) {
        boolean longKatakana = word.length() >= 4 && word.chars().allMatch(c -> c >= '゠' && c <= 'ヿ');
        return longKatakana && word.endsWith("ー") ? word.substring(0, word.length() - 1) : word;
    }
}
