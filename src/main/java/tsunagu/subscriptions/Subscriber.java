package tsunagu.subscriptions;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import tsunagu.areas.MunicipalityId;
import tsunagu.text.Language;

/**
 * A resident who wants to hear of something; how they are reached is not in here.
 *
 * @param channel the name of the LINE account
 * @param areas ids of those they want to hear of, {@code nishitokyo/nanbu}; empty for all of the municipality
 * @param at the hour of the evening they have chosen, in the towns' time
 * @param newcomerSince when they asked for the newcomer series, where they did
 * @param newcomerArea id of the area that tells of
 */
public record Subscriber(
        long id,
        String channel,
        MunicipalityId municipality,
        Set<String> areas,
        Set<Subject> subjects,
        Language language,
        LocalTime at,
        Optional<Instant> newcomerSince,
        Optional<String> newcomerArea) {
    public Subscriber {
        areas = Set.copyOf(areas);
        subjects = Set.copyOf(subjects);
    }
}
