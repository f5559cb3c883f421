package tsunagu.line.api;

import com.linecorp.bot.client.base.ApiAuthenticatedClientBuilder;
import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.internal.connection.RealCall;

/** LINE's own clients, built on first use, one for each account; what they open is closed with the process. */
@Singleton
public class LineClients {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);
    /** OkHttp's 5 would make the sixth resident of a busy noon wait for the first. */
    private static final int REQUESTS_AT_ONCE = 64;

    private final URI api;
    private final URI blobs;
    private final Duration timeout;
    private final Map<String, MessagingApiClient> apiClients = new ConcurrentHashMap<>();
    private final Map<String, MessagingApiBlobClient> blobClients = new ConcurrentHashMap<>();
    private final Set<OkHttpClient> connections = ConcurrentHashMap.newKeySet();

    public LineClients(
            @Value("${line.api-url}") String api,
            @Value("${line.data-api-url}") String blobs,
            @Value("${line.timeout}") Duration timeout) {
        this.api = URI.create(api.strip());
        this.blobs = URI.create(blobs.strip());
        this.timeout = timeout;
    }

    /** For everything but pictures. */
    public MessagingApiClient api(Account account) {
        return apiClients.computeIfAbsent(account.name(), _ -> built(MessagingApiClient.builder(account.token()), api));
    }

    /** For pictures. */
    public MessagingApiBlobClient blobs(Account account) {
        return blobClients.computeIfAbsent(
                account.name(), _ -> built(MessagingApiBlobClient.builder(account.token()), blobs));
    }

    /** How long one call may take. */
    Duration timeout() {
        return timeout;
    }

    private <T> T built(ApiAuthenticatedClientBuilder<T> builder, URI address) {
        builder.apiEndPoint(address);
        builder.connectTimeout(LONGEST_CONNECT.compareTo(timeout) < 0 ? LONGEST_CONNECT : timeout);
        builder.readTimeout(timeout);
        builder.writeTimeout(timeout);
        builder.maxRequests(REQUESTS_AT_ONCE);
        builder.maxRequestsPerHost(REQUESTS_AT_ONCE);
        // It prints tokens and what residents wrote.
        builder.usingDefaultLogger(false);
        builder.setEventListener(new ConnectionWatch());
        return builder.build();
    }

    /** Ends the requests under way; whoever waits for them hears nothing. */
    public void hangUp() {
        connections.forEach(connection -> connection.dispatcher().cancelAll());
    }

    @PreDestroy
    public void close() {
        hangUp();
        connections.forEach(connection -> {
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
