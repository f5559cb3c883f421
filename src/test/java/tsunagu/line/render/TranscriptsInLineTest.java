package tsunagu.line.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Occasion;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.conversation.TestTown;
import tsunagu.conversation.Transcript;
import tsunagu.line.fake.LineLimits;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Message.Card;
import tsunagu.message.Message.Line;
import tsunagu.message.Message.Link;
import tsunagu.message.Topic;
import tsunagu.text.Language;

/** Every reply of every story, as LINE would get it. What is sent is also written to {@code target/line-cards.html}. */
class TranscriptsInLineTest {
    private static final Path PAGE = Path.of("target", "line-cards.html");
    private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();
    private static final LineLimits LIMITS = LineLimits.read();

    private final List<String> refused = new ArrayList<>();
    private final ChatPage page = new ChatPage();
    private int replies;
    private int cards;

    @Test
    void line_would_take_every_reply_of_every_story() throws IOException {
        try (TestTown town = TestTown.open()) {
            occasions(town.bean(Conversations.class));
            page.story("カード");
            tell("ネットワークの一覧", networks());
            tell("今週末の行事", events());
            Transcript.listAll().forEach(story -> tell(story, town));
        }
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page.html());

        assertThat(refused).isEmpty();
        assertThat(replies).isGreaterThan(50);
        assertThat(cards).isGreaterThan(5);
    }

    private void tell(Transcript story, TestTown town) {
        page.story(story.name());
        TestTown.Resident resident = town.resident();
        for (Transcript.Exchange exchange : story.exchanges()) {
            if (exchange.fresh()) resident = town.resident();
            tell(exchange.said(), resident.says(exchange.said()));
        }
    }

    private void occasions(Conversations conversations) {
        page.story("言葉のないできごと");
        for (Language language : Language.values()) {
            for (Occasion occasion : List.of(
                    new Occasion.Followed(false),
                    new Occasion.Followed(true),
                    new Occasion.Sticker(),
                    new Occasion.Unreadable(Occasion.Unreadable.Kind.PICTURE),
                    new Occasion.Unreadable(Occasion.Unreadable.Kind.VIDEO),
                    new Occasion.Unreadable(Occasion.Unreadable.Kind.VOICE),
                    new Occasion.Unreadable(Occasion.Unreadable.Kind.FILE),
                    new Occasion.Located(Optional.empty(), Optional.empty()),
                    new Occasion.Located(Optional.of("東京都西東京市田無町5-6-13"), Optional.empty()),
                    new Occasion.JoinedGroup())) {
                tell(
                        "（" + occasion.getClass().getSimpleName() + "）",
                        conversations.reply(
                                "line:test",
                                ConversationId.random(),
                                occasion,
                                Optional.empty(),
                                Optional.of(language)));
            }
        }
    }

    private void tell(String said, Reply reply) {
        var messages = LineRenderer.render(reply);
        JsonNode request = JSON.valueToTree(new ReplyMessageRequest("token", messages, false));
        assertThat(storedAndRead(messages)).isEqualTo(messages);
        LIMITS.problemsOfReply(request).forEach(problem -> refused.add(said + ": " + problem));
        request.path("messages").forEach(message -> {
            if (message.path("type").asText().equals("flex")) cards++;
        });
        replies++;
        page.exchange(said, request.path("messages"));
    }

    /** As the inbox does between the answer and its sending. */
    private static List<com.linecorp.bot.messaging.model.Message> storedAndRead(
            List<com.linecorp.bot.messaging.model.Message> messages) {
        var type = new TypeReference<List<com.linecorp.bot.messaging.model.Message>>() {};
        try {
            return JSON.readValue(JSON.writerFor(type).writeValueAsString(messages), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply networks() {
        return sample(List.of(
                new Message.Text("西東京市の地域協力ネットワークは、次のとおりです。"),
                network("北東部地域協力ネットワーク", "ほくっとネット", "令和5年2月", "青嵐中、明保中、保谷第一小、碧山小、栄小、東小"),
                network("西部地域協力ネットワーク", "にしにしnet.", "平成29年度（2017年度）", "ひばりが丘中、田無第二中、谷戸小、谷戸第二小"),
                network("中部地域協力ネットワーク", "ふらわーネット", "令和元年度（2019年度）", "保谷中、田無第一中、保谷小、本町小")));
    }

    private static Card network(String name, String nickname, String founded, String schools) {
        return new Card(
                name,
                List.of(new Line("愛称", nickname), new Line("できた時期", founded), new Line("学校", schools)),
                List.of(new Link("電話で聞く", URI.create("tel:042-420-2821"))));
    }

    private static Reply events() {
        return sample(List.of(new Card(
                "ほくっとネット 秋のふれあいまつり",
                List.of(
                        new Line("日時", "11月29日（日）10時から14時まで"),
                        new Line("場所", "碧山小学校 校庭（雨のときは体育館）"),
                        new Line("もちもの", "うわばき、飲みもの"),
                        new Line("申し込み", "いりません")),
                List.of(
                        new Link("地図を見る", URI.create("https://example.jp/地図")),
                        new Link("電話で聞く", URI.create("tel:042-420-2821"))))));
    }

    private static Reply sample(List<Message> messages) {
        return new Reply(
                Topic.NETWORK,
                Outcome.ANSWERED,
                messages,
                List.of(new Choice("参加するには？"), new Choice("問い合わせ先は？")),
                List.of(),
                "出典",
                "ja");
    }
}
