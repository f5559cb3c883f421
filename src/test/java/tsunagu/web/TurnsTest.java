package tsunagu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;

class TurnsTest {

    @Test
    void utterancesOfOneConversationNeverMeet() throws Exception {
        var talking = new AtomicInteger();
        var most = new AtomicInteger();
        var turns = new Turns(utterance -> {
            most.accumulateAndGet(talking.incrementAndGet(), Math::max);
            sleep();
            talking.decrementAndGet();
            return SampleReplies.to(utterance);
        });

        try (var taps = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> taps.submit(() -> turns.reply(utterance("one", "tap " + i))));
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void differentConversationsDoNotWaitForEachOther() throws Exception {
        var together = new CyclicBarrier(2);
        var done = new CountDownLatch(2);
        var turns = new Turns(utterance -> {
            try {
                together.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            done.countDown();
            return SampleReplies.to(utterance);
        });

        try (var residents = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String id : List.of("one", "two")) residents.submit(() -> turns.reply(utterance(id, "hello")));
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFailedTurnLetsTheNextOneIn() {
        var turns = new Turns(SampleReplies::to);

        assertThat(catchReply(turns, "こわれる")).isEmpty();
        assertThat(catchReply(turns, "こんにちは")).isPresent();
    }

    private static Optional<Reply> catchReply(Turns turns, String text) {
        try {
            return Optional.of(turns.reply(utterance("one", text)));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Utterance utterance(String conversation, String text) {
        return new Utterance(new ConversationId(conversation), text, Optional.empty(), Optional.empty());
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
