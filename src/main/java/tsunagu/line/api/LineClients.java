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
    private final URI api;
    private final URI blobs;
    private final Duration timeout;
    private final Map<String, MessagingApiClient> apiClients = new ConcurrentHashMap<>();
    private final Map<String, MessagingApiBlobClient> blobClients = new ConcurrentHashMap<>();
    private final Set<OkHttpClient> connections = ConcurrentHashMap.newKeySet();

    LineClients(
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
        builder.connectTimeout(timeout);
        builder.readTimeout(timeout);
        builder.writeTimeout(timeout);
        // It prints tokens and what residents wrote.
        builder.usingDefaultLogger(false);
        builder.setEventListener(new ConnectionWatch());
        return builder.build();
    }

    @PreDestroy
    void close() {
        connections.forEach(connection -> {
            connection.dispatcher().cancelAll();
            connection.dispatcher().executorService().shutdown();
            connection.connectionPool().evictAll();
        });
    }

    /** LINE's client has no close; the only place where it shows the client inside is a call under way. */
    private final class ConnectionWatch extends EventListener {
        @Override
        public void callStart(Call call) {
            if (call instanceof RealCall real) connections.add(real.getClient());
        }
    }
}
