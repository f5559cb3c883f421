package tsunagu.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagu.text.DateRange;
import tsunagu.text.Language;

/** The sentences of all languages, and how a language is chosen and told. */
class MessagesTest {
    private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC);
    private static final Messages MESSAGES = Messages.read("config", CLOCK);
    private static final LanguageReader LANGUAGES = new LanguageReader("config");

    @TempDir
    private Path config;

    @ParameterizedTest
    @EnumSource
    void everyMessageExistsInEveryLanguageAndInNoneAlone(Language language) {
        assertThat(new TreeSet<>(MESSAGES.keys(language))).isEqualTo(new TreeSet<>(MESSAGES.keys(Language.JAPANESE)));
    }

    /** A sentence may leave something out; it cannot fill in what no other language has. */
    @ParameterizedTest
    @EnumSource
    void everyMessageFillsInWhatTheOthersFillIn(Language language) {
        for (String key : MESSAGES.keys(language)) {
            Set<String> known = namesOf(Language.JAPANESE, key);
            known.addAll(namesOf(Language.ENGLISH, key));
            assertThat(known).as(language.tag() + " " + key).containsAll(namesOf(language, key));
        }
    }

    @Test
    void aMessageMissingInOneLanguageStopsTheStart() throws IOException {
        Path folder = Files.createDirectories(config.resolve("messages"));
        for (Language language : Language.values()) {
            String text = Files.readString(Path.of("config", "messages", language.tag() + ".yml"));
            boolean poorer = language == Language.KOREAN;
            Files.writeString(
                    folder.resolve(language.tag() + ".yml"), poorer ? text.replaceFirst("source: .*", "") : text);
        }
        assertThatThrownBy(() -> Messages.read(config.toString(), CLOCK))
                .hasMessageContaining("ko.yml")
                .hasMessageContaining("source");
    }

    @Test
    void saysDaysInEveryLanguage() {
        var weekend = DateRange.of(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 29));
        assertThat(MESSAGES.in(Language.JAPANESE).say(weekend)).isEqualTo("11月28日（土）から11月29日（日）まで");
        assertThat(MESSAGES.in(Language.ENGLISH).say(weekend)).isEqualTo("Sat 28 Nov to Sun 29 Nov");
        assertThat(MESSAGES.in(Language.CHINESE).say(weekend)).isEqualTo("11月28日（周六）到11月29日（周日）");
        assertThat(MESSAGES.in(Language.KOREAN).say(weekend)).isEqualTo("11월 28일(토)부터 11월 29일(일)까지");

        var newYear = DateRange.of(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 10));
        assertThat(MESSAGES.in(Language.JAPANESE).say(newYear)).isEqualTo("2027年1月10日（日）");
        assertThat(MESSAGES.in(Language.ENGLISH).say(newYear)).isEqualTo("Sun 10 Jan 2027");
    }

    @ParameterizedTest
    @CsvSource({
        "英語で,en",
        "in English please,en",
        "English,en",
        "用英语,en",
        "中文,zh",
        "请用中文,zh",
        "中国語でお願いします,zh",
        "한국어로,ko",
        "韓国語で,ko",
        "やさしい日本語で,ja-easy",
        "やさしい日本語でおしえてください,ja-easy",
        "日本語で,ja"
    })
    void readsAWishForALanguage(String text, String tag) {
        assertThat(LANGUAGES.findWish(text).orElseThrow().language().tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"英語のサークルはありますか", "日本語教室", "I do not speak much", "中文の本", "青嵐中"})
    void takesNoTalkOfALanguageForAWish(String text) {
        assertThat(LANGUAGES.findWish(text)).isEmpty();
    }

    @Test
    void keepsWhatIsAskedBesides() {
        assertThat(LANGUAGES.findWish("やさしい日本語で、参加方法は？").orElseThrow().rest()).isEqualTo("参加方法は?");
    }

    @ParameterizedTest
    @CsvSource({"どうやって参加しますか,ja", "How do I join?,en", "怎么参加,zh", "請問怎麼參加,zh", "有人晕倒了,zh", "어떻게 참여해요,ko", "参加方法,", "★,"
    })
    void tellsALanguageByItsWords(String words, String tag) {
        assertThat(LANGUAGES.findLanguage(words).map(Language::tag).orElse(null))
                .isEqualTo(tag);
    }

    private static Set<String> namesOf(Language language, String key) {
        String sentence = MESSAGES.in(language).say(key);
        return NAME.matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
