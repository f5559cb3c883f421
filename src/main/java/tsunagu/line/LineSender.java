package tsunagu.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageResponse;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.line.api.LineClients;
import tsunagu.line.inbox.Delivery;

/** Sends replies. */
@Singleton
final class LineSender {
    private static final Logger log = LoggerFactory.getLogger(LineSender.class);
    private static final String REPLY = "POST /v2/bot/message/reply";

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
        CompletableFuture<Result<ReplyMessageResponse>> call =
                clients.api(channel.account()).replyMessage(request);
        try {
            Result<?> result = call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            figures.replied(channel, "200");
            log.info("{} for channel {}: 200, x-line-request-id {}", REPLY, channel.name(), result.requestId());
            return Delivery.SENT;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AbstractLineClientException refusal
                    ? refused(channel, refusal)
                    : unanswered(channel, e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            return unanswered(channel, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return unanswered(channel, e);
        }
    }

    /** LINE's messages are not logged, nor are exceptions, which quote us. */
    private Delivery refused(LineChannel channel, AbstractLineClientException refusal) {
        int status = refusal.getCode();
        figures.replied(channel, String.valueOf(status));
        log.warn("{} for channel {}: {}, x-line-request-id {}", REPLY, channel.name(), status, refusal.getRequestId());
        return switch (status) {
            case 400 -> Delivery.INVALID;
            case 429 -> isQuota(refusal) ? Delivery.QUOTA : Delivery.BUSY;
            default -> status >= 500 ? Delivery.FAILED : Delivery.REFUSED;
        };
    }

    /** LINE's words may change, but nothing else tells the two kinds of 429 apart. In doubt a second try is right. */
    private static boolean isQuota(AbstractLineClientException refusal) {
        return refusal instanceof MessagingApiClientException known
                && known.getError() != null
                && known.getError().toLowerCase(Locale.ROOT).contains("monthly limit");
    }

    private Delivery unanswered(LineChannel channel, Throwable cause) {
        figures.replied(channel, "none");
        log.warn(
                "{} for channel {}: no answer ({})",
                REPLY,
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
