package tsunagu.line;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.conversation.Conversations;

/**
 * The town's LINE accounts that are set up. Created at start-up, so that a setting that cannot work stops the start
 * instead of the first resident.
 */
@Context
final class LineChannels {
    private static final Logger log = LoggerFactory.getLogger(LineChannels.class);

    private final Map<String, LineChannel> byName;
    private final List<String> names;

    @Inject
    LineChannels(List<Account> accounts, Conversations conversations) {
        this(accounts, conversations::knows);
    }

    /** @param known whether there is a municipality of this id */
    LineChannels(List<Account> accounts, Predicate<String> known) {
        names = accounts.stream().map(Account::name).sorted().toList();
        byName = accounts.stream()
                .filter(LineChannels::isSetUp)
                .map(LineChannels::channel)
                .collect(Collectors.toUnmodifiableMap(LineChannel::name, Function.identity()));
        byName.values().forEach(channel -> requireKnown(channel, known));
        log.debug("LINE channels: {}", byName.isEmpty() ? "none set up" : String.join(", ", byName.keySet()));
    }

    /** Empty for a name nobody set up. */
    Optional<LineChannel> findByName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All that the settings name, set up or not. */
    Map<String, Boolean> isSetUpByName() {
        return names.stream().collect(Collectors.toMap(Function.identity(), byName::containsKey));
    }

    /** Those that are set up, by name. */
    List<LineChannel> listChannels() {
        return byName.values().stream()
                .sorted(Comparator.comparing(LineChannel::name))
                .toList();
    }

    private static boolean isSetUp(Account account) {
        boolean setUp = isGiven(account.secret());
        if (!setUp && isGiven(account.token())) {
            log.warn(
                    "LINE channel {} has a token but no secret and stays off. {}",
                    account.name(),
                    whereToSet(account, "secret"));
        }
        return setUp;
    }

    private static LineChannel channel(Account account) {
        if (!isGiven(account.token())) {
            throw new ConfigurationException(
                    "line.channels.%s.token is missing: without the channel access token nobody gets a reply. %s"
                            .formatted(account.name(), whereToSet(account, "token")));
        }
        String token = account.token().strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ConfigurationException(
                    "line.channels.%s.token has a space, line break or other character that no token has. %s"
                            .formatted(account.name(), whereToSet(account, "token")));
        }
        if (!isGiven(account.municipality())) {
            throw new ConfigurationException(
                    "line.channels.%s.municipality is missing: whom does this LINE account speak for? %s"
                            .formatted(account.name(), "Name a file of config/municipalities, without its .yml."));
        }
        return new LineChannel(
                account.name(), account.municipality().strip(), account.secret().strip(), token);
    }

    private static void requireKnown(LineChannel channel, Predicate<String> known) {
        String municipality = channel.account().municipality();
        if (known.test(municipality)) return;
        throw new ConfigurationException(
                "line.channels.%s.municipality is \"%s\", and there is no config/municipalities/%s.yml. %s"
                        .formatted(
                                channel.name(),
                                municipality,
                                municipality,
                                "Name a file of config/municipalities, without its .yml."));
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }

    private static String whereToSet(Account account, String key) {
        String variable = account.name().equals("default")
                ? "LINE_CHANNEL_" + key
                : "LINE_CHANNELS_" + account.name().replace('-', '_') + "_" + key;
        return "Set line.channels.%s.%s or the environment variable %s."
                .formatted(account.name(), key, variable.toUpperCase(Locale.ROOT));
    }

    /**
     * Settings of one LINE account, from {@code line.channels.<name>}.
     *
     * @param secret signs the webhooks; blank where the account is not set up
     * @param token channel access token, for replies
     * @param municipality id of the municipality the account speaks for
     */
    @EachProperty("line.channels")
    record Account(
            @Parameter String name,
            @Nullable String secret,
            @Nullable String token,
            @Nullable String municipality) {
        @Override
        public String toString() {
            return "Account[" + name + "]";
        }
    }
}
