package tsunagu.keeping;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What administrators are told of what is kept: what was deleted because its time had come, and the last backup. */
@Singleton
public class Keeping {
    private final KeepingRepository keeping;
    private final Clock clock;

    Keeping(KeepingRepository keeping, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * What went on one day.
     *
     * @param what as clerks call it: 「未回答の質問」
     * @param ranAt when it was last looked for on that day
     */
    public record Deleted(LocalDate day, String what, long count, Instant ranAt) {}

    /** A copy of the whole database; {@code rows} of all tables. */
    public record Backup(Instant madeAt, long bytes, long rows) {}

    /** Of the last days, newest first, those on which nothing was deleted too. */
    public List<Deleted> listDeleted(int days) {
        return keeping.listSince(LocalDate.now(clock).minusDays(days - 1L));
    }

    /** Empty where none was ever made. */
    public Optional<Backup> findLastBackup() {
        return keeping.findLast();
    }

    void record(Backup backup) {
        keeping.save(backup);
    }
}
