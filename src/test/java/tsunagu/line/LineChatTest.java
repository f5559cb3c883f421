package tsunagu.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.SentReply;

/** Residents and the whole way from webhook to reply; holds for any words the dialogue finds. */
class LineChatTest {
    private static LineTown town;
    private LineResident hanako;
    private LineResident taro;

    @BeforeAll
    static void open() {
        town = LineTown.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void comeIn() {
        town.line.forget();
        hanako = town.resident("花子");
        taro = town.resident("太郎");
    }

    @Test
    void a_resident_who_writes_gets_a_reply_in_one_request() {
        try (LineTown fresh = LineTown.open()) {
            LineResident jiro = fresh.resident("次郎");

            SentReply reply = jiro.asks("青嵐中");
            jiro.asks("けやき小");

            assertThat(reply.text()).isNotBlank();
            assertThat(fresh.line.statuses()).containsExactly(200, 200);
            assertThat(fresh.figure("tsunagu.line.received", "kind", "text")).isEqualTo(2);
            // The second may not have been counted yet.
            assertThat(fresh.figure("tsunagu.line.answered", "channel", "default"))
                    .isBetween(1.0, 2.0);
            assertThat(fresh.figure("tsunagu.line.replies", "status", "200")).isBetween(1.0, 2.0);
        }
    }

    @Test
    void two_residents_in_one_body_each_get_a_reply() {
        deliver(hanako.says("青嵐中"), taro.says("けやき小"));

        awaitAll(2);
    }

    @Test
    void what_one_resident_writes_is_answered_in_order_though_line_is_slow() {
        town.line.next(FakeLine.Trouble.SLOW, FakeLine.Trouble.SLOW);
        List<JsonNode> events = List.of(hanako.says("一"), hanako.says("二"), hanako.says("三"), hanako.says("四"));

        deliver(events.get(0), events.get(1));
        deliver(events.get(2));
        deliver(events.get(3));

        assertThat(awaitAll(4))
                .extracting(SentReply::replyToken)
                .containsExactlyElementsOf(
                        events.stream().map(LineResident::replyToken).toList());
    }

    @Test
    void one_resident_does_not_wait_for_another() {
        try (LineTown other = LineTown.open()) {
            other.line.next(FakeLine.Trouble.HANG);
            other.webhook().deliver(other.resident("花子").says("青嵐中"));
            other.line.awaitStatuses(1);

            assertThat(other.resident("太郎").asks("けやき小").text()).isNotBlank();
            assertThat(other.line.statuses()).containsExactly(0, 200);
        }
    }

    @Test
    void the_same_event_in_one_body_in_two_and_as_a_redelivery_is_answered_once() {
        ObjectNode event = hanako.says("青嵐中");
        ObjectNode redelivery = event.deepCopy();
        redelivery.putObject("deliveryContext").put("isRedelivery", true);

        deliver(event, event);
        deliver(event);
        town.line.awaitReply(LineResident.replyToken(event));
        deliver(redelivery);
        taro.asks("けやき小");

        assertThat(town.line.statuses()).containsExactly(200, 200);
        assertThat(town.line.replies()).hasSize(2);
    }

    @Test
    void a_redelivery_that_is_the_first_copy_we_see_is_answered() {
        ObjectNode redelivery = hanako.says("青嵐中");
        redelivery.putObject("deliveryContext").put("isRedelivery", true);

        deliver(redelivery);

        awaitAll(1);
    }

    @Test
    void copies_without_an_event_id_are_told_by_their_message_id() {
        ObjectNode event = hanako.says("青嵐中");
        event.remove("webhookEventId");

        deliver(event, event);
        taro.asks("けやき小");
        awaitAll(2);

        assertThat(town.line.statuses()).containsExactly(200, 200);
    }

    @Test
    void broken_and_unknown_events_do_not_cost_their_neighbours() {
        double before = town.figure("tsunagu.line.ignored", "reason", "unreadable");
        JsonNode unreadable = hanako.says("読めない").put("timestamp", "abc");
        ObjectNode hugeFile = hanako.says("x");
        hugeFile.putObject("message")
                .put("id", "1")
                .put("type", "file")
                .put("fileName", "地図.pdf")
                .put("fileSize", 3_000_000_000L);
        ObjectNode noMessage = hanako.says("x");
        noMessage.remove("message");
        ObjectNode first = hanako.says("青嵐中");
        ObjectNode last = taro.says("けやき小");
        String body = "{\"events\":[%s,null,5,[],{},\"x\",%s,%s,%s,%s,%s]}"
                .formatted(
                        first,
                        unreadable,
                        hugeFile,
                        noMessage,
                        hanako.event("messageEdited"),
                        hanako.event("somethingNew"))
                .replace("]}", "," + last + "]}");

        assertThat(town.webhook().deliver(body.getBytes(UTF_8)).statusCode()).isEqualTo(200);

        assertThat(awaitAll(3))
                .extracting(SentReply::replyToken)
                .containsExactlyInAnyOrder(
                        LineResident.replyToken(first),
                        LineResident.replyToken(hugeFile),
                        LineResident.replyToken(last));
        assertThat(town.figure("tsunagu.line.ignored", "reason", "unreadable")).isEqualTo(before + 6);
    }

    @Test
    void nothing_is_said_in_standby_or_without_token_or_source() {
        ObjectNode noToken = hanako.says("青嵐中");
        noToken.remove("replyToken");
        ObjectNode noSource = hanako.says("青嵐中");
        noSource.remove("source");
        ObjectNode oddSource = hanako.says("青嵐中");
        oddSource.putObject("source").put("type", "planet").put("userId", hanako.userId());

        deliver(hanako.says("青嵐中").put("mode", "standby"), noToken, noSource, oddSource, hanako.says(" \n"));

        assertSilent();
    }

    @Test
    void somebody_whose_id_line_withholds_is_answered_too() {
        ObjectNode event = hanako.says("青嵐中");
        ((ObjectNode) event.path("source")).remove("userId");

        deliver(event);

        awaitAll(1);
    }

    @Test
    void missing_mode_and_delivery_context_do_not_silence_us() {
        ObjectNode event = hanako.says("青嵐中");
        event.remove(List.of("mode", "deliveryContext", "timestamp"));

        deliver(event);

        awaitAll(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unfollow", "leave", "memberJoined", "memberLeft", "postback", "unsend", "beacon", "accountLink"
            })
    void other_kinds_are_seen_and_left_alone(String kind) {
        double before = town.figure("tsunagu.line.received", "kind", kind);

        deliver(hanako.event(kind).put("replyToken", town.line.issueReplyToken()));

        assertSilent();
        assertThat(town.figure("tsunagu.line.received", "kind", kind)).isEqualTo(before + 1);
    }

    @Test
    void a_message_of_a_kind_that_nobody_knows_yet_is_seen_and_left_alone() {
        ObjectNode event = hanako.says("x");
        event.putObject("message").put("id", "1").put("type", "hologram");

        deliver(event);

        assertSilent();
    }

    @Test
    void in_a_group_we_are_silent_unless_called() {
        LineResident inGroup = hanako.inGroup("町内会");
        ObjectNode everybody = inGroup.saysTo("@All", " お祭りです");
        ((ObjectNode) everybody.at("/message/mention/mentionees/0")).put("type", "all");
        ObjectNode neighbour = inGroup.saysTo("@太郎", " お元気ですか");
        ((ObjectNode) neighbour.at("/message/mention/mentionees/0")).put("isSelf", false);

        deliver(inGroup.says("青嵐中のとなりです"), everybody, neighbour);
        assertSilent();

        deliver(inGroup.saysTo("@西東京市", " 青嵐中"));
        // With the one by which the silence was told.
        awaitAll(2);
    }

    @Test
    void a_text_of_the_greatest_length_line_allows_is_answered() {
        assertThat(hanako.asks("🏫".repeat(2500)).text()).isNotBlank();
        assertThat(hanako.asks("\uD83E half a character").text()).isNotBlank();
    }

    private void deliver(JsonNode... events) {
        assertThat(town.webhook().deliver(events).statusCode()).isEqualTo(200);
    }

    private void assertSilent() {
        // Whoever writes later is answered; what was to be left alone has been by then.
        int before = town.line.replies().size();
        town.resident("次郎").asks("けやき小");
        assertThat(town.line.replies()).hasSize(before + 1);
        assertThat(town.line.refusals()).isEmpty();
    }

    private List<SentReply> awaitAll(int count) {
        town.line.awaitStatuses(count);
        return new ArrayList<>(town.line.replies());
    }
}
