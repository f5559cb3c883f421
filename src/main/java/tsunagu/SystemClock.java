package tsunagu;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock; its zone is the towns', whatever the server's is. Tests replace it. */
@Factory
class SystemClock {

    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}
