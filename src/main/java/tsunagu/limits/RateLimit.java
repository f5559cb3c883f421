package tsunagu.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tsunagu.secret.Tokens;

/** How often each of those who come may do one thing. Names and addresses are kept as a hash only. */
public final class RateLimit {
    private final String name;
    private final Function<String, Bucket> buckets;

    RateLimit(String name, Function<String, Bucket> buckets) {
        this.name = name;
        this.buckets = buckets;
    }

    /** Counts one time. Empty if it is allowed, else how long to wait for the next. */
    public Optional<Duration> take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** One time is not to be counted after all. */
    public void giveBack(String who) {
        bucket(who).addTokens(1);
    }

    /** Nothing was counted. */
    public void reset(String who) {
        bucket(who).reset();
    }

    private Bucket bucket(String who) {
        return buckets.apply(Tokens.hash(name + " " + who));
    }
}
