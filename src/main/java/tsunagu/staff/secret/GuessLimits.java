package tsunagu.staff.secret;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may try to sign in, for each account and for each address they come from. Each copy counts for
 * itself: where several share a database, the limits hold for each of them.
 */
@Singleton
public final class GuessLimits {
    private static final int TRIES_FOR_AN_ACCOUNT = 10;
    private static final int TRIES_FROM_AN_ADDRESS = 50;
    private static final Duration REFILL = Duration.ofMinutes(15);

    /** So that made-up names cannot fill the memory; those not heard of for longest are forgotten. */
    private static final int MOST_REMEMBERED = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> accounts = remembered();
    private final Map<String, Bucket> addresses = remembered();

    public GuessLimits(Clock clock) {
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Counts one try. Empty if it is allowed, else how long to wait for the next. */
    public synchronized Optional<Duration> takeOne(String account, String address) {
        var fromAddress = bucket(addresses, address, TRIES_FROM_AN_ADDRESS).tryConsumeAndReturnRemaining(1);
        if (!fromAddress.isConsumed()) return Optional.of(untilNext(fromAddress));
        var forAccount = bucket(accounts, account, TRIES_FOR_AN_ACCOUNT).tryConsumeAndReturnRemaining(1);
        return forAccount.isConsumed() ? Optional.empty() : Optional.of(untilNext(forAccount));
    }

    /** Whoever signs in well has not guessed. */
    public synchronized void giveBack(String account, String address) {
        bucket(addresses, address, TRIES_FROM_AN_ADDRESS).addTokens(1);
        bucket(accounts, account, TRIES_FOR_AN_ACCOUNT).reset();
    }

    private Bucket bucket(Map<String, Bucket> buckets, String key, int tries) {
        return buckets.computeIfAbsent(
                key,
                any -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, REFILL))
                        .build());
    }

    private static Duration untilNext(ConsumptionProbe probe) {
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private static Map<String, Bucket> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
