package tsunagu.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;

/** Hands utterances to the dialogue, those of one conversation one after the other: a double tap is two turns. */
@Singleton
final class Turns {
    private static final int STRIPES = 256;

    private final Function<Utterance, Reply> dialogue;
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    @Inject
    Turns(Conversations conversations) {
        this(conversations::reply);
    }

    Turns(Function<Utterance, Reply> dialogue) {
        this.dialogue = dialogue;
    }

    Reply reply(Utterance utterance) {
        Lock lock = locks[Math.floorMod(utterance.conversation().hashCode(), STRIPES)];
        lock.lock();
        try {
            return dialogue.apply(utterance);
        } finally {
            lock.unlock();
        }
    }
}
