package tsunagu.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.internal.connection.RealCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends replies, and tries a second time where that can help and the reply token still lives. */
@Singleton
final class LineSender {
    private static final Logger log = LoggerFactory.getLogger(LineSender.class);
    private static final String REPLY = "POST /v2/bot/message/reply";
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);
    /** OkHttp's 5 would make the sixth resident of a busy noon wait for the first. */
    private static final int REQUESTS_AT_ONCE = 64;

    private final LineSettings settings;
    private final LineFigures figures;
    /** Built on first use: a command that sends nothing opens nothing. */
    private final Map<String, MessagingApiClient> clients = new ConcurrentHashMap<>();

    private final Set<OkHttpClient> connections = ConcurrentHashMap.newKeySet();

    LineSender(LineSettings settings, LineFigures figures) {
        this.settings = settings;
        this.figures = figures;
    }

    /** What became of a reply. */
    enum Delivery {
        SENT,
        /** LINE will not take it, however often it is sent. */
        REFUSED,
        /** LINE failed or kept silent; the resident may or may not have it. */
        UNCERTAIN
    }

    /**
     * One request, and after a failure of LINE's own (5xx, silence) one more. The token works once, so the second can
     * never be a second reply.
     *
     * @param receivedNanos {@link System#nanoTime} when the token came
     */
    Delivery reply(LineChannel channel, String replyToken, List<Message> messages, long receivedNanos) {
        var request = new ReplyMessageRequest(replyToken, messages, false);
        Delivery first = attempt(channel, request);
        if (first != Delivery.UNCERTAIN || !isTimeForAnother(receivedNanos) || !pause()) return first;
        Delivery second = attempt(channel, request);
        // Refused now may mean: used, because the first try did arrive.
        return second == Delivery.SENT ? Delivery.SENT : Delivery.UNCERTAIN;
    }

    private boolean isTimeForAnother(long receivedNanos) {
        Duration age = Duration.ofNanos(System.nanoTime() - receivedNanos);
        return age.plus(PAUSE).plus(settings.timeout()).compareTo(TOKEN_LIFE) < 0;
    }

    private Delivery attempt(LineChannel channel, ReplyMessageRequest request) {
        CompletableFuture<Result<ReplyMessageResponse>> call = client(channel).replyMessage(request);
        try {
            Result<?> result = call.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            figures.replied(channel, "200");
            log.info("{} for channel {}: 200, x-line-request-id {}", REPLY, channel.name(), result.requestId());
            return Delivery.SENT;
        } catch (ExecutionException e) {
            return failed(channel, e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            return failed(channel, e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return failed(channel, e);
        }
    }

    /** Goes by the status: LINE's messages may change. They are not logged, nor are exceptions, which quote us. */
    private Delivery failed(LineChannel channel, Throwable cause) {
        if (cause instanceof AbstractLineClientException refusal) {
            figures.replied(channel, String.valueOf(refusal.getCode()));
            log.warn(
                    "{} for channel {}: {}, x-line-request-id {}",
                    REPLY,
                    channel.name(),
                    refusal.getCode(),
                    refusal.getRequestId());
            return refusal.getCode() >= 500 ? Delivery.UNCERTAIN : Delivery.REFUSED;
        }
        figures.replied(channel, "none");
        log.warn(
                "{} for channel {}: no answer ({})",
                REPLY,
                channel.name(),
                cause.getClass().getSimpleName());
        return Delivery.UNCERTAIN;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private MessagingApiClient client(LineChannel channel) {
        return clients.computeIfAbsent(channel.name(), name -> {
            var builder = MessagingApiClient.builder(channel.token());
            builder.apiEndPoint(settings.apiAddress());
            builder.connectTimeout(shorter(LONGEST_CONNECT, settings.timeout()));
            builder.readTimeout(settings.timeout());
            builder.writeTimeout(settings.timeout());
            builder.maxRequests(REQUESTS_AT_ONCE);
            builder.maxRequestsPerHost(REQUESTS_AT_ONCE);
            // It prints tokens and what residents wrote.
            builder.usingDefaultLogger(false);
            builder.setEventListener(new ConnectionWatch());
            return builder.build();
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @PreDestroy
    void close() {
        connections.forEach(connection -> {
            connection.dispatcher().cancelAll();
            connection.dispatcher().executorService().shutdown();
            connection.connectionPool().evictAll();
        });
    }

    /**
     * The SDK has no close, and its threads keep a finished process alive for a minute. The only place where it shows
     * the client it built is a call under way.
     */
    private final class ConnectionWatch extends EventListener {
        @Override
        public void callStart(Call call) {
            if (call instanceof RealCall real) connections.add(real.getClient());
        }
    }
}
