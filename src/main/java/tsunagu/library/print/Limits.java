package tsunagu.library.print;

import java.time.Duration;

/**
 * How much of a file is read at most.
 *
 * @param pages of a PDF
 * @param characters of its text
 * @param time for all of it
 */
public record Limits(int pages, int characters, Duration time) {}
