package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.line.fake.LineLimits;
import tsunagu.line.fake.SentReply;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/** What a resident sees, held against LINE's limits. */
class LineRendererTest {
    private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();
    private static final LineLimits LIMITS = LineLimits.read();
    private static final Source REPORT =
            new Source("report", "あり方検討委員会報告書(案)", "西の市", "2025-12-23", "通学区域", "青嵐中は南部地域です");

    @Test
    void messages_follow_each_other_with_the_sources_below_the_last_and_the_choices_as_quick_replies() {
        Reply reply = reply(
                List.of(text("南部地域です。"), new Message.Card("南部地域協力ネットワーク", List.of(phone()), List.of(call()))),
                List.of(new Choice("イベント", "南部地域のイベント")),
                List.of(REPORT, REPORT));

        SentReply sent = send(reply);

        assertThat(sent.text()).isEqualTo(reply.plainText());
        assertThat(sent.messages()).hasSize(2);
        assertThat(sent.messages().path(1).path("text").asText()).isEqualTo("""
            ■ 南部地域協力ネットワーク
            電話：000-000-0000

            出典：あり方検討委員会報告書(案) 2025-12-23 / 通学区域\
            """);
        assertThat(sent.messages().path(0).has("quickReply")).isFalse();
        assertThat(sent.choices()).containsExactly("イベント");
        assertThat(sent.messages().at("/1/quickReply/items/0/action/text").asText())
                .isEqualTo("南部地域のイベント");
    }

    @Test
    void a_reply_without_choices_or_sources_is_only_its_words() {
        SentReply sent = send(reply(List.of(text("こんにちは")), List.of(), List.of()));

        assertThat(sent.messages().toString()).isEqualTo("[{\"type\":\"text\",\"text\":\"こんにちは\"}]");
    }

    @Test
    void a_sixth_message_and_more_stand_below_the_fifth() {
        List<Message> seven =
                IntStream.rangeClosed(1, 7).mapToObj(n -> text("文" + n)).toList();

        SentReply sent = send(reply(seven, List.of(), List.of(REPORT)));

        assertThat(sent.messages()).hasSize(5);
        assertThat(sent.messages().path(4).path("text").asText()).startsWith("文5\n\n文6\n\n文7\n\n出典：");
    }

    @Test
    void too_long_words_give_way_to_the_sources() {
        SentReply sent = send(reply(List.of(text("地区の窓口です。".repeat(1000))), List.of(), List.of(REPORT)));

        assertThat(sent.text()).hasSizeLessThanOrEqualTo(5000).endsWith("地区の窓口です。…\n\n出典：" + REPORT.line());
    }

    @Test
    void far_too_many_sources_are_cut_and_leave_room_for_the_words() {
        List<Source> sources = IntStream.range(0, 500)
                .mapToObj(n -> new Source("d" + n, "報告書" + n, "西の市", "2025-12-23", "見出し", ""))
                .toList();

        SentReply sent = send(reply(List.of(text("地区の窓口です。".repeat(1000))), List.of(), sources));

        assertThat(sent.text())
                .hasSizeBetween(4900, 5000)
                .contains("地区の窓口です。…\n\n出典：報告書0")
                .endsWith("…");
    }

    @Test
    void choices_are_cut_to_what_line_shows() {
        List<Choice> choices = Collections.nCopies(20, new Choice("👨‍👩‍👧‍👦".repeat(25), "か\u3099".repeat(400)));

        SentReply sent = send(reply(List.of(text("どちらですか")), choices, List.of()));

        assertThat(sent.choices()).hasSize(13).containsOnly("👨‍👩‍👧‍👦".repeat(19) + "…");
        assertThat(sent.messages().at("/0/quickReply/items/0/action/text").asText())
                .isEqualTo("か\u3099".repeat(300));
    }

    @Test
    void what_line_would_refuse_as_empty_is_left_out() {
        SentReply sent = send(reply(
                List.of(text("  "), text("こんにちは"), text("\n")),
                List.of(new Choice(" "), new Choice("", "x")),
                List.of()));

        assertThat(sent.messages()).hasSize(1);
        assertThat(sent.choices()).isEmpty();
        assertThat(LineRenderer.render(reply(List.of(text(" ")), List.of(), List.of(REPORT))))
                .isEmpty();
    }

    @Property
    void no_reply_of_any_words_is_one_that_line_refuses(
            @ForAll @Size(min = 1, max = 7) List<String> texts, @ForAll @Size(max = 15) List<String> choices) {
        var messages = texts.stream().map(words -> text("あ" + words.repeat(30))).toList();

        send(reply(List.copyOf(messages), choices.stream().map(Choice::new).toList(), List.of(REPORT)));
    }

    /** The reply as it arrives, after LINE has found nothing to refuse. */
    private static SentReply send(Reply reply) {
        JsonNode request = JSON.valueToTree(new ReplyMessageRequest("token", LineRenderer.render(reply), false));
        assertThat(LIMITS.problemsOfReply(request)).isEmpty();
        return new SentReply("token", request.path("messages"));
    }

    private static Reply reply(List<Message> messages, List<Choice> choices, List<Source> sources) {
        return new Reply(Topic.AREA, Outcome.ANSWERED, messages, choices, sources, "出典", "ja");
    }

    private static Message text(String text) {
        return new Message.Text(text);
    }

    private static Message.Line phone() {
        return new Message.Line("電話", "000-000-0000");
    }

    private static Message.Link call() {
        return new Message.Link("電話する", URI.create("tel:000-000-0000"));
    }
}
