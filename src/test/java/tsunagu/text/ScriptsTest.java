package tsunagu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in the letters of residents from elsewhere. */
class ScriptsTest {

    @ParameterizedTest
    @CsvSource({
        "ほくとうぶ,Hokutōbu,호쿠토부",
        "せいらんちゅう,Seiranchū,세이란추",
        "やぎさわ,Yagisawa,야기사와",
        "にしとうきょうし,Nishitōkyōshi,니시토쿄시",
        "ちいき きょうりょく ネットワーク,Chiiki Kyōryoku Nettowāku,지이키 교료쿠 넷토와쿠",
        "しんまち,Shinmachi,신마치",
        "コミュニティ,Komyuniti,고뮤니티",
        "ほっと,Hotto,홋토"
    })
    void writesKana(String kana, String latin, String hangul) {
        assertThat(Romaji.shown(kana)).isEqualTo(latin);
        assertThat(Hangul.of(kana)).isEqualTo(hangul);
    }

    @ParameterizedTest
    @CsvSource({
        "Hōya,hoya",
        "Houya,hoya",
        "Hooya,hoya",
        "Ohya,oya",
        "Shinmachi,shinmachi",
        "Shimmachi,shinmachi",
        "Sinmati,shinmachi",
        "Hokuto-bu,hokutobu",
        "Nishi-Tôkyô,nishitokyo",
        "TANASHI,tanashi",
        "syo,sho",
        "Huzimati,fujimachi"
    })
    void bringsRomanisationsTogether(String written, String key) {
        assertThat(Romaji.key(written)).isEqualTo(key);
    }

    @Test
    void readsOldAndChineseCharactersAsTodays() {
        assertThat(Folding.name("柳澤")).isEqualTo("柳沢");
        assertThat(Folding.name("谷户小学")).isEqualTo("谷戸小学");
        assertThat(Folding.name("东伏见")).isEqualTo("東伏見");
        assertThat(Folding.name("榮小學校")).isEqualTo("栄小学校");
    }

    @Test
    void findsLanguagesByTheirTags() {
        assertThat(Language.findByTag("zh-Hant-TW")).contains(Language.CHINESE);
        assertThat(Language.findByTag("ko-KR")).contains(Language.KOREAN);
        assertThat(Language.findByTag("ja-easy")).contains(Language.EASY_JAPANESE);
        assertThat(Language.findByTag("ja-JP")).contains(Language.JAPANESE);
        assertThat(Language.findByTag("fr")).isEmpty();
    }
}
