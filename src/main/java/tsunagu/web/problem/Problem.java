package tsunagu.web.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type {@code urn:tsunagu:problem:text-too-long} for programs, {@code about:blank} where the status says it all
 * @param detail a sentence for a person, with what to do
 */
@Serdeable
record Problem(String type, String title, int status, String detail) {}
