package tsunagu.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Puts {@link SampleReplies} behind the doors, for tests that ask for it. */
@Factory
@Requires(property = "spec.name", value = SampleTalk.NAME)
final class SampleTalk {
    static final String NAME = "sample-talk";

    @Singleton
    @Replaces(Turns.class)
    Turns turns() {
        return new Turns(SampleReplies::to);
    }
}
