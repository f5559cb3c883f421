package tsunagu.knowledge.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NthTest {
    @ParameterizedTest
    @CsvSource({
        "今後の方向性の3つ目は, 3, 今後の方向性は",
        "課題の一つ目は, 1, 課題は",
        "支援のあり方の二番目について, 2, 支援のあり方について",
        "3番目の課題は何ですか, 3, 課題は何ですか",
        "課題の2番目の内容は, 2, 課題の内容は",
        "強みの10個目, 10, 強み",
        "強みの十二番目は, 12, 強みは"
    })
    void oneOfAListIsAskedByItsPlace(String question, int number, String rest) {
        assertThat(Nth.in(question)).isEqualTo(new Nth(OptionalInt.of(number), rest));
    }

    @ParameterizedTest
    @CsvSource({
        "2番目に多い地区は, 2番目に多い地区は",
        "2番目の会議はいつ, 第2回の会議はいつ",
        "4回目の会議で何をした, 第4回の会議で何をした",
        "四回目はいつ, 第4回はいつ",
        "何回目の会議, 何回目の会議",
        "0番目の課題は, 0番目の課題は",
        "最初は何団体で始まったの？, 最初は何団体で始まったの？"
    })
    void aRankAndAMeetingAreNoPlaceInAList(String question, String read) {
        assertThat(Nth.in(question)).isEqualTo(new Nth(OptionalInt.empty(), read));
    }

    @Test
    void aQuestionWithoutOneIsLeftAsItIs() {
        assertThat(Nth.in("ネットワークは4つですか")).isEqualTo(new Nth(OptionalInt.empty(), "ネットワークは4つですか"));
    }

    @ParameterizedTest
    @CsvSource({"最後のやつは？, 4", "最初のは, 1", "後者は, 4", "前者を詳しく, 1"})
    void theFirstAndTheLastAreOfHoweverMany(String question, int place) {
        Nth nth = Nth.in(question);
        assertThat(Nth.of(nth.number().orElseThrow(), 4)).hasValue(place);
    }

    @Test
    void theMiddleIsOneWhereTheirNumberIsOdd() {
        int middle = Nth.in("真ん中のは").number().orElseThrow();
        assertThat(Nth.of(middle, 3)).hasValue(2);
        assertThat(Nth.of(middle, 4)).isEmpty();
        assertThat(Nth.of(5, 4)).isEmpty();
    }
}
