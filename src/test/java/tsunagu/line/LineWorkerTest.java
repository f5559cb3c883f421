package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.Databases;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.conversation.Utterance;
import tsunagu.line.answer.LineAnswers;
import tsunagu.line.api.Destinations;
import tsunagu.line.api.LineClients;
import tsunagu.line.event.Delivered;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.line.inbox.Inbox;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** What reaches the dialogue, and what happens when it fails. */
class LineWorkerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String BREAKS = "こわれる";
    private static final String OVERFLOWS = "あふれる";
    private static final String SILENCES = "だまる";

    private final FakeLine line = FakeLine.start();
    private final LineFigures figures = new LineFigures(new SimpleMeterRegistry());
    private final LineClients clients =
            new LineClients(line.apiUrl().toString(), line.apiUrl().toString(), PATIENCE);
    private final LineSender sender =
            new LineSender(clients, new LineSettings(line.apiUrl().toString(), PATIENCE), figures);
    private final Queue<Utterance> heard = new ConcurrentLinkedQueue<>();
    private final LineChannels channels = new LineChannels(List.of(account("default"), account("other")), any -> true);
    private final LineChannel channel = channels.findByName("default").orElseThrow();
    private final ApplicationContext context = ApplicationContext.run(Databases.H2.settings());
    private final LineWorker worker = new LineWorker(
            channels,
            new LineAnswers(this::echo),
            sender,
            figures,
            context.getBean(Destinations.class),
            context.getBean(Inbox.class),
            context.getBean(Clock.class));
    private LineResident hanako;

    @BeforeEach
    void comeIn() {
        line.deliverTo(URI.create("http://localhost"));
        hanako = line.resident("花子");
    }

    @AfterEach
    void close() throws InterruptedException {
        worker.close();
        clients.close();
        context.close();
        line.close();
    }

    private static LineChannels.Account account(String name) {
        return new LineChannels.Account(name, FakeLine.SECRET, FakeLine.TOKEN, "west-town");
    }

    @Test
    void the_dialogue_hears_the_words_and_the_channels_municipality() {
        assertThat(ask(hanako.says("青嵐中"))).isEqualTo("青嵐中");

        Utterance utterance = heard.element();
        assertThat(utterance.municipality()).contains("west-town");
        assertThat(utterance.language()).isEmpty();
    }

    @Test
    void our_name_is_taken_out_of_what_a_group_asks_us() {
        LineResident inGroup = hanako.inGroup("町内会");

        assertThat(ask(inGroup.saysTo("@西東京市", " 青嵐中"))).isEqualTo("青嵐中");
        assertThat(ask(inGroup.saysTo("@西東京市", ""))).isEqualTo("@西東京市");
        ObjectNode odd = inGroup.saysTo("西東京市", " 青嵐中");
        ((ObjectNode) odd.at("/message/mention/mentionees/0")).put("length", 99);
        assertThat(ask(odd)).isEqualTo("西東京市 青嵐中");
    }

    @Test
    void words_are_bounded_between_characters_and_made_whole() {
        assertThat(ask(hanako.says("👨‍👩‍👧‍👦".repeat(400))))
                .hasSizeBetween(Utterance.MAX_LENGTH - 11, Utterance.MAX_LENGTH)
                .endsWith("👨‍👩‍👧‍👦");
        assertThat(ask(hanako.says("半分\uD83Eと\0ゼロ"))).isEqualTo("半分?と ゼロ");
    }

    @Test
    void a_conversation_is_one_person_in_one_place_at_one_account() {
        LineResident taro = line.resident("太郎");
        ConversationId first = conversation(channel, hanako.says("一"));
        LineChannel otherChannel = channels.findByName("other").orElseThrow();

        assertThat(conversation(channel, hanako.says("二"))).isEqualTo(first);
        assertThat(List.of(
                        conversation(channel, taro.says("三")),
                        conversation(channel, hanako.inGroup("町内会").saysTo("@市", "四")),
                        conversation(channel, hanako.inGroup("子ども会").saysTo("@市", "五")),
                        conversation(otherChannel, hanako.says("六"))))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
        assertThat(first.value())
                .startsWith("line-")
                .doesNotContain(hanako.userId(), hanako.userId().substring(1));
    }

    @Test
    void a_person_whose_id_is_withheld_shares_a_conversation_with_nobody() {
        ObjectNode one = hanako.says("一");
        ObjectNode two = hanako.says("二");
        ((ObjectNode) one.path("source")).remove("userId");
        ((ObjectNode) two.path("source")).remove("userId");

        assertThat(conversation(channel, one)).isNotEqualTo(conversation(channel, two));
    }

    @ParameterizedTest
    @ValueSource(strings = {BREAKS, OVERFLOWS, SILENCES})
    void a_dialogue_that_fails_costs_only_its_own_message(String words) {
        accept(channel, hanako.says(words));

        assertThat(ask(hanako.says("青嵐中"))).isEqualTo("青嵐中");
        assertThat(line.statuses()).containsExactly(200);
    }

    @Test
    void what_comes_after_the_worker_has_stopped_waits_in_the_inbox() throws InterruptedException {
        worker.close();

        accept(channel, hanako.says("青嵐中"));

        assertThat(context.getBean(Inbox.class).countByChannel().get("default").waiting())
                .isOne();
        assertThat(line.statuses()).isEmpty();
    }

    private Reply echo(Utterance utterance) {
        heard.add(utterance);
        String words = switch (utterance.text()) {
            case BREAKS -> throw new IllegalStateException("the dialogue broke");
            case OVERFLOWS -> throw new StackOverflowError();
            case SILENCES -> " ";
            case String text -> text;
        };
        return new Reply(Topic.OTHER, Outcome.CHAT, List.of(new Message.Text(words)), List.of(), List.of(), "出典", "ja");
    }

    private String ask(JsonNode event) {
        accept(channel, event);
        return line.awaitReply(LineResident.replyToken(event)).text();
    }

    private ConversationId conversation(LineChannel where, JsonNode event) {
        heard.clear();
        accept(where, event);
        line.awaitReply(LineResident.replyToken(event));
        return heard.element().conversation();
    }

    private void accept(LineChannel where, JsonNode event) {
        byte[] body = ("{\"events\":[" + event + "]}").getBytes(StandardCharsets.UTF_8);
        worker.accept(where, Delivered.read(body).orElseThrow());
    }
}
