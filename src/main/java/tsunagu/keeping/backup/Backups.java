package tsunagu.keeping.backup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.keeping.backup.SnapshotRepository.Snapshot;

/**
 * The database as a file, and back. What cannot be done is thrown with a Japanese sentence; then nothing has been
 * written.
 */
@Singleton
public class Backups {
    private static final int MOST_TABLES_NAMED = 3;

    private final SnapshotRepository snapshots;
    private final RestoreRepository restoring;
    private final Clock clock;

    Backups(SnapshotRepository snapshots, RestoreRepository restoring, Clock clock) {
        this.snapshots = snapshots;
        this.restoring = restoring;
        this.clock = clock;
    }

    /** A file that was written or read. */
    public record Written(Instant madeAt, long bytes, long rows, Set<String> tables) {}

    /** Whether something failed because another process has the H2 file open. */
    public static boolean isInUse(Throwable failure) {
        return SchemaRepository.isInUse(failure);
    }

    /** Refuses what no backup can be written to, before anything is done; what is no backup is never written over. */
    public static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadBackup("フォルダー " + folder + " がありません。作ってから、もう一度行ってください。");
        }
        if (!Files.isWritable(folder)) throw new BadBackup("フォルダー " + folder + " に書き込めません。権限を確かめてください。");
        if (!Files.exists(file)) return;
        try (var reader = BackupReader.open(file)) {
            reader.manifest();
        } catch (BadBackup other) {
            throw new BadBackup(file + " はすでにあり、つなぐの保存ファイルではありません。別の名前にしてください。");
        }
    }

    /** The whole database as it is now; the file is there when it is complete, readable by its owner alone. */
    public Written write(Path file) {
        Path absolute = file.toAbsolutePath();
        return snapshots.inSnapshot(snapshot -> {
            if (snapshot.listMigrations().isEmpty()) throw new BadBackup("データベースはまだ空です。保存するものがありません。");
            try {
                Instant madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                return written(absolute, BackupWriter.write(snapshot, madeAt, absolute));
            } catch (IOException e) {
                throw new BadBackup(absolute + " に書けません（" + e.getMessage() + "）。空き容量と権限を確かめてください。");
            }
        });
    }

    /** What a file says of itself. */
    public static Written read(Path file) {
        try (var reader = BackupReader.open(file)) {
            return written(file, reader.manifest());
        }
    }

    private static Written written(Path file, Manifest manifest) {
        try {
            Set<String> tables =
                    manifest.tables().stream().map(Manifest.Part::name).collect(Collectors.toSet());
            return new Written(Instant.parse(manifest.madeAt()), Files.size(file), manifest.rows(), tables);
        } catch (IOException e) {
            throw new BadBackup(file + " を開けません。読み取りの権限を確かめてください。");
        }
    }

    /** Reads a file to its end: whether all of it is there, unchanged, and made for tables such as these. */
    public void check(Path file) {
        snapshots.inSnapshot(snapshot -> check(file, snapshot));
    }

    private static boolean check(Path file, Snapshot snapshot) {
        try (var reader = BackupReader.open(file)) {
            var shapes = snapshot.listTables();
            reader.requireFits(snapshot.listMigrations(), shapes);
            shapes.forEach(reader::check);
            return true;
        }
    }

    /** Rows of each table that has any. */
    public Map<String, Long> countRows() {
        return snapshots.inSnapshot(Snapshot::countRows);
    }

    /**
     * Fills this database, which must be empty.
     *
     * @param ofNewCopy rows of each table in a database that nobody has used yet
     */
    public Written restore(Path file, Map<String, Long> ofNewCopy) {
        check(file);
        Map<String, Long> here = countRows();
        String used = here.entrySet().stream()
                .filter(table -> table.getValue() > ofNewCopy.getOrDefault(table.getKey(), 0L))
                .limit(MOST_TABLES_NAMED)
                .map(table -> table.getKey() + " " + table.getValue() + " 行")
                .collect(Collectors.joining("、"));
        if (!used.isEmpty()) {
            throw new BadBackup("戻す先のデータベースには、すでにデータがあります（" + used + " など）。空のデータベースにだけ戻せます。"
                    + "H2 なら環境変数 TSUNAGU_DATA で空のフォルダーを、PostgreSQL なら新しいデータベースを選んでください。");
        }
        try (var reader = BackupReader.open(file)) {
            var next = new HashMap<String, Long>();
            reader.manifest().tables().stream()
                    .filter(table -> table.next() != null)
                    .forEach(table -> next.put(table.name(), table.next()));
            restoring.fill(next, reader::forEach);
            return written(file, reader.manifest());
        }
    }
}
