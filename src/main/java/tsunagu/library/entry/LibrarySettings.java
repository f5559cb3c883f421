package tsunagu.library.entry;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.ReadableBytes;
import java.time.Duration;
import tsunagu.library.print.Limits;

/**
 * The setting {@code library}.
 *
 * @param fourEyes whether a version must be published by somebody else than who made it
 * @param largest bytes of a file
 * @param pages of a PDF
 * @param characters of a text
 * @param time for reading a file
 * @param memory in bytes, for the process that reads a file
 */
@ConfigurationProperties("library")
public record LibrarySettings(
        boolean fourEyes,
        @ReadableBytes long largest,
        int pages,
        int characters,
        Duration time,
        @ReadableBytes long memory) {

    /** How much of a file is read. */
    public Limits limits() {
        return new Limits(pages, characters, time);
    }

    public long megabytes() {
        return largest >> 20;
    }
}
