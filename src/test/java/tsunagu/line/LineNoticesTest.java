package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.areas.MunicipalityId;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;

/** Opting in and out over LINE. */
class LineNoticesTest {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static LineTown town;
    private static Subscriptions subscriptions;

    @BeforeAll
    static void open() {
        town = LineTown.open(Map.of("subscriptions.key", KEY));
        subscriptions = town.server.getApplicationContext().getBean(Subscriptions.class);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    /** User ids of all who can be reached. */
    private static List<String> reached() {
        List<Long> ids = subscriptions.listFor(new MunicipalityId("nishitokyo"), Subject.EVENTS, Set.of()).stream()
                .map(Subscriber::id)
                .toList();
        return List.copyOf(subscriptions.reach(FakeLine.CHANNEL, ids).values());
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
        LineResident hanako = town.resident("花子");
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
}
