package tsunagu.keeping;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import tsunagu.keeping.backup.Backups;
import tsunagu.keeping.backup.Requests;

/**
 * Writes a backup when the command asks for it: an H2 file can be opened by one process only, and that is this one.
 * Where the database is a server, the command goes there itself and nothing is looked for.
 */
@Singleton
class BackupWorker {
    private final Backups backups;
    private final Keeping keeping;
    private final Requests requests;
    private final boolean alone;

    BackupWorker(
            Backups backups,
            Keeping keeping,
            Clock clock,
            @Value("${tsunagu.data}") String data,
            @Value("${datasources.default.url}") String url) {
        this.backups = backups;
        this.keeping = keeping;
        this.requests = new Requests(Path.of(data), clock);
        this.alone = url.startsWith("jdbc:h2:file:");
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void serve() {
        if (alone) requests.serve(this::write);
    }

    private void write(Path file) {
        var written = backups.write(file);
        keeping.record(new Keeping.Backup(written.madeAt(), written.bytes(), written.rows()));
    }
}
