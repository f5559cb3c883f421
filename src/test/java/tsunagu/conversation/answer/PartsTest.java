package tsunagu.conversation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.answer.Answer.NotKnown;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

class PartsTest {
    private static final Source REPORT = source("報告書");
    private static final Source LETTER = source("通信");

    @Test
    void what_an_answer_before_says_is_told_once_with_the_sources_of_both() {
        Answer.Cited both = cited("215団体が加入しています。\n北東部は58団体です。", REPORT);
        Answer.Cited one = cited("215団体が加入しています。", LETTER);

        Answer together = Parts.together(List.of(both, one));

        assertThat(together).isInstanceOfSatisfying(Answer.Cited.class, answer -> {
            assertThat(answer.messages()).isEqualTo(both.messages());
            assertThat(answer.sources()).containsExactly(REPORT, LETTER);
        });
    }

    @Test
    void what_no_answer_before_says_is_told() {
        Answer together = Parts.together(List.of(cited("南部は5町です。", REPORT), cited("西部は5町です。", REPORT)));

        assertThat(((Answer.Cited) together).messages()).hasSize(2);
    }

    @Test
    void whom_to_ask_about_another_field_is_not_the_office_that_is_named() {
        List<Answer> garbage = List.of(new NotKnown(Topic.OTHER, Reason.OUT_OF_SCOPE, "ごみのことは、ご案内できません。", List.of()));

        assertThat(Parts.asksWhomElsewhere("どこに言えばいいですか", garbage)).isTrue();
        assertThat(Parts.asksWhomElsewhere("地域づくりの担当課の電話番号は？", garbage)).isFalse();
        assertThat(Parts.asksWhomElsewhere("どこに言えばいいですか", List.of(cited("南部です。", REPORT))))
                .isFalse();
    }

    private static Answer.Cited cited(String words, Source source) {
        return new Answer.Cited(Topic.FAQ, List.of(new Message.Text(words)), List.of(source), List.of());
    }

    private static Source source(String title) {
        return new Source(title, title, "西東京市", "2025-12-23", "", "", OptionalInt.empty(), "");
    }
}
