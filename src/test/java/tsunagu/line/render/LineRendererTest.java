package tsunagu.line.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
    void the_sources_stand_below_the_words_a_card_follows_and_the_choices_are_on_the_last() {
        Reply reply = reply(
                List.of(text("南部地域です。"), office()), List.of(new Choice("イベント", "南部地域のイベント")), List.of(REPORT, REPORT));

        SentReply sent = send(reply);

        assertThat(sent.messages()).hasSize(2);
        assertThat(sent.text()).isEqualTo("南部地域です。\n\n出典：あり方検討委員会報告書(案) 2025-12-23");
        assertThat(sent.messages().path(0).has("quickReply")).isFalse();
        assertThat(sent.choices()).containsExactly("イベント");
        assertThat(sent.messages().at("/1/quickReply/items/0/action/text").asText())
                .isEqualTo("南部地域のイベント");
    }

    @Test
    void a_card_has_its_name_on_top_what_is_known_below_and_a_button_that_calls() {
        JsonNode card =
                send(reply(List.of(office()), List.of(), List.of())).messages().path(0);

        assertThat(card.path("altText").asText()).isEqualTo("南部の課（住所：西の市1-2、電話：000-000-0000）");
        assertThat(card.at("/contents/header/contents/0/text").asText()).isEqualTo("南部の課");
        assertThat(card.at("/contents/body/contents/1/contents/0/text").asText())
                .isEqualTo("電話");
        assertThat(card.at("/contents/body/contents/1/contents/1/text").asText())
                .isEqualTo("000-000-0000");
        assertThat(card.at("/contents/footer/contents/0/action/uri").asText()).isEqualTo("tel:000-000-0000");
        assertThat(card.at("/contents/footer/contents/0/action/label").asText()).isEqualTo("電話する");
    }

    @Test
    void sources_of_cards_alone_are_a_message_of_their_own() {
        SentReply sent = send(reply(List.of(office()), List.of(), List.of(REPORT)));

        assertThat(sent.messages()).hasSize(2);
        assertThat(sent.text()).isEqualTo("出典：あり方検討委員会報告書(案) 2025-12-23");
    }

    @Test
    void cards_that_follow_each_other_lie_side_by_side_and_their_notification_names_them() {
        List<Message> cards = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> (Message) card("南部" + n, "い"))
                .toList();

        JsonNode carousel = send(reply(cards, List.of(), List.of())).messages().path(0);

        assertThat(carousel.at("/contents/type").asText()).isEqualTo("carousel");
        assertThat(carousel.at("/contents/contents")).hasSize(3);
        assertThat(carousel.path("altText").asText()).isEqualTo("南部1、南部2、南部3");
    }

    @Test
    void what_is_more_than_twelve_cards_is_told_in_words() {
        List<Message> cards = IntStream.rangeClosed(1, 14)
                .mapToObj(n -> (Message) card("会" + n, "い"))
                .toList();

        SentReply sent = send(reply(cards, List.of(), List.of()));

        assertThat(sent.messages().at("/0/contents/contents")).hasSize(12);
        assertThat(sent.text()).isEqualTo("■ 会13\n場所：い\n\n■ 会14\n場所：い");
    }

    @Test
    void a_row_of_cards_larger_than_line_takes_has_fewer_of_them() {
        List<Message> cards = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> (Message) new Message.Card(
                        "会" + n, Collections.nCopies(2, new Message.Line("場所", "長い説明です。".repeat(400))), List.of()))
                .toList();

        SentReply sent = send(reply(cards, List.of(), List.of()));

        assertThat(sent.messages().at("/0/contents/contents").size()).isBetween(2, 11);
        assertThat(sent.text()).contains("■ 会12");
    }

    @Test
    void a_card_too_large_for_line_is_told_in_words() {
        List<Message.Line> lines = Collections.nCopies(12, new Message.Line("場所", "か\u3099の家です。".repeat(900)));

        SentReply sent = send(reply(List.of(new Message.Card("大きな会", lines, List.of())), List.of(), List.of()));

        assertThat(sent.messages()).hasSize(1);
        assertThat(sent.text()).startsWith("■ 大きな会\n場所：か\u3099の家です。").endsWith("…");
    }

    @Test
    void a_picture_stands_above_its_card_where_phones_can_load_it() {
        var links = List.of(new Message.Link("地図で見る", URI.create("https://town.example/areas/west")));
        var picture = Optional.of(new Message.Picture("/areas/west.png", 960, 1010));
        Reply reply = reply(List.of(new Message.Card("西の市の地図", List.of(), links, picture)), List.of(), List.of());

        JsonNode hero = send(reply, "https://town.example").messages().at("/0/contents/hero");

        assertThat(hero.path("url").asText()).isEqualTo("https://town.example/areas/west.png");
        assertThat(hero.path("aspectRatio").asText()).isEqualTo("960:1010");
        assertThat(hero.at("/action/uri").asText()).isEqualTo("https://town.example/areas/west");
        assertThat(send(reply, "http://localhost:8080")
                        .messages()
                        .at("/0/contents")
                        .has("hero"))
                .isFalse();
        assertThat(send(reply).messages().at("/0/contents").has("hero")).isFalse();
    }

    @Test
    void the_original_of_a_source_can_be_looked_at() {
        var source = new Source(
                "plan", "計画", "西の市", "2026-03-31", "", "引用", OptionalInt.of(2), "/documents/plan/original#page=2");
        Reply reply = reply(List.of(text("南部です。")), List.of(), List.of(source));

        assertThat(send(reply, "https://town.example").text())
                .isEqualTo("南部です。\n\n出典：計画 2026-03-31 p.2\nhttps://town.example/documents/plan/original#page=2");
        assertThat(send(reply).text()).isEqualTo("南部です。\n\n出典：計画 2026-03-31 p.2");
        List<Source> many = IntStream.range(0, 40)
                .mapToObj(i -> new Source(
                        "d" + i,
                        "計画" + i,
                        "西の市",
                        "2026",
                        "",
                        "引用",
                        OptionalInt.of(2),
                        "/documents/d/" + "x".repeat(40)))
                .toList();
        assertThat(send(reply(List.of(text("南部です。")), List.of(), many), "https://town.example")
                        .text())
                .contains("計画39")
                .doesNotContain("https");
    }

    @Test
    void a_link_that_line_would_refuse_is_no_button() {
        var links = List.of(
                new Message.Link("わな", URI.create("javascript:alert(1)")),
                new Message.Link("長い", URI.create("https://example.jp/" + "漢".repeat(200))),
                new Message.Link(" ", URI.create("tel:1")),
                new Message.Link("関係", URI.create("/path")),
                new Message.Link("地図", URI.create("https://example.jp/漢字")));

        JsonNode card = send(reply(List.of(new Message.Card("課", List.of(), links)), List.of(), List.of()))
                .messages()
                .path(0);

        assertThat(card.at("/contents/footer/contents")).hasSize(1);
        assertThat(card.at("/contents/footer/contents/0/action/uri").asText())
                .isEqualTo("https://example.jp/%E6%BC%A2%E5%AD%97");
    }

    @Test
    void a_question_back_has_its_choices_in_words_too_for_those_who_see_no_buttons() {
        Reply asked = new Reply(
                Topic.AREA,
                Outcome.ASKED,
                List.of(text("どちらですか。")),
                List.of(new Choice("保谷町"), new Choice("下保谷")),
                List.of(),
                "出典",
                "ja");

        assertThat(send(asked).text()).isEqualTo("どちらですか。\n\n・保谷町\n・下保谷");
        assertThat(send(asked).choices()).containsExactly("保谷町", "下保谷");
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

        assertThat(sent.text()).hasSizeLessThanOrEqualTo(5000).endsWith("地区の窓口です。…\n\n出典：あり方検討委員会報告書(案) 2025-12-23");
    }

    @Test
    void far_too_many_sources_are_cut_and_leave_room_for_the_words() {
        List<Source> sources = IntStream.range(0, 500)
                .mapToObj(n -> new Source("d" + n, "報告書" + n, "西の市", "2025-12-23", "見出し", ""))
                .toList();

        SentReply sent = send(reply(List.of(text("地区の窓口です。".repeat(1000))), List.of(), sources));

        assertThat(sent.text())
                .hasSizeBetween(4900, 5000)
                .contains("地区の窓口です。…\n\n出典：\n・報告書0 2025-12-23\n・報告書1 2025-12-23")
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
                List.of(text("  "), text("こんにちは"), new Message.Card(" ", List.of(), List.of()), text("\n")),
                List.of(new Choice(" "), new Choice("", "x")),
                List.of()));

        assertThat(sent.messages().toString()).isEqualTo("[{\"type\":\"text\",\"text\":\"こんにちは\"}]");
    }

    @Property(tries = 200)
    void no_reply_however_large_and_strange_is_one_that_line_refuses(@ForAll("replies") Reply reply) {
        if (!LineRenderer.render(reply).isEmpty()) send(reply);
    }

    @Provide
    Arbitrary<Reply> replies() {
        Arbitrary<String> words = words();
        Arbitrary<Choice> choices = Combinators.combine(words, words).as(Choice::new);
        Arbitrary<Source> sources = words.map(word -> new Source(word, word, word, word, word, word));
        return Combinators.combine(
                        messages(words).list().ofMinSize(1).ofMaxSize(9),
                        choices.list().ofMaxSize(16),
                        sources.list().ofMaxSize(30),
                        Arbitraries.of(Outcome.values()))
                .as((messages, offered, cited, outcome) ->
                        new Reply(Topic.AREA, outcome, messages, offered, cited, "出典", "ja"));
    }

    private static Arbitrary<Message> messages(Arbitrary<String> words) {
        Arbitrary<Message.Line> lines = Combinators.combine(words, words).as(Message.Line::new);
        Arbitrary<Message.Link> links = Combinators.combine(
                        words,
                        Arbitraries.of(
                                "tel:042-420-2821",
                                "https://example.jp/漢字",
                                "ftp://x",
                                "https://x.jp/" + "a".repeat(2000)))
                .as((label, uri) -> new Message.Link(label, URI.create(uri)));
        Arbitrary<Message> cards = Combinators.combine(
                        words, lines.list().ofMaxSize(15), links.list().ofMaxSize(6))
                .as(Message.Card::new);
        return Arbitraries.oneOf(words.map(Message.Text::new), cards, cards);
    }

    /** Short and very long, with emoji families, towers of accents, half characters, quotes and control characters. */
    private static Arbitrary<String> words() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of(
                        "あ",
                        "👨‍👩‍👧‍👦",
                        "か\u3099",
                        "\uD83E",
                        "\uDD28",
                        "\"",
                        "\\",
                        "\n",
                        "\0",
                        " ",
                        "。",
                        "🇯🇵",
                        "z\u0301"),
                Arbitraries.strings().ofMaxLength(4));
        return Combinators.combine(piece.list().ofMaxSize(12), Arbitraries.of(1, 1, 1, 20, 700, 3000))
                .as((pieces, times) -> String.join("", pieces).repeat(times))
                .map(text -> text.substring(0, Math.min(text.length(), 8_000)));
    }

    /** The reply as it arrives, after LINE has found nothing to refuse. */
    private static SentReply send(Reply reply) {
        return send(reply, "");
    }

    private static SentReply send(Reply reply, String site) {
        JsonNode request = JSON.valueToTree(new ReplyMessageRequest("token", LineRenderer.render(reply, site), false));
        assertThat(LIMITS.problemsOfReply(request)).isEmpty();
        assertThat(request.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIMITS.maxRequestBytes());
        return new SentReply("token", request.path("messages"));
    }

    private static Reply reply(List<Message> messages, List<Choice> choices, List<Source> sources) {
        return new Reply(Topic.AREA, Outcome.ANSWERED, messages, choices, sources, "出典", "ja");
    }

    private static Message text(String text) {
        return new Message.Text(text);
    }

    private static Message.Card office() {
        return new Message.Card(
                "南部の課",
                List.of(new Message.Line("住所", "西の市1-2"), new Message.Line("電話", "000-000-0000")),
                List.of(new Message.Link("電話する", URI.create("tel:000-000-0000"))));
    }

    private static Message.Card card(String title, String place) {
        return new Message.Card(title, List.of(new Message.Line("場所", place)), List.of());
    }
}
