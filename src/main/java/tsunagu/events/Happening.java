package tsunagu.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;

/**
 * An event at one of its times, as residents are told of it. Texts are empty where staff wrote nothing.
 *
 * @param event its id
 * @param areas those it is for, empty for all of the municipality
 * @param when empty where it is not decided yet
 * @param updated when staff last changed it
 */
public record Happening(
        long event,
        MunicipalityId municipality,
        List<AreaId> areas,
        Optional<When> when,
        String title,
        Told told,
        boolean cancelled,
        LocalDate updated) {
    public Happening {
        areas = List.copyOf(areas);
    }

    /** One of its times; without a time of day it lasts the whole day, or nobody has said. */
    public record When(LocalDate first, LocalDate last, Optional<LocalTime> from, Optional<LocalTime> to) {}

    /**
     * What staff wrote of it, in Japanese.
     *
     * @param english its name in English
     * @param location latitude and longitude, {@code 35.72,139.54}
     * @param repeat 「毎月第2土曜」
     */
    public record Told(
            String english,
            String summary,
            String description,
            String dateNote,
            String repeat,
            String place,
            String address,
            String location,
            String fee,
            String audience,
            String apply,
            String contact,
            String telephone,
            String rain,
            String url,
            String source) {}

    /** The path of its public page. */
    public String path() {
        return "/events/e/" + event;
    }
}
