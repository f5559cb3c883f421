package tsunagu.conversation.feedback;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tsunagu.keeping.Expiry;
import tsunagu.text.Masking;

/** The last answered question of each conversation, masked, for as long as the resident may say how it was. */
@Singleton
public class Offers implements Expiry {
    private static final Duration OPEN = Duration.ofHours(1);
    private static final int LONGEST = 300;

    private final OfferRepository offers;
    private final Clock clock;

    Offers(OfferRepository offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * An answer a resident may speak of.
     *
     * @param topic as {@link tsunagu.message.Topic#wireName}
     * @param question masked
     * @param message the channel's name of the message that asked
     */
    public record Offer(String municipality, String topic, String question, Optional<String> message) {}

    /** In place of the one before. */
    public void remember(String conversation, Offer offer) {
        var row = new OfferRow(
                conversation,
                offer.municipality(),
                offer.topic(),
                shortened(Masking.mask(offer.question())),
                offer.message().orElse(null),
                clock.instant().plus(OPEN));
        offers.makeSure(conversation, row.expiresAt());
        offers.update(row);
    }

    /** Empty where nothing was answered, too long ago, or it has been spoken of. */
    public Optional<Offer> find(String conversation) {
        return offers.findById(conversation)
                .filter(row -> row.expiresAt().isAfter(clock.instant()))
                .map(row ->
                        new Offer(row.municipality(), row.topic(), row.question(), Optional.ofNullable(row.message())));
    }

    public void forget(String conversation) {
        offers.deleteById(conversation);
    }

    /** @param message as in {@link Offer} */
    public void forgetMessage(String message) {
        offers.deleteByMessage(message);
    }

    /** They are no longer read from the moment they expire. */
    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("直前の質問", offers.deleteByExpiresAtBefore(clock.instant()));
    }

    private static String shortened(String words) {
        int length = words.codePointCount(0, words.length());
        return length <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }
}
