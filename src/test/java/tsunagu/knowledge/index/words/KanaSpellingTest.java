package tsunagu.knowledge.index.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanaSpellingTest {
    private final KanaSpelling spelling = KanaSpelling.of(
            List.of("地域経営とは、地域と市が力を合わせること。", "基本的なつながりを、地域カルテで情報として共有する。", "準備会の市長と職員は、三十人の子どもとコロナの話をした。保谷小、東町、旧街道。"),
            WordReader.knowing(List.of()));

    @ParameterizedTest
    @CsvSource({
        "ちいきけいえいって どういういみ, 地域経営って どういういみ",
        "「きほんてきな つながり」とは, 「基本的な つながり」とは",
        "ちいきでの じょうほうは, 地域での 情報は",
        "きほんてき, 基本的",
        "まちの じゅんびかいへのしょくいんの さんか, まちの 準備会への職員の さんか",
        "このちいきは, この地域は"
    })
    void words_of_the_texts_are_written_as_they_print_them(String typed, String written) {
        assertThat(spelling.inKanji(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"どんなところなの", "ひがしちょう", "きゅうきゅうしゃ よんで", "そうでしょうか", "やきゅうが したい", "じょうほうけん", "いちいきました", "", "😀"})
    void what_only_sounds_like_a_part_of_them_stays(String typed) {
        assertThat(spelling.inKanji(typed)).isEqualTo(typed);
    }

    @Test
    void of_words_that_sound_the_same_the_one_printed_most_is_meant() {
        KanaSpelling often = KanaSpelling.of(List.of("校歌の効果", "効果がある"), WordReader.knowing(List.of()));

        assertThat(often.inKanji("こうかは")).isEqualTo("効果は");
    }

    @Test
    void a_long_text_stays_as_it_is() {
        assertThat(spelling.inKanji("ちいきの ".repeat(100))).isEqualTo("ちいきの ".repeat(100));
    }
}
