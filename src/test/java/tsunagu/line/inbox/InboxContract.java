package tsunagu.line.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tsunagu.line.inbox.Inbox.Counted;
import tsunagu.line.inbox.Inbox.Shown;

/** What the inbox promises, whatever the engine. */
abstract class InboxContract extends InboxCase {
    @Test
    void an_event_is_saved_once_however_often_and_in_however_many_bodies_it_comes() {
        Arrival event = arrival("a", "hanako", 0);

        assertThat(inbox.save(List.of(event, event))).containsExactly(true, false);
        assertThat(otherNode.save(List.of(arrival("b", "hanako", 1), event))).containsExactly(true, false);

        assertThat(inbox.countByChannel().get("default").waiting()).isEqualTo(2);
    }

    @Test
    void the_same_key_in_another_channel_is_another_event() {
        Arrival here = arrival("a", "hanako", 0);
        var there =
                new Arrival("other", "a", Optional.empty(), "hanako", NOON, false, Optional.of("token"), here.event());

        assertThat(inbox.save(List.of(here, there))).containsExactly(true, true);
    }

    @Test
    void a_body_is_saved_whole_or_not_at_all() {
        var tooLong = arrival("x".repeat(300), "hanako", 1);

        assertThatThrownBy(() -> inbox.save(List.of(arrival("a", "hanako", 0), tooLong)))
                .isInstanceOf(RuntimeException.class)
                .message()
                .doesNotContain("xxx");

        assertThat(inbox.countByChannel()).isEmpty();
    }

    @Test
    void of_each_conversation_only_the_earliest_event_is_taken_and_the_next_when_that_is_done() {
        inbox.save(List.of(arrival("2", "hanako", 2), arrival("1", "hanako", 1), arrival("t", "taro", 9)));

        List<InboxEntry> first = inbox.take(10);
        assertThat(first).extracting(InboxEntry::event).containsExactly("1", "t");
        assertThat(inbox.take(10)).isEmpty();

        inbox.finishSent(answer(first.getFirst()), Optional.empty());
        assertThat(inbox.take(10)).extracting(InboxEntry::event).containsExactly("2");
    }

    @Test
    void events_of_the_same_moment_keep_the_order_they_came_in() {
        inbox.save(List.of(arrival("b", "hanako", 0), arrival("a", "hanako", 0)));

        assertThat(inbox.take(10)).extracting(InboxEntry::event).containsExactly("b");
    }

    @Test
    void a_stored_reply_survives_and_may_have_been_sent() {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        answer(take());
        clock.pass(LEASE.plusMillis(1));

        InboxEntry entry = otherNode.take(10).getFirst();

        assertThat(entry.reply()).contains("[\"reply\"]");
        assertThat(entry.maybeSent()).isTrue();
    }

