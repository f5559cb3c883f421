package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.memory.UnansweredQuestions.UnansweredQuestion;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.SentReply;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;

/** Every kind of event is somebody: what they get back, and what is deleted at their wish. */
class LineEventsTest {
    private static LineTown town;
    private static int count;
    private LineResident hanako;

    @BeforeAll
    static void open() {
        town = LineTown.open(Map.of("subscriptions.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void comeIn() {
        town.line.forget();
        // Somebody new each time, as what is remembered of one must not help another.
        hanako = town.resident("花子" + count++);
    }

    @Test
    void a_sticker_gets_a_friendly_word_and_choices() {
        SentReply reply = hanako.reply(hanako.sends("sticker"));

        assertThat(reply.text()).contains("スタンプをありがとう");
        assertThat(reply.choices()).contains("私の地区はどこ？", "何ができるの？");
    }

    @ParameterizedTest
    @CsvSource({"image, 写真", "video, 動画", "audio, 音声", "file, ファイル"})
    void what_we_cannot_see_or_hear_is_said_so(String kind, String word) {
        SentReply reply = hanako.reply(hanako.sends(kind));

        assertThat(reply.text()).contains(word, "できません", "文字で送ってください");
        assertThat(reply.choices()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'日本、〒188-0011 東京都西東京市田無町5丁目6-13', 田無町",
        "'〒202-0002 東京都西東京市ひばりが丘北３丁目３−３０', ひばりが丘北",
        "'東京都西東京市保谷町1-2-3', 保谷町"
    })
    void a_place_on_the_map_leads_to_its_area_by_the_town_in_its_address(String address, String townName) {
        ObjectNode event = hanako.sends("location");
        ((ObjectNode) event.path("message"))
                .put("address", address)
                .put("latitude", 35.7280)
                .put("longitude", 139.5389);

        SentReply reply = hanako.reply(event);

        assertThat(reply.text()).contains(townName + "は、西東京市の").doesNotContain("35.7", "5丁目", "1-2-3");
    }

    @Test
    void a_place_in_another_city_is_said_to_be_elsewhere_and_its_address_is_not_kept() {
        ObjectNode event = hanako.sends("location");
        ((ObjectNode) event.path("message"))
                .put("address", "東京都武蔵野市吉祥寺本町1丁目9-9")
                .put("latitude", 1);

        assertThat(hanako.reply(event).text()).contains("武蔵野市の資料は手元にありません");
        assertThat(questions()).noneMatch(words -> words.contains("武蔵野"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "太平洋", "東京都西東京市"})
    void a_place_without_a_town_is_asked_for_in_words(String address) {
        ObjectNode event = hanako.sends("location");
        ((ObjectNode) event.path("message")).put("address", address);

        assertThat(hanako.reply(event).text()).contains("町の名前か、近くの市立の学校");
    }

    @Test
    void a_new_friend_is_greeted_and_may_choose() {
        SentReply reply = hanako.reply(follow(false));

        assertThat(reply.text()).startsWith("友だち追加、ありがとうございます。西東京市");
        assertThat(reply.choices()).contains("私の地区はどこ？", "南部", "北東部", "何ができるの？");
    }

    @Test
    void one_who_had_blocked_us_is_welcomed_back() {
        assertThat(hanako.reply(follow(true)).text()).startsWith("おかえりなさい");
    }

    @Test
    void a_new_friend_is_greeted_in_the_language_of_the_phone_and_so_is_what_follows() {
        town.line.account().speaks(hanako, "en-US");

        assertThat(hanako.reply(follow(false)).text()).startsWith("Thank you for adding me");
        assertThat(hanako.reply(hanako.sends("sticker")).text()).startsWith("Thank you for the sticker");
    }

    @Test
    void whose_language_we_do_not_speak_is_greeted_in_english_and_whose_is_unknown_in_japanese() {
        town.line.account().speaks(hanako, "pt-BR");

        assertThat(hanako.reply(follow(false)).text()).startsWith("Thank you");
        assertThat(town.resident("だれか")
                        .reply(follow(town.resident("だれか"), false))
                        .text())
                .startsWith("友だち追加");
    }

    @Test
    void who_leaves_us_is_forgotten() {
        hanako.asks(asked());
        hanako.asks("北東部");
        assertThat(hanako.asks("何を覚えてる？").text()).contains("北東部", mark());

        hanako.deliver(hanako.event("unfollow"));

        assertThat(hanako.asks("何を覚えてる？").text()).contains("覚えていることはありません");
        assertThat(questions()).noneMatch(words -> words.contains(mark()));
    }

    @Test
    void a_message_taken_back_is_gone_with_everything_it_left() {
        ObjectNode event = hanako.says(asked());
        hanako.reply(event);
        assertThat(questions()).as("kept").anyMatch(words -> words.contains(mark()));

        hanako.deliver(unsend(event));

        assertThat(hanako.asks("何を覚えてる？").text()).contains("覚えていることはありません");
        assertThat(questions()).noneMatch(words -> words.contains(mark()));
    }

    @Test
    void a_message_taken_back_before_it_came_is_neither_answered_nor_kept() {
        ObjectNode event = hanako.says(asked());

        hanako.deliver(unsend(event));
        hanako.deliver(event);
        hanako.asks("北東部");

        assertThat(town.line.replies()).hasSize(1);
        assertThat(questions()).noneMatch(words -> words.contains(mark()));
    }

    @ParameterizedTest
    @CsvSource({
        "area, 町の名前か、近くの市立の学校",
        "events, 行事",
        "join, 個人・団体を問いません",
        "office, 協働コミュニティ課",
        "networks, 北東部",
        "help, 近くの市立の学校"
    })
    void a_tile_of_the_menu_asks_what_the_menu_says(String tile, String words) {
        SentReply reply = hanako.reply(postback("menu:" + tile));

        assertThat(reply.messages().toString()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"私の地区はどこ？, 町の名前", "何ができるの？, 郵便番号", "Which area is mine?, school", "What can you do?, postcode"})
    void what_we_offer_leads_somewhere(String choice, String words) {
        assertThat(hanako.asks(choice).text()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"menu:", "menu:admin", "area", "menu:office&x=1", "{\"says\":\"x\"}", " menu:office"})
    void a_made_up_button_is_answered_with_silence(String data) {
        hanako.deliver(postback(data));

        hanako.asks("北東部");
        assertThat(town.line.replies()).hasSize(1);
        assertThat(town.line.refusals()).isEmpty();
    }

    @Test
    void taken_into_a_group_we_say_who_we_are_and_then_keep_silent_until_called() {
        LineResident inGroup = hanako.inGroup("町内会" + count);
        ObjectNode join = inGroup.event("join").put("replyToken", town.line.issueReplyToken());

        assertThat(inGroup.reply(join).text()).startsWith("はじめまして。西東京市");

        inGroup.deliver(inGroup.says("青嵐中のとなりです"), inGroup.sends("sticker"), inGroup.sends("image"));
        assertThat(inGroup.reply(inGroup.saysTo("@西東京市", " 青嵐中")).text()).contains("北東部");
        assertThat(town.line.replies()).hasSize(2);
    }

    /** A question that the documents cannot answer, so that it is kept, and that nobody else asks. */
    private static String asked() {
        return "会費はいくらですか、" + mark();
    }

    private static String mark() {
        return "(めじるし" + count + ")";
    }

    private ObjectNode follow(boolean unblocked) {
        return follow(hanako, unblocked);
    }

    private static ObjectNode follow(LineResident resident, boolean unblocked) {
        ObjectNode event = resident.event("follow").put("replyToken", town.line.issueReplyToken());
        event.putObject("follow").put("isUnblocked", unblocked);
        return event;
    }

    /** User ids of all who can be reached. */
    private static List<String> reached() {
        List<Long> ids = subscriptions().listFor(new MunicipalityId("nishitokyo"), Subject.EVENTS, Set.of()).stream()
                .map(Subscriber::id)
                .toList();
        return List.copyOf(subscriptions().reach(FakeLine.CHANNEL, ids).values());
    }

    private static void awaitGone(LineResident resident) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (reached().contains(resident.userId())) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void two_taps_begin_it_and_a_word_an_unfollow_or_the_wish_to_be_forgotten_ends_it() {
        assertThat(hanako.asks("イベントのお知らせがほしい").choices()).contains("南部", "全部の地区");
        assertThat(reached()).doesNotContain(hanako.userId());
        assertThat(hanako.asks("南部のイベントを知らせて").choices()).contains("20時に知らせて", "通知を止めて");
        assertThat(reached()).containsOnlyOnce(hanako.userId());

        assertThat(hanako.asks("通知を止めて").text()).contains("すべて止めました");
        assertThat(reached()).doesNotContain(hanako.userId());

        hanako.asks("南部のイベントを知らせて");
        assertThat(reached()).contains(hanako.userId());
        hanako.deliver(hanako.event("unfollow"));
        awaitGone(hanako);

        hanako.asks("南部のイベントを知らせて");
        hanako.asks("データを消して");
        hanako.asks("はい");
        assertThat(reached()).doesNotContain(hanako.userId());
    }

    @Test
    void in_a_group_nobody_is_signed_up() {
        LineResident taro = town.resident("太郎").inGroup("自治会");
        String reply = taro.reply(taro.saysTo("@つなぐ", " 全部の地区のイベントを知らせて")).text();
        assertThat(reply).contains("1対1");
        assertThat(reached()).doesNotContain(taro.userId());
    }

    private static Subscriptions subscriptions() {
        return town.server.getApplicationContext().getBean(Subscriptions.class);
    }

    private ObjectNode unsend(ObjectNode message) {
        ObjectNode event = hanako.event("unsend");
        event.putObject("unsend").put("messageId", message.at("/message/id").asText());
        return event;
    }

    private ObjectNode postback(String data) {
        ObjectNode event = hanako.event("postback").put("replyToken", town.line.issueReplyToken());
        event.putObject("postback").put("data", data);
        return event;
    }

    /** The words that staff would see. */
    private static List<String> questions() {
        return town.server.getApplicationContext().getBean(UnansweredQuestions.class).listUnanswered().stream()
                .map(UnansweredQuestion::words)
                .toList();
    }
}
