package tsunagu.keeping.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsunagu.keeping.backup.SnapshotRepository.Snapshot;

/** A snapshot into a file, which is there when it is whole and not before. */
final class BackupWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWNER_ONLY = "rw-------";

    private BackupWriter() {}

    static Manifest write(Snapshot snapshot, Instant madeAt, Path file) throws IOException {
        Path part = newPart(file);
        part.toFile().deleteOnExit();
        try {
            Manifest manifest;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
                manifest = write(snapshot, madeAt, zip);
                zip.finish();
                zip.flush();
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** An empty file beside this one that only its owner can read. */
    static Path newPart(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
        return Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".part", rights);
    }

    private static Manifest write(Snapshot snapshot, Instant madeAt, ZipOutputStream zip) throws IOException {
        var parts = new ArrayList<Manifest.Part>();
        for (Shape shape : snapshot.listTables()) {
            var part = new Manifest.Part(
                    shape.name(),
                    shape.columnNames(),
                    0,
                    "",
                    snapshot.next(shape).orElse(null));
            zip.putNextEntry(new ZipEntry(part.entry()));
            parts.add(write(snapshot, shape, part, zip));
            zip.closeEntry();
        }
        var manifest =
                new Manifest(Manifest.FORMAT, Manifest.PRODUCT, madeAt.toString(), snapshot.listMigrations(), parts);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static Manifest.Part write(Snapshot snapshot, Shape shape, Manifest.Part part, ZipOutputStream zip)
            throws IOException {
        MessageDigest digest = sha256();
        long[] rows = {0};
        // A writer and not bytes: half a letter, which some phone may have sent, becomes a question mark and no
        // failure.
        Writer lines =
                new OutputStreamWriter(new DigestOutputStream(new Unclosed(zip), digest), StandardCharsets.UTF_8);
        snapshot.forEachRow(shape, row -> {
            try {
                lines.write(JSON.writeValueAsString(row));
                lines.write('\n');
                rows[0]++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        lines.flush();
        return new Manifest.Part(
                part.name(), part.columns(), rows[0], HexFormat.of().formatHex(digest.digest()), part.next());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of a table is not the end of the file. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
