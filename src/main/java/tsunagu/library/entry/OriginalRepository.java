package tsunagu.library.entry;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import tsunagu.sql.SqlRepository;

/** The files as they were sent, in parts. */
@Singleton
class OriginalRepository {
    private static final int PART = 512 * 1024;

    private final SqlRepository sql;
    private final Clock clock;

    OriginalRepository(SqlRepository sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    UUID save(byte[] file) {
        var id = UUID.randomUUID();
        return sql.inOneTransaction(() -> {
            sql.update(
                    "insert into library_original (id, size, sha256, kept_at) values (?, ?, ?, ?)",
                    id,
                    (long) file.length,
                    sha256(file),
                    clock.instant());
            for (int part = 0; part * PART < file.length; part++) {
                byte[] bytes = Arrays.copyOfRange(file, part * PART, Math.min(file.length, (part + 1) * PART));
                sql.update("insert into library_part (original, part, bytes) values (?, ?, ?)", id, part, bytes);
            }
            return id;
        });
    }

    Optional<byte[]> find(UUID id) {
        Optional<Integer> size =
                sql.find(row -> (int) row.getLong("size"), "select size from library_original where id = ?", id);
        return size.map(length -> {
            var file = new ByteArrayOutputStream(length);
            sql.list(
                            row -> row.getBytes("bytes"),
                            "select bytes from library_part where original = ? order by part",
                            id)
                    .forEach(file::writeBytes);
            return file.toByteArray();
        });
    }

    /** Those no version has. */
    void deleteUnused() {
        sql.update("""
            delete from library_original
            where not exists (select 1 from library_version v where v.original = library_original.id)\
            """);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
