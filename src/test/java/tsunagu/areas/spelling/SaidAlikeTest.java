package tsunagu.areas.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

class SaidAlikeTest {
    private final SaidAlike saidAlike = new SaidAlike();

    @ParameterizedTest
    @CsvSource({"八木沢, やぎさわ", "柴久保町, しばくぼちょう", "雲雀ヶ丘, ひばりがおか", "晴嵐中, せいらんちゅう", "保矢第二小, ほうやだいにしょう", "町だ市, まちだし"})
    void kanji_that_can_be_read_as_a_name_are_it(String typed, String name) {
        assertThat(saidAlike.read(Folding.name(typed)).canBe(Kana.heard(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"田端町, たなしちょう", "高台町, むこうだいちょう", "住良町, すみよしちょう", "八木, やぎさわ"})
    void others_are_not(String typed, String name) {
        assertThat(saidAlike.read(Folding.name(typed)).canBe(Kana.heard(name))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"下穂谷, 下保谷, しもほうや, true", "上保谷, 下保谷, しもほうや, false", "高台町, 向台町, むこうだいちょう, false"})
    void one_kanji_may_be_another_that_is_read_as_it_is_there(String typed, String name, String read, boolean alike) {
        assertThat(saidAlike.read(Folding.name(typed)).sameButFor(Folding.name(name), Kana.heard(read)))
                .isEqualTo(alike);
    }
}
