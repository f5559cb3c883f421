package tsunagu.submissions.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Days and times as far as they were understood.
 *
 * @param last empty for one day
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record When(
        Optional<LocalDate> first, Optional<LocalDate> last, Optional<LocalTime> from, Optional<LocalTime> to) {
    public static final When UNKNOWN = new When(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
