package tsunagu.console.questions;

import io.micronaut.core.annotation.Nullable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import tsunagu.conversation.OpenQuestions.OpenQuestion;
import tsunagu.conversation.OpenQuestions.Place;

/** Where a page of the list ends, as it stands in an address. */
final class QuestionPlace {
    private static final int PARTS = 3;

    private QuestionPlace() {}

    /** The beginning for anything that is no place. */
    static Place read(@Nullable String written) {
        String[] parts = written == null ? new String[0] : written.split("_");
        if (parts.length != PARTS) return Place.START;
        try {
            return new Place(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Place.START;
        }
    }

    static String write(OpenQuestion last) {
        return last.times() + "_" + last.lastAskedAt() + "_" + last.id();
    }
}
