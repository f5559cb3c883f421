package tsunagu.limits;

import io.github.bucket4j.BucketConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tsunagu.keeping.Expiry;

/** Makes limits, and forgets who has not been heard of for as long as it takes until all is allowed again. */
@Singleton
public class RateLimits implements Expiry {
    private final BucketRepository buckets;
    private final Clock clock;

    RateLimits(BucketRepository buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
    }

    /**
     * A limit of so many times at once, of which all come back within {@code refill}, evenly.
     *
     * @param name sets it apart from other limits
     */
    public RateLimit of(String name, int most, Duration refill) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, refill))
                .build();
        return new RateLimit(name, who -> buckets.builder().build(who, () -> configuration));
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("回数の記録", buckets.deleteExpired(clock.instant()));
    }
}
