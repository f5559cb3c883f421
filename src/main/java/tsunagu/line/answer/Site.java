package tsunagu.line.answer;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Where residents' phones find our pages. */
@Singleton
final class Site {
    private final String address;

    Site(@Value("${tsunagu.address:}") String address) {
        this.address = address.strip().replaceAll("/+$", "");
    }

    /** {@code https://town.example}; empty where nobody has said it. */
    String address() {
        return address;
    }
}
