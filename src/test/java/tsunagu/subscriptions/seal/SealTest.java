package tsunagu.subscriptions.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tsunagu.subscriptions.seal.Seal.Sealed;

class SealTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER =
            Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes());

    @Test
    void whatWasSealedIsReadWhereItBelongsAndNowhereElse() {
        var seal = new Seal(KEY, "");
        Sealed sealed = seal.seal("Uabc", "here");
        assertThat(seal.open(sealed, "here")).contains("Uabc");
        assertThat(seal.open(sealed, "there")).isEmpty();
        assertThat(seal.open(new Sealed("AAAA", sealed.mark()), "here")).isEmpty();
        assertThat(seal.open(new Sealed("no base64", sealed.mark()), "here")).isEmpty();
        assertThat(new Seal(OTHER, "").open(sealed, "here")).isEmpty();
        assertThat(new Seal(OTHER, KEY).open(sealed, "here")).contains("Uabc");
    }

    @Test
    void theSameTwiceLooksDifferent() {
        var seal = new Seal(KEY, "");
        assertThat(seal.seal("Uabc", "here").value())
                .isNotEqualTo(seal.seal("Uabc", "here").value());
    }

    @Test
    void whatIsNoKeyIsToldWithoutBeingShown() {
        String cut = KEY.substring(4);
        assertThatThrownBy(() -> new Seal(cut, ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("TSUNAGU_SUBSCRIPTIONS_KEY")
                .hasMessageContaining("openssl rand -base64 32")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(cut));
        assertThatThrownBy(() -> new Seal(KEY, "鍵")).hasMessageContaining("TSUNAGU_SUBSCRIPTIONS_OLD_KEY");
        assertThatThrownBy(() -> new Seal("", KEY)).hasMessageContaining("subscriptions.key");
        assertThat(new Seal(" ", null).newest()).isEmpty();
    }
}
