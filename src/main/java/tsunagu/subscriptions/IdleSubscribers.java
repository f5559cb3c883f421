package tsunagu.subscriptions;

import jakarta.inject.Singleton;
import java.util.Map;
import tsunagu.keeping.Expiry;

/** Subscribers whose last subject is over: a newcomer series that has ended, an answer that was told. */
@Singleton
class IdleSubscribers implements Expiry {
    private final Subscriptions subscriptions;

    IdleSubscribers(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("終わったお知らせの届け先", (long) subscriptions.deleteIdle());
    }
}
