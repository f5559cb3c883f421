package tsunagu.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "南部は5校ですか？教えてください,南部は5校ですか？",
        "ちょっと聞きたいのですが、課題は,課題は",
        "西東京市に住んでいる者です。会費は？,会費は？",
        "委員は誰かご存じですか,委員は誰?",
        "委員は誰かな,委員は誰?",
        "5校かな,5校か?",
        "企業って入れますか,企業は入れますか",
        "★って何人,★は何人",
        "連絡先をお教えいただけますか,連絡先を教えてください",
        "市民集会所は　どこ,市民集会所はどこ"
    })
    void what_frames_a_question_is_left_out(String typed, String asked) {
        assertThat(Wording.plain(typed)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"自治会って何", "行って話したい", "光が丘に住んでいます", "教えてください", "西東京市に住んでいる者です。中町です", "課題は 町田", "どこか集まれる場所", ""})
    void what_is_asked_stays(String typed) {
        assertThat(Wording.plain(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "助けて😊,助けて",
        "🌸けやき小🌸,けやき小",
        "😊,😊",
        "けやき小,けやき小",
        "にしにしnet.♪,にしにしnet.",
        "'すみません、助けて',助けて",
        "'こんにちは、課題は',課題は",
        "'すみません、？？','すみません、？？'",
        "こんにちは,こんにちは"
    })
    void pictures_and_openings_are_left_out_where_there_are_words(String typed, String words) {
        assertThat(Wording.bare(typed)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今日は暑いですね", "うちの猫が寝ています", "さっきは失礼しました", "お昼カレー食べたよ", "It's so hot today"})
    void who_tells_something_asks_nothing(String typed) {
        assertThat(Wording.asksNothing(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自治会だけで全部やるの",
                "看板を直して",
                "申し込み方がわからない",
                "90分くらいの手伝い",
                "一人暮らしの母に",
                "課題は",
                "誰ですか",
                "英語で話したい",
                "What time"
            })
    void what_asks_or_names_is_no_remark(String typed) {
        assertThat(Wording.asksNothing(typed)).isFalse();
    }
}
