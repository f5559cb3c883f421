package tsunagu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tsunagu.areas.MunicipalityId;
import tsunagu.events.TestEvents;
import tsunagu.message.Choice;
import tsunagu.subscriptions.Address;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriptions;

/** Residents in LINE who ask to be told, and those who cannot be: the stories of {@code transcripts/notices}. */
class NoticeStoriesTest {
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static TestTown town;

    @BeforeAll
    static void open() {
        town = TestTown.with(Map.of("subscriptions.key", KEY));
        new TestEvents(town::bean).enterAll();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    /** Somebody with a phone. */
    private static final class Resident {
        private final ConversationId id = ConversationId.random();
        private final Optional<Address> address = Optional.of(new Address("default", "U" + id.value()));

        Reply says(String text) {
            return town.bean(Conversations.class)
                    .reply(new Utterance(
                            id, text, Optional.empty(), Optional.empty(), Optional.empty(), "line:default", address));
        }
    }

    @Test
    void everyStoryGoesAsItIsWritten() {
        var wrong = new ArrayList<String>();
        for (Transcript story : Transcript.listAll(Path.of("src/test/resources/transcripts/notices"))
                .toList()) {
            var resident = new Resident();
            for (Transcript.Exchange exchange : story.exchanges()) {
                if (exchange.fresh()) resident = new Resident();
                Reply reply = resident.says(exchange.said());
                String text = reply.plainText();
                List<String> choices =
                        reply.choices().stream().map(Choice::text).toList();
                boolean right = exchange.outcome().equals(reply.outcome().wireName())
                        && exchange.heard().stream().allMatch(text::contains)
                        && exchange.unheard().stream().noneMatch(text::contains)
                        && choices.containsAll(exchange.offered())
                        && reply.choices().stream()
                                .allMatch(choice -> choice.label().length() <= 20);
                if (!right) {
                    wrong.add(story.name() + ":" + exchange.line() + " 「" + exchange.said() + "」 " + reply.outcome()
                            + "\n" + text + "\n" + reply.choices());
                }
            }
        }
        assertThat(wrong).as(String.join("\n\n", wrong)).isEmpty();
    }

    @Test
    void whoeverCannotBeReachedIsToldWhereAndNothingIsKept() {
        TestTown.Resident onTheWeb = town.resident();
        assertThat(onTheWeb.says("イベントのお知らせがほしい").plainText()).contains("LINE");
        assertThat(onTheWeb.says("今週末なにかある？").choices())
                .extracting(Choice::text)
                .doesNotContain("イベントのお知らせがほしい");
        assertThat(town.bean(Subscriptions.class).find(onTheWeb.id().value())).isEmpty();
    }

    @Test
    void twoTapsAreEnoughAndOneWordEndsIt() {
        var subscriptions = town.bean(Subscriptions.class);
        var resident = new Resident();
        resident.says("イベントのお知らせがほしい");
        assertThat(subscriptions.find(resident.id.value())).isEmpty();
        resident.says("西部のイベントを知らせて");
        assertThat(subscriptions.find(resident.id.value())).hasValueSatisfying(one -> {
            assertThat(one.subjects()).containsExactly(Subject.EVENTS);
            assertThat(one.areas()).containsExactly("nishitokyo/seibu");
            assertThat(subscriptions.reach("default", Set.of(one.id()))).containsValue("U" + resident.id.value());
        });
        resident.says("お知らせを止めて");
        assertThat(subscriptions.find(resident.id.value())).isEmpty();
    }

    @Test
    void thePersonAndNotTheConversationIsWhoStops() {
        var subscriptions = town.bean(Subscriptions.class);
        var resident = new Resident();
        resident.says("全部の地区のイベントを知らせて");
        var again = new Utterance(
                ConversationId.random(),
                "通知を止めて",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "line:default",
                resident.address);
        assertThat(town.bean(Conversations.class).reply(again).plainText()).contains("すべて止めました");
        assertThat(subscriptions.find(resident.id.value())).isEmpty();
        assertThat(subscriptions.listFor(new MunicipalityId("hachioji"), Subject.EVENTS, Set.of()))
                .isEmpty();
    }
}
