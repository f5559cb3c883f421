package tsunagu.line.inbox.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<Integer>> groups = java.util.Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void what_comes_while_others_are_at_work_is_done_together_and_each_hears_of_its_own() throws Exception {
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var commits = new GroupCommit<Integer, Integer>(64, 1, Duration.ZERO, items -> {
            groups.add(items);
            begun.countDown();
            await(others);
            return items.stream().map(item -> item * item).toList();
        });

        Future<Integer> first = threads.submit(() -> commits.submit(3));
        begun.await();
        List<Future<Integer>> more = List.of(4, 5, 6).stream()
                .map(item -> threads.submit(() -> commits.submit(item)))
                .toList();
        while (!commits.isBusy()) Thread.onSpinWait();
        Thread.sleep(50);
        others.countDown();

        assertThat(first.get()).isEqualTo(9);
        for (int i = 0; i < 3; i++) assertThat(more.get(i).get()).isEqualTo((i + 4) * (i + 4));
        assertThat(groups.getFirst()).containsExactly(3);
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(4);
        assertThat(groups).hasSizeLessThanOrEqualTo(3);
        // Whose item is done need not wait until the work is.
        for (int i = 0; i < 1000 && commits.isBusy(); i++) Thread.sleep(1);
        assertThat(commits.isBusy()).isFalse();
    }

    @Test
    void an_item_that_fails_costs_no_other_and_its_exception_is_its_own() throws Exception {
        var commits = new GroupCommit<Integer, String>(8, 1, Duration.ofMillis(20), items -> {
            groups.add(items);
            if (items.contains(13)) throw new IllegalStateException("13 breaks");
            return items.stream().map(String::valueOf).toList();
        });

        List<Future<String>> all = List.of(1, 13, 2).stream()
                .map(item -> threads.submit(() -> commits.submit(item)))
                .toList();

        assertThat(all.get(0).get()).isEqualTo("1");
        assertThat(all.get(2).get()).isEqualTo("2");
        assertThatThrownBy(() -> all.get(1).get()).hasRootCauseMessage("13 breaks");
    }

    @Test
    void nothing_is_forgotten_or_done_twice_with_many_at_once_on_several_lanes() throws Exception {
        var done = new AtomicInteger();
        var commits = new GroupCommit<Integer, Integer>(7, 3, Duration.ZERO, items -> {
            groups.add(items);
            done.addAndGet(items.size());
            return items;
        });
        var work = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 2000; i++) {
            int item = i;
            work.add(() -> commits.submit(item));
        }

        List<Future<Integer>> results = threads.invokeAll(work);

        for (int i = 0; i < results.size(); i++)
            assertThat(results.get(i).get()).isEqualTo(i);
        assertThat(done).hasValue(2000);
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(7));
    }

    @Test
    void what_comes_just_as_the_work_ends_is_done_as_well() throws Exception {
        var commits = new GroupCommit<Integer, Integer>(1, 1, Duration.ZERO, items -> items);
        Callable<Integer> one = () -> {
            int last = -1;
            for (int i = 0; i < 20_000; i++) last = commits.submit(i);
            return last;
        };

        for (Future<Integer> end : threads.invokeAll(List.of(one, one)))
            assertThat(end.get()).isEqualTo(19_999);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
