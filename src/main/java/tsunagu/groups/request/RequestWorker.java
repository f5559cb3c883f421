package tsunagu.groups.request;

import jakarta.inject.Singleton;
import java.util.Map;
import tsunagu.keeping.Expiry;

/** Requests that have expired, sent ones and those that were only begun. */
@Singleton
class RequestWorker implements Expiry {
    private final Requests requests;

    RequestWorker(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("団体への申し込み", requests.deleteExpired());
    }
}
