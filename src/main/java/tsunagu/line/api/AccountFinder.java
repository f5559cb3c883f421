package tsunagu.line.api;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.BotInfoResponse;
import com.linecorp.bot.messaging.model.GetWebhookEndpointResponse;
import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaConsumptionResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import com.linecorp.bot.messaging.model.TestWebhookEndpointRequest;
import com.linecorp.bot.messaging.model.TestWebhookEndpointResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How an account is set up on LINE's side. */
@Singleton
public class AccountFinder {
    /** LINE's test of a webhook waits for us in turn. */
    private static final Duration PATIENCE_OF_TEST = Duration.ofSeconds(20);

    private final LineClients clients;

    AccountFinder(LineClients clients) {
        this.clients = clients;
    }

    /**
     * @param basicId such as {@code @123abcde}
     * @param userId what LINE calls the account in webhooks, {@code U} and 32 hexadecimal digits
     */
    public record Bot(String name, String basicId, String userId) {}

    /** @param active whether LINE delivers there */
    public record Webhook(String address, boolean active) {}

    /**
     * What LINE met when it called the webhook.
     *
     * @param reason LINE's name for it, such as {@code OK} or {@code COULD_NOT_CONNECT}
     */
    public record Trial(boolean success, int status, String reason) {}

    /** @param limit messages a month that we may send unasked; empty for no limit. Replies do not count. */
    public record Quota(Optional<Long> limit, long used) {}

    public Outcome<Bot> bot(Account account) {
        Outcome<BotInfoResponse> outcome = Outcome.of(clients.api(account).getBotInfo(), clients.timeout());
        return map(outcome, bot -> new Bot(given(bot.displayName()), given(bot.basicId()), given(bot.userId())));
    }

    /** Refused with 404 where no address is set. */
    public Outcome<Webhook> webhook(Account account) {
        Outcome<GetWebhookEndpointResponse> outcome =
                Outcome.of(clients.api(account).getWebhookEndpoint(), clients.timeout());
        return map(
                outcome,
                webhook -> new Webhook(
                        webhook.endpoint() == null ? "" : webhook.endpoint().toString(),
                        Boolean.TRUE.equals(webhook.active())));
    }

    /** Has LINE call the webhook; it does so at most 60 times an hour. */
    public Outcome<Trial> tryWebhook(Account account) {
        Outcome<TestWebhookEndpointResponse> outcome = Outcome.of(
                clients.api(account).testWebhookEndpoint(new TestWebhookEndpointRequest(null)), PATIENCE_OF_TEST);
        return map(
                outcome,
                trial -> new Trial(
                        Boolean.TRUE.equals(trial.success()),
                        Objects.requireNonNullElse(trial.statusCode(), 0),
                        given(trial.reason())));
    }

    public Outcome<Quota> quota(Account account) {
        MessagingApiClient api = clients.api(account);
        Outcome<MessageQuotaResponse> quota = Outcome.of(api.getMessageQuota(), clients.timeout());
        if (!(quota instanceof Outcome.Done<MessageQuotaResponse>(var limit))) return map(quota, any -> null);
        Outcome<QuotaConsumptionResponse> used = Outcome.of(api.getMessageQuotaConsumption(), clients.timeout());
        return map(
                used,
                usage -> new Quota(
                        limit.type() == QuotaType.LIMITED ? Optional.ofNullable(limit.value()) : Optional.empty(),
                        Objects.requireNonNullElse(usage.totalUsage(), 0L)));
    }

    private static <T, R> Outcome<R> map(Outcome<T> outcome, Function<T, R> read) {
        return switch (outcome) {
            case Outcome.Done<T>(var answer) -> new Outcome.Done<>(read.apply(answer));
            case Outcome.Refused<T>(int status) -> new Outcome.Refused<>(status);
            case Outcome.Unreached<T> unreached -> new Outcome.Unreached<>();
        };
    }

    private static String given(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
