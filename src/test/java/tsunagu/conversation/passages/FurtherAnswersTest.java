package tsunagu.conversation.passages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FurtherAnswersTest {
    @ParameterizedTest
    @CsvSource({
        "それって何人, 何人",
        "その人たちは何をするの, 何をするの",
        "ほな、そこは何回, 何回",
        "この方針はいつ決まったの, 方針はいつ決まったの",
        "この方向性は誰が決めたの, 方向性は誰が決めたの",
        "その人数は, 人数は",
        "これからの予定は, これからの予定は",
        "それぞれの役割は, それぞれの役割は",
        "それから何をしたの, それから何をしたの",
        "その後は, その後は"
    })
    void only_what_ties_a_question_to_the_one_before_is_left_out(String question, String rest) {
        assertThat(FurtherAnswers.rest(question)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"場所は, 検討委員会の", "何回集まったの, 検討委員会は", "何人？, 検討委員会は", "誰が, 検討委員会は", "メンバー, 検討委員会の"})
    void what_is_named_is_asked_of_the_subject(String question, String topic) {
        assertThat(FurtherAnswers.topic("検討委員会", question)).isEqualTo(topic);
    }
}
