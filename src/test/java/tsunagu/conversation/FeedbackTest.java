package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.message.Choice;

/** What residents say of answers, from the buttons below them to the staff's list. */
class FeedbackTest {
    private static TestTown town;

    @BeforeAll
    static void open() {
        town = TestTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource({
        "青嵐中はどの地区？, 役に立った, ちがう",
        "Which area is Seiran junior high school in?, Helpful, Not right",
        "田无町属于哪个地区？, 有帮助, 不对",
        "다나시초는 어느 지구예요?, 도움이 됐어요, 틀려요"
    })
    void below_a_told_fact_there_are_two_buttons_in_its_language(String question, String helped, String wrong) {
        assertThat(labels(town.resident().says(question))).endsWith(helped, wrong);
    }

    @Test
    void nothing_is_offered_where_nothing_was_told() {
        for (String words : List.of("こんにちは", "火事です", "ごみはいつ出せますか", "データを消して")) {
            assertThat(labels(town.resident().says(words))).as(words).doesNotContain("役に立った", "ちがう");
        }
    }

    @Test
    void a_helped_resident_is_thanked_and_counted_once() {
        var resident = town.resident();
        resident.says("青嵐中はどの地区？");
        long before = tally().helped();

        assertThat(resident.says("役に立った").plainText()).contains("お役に立てて");
        resident.says("役に立った");

        assertThat(tally().helped()).isEqualTo(before + 1);
        assertThat(resident.says("じゃあ南部は？").plainText()).contains("南部");
    }

    @Test
    void a_wrong_answer_brings_its_question_masked_to_staff() {
        var resident = town.resident();
        resident.says("青嵐中（せいらんちゅう） 090-1234-5678");
        long before = tally().wrong();

        Reply thanks = resident.says("答えがちがう");

        assertThat(thanks.outcome()).isEqualTo(Outcome.CHAT);
        assertThat(thanks.plainText()).contains("職員が確かめます");
        assertThat(tally().wrong()).isEqualTo(before + 1);
        assertThat(questions(resident))
                .singleElement()
                .asString()
                .contains("青嵐中")
                .doesNotContain("090");
    }

    @Test
    void what_the_button_may_refer_to_is_shown_and_forgotten_on_request() {
        var resident = town.resident();
        resident.says("青嵐中はどの地区？");

        assertThat(resident.says("何を覚えてる？").plainText()).contains("直前のご質問：「青嵐中はどの地区?」");
        resident.says("データを消して");
        resident.says("はい");
        resident.says("答えがちがう");

        assertThat(questions(resident)).noneMatch(words -> words.contains("青嵐中"));
    }

    @Test
    void a_message_taken_back_is_no_longer_referred_to() {
        var resident = town.resident();
        var conversations = town.bean(Conversations.class);
        conversations.reply(new Utterance(
                resident.id(),
                "青嵐中はどの地区？",
                Optional.empty(),
                Optional.empty(),
                Optional.of("default m1"),
                Utterance.WEB));

        conversations.forgetMessage(resident.id(), "default m1");
        resident.says("答えがちがう");

        assertThat(questions(resident)).noneMatch(words -> words.contains("青嵐中"));
    }

    private static List<String> labels(Reply reply) {
        return reply.choices().stream().map(Choice::label).toList();
    }

    private static Feedback.Tally tally() {
        return town.bean(Feedback.class).tally(Optional.empty(), Duration.ofDays(1));
    }

    private static List<String> questions(TestTown.Resident resident) {
        return town.bean(UnansweredQuestions.class).listWords(resident.id().value());
    }
}
