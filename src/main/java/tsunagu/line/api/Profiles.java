package tsunagu.line.api;

import com.linecorp.bot.messaging.model.UserProfileResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What LINE tells of a resident. We ask for the language only, and keep neither name nor picture. */
@Singleton
public class Profiles {
    /** Somebody waits to be greeted; a greeting in the usual language is better than a late one. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LineClients clients;

    Profiles(LineClients clients) {
        this.clients = clients;
    }

    /** Such as {@code en-US}; empty where LINE does not tell, for whatever reason. */
    public Optional<String> findLanguage(Account account, String userId) {
        Outcome<UserProfileResponse> outcome = Outcome.of(clients.api(account).getProfile(userId), PATIENCE);
        return outcome instanceof Outcome.Done<UserProfileResponse>(var profile)
                ? Optional.ofNullable(profile.language()).filter(tag -> !tag.isBlank())
                : Optional.empty();
    }
}
