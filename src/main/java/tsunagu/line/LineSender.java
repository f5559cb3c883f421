package tsunagu.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ShowLoadingAnimationRequest;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.line.api.LineClients;
import tsunagu.line.api.Outcome;
import tsunagu.line.inbox.InboxWork.Delivery;

/** Sends replies, and lets residents see that one is coming. */
@Singleton
final class LineSender {
    private static final Logger log = LoggerFactory.getLogger(LineSender.class);
    private static final String REPLY = "POST /v2/bot/message/reply";
    private static final String PUSH = "POST /v2/bot/message/push";
    private static final String LOADING = "POST /v2/bot/chat/loading/start";
    /** LINE takes 5 to 60 in steps of 5; the reply ends it. */
    private static final int LOADING_SECONDS = 20;

    private final LineClients clients;
    private final LineSettings settings;
    private final LineFigures figures;

    LineSender(LineClients clients, LineSettings settings, LineFigures figures) {
        this.clients = clients;
        this.settings = settings;
        this.figures = figures;
    }

    /** One request. Whether there is another is the inbox's decision. */
    Delivery reply(LineChannel channel, String replyToken, List<Message> messages) {
        var request = new ReplyMessageRequest(replyToken, messages, false);
        return await(channel, REPLY, clients.api(channel.account()).replyMessage(request));
    }

    /**
     * One request for a message that counts against the month's quota.
     *
     * @param to a person, group or room
     * @param retryKey however many requests have it, LINE delivers one
     */
    Delivery push(LineChannel channel, String to, UUID retryKey, List<Message> messages) {
        var request = new PushMessageRequest(to, messages, false, null);
        return await(channel, PUSH, clients.api(channel.account()).pushMessage(retryKey, request));
    }

    /** Lets a resident see that an answer is being worked on. Where that fails, nobody misses it. */
    void showLoading(LineChannel channel, String userId) {
        var request = new ShowLoadingAnimationRequest(userId, LOADING_SECONDS);
        Outcome<Object> outcome =
                Outcome.of(clients.api(channel.account()).showLoadingAnimation(request), settings.timeout());
        boolean done = outcome instanceof Outcome.Done<Object>;
        log.info("{} for channel {}: {}", LOADING, channel.name(), done ? "done" : "not taken");
    }

    private <T> Delivery await(LineChannel channel, String what, CompletableFuture<Result<T>> call) {
        try {
            Result<?> result = call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            figures.replied(channel, "200");
            log.info("{} for channel {}: 200, x-line-request-id {}", what, channel.name(), result.requestId());
            return Delivery.SENT;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AbstractLineClientException refusal
                    ? refused(channel, what, refusal)
                    : unanswered(channel, what, e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            return unanswered(channel, what, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return unanswered(channel, what, e);
        }
    }

    /** LINE's messages are not logged, nor are exceptions, which quote us. */
    private Delivery refused(LineChannel channel, String what, AbstractLineClientException refusal) {
        int status = refusal.getCode();
        figures.replied(channel, String.valueOf(status));
        log.warn("{} for channel {}: {}, x-line-request-id {}", what, channel.name(), status, refusal.getRequestId());
        return switch (status) {
            case 400 -> Delivery.INVALID;
            // Only a push has a retry key: LINE took it before.
            case 409 -> Delivery.SENT;
            case 429 -> isQuota(refusal) ? Delivery.QUOTA : Delivery.BUSY;
            default -> status >= 500 ? Delivery.FAILED : Delivery.REFUSED;
        };
    }

    /** LINE's words may change, but nothing else tells the two kinds of 429 apart. In doubt a second try is right. */
    static boolean isQuota(AbstractLineClientException refusal) {
        return refusal instanceof MessagingApiClientException known
                && known.getError() != null
                && known.getError().toLowerCase(Locale.ROOT).contains("monthly limit");
    }

    private Delivery unanswered(LineChannel channel, String what, Throwable cause) {
        figures.replied(channel, "none");
        log.warn(
                "{} for channel {}: no answer ({})",
                what,
                channel.name(),
                cause.getClass().getSimpleName());
        boolean neverThere = cause instanceof ConnectException || cause instanceof UnknownHostException;
        return neverThere ? Delivery.UNREACHED : Delivery.SILENT;
    }

    /** Ends the requests under way; whoever waits for them hears nothing. */
    void hangUp() {
        clients.hangUp();
    }
}
