package tsunagu.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.Databases;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.SentReply;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.submissions.entry.State;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;

/** A resident sends in an event over LINE, a picture between, and hears what became of it. */
class LineReportTest {
    private static final Pattern LINK = Pattern.compile("https://town\\.example\\.jp/submit/([A-Za-z0-9_-]{32})");
    private static final Member EDITOR = new Member(UUID.randomUUID(), "編集の人", Role.EDITOR, Optional.of("nishitokyo"));
    private static FakeLine line;
    private static EmbeddedServer server;

    @BeforeAll
    static void open() {
        line = FakeLine.start();
        Map<String, Object> settings = new HashMap<>(line.settings());
        settings.putAll(Databases.H2.settings());
        settings.put("tsunagu.address", "https://town.example.jp/");
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        line.deliverTo(server.getURI());
    }

    @AfterAll
    static void close() {
        line.close();
        server.close();
    }

    private static Submissions submissions() {
        return server.getApplicationContext().getBean(Submissions.class);
    }

    private static List<Submission> waiting() {
        return submissions().list(Optional.of("nishitokyo"), State.NEW);
    }

    private static void tell(LineResident resident, String title) {
        for (String words : List.of("イベントを紹介したい", "同意して進む", title, "スキップ", "いこいの森公園")) resident.asks(words);
    }

    private static void send(LineResident resident) {
        for (String words : List.of("スキップ", "スキップ", "スキップ", "スキップ")) resident.asks(words);
        assertThat(resident.asks("送る").text()).contains("お預かりしました");
    }

    @Test
    void a_picture_that_comes_between_is_answered_with_the_page_it_can_be_added_on() {
        LineResident hanako = line.resident("写真の花子");
        assertThat(hanako.reply(hanako.sends("image")).text()).contains("見ることができません");
        assertThat(hanako.asks("イベントを紹介したい").choices()).contains("同意して進む", "やめる");
        hanako.asks("やめる");
        tell(hanako, "写真のある会");

        SentReply reply = hanako.reply(hanako.sends("image"));

        Matcher link = LINK.matcher(reply.text());
        assertThat(link.find()).as(reply.text()).isTrue();
        assertThat(submissions().findByToken(link.group(1))).isPresent();
        assertThat(hanako.reply(hanako.sends("image")).text()).contains("前にお送りしたページ");
        send(hanako);
        assertThat(submissions().findByToken(link.group(1)).orElseThrow().state())
                .isEqualTo(State.NEW);
    }

    @Test
    void what_was_decided_is_told_with_the_next_message_and_once() {
        LineResident taro = line.resident("待つ太郎");
        tell(taro, "太郎の清掃");
        send(taro);
        Submission sent = waiting().stream()
                .filter(one -> one.title().equals("太郎の清掃"))
                .findFirst()
                .orElseThrow();
        assertThat(submissions().decline(sent, "もう載っています。", EDITOR)).isTrue();
        assertThat(taro.asks("火事です").text()).doesNotContain("太郎の清掃");
        assertThat(taro.asks("青嵐中").text()).contains("北東部", "「太郎の清掃」は、今回は見送りました", "もう載っています。");
        assertThat(taro.asks("青嵐中").text()).doesNotContain("太郎の清掃");
    }

    @Test
    void who_leaves_us_takes_back_what_staff_have_not_begun_with() {
        LineResident jiro = line.resident("去る次郎");
        tell(jiro, "次郎の会");
        send(jiro);
        tell(jiro, "次郎の二つめの会");
        jiro.deliver(jiro.event("unfollow"));
        assertThat(jiro.asks("投稿はどうなった").text()).contains("いまお預かりしているものは、ありません");
        assertThat(waiting()).noneMatch(one -> one.title().startsWith("次郎"));
    }
}
