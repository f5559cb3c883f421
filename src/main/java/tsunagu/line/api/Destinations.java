package tsunagu.line.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.line.api.AccountFinder.Bot;

/**
 * Whom LINE means by the {@code destination} of a webhook. LINE is asked in the background, when the first webhook
 * comes: nobody waits for it, and until it has answered every destination is right.
 */
@Singleton
public class Destinations {
    private static final Logger log = LoggerFactory.getLogger(Destinations.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);

    private final AccountFinder accounts;
    private final Clock clock;
    private final Map<String, String> userIds = new ConcurrentHashMap<>();
    private final Map<String, Instant> askAgainAt = new ConcurrentHashMap<>();

    Destinations(AccountFinder accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether events for this destination are certainly none of this account's. */
    public boolean isAnother(Account account, String destination) {
        String own = userIds.get(account.name());
        if (own == null) {
            ask(account);
            return false;
        }
        return !own.equals(destination);
    }

    private void ask(Account account) {
        Instant now = clock.instant();
        Instant next = askAgainAt.putIfAbsent(account.name(), now.plus(PAUSE_AFTER_FAILURE));
        if (next != null) {
            if (now.isBefore(next)) return;
            if (!askAgainAt.replace(account.name(), next, now.plus(PAUSE_AFTER_FAILURE))) return;
        }
        Thread.ofVirtual().name("line-bot-info").start(() -> {
            if (accounts.bot(account) instanceof Outcome.Done<Bot>(var bot)
                    && !bot.userId().isEmpty()) {
                userIds.put(account.name(), bot.userId());
            } else {
                log.warn("GET /v2/bot/info for channel {}: no answer that could be used", account.name());
            }
        });
    }
}
