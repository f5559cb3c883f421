package tsunagu.knowledge.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

class QuestionReaderTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final TextIndex INDEX = TextIndex.build(
            List.of(new TextEntry("1", "地域カルテ", "市内に4つのネットワークがあり、ネットワークの課題を3つにまとめた")),
            WORDS,
            Synonyms.none(),
            RankingSettings.recipe());
    private static final QuestionReader READER = new QuestionReader(
            INDEX, WORDS, new Phrasing(List.of("教えて", "知りたい", "〜ばいい", "〜手に入る"), List.of(), Set.of()));

    @ParameterizedTest
    @CsvSource({
        "地域カルテとは, 地域カルテ",
        "地域カルテとは？, 地域カルテ",
        "「地域カルテ」って何ですか, 地域カルテ",
        "地域カルテってなに, 地域カルテ",
        "地域カルテってどういう意味ですか, 地域カルテ",
        "地域カルテとは何か教えて, 地域カルテ",
        "地域カルテというのは何ですか, 地域カルテ",
        "地域カルテの意味を教えて, 地域カルテ",
        "すみません、地域カルテとは, 地域カルテ",
        "八王子市の地域カルテとは, 八王子市の地域カルテ 地域カルテ",
        "集う場のあるコミュニティとは, 集う場のあるコミュニティ あるコミュニティ",
        "地域カルテを期待することは, ''",
        "地域カルテって本当, ''",
        "地域カルテって何をするの, ''",
        "強みは何ですか, ''",
        "とは, ''",
    })
    void knowsTheTermWhoseMeaningIsAsked(String question, String terms) {
        assertThat(String.join(" ", READER.read(question).terms())).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource({
        "地域カルテについて教えてください, 地域 カルテ",
        "会議は何回あったのか知りたいです, 会議",
        "何団体ですか, 団体",
        "どこに行けばいいですか, 行く",
        "どこで手に入るか, ''",
        "ネットワークに入るには, ネットワーク 入る",
    })
    void leavesOutWhatOnlyFramesTheQuestion(String question, String words) {
        assertThat(String.join(
                        " ",
                        READER.read(question).reading().words().stream()
                                .map(QueryWord::term)
                                .toList()))
                .isEqualTo(words);
    }

    @Test
    void aStopPhraseOfSeveralWordsWouldLoseEachOfThem() {
        assertThatThrownBy(() -> new QuestionReader(INDEX, WORDS, new Phrasing(List.of("手に入る"), List.of(), Set.of())))
                .hasMessageContaining("「手に入る」")
                .hasMessageContaining("手、入る")
                .hasMessageContaining("〜手に入る");
    }

    @ParameterizedTest
    @CsvSource({
        "ネットワークはいくつ, 4つのネットワークが完成, true",
        "ネットワークはいくつ, ネットワークは3つ, true",
        "ネットワークはいくつ, 4年前のネットワーク, false",
        "ネットワークはいくつ, 複数のネットワーク, false",
        "ネットワークはいくつ, 第4ネットワーク, false",
        "課題はいくつ, 4つのネットワーク, false",
    })
    void aNumberMustCountTheThingThatWasAskedAbout(String question, String text, boolean told) {
        assertThat(READER.read(question).isToldIn(text)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "第5回はいつ, 第4回 12月23日, false",
        "第４回はいつ, 第4回 12月23日, true",
        "令和6年のフォーラム, 令和5年1月28日, false",
        "令和5年のフォーラム, 令和5年1月28日, true",
        "5人, 15人, false",
        "ネットワーク, 4つ, true",
    })
    void figuresOfTheQuestionMustStandInTheAnswer(String question, String text, boolean same) {
        assertThat(READER.read(question).hasItsFiguresIn(text)).isEqualTo(same);
    }

    @Test
    void figuresAndDatesAge() {
        assertThat(READER.read("いくつありますか").asksWhatAges()).isTrue();
        assertThat(READER.read("いつですか").asksWhatAges()).isTrue();
        assertThat(READER.read("どこですか").asksWhatAges()).isFalse();
        assertThat(READER.read("ネットワークの強み").asksWhatAges()).isFalse();
    }
}
