package tsunagu.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.text.BrokenLanguageFile;

class KanaWordsTest {
    private static final String REST = "\nasking: []\nsmall: []\n";

    private final KanaWords kana = new KanaWords("config", UnaryOperator.identity());

    @ParameterizedTest
    @CsvSource({
        "じちかいの かだいは,自治会の 課題は",
        "じちかいのかだいは,自治会の課題は",
        "けんとういいんかいは,検討委員会は",
        "★の れんらくさき,★の 連絡先",
        "さんかしたい,参加したい",
        "自治階の課題は,自治会の課題は",
        "検討医院会は,検討委員会は",
        "★の相性は,★の愛称は"
    })
    void words_of_the_list_are_written_in_kanji(String typed, String written) {
        assertThat(kana.inKanji(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"せかいひろば", "けいかくん", "なまえび", "自治会の課題", "Keikaku", "未来デザイン室は何階", "医院はどこ", "相性占い", ""})
    void within_other_words_they_are_none(String typed) {
        assertThat(kana.inKanji(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"会費: かい", "会費: カイヒ", "会費: 会費", "会費: 回"})
    void a_line_that_is_no_hiragana_or_too_short_ends_the_start(String line, @TempDir Path config) throws IOException {
        Files.createDirectories(config.resolve("language"));
        Files.writeString(config.resolve("language/kana.yml"), "words:\n  " + line + REST);
        assertThatThrownBy(() -> new KanaWords(config.toString(), UnaryOperator.identity()))
                .isInstanceOf(BrokenLanguageFile.class)
                .hasMessageContaining("kana.yml")
                .hasMessageContaining("会費");
    }

    @Test
    void a_list_may_be_empty(@TempDir Path config) throws IOException {
        Files.createDirectories(config.resolve("language"));
        Files.writeString(config.resolve("language/kana.yml"), "words: {}" + REST);
        assertThat(new KanaWords(config.toString(), UnaryOperator.identity()).inKanji("じちかいは"))
                .isEqualTo("じちかいは");
    }

    @Test
    void a_file_without_words_ends_the_start(@TempDir Path config) throws IOException {
        Files.createDirectories(config.resolve("language"));
        Files.writeString(config.resolve("language/kana.yml"), "kana: {}" + REST);
        assertThatThrownBy(() -> new KanaWords(config.toString(), UnaryOperator.identity()))
                .isInstanceOf(BrokenLanguageFile.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ﾔｷﾞｻﾜ ﾄﾞｺﾉ ﾁｲｷ,やぎさわ どこの ちいき",
        "タナシサンチュウハドコデスカ,たなしさんちゅうはどこですか",
        "yagisawa no nettowaaku oshiete,yagisawa の ねっとわーく おしえて",
        "いっっっちゃん多い,いっちゃん多い",
        "ぜ〜んぶ,ぜんぶ",
        "すみよし町 ﾄﾞｺ,すみよし町 どこ",
        "谷戸町はドコですか,谷戸町はどこですか"
    })
    void what_is_typed_in_another_script_is_put_into_hiragana(String typed, String read) {
        assertThat(kana.inKana(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ネットワーク", "is there no network to join", "WiFi", ""})
    void another_language_and_a_single_word_stay(String typed) {
        assertThat(kana.inKana(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"かにゅうだんたいすー,加入団体数", "れんらくさきどこ,連絡先どこ", "せかいひろばどこ,せかいひろばどこ"})
    void kana_without_a_blank_are_read_as_words_that_follow_one_another(String typed, String written) {
        assertThat(kana.inKanji(typed)).isEqualTo(written);
    }
}
