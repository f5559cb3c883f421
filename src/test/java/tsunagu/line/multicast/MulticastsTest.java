package tsunagu.line.multicast;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.Databases;
import tsunagu.line.Multicasts;
import tsunagu.line.Multicasts.Answer;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.message.Message.Card;
import tsunagu.message.Message.Line;
import tsunagu.message.Message.Link;
import tsunagu.message.Message.Text;

/** One request to many, and everything LINE may say to it. */
class MulticastsTest {
    private static final String BODY = Multicasts.compose(List.of(
            new Text("断水のお知らせです。"),
            new Card(
                    "お知らせ",
                    List.of(new Line("電話", "042-420-2821")),
                    List.of(new Link("電話する", URI.create("tel:042-420-2821"))))));

    private static FakeLine line;
    private static ApplicationContext copy;
    private static Multicasts multicasts;

    @BeforeAll
    static void open() {
        line = FakeLine.start();
        Map<String, Object> settings = new HashMap<>(line.settings());
        settings.putAll(Databases.H2.settings());
        settings.put("line.timeout", "1s");
        copy = ApplicationContext.run(settings);
        multicasts = copy.getBean(Multicasts.class);
    }

    @AfterAll
    static void close() {
        line.close();
        copy.close();
    }

    @BeforeEach
    void withoutLimit() {
        line.account().quota(-1, 0);
    }

    private static Answer send(UUID key, List<String> to) {
        return multicasts.send(FakeLine.CHANNEL, key, to, BODY);
    }

    private static List<String> people(int from, int count) {
        return IntStream.range(from, from + count).mapToObj("U%032x"::formatted).toList();
    }

    private static int timesReached(String user) {
        return line.multicast().received().getOrDefault(user, 0);
    }

    @Test
    void five_hundred_are_reached_at_once_and_not_one_more() {
        assertThat(send(UUID.randomUUID(), people(1000, 500))).isEqualTo(new Answer.Accepted());
        assertThat(send(UUID.randomUUID(), people(2000, 501))).isEqualTo(new Answer.Refused(400));
        assertThat(timesReached(people(1000, 1).getFirst())).isEqualTo(1);
        assertThat(timesReached(people(2000, 1).getFirst())).isZero();
        assertThat(line.multicast()
                        .taken()
                        .getLast()
                        .messages()
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("断水のお知らせです。");
    }

    @Test
    void the_same_retry_key_reaches_everybody_once_whatever_came_between() {
        List<String> to = people(3000, 3);
        UUID key = UUID.randomUUID();
        line.multicast().next(Trouble.ERROR_500, Trouble.HTML_502, Trouble.TAKE_AND_HANG);
        assertThat(send(key, to)).isEqualTo(new Answer.InDoubt("500"));
        assertThat(send(key, to)).isEqualTo(new Answer.InDoubt("502"));
        assertThat(send(key, to)).isEqualTo(new Answer.InDoubt("none"));
        assertThat(send(key, to)).as("409").isEqualTo(new Answer.Accepted());
        assertThat(to).allSatisfy(user -> assertThat(timesReached(user)).isEqualTo(1));
    }

    @Test
    void an_id_that_line_does_not_know_is_named_and_nobody_is_reached() {
        List<String> to = people(4000, 3);
        line.multicast().refuses(to.get(1));
        assertThat(send(UUID.randomUUID(), to))
                .isInstanceOfSatisfying(
                        Answer.BadRecipients.class,
                        bad -> assertThat(bad.places()).containsExactly(1));
        assertThat(timesReached(to.getFirst())).isZero();
        line.multicast().ignores(people(5000, 1).getFirst());
        assertThat(send(UUID.randomUUID(), people(5000, 2))).isEqualTo(new Answer.Accepted());
        assertThat(timesReached(people(5000, 1).getFirst())).isZero();
    }

    @Test
    void too_often_and_used_up_are_told_apart() {
        line.account().quota(10, 8);
        assertThat(multicasts.findQuota(FakeLine.CHANNEL).orElseThrow().left()).contains(2L);
        assertThat(send(UUID.randomUUID(), people(6000, 3))).isEqualTo(new Answer.QuotaUsedUp());
        assertThat(send(UUID.randomUUID(), people(6000, 2))).isEqualTo(new Answer.Accepted());
        line.multicast().next(Trouble.RATE_LIMIT);
        assertThat(send(UUID.randomUUID(), people(6000, 1))).isEqualTo(new Answer.Busy());
        line.account().quota(-1, 0);
        assertThat(multicasts.findQuota(FakeLine.CHANNEL).orElseThrow().left()).isEqualTo(Optional.empty());
    }

    @Test
    void a_line_that_hangs_is_not_waited_for() {
        line.multicast().next(Trouble.HANG);
        assertThat(send(UUID.randomUUID(), people(7000, 1))).isEqualTo(new Answer.InDoubt("none"));
        assertThat(multicasts.send("nobody", UUID.randomUUID(), people(7000, 1), BODY))
                .isEqualTo(new Answer.Unreached());
        assertThat(multicasts.listChannels("nishitokyo")).containsExactly(FakeLine.CHANNEL);
    }
}
