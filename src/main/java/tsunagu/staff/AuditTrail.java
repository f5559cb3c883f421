package tsunagu.staff;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsunagu.staff.store.TrailRepository;
import tsunagu.staff.store.TrailRow;

/** Who did what, and when. What is written here cannot be changed or taken back. */
@Singleton
public class AuditTrail {
    private static final int LONGEST_ACTION = 100;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_DETAIL = 2000;

    private final TrailRepository trail;
    private final Clock clock;

    AuditTrail(TrailRepository trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Writes one line. Longer texts are shortened; never give it a resident's words, a password or a token.
     *
     * @param municipality whose matter it is, empty for all
     * @param action 「よくある質問を公開」
     * @param subject what was acted upon, as its page is headed
     * @param detail what changed, may be empty
     */
    public void record(Member by, Optional<String> municipality, String action, String subject, String detail) {
        trail.save(new TrailRow(
                null,
                clock.instant(),
                by.id(),
                by.name(),
                municipality.orElse(null),
                shortened(action, LONGEST_ACTION),
                shortened(subject, LONGEST_SUBJECT),
                shortened(detail, LONGEST_DETAIL)));
    }

    /** A line about what nobody who is signed in did: an invitation from the command line, an import at the start. */
    public void record(String by, Optional<String> municipality, String action, String subject) {
        trail.save(new TrailRow(
                null,
                clock.instant(),
                null,
                shortened(by, LONGEST_ACTION),
                municipality.orElse(null),
                shortened(action, LONGEST_ACTION),
                shortened(subject, LONGEST_SUBJECT),
                ""));
    }

    /**
     * One line.
     *
     * @param id of those that are newer it is larger
     */
    public record Line(
            long id,
            Instant happenedAt,
            String name,
            Optional<String> municipality,
            String action,
            String subject,
            String detail) {}

    /**
     * Newest first.
     *
     * @param municipality empty for all lines, also those that concern all municipalities
     * @param before only lines with a smaller id, empty from the newest on
     */
    public List<Line> listLines(Optional<String> municipality, Optional<Long> before, int limit) {
        long below = before.orElse(Long.MAX_VALUE);
        return municipality
                .map(only -> trail.listBefore(only, below, limit))
                .orElseGet(() -> trail.listBefore(below, limit))
                .stream()
                .map(AuditTrail::line)
                .toList();
    }

    private static Line line(TrailRow row) {
        return new Line(
                row.id(),
                row.happenedAt(),
                row.name(),
                Optional.ofNullable(row.municipality()),
                row.action(),
                row.subject(),
                row.detail());
    }

    private static String shortened(String text, int longest) {
        String clean = text.replace('\0', ' ');
        if (clean.length() <= longest) return clean;
        int end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
