package tsunagu.line.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tsunagu.line.inbox.Inbox.Shown;

/** What the inbox promises where several nodes work on it, whatever the engine. */
@Isolated
abstract class InboxNodesContract extends InboxCase {
    @Test
    void two_nodes_never_take_the_same_entry() throws Exception {
        var bodies = new ArrayList<Arrival>();
        for (int i = 0; i < 300; i++) bodies.add(arrival("e" + i, "resident" + i, i));
        inbox.save(bodies);

        Set<Long> taken = ConcurrentHashMap.newKeySet();
        var twice = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Void>>();
            for (Inbox node : List.of(inbox, otherNode, node(), node())) {
                work.add(() -> {
                    for (List<InboxEntry> more = node.take(7); !more.isEmpty(); more = node.take(7)) {
                        more.stream()
                                .map(InboxEntry::id)
                                .filter(id -> !taken.add(id))
                                .forEach(twice::add);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) done.get();
        }

        // Whoever meets only entries that others are locking takes none this time.
        for (List<InboxEntry> more = inbox.take(50); !more.isEmpty(); more = inbox.take(50)) {
            more.stream().map(InboxEntry::id).filter(id -> !taken.add(id)).forEach(twice::add);
        }
        assertThat(twice).isEmpty();
        assertThat(taken).hasSize(300);
    }

    @Test
    void what_a_silent_node_left_is_taken_over_when_its_lease_is_over_and_not_before() {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        InboxEntry entry = take();

        clock.pass(LEASE.minusMillis(1));
        assertThat(otherNode.take(10)).isEmpty();
        clock.pass(Duration.ofMillis(2));
        assertThat(otherNode.take(10)).extracting(InboxEntry::maybeSent).containsExactly(false);

        assertThat(inbox.finishSent(entry, Optional.empty())).isFalse();
        assertThat(inbox.giveUp(entry, Reason.REFUSED, false)).isFalse();
        assertThatThrownBy(() -> inbox.answer(entry, () -> Optional.of("[]"))).isInstanceOf(Inbox.TakenOver.class);
    }

    @Test
    void a_node_that_is_slow_but_alive_keeps_its_entries() {
        inbox.save(List.of(arrival("a", "hanako", 0)));
        InboxEntry entry = take();

        clock.pass(LEASE.minusMillis(1));
        inbox.extendLeases(List.of(entry.id()));
        clock.pass(LEASE.minusMillis(1));

        assertThat(otherNode.take(10)).isEmpty();
    }

    @Test
    void a_lease_is_kept_while_the_replies_of_others_are_being_stored_and_none_waits_for_the_other() throws Exception {
        inbox.save(List.of(arrival("a", "hanako", 0), arrival("b", "taro", 1), arrival("c", "jiro", 2)));
        String here = "here";
        List<Long> ids = rows.take(here, clock.instant(), clock.instant().plus(LEASE), 10).stream()
                .map(InboxEntry::id)
                .toList();
        clock.pass(LEASE.minusMillis(1));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rows.inOneTransaction(() -> {
                rows.giveUp(ids.get(1), here, Reason.REFUSED, false, clock.instant());
                Instant later = clock.instant().plus(LEASE);
                assertThat(threads.submit(() -> rows.extendLeases(ids, here, later)))
                        .succeedsWithin(Duration.ofMillis(500));
                return rows.giveUp(ids.get(0), here, Reason.REFUSED, false, clock.instant());
            });
        }

        clock.pass(Duration.ofMillis(2));
        assertThat(otherNode.take(10)).isEmpty();
        assertThat(inbox.listUnsent(10)).extracting(Shown::state).containsExactly("given-up", "given-up", "received");
    }
}
