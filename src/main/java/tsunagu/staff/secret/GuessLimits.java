package tsunagu.staff.secret;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import tsunagu.limits.RateLimit;
import tsunagu.limits.RateLimits;

/** How often somebody may try to sign in, for each account and for each address they come from. */
@Singleton
public final class GuessLimits {
    private static final int TRIES_FOR_AN_ACCOUNT = 10;
    private static final int TRIES_FROM_AN_ADDRESS = 50;
    private static final Duration REFILL = Duration.ofMinutes(15);

    private final RateLimit accounts;
    private final RateLimit addresses;

    public GuessLimits(RateLimits limits) {
        accounts = limits.of("sign-in account", TRIES_FOR_AN_ACCOUNT, REFILL);
        addresses = limits.of("sign-in address", TRIES_FROM_AN_ADDRESS, REFILL);
    }

    /** Counts one try. Empty if it is allowed, else how long to wait for the next. */
    public Optional<Duration> takeOne(String account, String address) {
        return addresses.take(address).or(() -> accounts.take(account));
    }

    /** Whoever signs in well has not guessed. */
    public void giveBack(String account, String address) {
        addresses.giveBack(address);
        accounts.reset(account);
    }
}