    @Test
    void a_failed_answer_leaves_nothing_behind() {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        InboxEntry entry = take();

        assertThatThrownBy(() -> inbox.answer(entry, () -> {
                    rows.withdraw("default", "m-a", clock.instant());
                    throw new IllegalStateException("the dialogue broke");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(answer(entry).reply()).isPresent();
    }

    @Test
    void an_entry_that_waits_for_its_next_attempt_holds_back_the_later_ones_of_its_conversation() {
        inbox.save(List.of(arrival("1", "hanako", 1), arrival("2", "hanako", 2)));
        InboxEntry entry = answer(take());
        inbox.postpone(entry, 1, true, clock.instant().plusSeconds(3));

        assertThat(inbox.take(10)).isEmpty();
        clock.pass(Duration.ofSeconds(3));
        InboxEntry again = take();

        assertThat(again.event()).isEqualTo("1");
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.timeouts()).isOne();
        assertThat(again.maybeSent()).isTrue();
    }

    @Test
    void a_redelivery_renews_the_reply_token_and_revives_what_was_given_up() {
        Arrival event = arrival("a", "hanako", 0);
        inbox.save(List.of(event));
        inbox.giveUp(answer(take()), Reason.LINE_ERROR, false);
        clock.pass(Duration.ofMinutes(5));

        inbox.save(List.of(event));
        assertThat(inbox.take(10)).as("a mere copy").isEmpty();
        inbox.save(List.of(again(event)));

        InboxEntry entry = take();
        assertThat(entry.replyUntil()).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(entry.reply()).contains("[\"reply\"]");
        assertThat(inbox.countByChannel().get("default").givenUp()).isZero();
    }

    @Test
    void a_redelivery_revives_neither_what_was_sent_nor_a_token_older_than_twenty_minutes() {
        Arrival sent = arrival("a", "hanako", 0);
        Arrival old = arrival("b", "taro", 0);
        inbox.save(List.of(sent, old));
        for (InboxEntry entry : inbox.take(10)) {
            if (entry.event().equals("a")) inbox.finishSent(answer(entry), Optional.empty());
            else inbox.giveUp(entry, Reason.TOO_LATE, false);
        }
        clock.pass(Duration.ofMinutes(21));

        inbox.save(List.of(again(sent), again(old)));

        InboxEntry entry = take();
        assertThat(entry.event()).isEqualTo("b");
        assertThat(entry.replyUntil()).isEqualTo(clock.instant());
    }

    @Test
    void given_up_entries_are_counted_listed_and_tried_again_by_hand() {
        inbox.save(List.of(arrival("a", "hanako", 0), arrival("b", "taro", 1), arrival("c", "jiro", 2)));
        List<InboxEntry> taken = inbox.take(10);
        inbox.giveUp(taken.get(0), Reason.TOO_LATE, false);
        inbox.giveUp(answer(taken.get(1)), Reason.REFUSED, false);
        clock.pass(Duration.ofSeconds(30));

        assertThat(inbox.countByChannel().get("default"))
                .isEqualTo(new Counted(1, Optional.of(Duration.ofSeconds(30)), Map.of("refused", 1, "too-late", 1)));
        assertThat(inbox.listUnsent(10))
                .extracting(Shown::state, Shown::reason)
                .containsExactly(
                        tuple("given-up", Optional.of("too-late")),
                        tuple("given-up", Optional.of("refused")),
                        tuple("received", Optional.empty()));

        assertThat(inbox.retry(Optional.of(taken.get(0).id()))).isOne();
        assertThat(inbox.retry(Optional.of(taken.get(0).id()))).isZero();
        assertThat(inbox.retry(Optional.empty())).isOne();
        inbox.extendLeases(List.of(taken.get(2).id()));
        assertThat(inbox.take(10)).extracting(InboxEntry::event).containsExactly("a", "b");
    }

    @Test
    void nothing_is_retried_by_hand_that_line_would_refuse_anyway() {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        inbox.giveUp(take(), Reason.LINE_ERROR, false);
        clock.pass(Duration.ofMinutes(21));

        assertThat(inbox.retry(Optional.empty())).isZero();
    }

    @Test
    void words_go_when_they_are_sent_later_when_given_up_and_the_event_itself_is_remembered_for_days() {
        inbox.save(List.of(arrival("a", "hanako", 0), arrival("b", "taro", 0)));
        List<InboxEntry> taken = inbox.take(10);
        inbox.finishSent(answer(taken.get(0)), Optional.empty());
        inbox.giveUp(taken.get(1), Reason.LINE_ERROR, false);
        clock.pass(Duration.ofMinutes(19));
        assertThat(inbox.deleteOld()).isZero();
        clock.pass(Duration.ofMinutes(2));
        assertThat(inbox.deleteOld()).isOne();
        clock.pass(Duration.ofDays(6));
        assertThat(inbox.deleteOld()).isZero();
        assertThat(inbox.save(List.of(arrival("a", "hanako", 0)))).containsExactly(false);
        clock.pass(Duration.ofDays(1));
        assertThat(inbox.deleteOld()).isEqualTo(2);
        assertThat(inbox.deleteExpired()).containsValue(3L);
    }

    @Test
    void a_message_taken_back_is_not_answered_and_no_redelivery_brings_it_back() {
        Arrival event = arrival("a", "hanako", 0);
        inbox.save(List.of(event));
        InboxEntry entry = take();

        assertThat(inbox.withdraw("default", "m-a")).isTrue();
        inbox.save(List.of(again(event)));

        assertThatThrownBy(() -> answer(entry)).isInstanceOf(Inbox.TakenOver.class);
        clock.pass(LEASE.plusMillis(1));
        assertThat(inbox.take(10)).isEmpty();
    }

    @Test
    void an_entry_without_need_of_a_reply_is_done_with() {
        inbox.save(List.of(arrival("a", "hanako", 0)));

        assertThat(inbox.answer(take(), Optional::empty)).isEmpty();

        assertThat(inbox.countByChannel()).isEmpty();
        inbox.requireWritable();
    }

    @Test
    void a_long_queue_is_worked_on_from_its_beginning_a_few_at_a_time() {
        var bodies = new ArrayList<Arrival>();
        for (int i = 0; i < 200; i++) bodies.add(arrival("e" + i, "resident" + i % 150, i));
        inbox.save(bodies);

        assertThat(inbox.take(3)).extracting(InboxEntry::event).containsExactly("e0", "e1", "e2");
        assertThat(otherNode.take(3)).extracting(InboxEntry::event).containsExactly("e3", "e4", "e5");
        assertThat(inbox.take(500)).hasSize(144);
    }

    @Test
    void after_a_flood_the_dead_are_given_up_many_at_once_and_the_living_are_next() {
        var flood = new ArrayList<Arrival>();
        for (int i = 0; i < 1201; i++) flood.add(arrival("e" + i, "resident" + i, i));
        inbox.save(flood);
        InboxEntry underWay = otherNode.take(1).getFirst();
        clock.pass(Duration.ofSeconds(58));
        otherNode.extendLeases(List.of(underWay.id()));
        inbox.save(List.of(arrival("f", "hanako", 0)));
        clock.pass(Duration.ofSeconds(3));

        assertThat(inbox.giveUpLate(clock.instant())).isEqualTo(Map.of("default", 999L));
        assertThat(inbox.giveUpLate(clock.instant())).isEqualTo(Map.of("default", 201L));
        assertThat(inbox.giveUpLate(clock.instant())).isEmpty();

        assertThat(inbox.take(10)).extracting(InboxEntry::event).containsExactly("f");
        assertThat(inbox.countByChannel().get("default").reasons()).isEqualTo(Map.of("too-late", 1200));
        assertThat(otherNode.finishSent(underWay, Optional.empty())).isTrue();
    }

    @Test
    void an_answer_that_fails_takes_nothing_of_its_neighbours_with_it() throws Exception {
        inbox.save(List.of(arrival("a", "hanako", 0), arrival("b", "taro", 1), arrival("c", "jiro", 2)));
        List<InboxEntry> taken = inbox.take(10);
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<Optional<InboxEntry>>> answers = taken.stream()
                    .map(entry -> threads.submit(() -> inbox.answer(entry, () -> {
                        if (entry.event().equals("b")) throw new IllegalStateException("the dialogue broke");
                        return Optional.of("[\"reply\"]");
                    })))
                    .toList();
            assertThat(answers.get(0).get()).isPresent();
            assertThat(answers.get(2).get()).isPresent();
            assertThatThrownBy(() -> answers.get(1).get()).hasRootCauseMessage("the dialogue broke");
        }

        assertThat(answer(taken.get(1)).reply()).isPresent();
    }

    @Test
    void what_was_given_up_in_a_forgotten_conversation_loses_its_words_and_is_not_tried_again() {
        inbox.save(List.of(arrival("a", "hanako", 0), arrival("b", "taro", 0)));
        for (InboxEntry entry : inbox.take(10)) inbox.giveUp(entry, Reason.LINE_ERROR, false);

        inbox.forget("hanako");

        assertThat(inbox.retry(Optional.empty())).isOne();
        assertThat(take().conversation()).isEqualTo("taro");
    }

    @Test
    void a_message_taken_back_is_nobodys_failure() {
        inbox.save(List.of(arrival("a", "hanako", 0)));

        inbox.withdraw("default", "m-a");

        assertThat(inbox.countByChannel()).isEmpty();
        assertThat(inbox.listUnsent(10)).isEmpty();
    }
}
