package tsunagu.conversation.words;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.text.BrokenLanguageFile;
import tsunagu.text.Folding;
import tsunagu.text.Hangul;
import tsunagu.text.Kana;
import tsunagu.text.Language;

/** Which language a resident writes, or asks to be answered in, by {@code config/language/languages.yml}. */
@Singleton
public class LanguageReader {
    private static final Charset JAPANESE = Charset.forName("windows-31j");
    /** "I don't speak Japanese" and 「不会说日语」 wish for no Japanese. */
    private static final String UNLESS_DENIED = "(?<!n't |not |cannot |不|不会|不會|不太会|不能)";

    /** 「強みを英語で」; 「会議は英語で」 may ask of the meeting. */
    private static final String ENDS_SO = "(?:(?<=[を、。!?])\\s*|(?<=[^は\\sa-z]\\s))";

    /** 「英語でお願いします 自治会って何」 goes on with something else. */
    private static final String TO_ITS_END =
            "(?:(?!\\s(?!ください|下さい)[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])[^、。,!?\\n])*[、。,!?]?";

    /** 「むずかしいです。」 asks nothing besides. */
    private static final Pattern TOO_HARD =
            Pattern.compile("(?:日本語[がは])?(?:むずかし|難し|わかりにく|分かりにく|わから|分から|読め|苦手)\\p{IsHiragana}*[、。\\s]*");

    private static final String SMALL_WORDS =
            "what|where|when|who|which|how|is|are|was|does|do|did|the|of|in|to|my|i|can|mean|for|and";

    private static final Pattern ENGLISH = Pattern.compile("(?i)(?<![a-z])(?:" + SMALL_WORDS + ")(?![a-z])");

    private static final Pattern POLITE =
            Pattern.compile("(?:please|can you|could you|would you|i want you to)[\\s.,!?]*");

    private static final String FILE = "config/language/languages.yml";

    private final List<Way> ways = new ArrayList<>();
    private final List<String> chinese;

    LanguageReader(@Value("${tsunagu.config:config}") String config) {
        Words words = LanguageFile.read(config, "languages.yml", Words.class);
        String after = anyOf(words.asking().getOrDefault("after", List.of()));
        String before = anyOf(words.asking().getOrDefault("before", List.of()));
        String parted = anyOf(words.asking().getOrDefault("parted", List.of()));
        String alone = anyOf(words.asking().getOrDefault("alone", List.of()));
        words.names()
                .forEach((tag, names) -> names.forEach(name -> {
                    Language language = Language.findByTag(tag)
                            .filter(one -> one.tag().equals(tag))
                            .orElseThrow(() -> new BrokenLanguageFile(FILE, "names: " + tag));
                    String quoted = Pattern.quote(Folding.width(name));
                    ways.add(new Way(
                            language,
                            Folding.width(name),
                            Pattern.compile("^[\\p{P}\\s]*(?:" + before + ")?\\s*" + quoted + "\\s*(?:" + alone
                                    + "|\\s)*[。.!?、]*$"),
                            Pattern.compile(UNLESS_DENIED + "(?:" + before + ")\\s*" + quoted + "(?:\\s*please)?|"
                                    + quoted + "\\s*(?:" + after + ")" + TO_ITS_END + "|" + quoted + "\\s*(?:" + parted
                                    + ")|" + ENDS_SO + quoted + "で?[。.!]*$")));
                }));
        ways.sort(Comparator.comparingInt((Way way) -> way.name().length()).reversed());
        chinese = words.marks().getOrDefault(Language.CHINESE.tag(), List.of());
    }

    /**
     * A wish to be answered in a language.
     *
     * @param rest what was said besides, width unified, empty where nothing was
     */
    public record Wish(Language language, String rest) {}

    private record Way(Language language, String name, Pattern alone, Pattern within) {}

    /** The file as written. */
    private record Words(
            Map<String, List<String>> names, Map<String, List<String>> asking, Map<String, List<String>> marks) {}

    /** 「英語で」「in Korean please」「やさしい日本語で、参加方法を教えて」 */
    public Optional<Wish> findWish(String text) {
        String folded = Folding.width(text).strip();
        List<Way> named =
                ways.stream().filter(way -> folded.contains(way.name())).toList();
        for (Way way : named) {
            if (way.alone().matcher(folded).matches()) return Optional.of(new Wish(way.language(), ""));
        }
        for (Way way : named) {
            Matcher within = way.within().matcher(folded);
            if (within.find()) {
                String rest = (folded.substring(0, within.start()) + folded.substring(within.end())).strip();
                boolean nothing =
                        TOO_HARD.matcher(rest).matches() || POLITE.matcher(rest).matches();
                return Optional.of(new Wish(way.language(), nothing ? "" : rest));
            }
        }
        return Optional.empty();
    }

    /** The language words are written in; empty where they are names, digits or kanji that may be either's. */
    public Optional<Language> findLanguage(String words) {
        if (Hangul.hasHangul(words)) return Optional.of(Language.KOREAN);
        if (chinese.stream().anyMatch(words::contains) || words.codePoints().anyMatch(LanguageReader::isOnlyChinese)) {
            return Optional.of(Language.CHINESE);
        }
        // 「What does タスクフォース mean?」
        if (ENGLISH.matcher(words).results().count() >= 2 && isMostlyLatin(words)) return Optional.of(Language.ENGLISH);
        boolean kana = words.chars().anyMatch(c -> Kana.isHiragana((char) c) || Kana.isKatakana((char) c));
        if (kana) return Optional.of(Language.JAPANESE);
        boolean kanji = words.chars().anyMatch(c -> Kana.isKanji((char) c));
        boolean latin = words.chars().anyMatch(c -> Kana.isLatin((char) c));
        return latin && !kanji ? Optional.of(Language.ENGLISH) : Optional.empty();
    }

    /** 「who is whoって何ですか」 is Japanese. */
    private static boolean isMostlyLatin(String words) {
        long latin = words.chars().filter(c -> Kana.isLatin((char) c)).count();
        long hiragana = words.chars().filter(c -> Kana.isHiragana((char) c)).count();
        return latin > 2 * hiragana;
    }

    /** Characters such as 东 and 晕 have no place in Japan's own character set. */
    private static boolean isOnlyChinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                && Character.isBmpCodePoint(c)
                && !JAPANESE.newEncoder().canEncode((char) c);
    }

    private static String anyOf(List<String> phrases) {
        return phrases.stream()
                .map(phrase -> Pattern.quote(Folding.width(phrase)))
                .collect(Collectors.joining("|"));
    }
}
