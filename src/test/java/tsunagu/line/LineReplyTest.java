package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.LineResident;

/** What we do when LINE does not take a reply. */
@Isolated
class LineReplyTest {
    private static LineTown town;

    @BeforeAll
    static void open() {
        town = LineTown.open(Map.of("line.timeout", "700ms"));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void forget() {
        town.line.forget();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_500", "HTML_502", "HANG"})
    void after_a_failure_of_lines_own_the_same_reply_is_sent_once_more(Trouble trouble) {
        town.line.next(trouble);

        assertThat(town.resident("花子").asks("青嵐中").text()).isNotBlank();

        assertThat(town.line.awaitStatuses(2)).hasSize(2).endsWith(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_500", "HTML_502"})
    void while_line_fails_and_the_token_lives_it_is_tried_again(Trouble trouble) {
        town.line.next(trouble, trouble, trouble);

        assertThat(town.resident("花子").asks("青嵐中").text()).isNotBlank();

        assertThat(town.line.statuses()).hasSize(4).endsWith(200);
    }

    @Test
    void where_line_keeps_silent_there_is_no_third_try() {
        town.line.next(Trouble.HANG, Trouble.HANG);
        ObjectNode event = town.resident("花子").says("青嵐中");

        town.webhook().deliver(event);

        assertNothingFollows(event, 2);
        assertThat(town.figure("tsunagu.line.given.up", "reason", "no-answer")).isPositive();
    }

    @Test
    void a_reply_that_line_is_too_busy_for_is_sent_a_little_later() {
        town.line.next(Trouble.RATE_LIMIT);

        assertThat(town.resident("花子").asks("青嵐中").text()).isNotBlank();

        assertThat(town.line.statuses()).containsExactly(429, 200);
    }

    @Test
    void when_the_months_quota_is_used_up_there_is_no_second_try() {
        town.line.next(Trouble.MONTHLY_LIMIT);
        ObjectNode event = town.resident("花子").says("青嵐中");

        town.webhook().deliver(event);

        assertNothingFollows(event, 1);
        assertThat(town.figure("tsunagu.line.replies", "status", "429")).isPositive();
        assertThat(town.figure("tsunagu.line.given.up", "reason", "quota")).isPositive();
    }

    @Test
    void what_line_fails_to_take_while_the_token_lives_is_given_up_as_such() {
        try (LineTown hasty = LineTown.open(Map.of("line.inbox.reply-within", "1s"))) {
            hasty.line.next(Trouble.ERROR_500, Trouble.ERROR_500, Trouble.ERROR_500, Trouble.ERROR_500);
            hasty.webhook().deliver(hasty.resident("花子").says("青嵐中"));

            hasty.awaitFigure("tsunagu.line.given.up", "reason", "line-error", 1);
            assertThat(hasty.line.replies()).isEmpty();
        }
    }

    @Test
    void what_comes_too_late_is_given_up_without_a_request() {
        try (LineTown slow = LineTown.open(Map.of("line.inbox.reply-within", "500ms"))) {
            LineResident hanako = slow.resident("花子");
            slow.line.next(Trouble.HANG);
            slow.webhook().deliver(hanako.says("青嵐中"));
            slow.line.awaitStatuses(1);
            slow.webhook().deliver(hanako.says("けやき小"));

            slow.awaitFigure("tsunagu.line.given.up", "reason", "too-late", 1);
            assertThat(slow.line.statuses()).containsExactly(0);
        }
    }

    @Test
    void where_the_settings_allow_it_what_comes_too_late_is_sent_once_as_a_message_of_our_own() {
        var settings = Map.<String, Object>of("line.inbox.reply-within", "300ms", "line.inbox.push-when-late", true);
        try (LineTown patient = LineTown.open(settings)) {
            LineResident hanako = patient.resident("花子");
            patient.line.next(Trouble.RATE_LIMIT);

            patient.webhook().deliver(hanako.says("青嵐中"));

            patient.awaitFigure("tsunagu.line.answered", "confirmed", "true", 1);
            assertThat(patient.line.replies()).isEmpty();
            assertThat(patient.line.outbox().pushed()).singleElement().satisfies(pushed -> {
                assertThat(pushed.to()).isEqualTo(hanako.userId());
                assertThat(pushed.messages().at("/0/text").asText()).contains("青嵐中");
            });
        }
    }

    @Test
    void what_may_have_arrived_is_not_sent_another_way() {
        var settings = Map.<String, Object>of("line.inbox.reply-within", "2s", "line.inbox.push-when-late", true);
        try (LineTown patient = LineTown.open(settings)) {
            LineResident hanako = patient.resident("花子");
            hanako.asks("こんにちは");
            patient.line.always(() -> Trouble.ERROR_500);

            patient.webhook().deliver(hanako.says("青嵐中"));

            patient.awaitFigure("tsunagu.line.given.up", "reason", "line-error", 1);
            assertThat(patient.line.outbox().pushed()).isEmpty();
        }
    }

    @Test
    void who_waits_for_more_than_a_second_is_shown_that_an_answer_comes() {
        LineResident hanako = town.resident("待つ花子");
        LineResident taro = town.resident("待たない太郎");
        town.line.next(Trouble.RATE_LIMIT);

        assertThat(hanako.asks("青嵐中").text()).isNotBlank();
        assertThat(taro.asks("青嵐中").text()).isNotBlank();

        assertThat(town.line.outbox().loading()).contains(hanako.userId()).doesNotContain(taro.userId());
    }

    @Test
    void in_a_group_nobody_is_shown_anything_while_waiting() {
        LineResident hanako = town.resident("組の花子").inGroup("町内会");
        town.line.next(Trouble.RATE_LIMIT);
        ObjectNode event = hanako.saysTo("@西東京市", " 青嵐中");

        town.webhook().deliver(event);

        assertThat(town.line.awaitReply(LineResident.replyToken(event)).text()).isNotBlank();
        assertThat(town.line.outbox().loading()).doesNotContain(hanako.userId());
    }

    @Test
    void a_reply_token_that_ran_out_is_not_tried_again() {
        ObjectNode event = town.resident("花子").says("青嵐中");
        town.line.expire(LineResident.replyToken(event));

        town.webhook().deliver(event);

        assertNothingFollows(event, 1);
        assertThat(town.line.refusals()).singleElement().asString().contains("Invalid reply token");
        assertThat(town.figure("tsunagu.line.given.up", "reason", "refused")).isPositive();
    }

    @Test
    void a_reply_that_arrived_though_line_kept_silent_is_not_doubled() {
        town.line.next(Trouble.TAKE_AND_HANG);
        ObjectNode event = town.resident("花子").says("青嵐中");

        town.webhook().deliver(event);

        assertThat(town.line.awaitStatuses(2)).containsExactly(0, 400);
        assertThat(town.line.replies()).hasSize(1);
        town.awaitFigure("tsunagu.line.answered", "confirmed", "false", 1);
    }

    @Test
    void the_next_message_of_a_resident_is_answered_after_one_that_could_not_be() {
        town.line.next(Trouble.MONTHLY_LIMIT);
        LineResident hanako = town.resident("花子");

        town.webhook().deliver(hanako.says("青嵐中"));

        assertThat(hanako.asks("けやき小").text()).isNotBlank();
    }

    @Test
    void an_event_that_stayed_unanswered_is_answered_when_it_is_delivered_again() {
        town.line.next(Trouble.HANG, Trouble.HANG);
        LineResident hanako = town.resident("花子");
        ObjectNode event = hanako.says("青嵐中");
        town.webhook().deliver(event);
        hanako.asks("けやき小");

        town.webhook().deliver(event);
        ((ObjectNode) event.path("deliveryContext")).put("isRedelivery", true);
        town.webhook().deliver(event);

        assertThat(town.line.awaitReply(LineResident.replyToken(event)).text()).isNotBlank();
    }

    @Test
    void a_wrong_token_is_refused_once_and_nothing_breaks() {
        String key = "line.channels." + FakeLine.CHANNEL + ".token";
        try (LineTown other = LineTown.open(Map.of(key, "old-token"))) {
            assertThat(other.webhook().deliver(other.resident("花子").says("青嵐中")).statusCode())
                    .isEqualTo(200);
            assertThat(other.line.awaitStatuses(1)).containsExactly(401);
        }
    }

    /** Once the resident's next message is answered, the first is done with. */
    private static void assertNothingFollows(ObjectNode event, int tries) {
        town.line.awaitStatuses(tries);
        town.resident("花子").asks("つぎの質問");
        assertThat(town.line.statuses()).hasSize(tries + 1).endsWith(200);
        assertThat(town.line.replies()).noneMatch(reply -> reply.replyToken().equals(LineResident.replyToken(event)));
    }
}
