package tsunagu.keeping.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the command {@code backup} reaches the copy that has the H2 file open: by files in the data folder, which whoever
 * operates the copy can write, and nobody on the network. {@code <id>.wanted} asks; the copy holds a lock on
 * {@code <id>.working} as long as it works, so that its end is noticed however it came; {@code <id>.zip} or, with a
 * sentence, {@code <id>.failed} is the answer.
 */
public final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final String FOLDER = "backup";
    private static final String WANTED = ".wanted";
    private static final String WORKING = ".working";
    private static final String DONE = ".zip";
    private static final String FAILED = ".failed";
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_AGAIN_MILLIS = 100;

    private final Path folder;
    private final Clock clock;

    /** @param data the copy's data folder */
    public Requests(Path data, Clock clock) {
        this.folder = data.resolve(FOLDER);
        this.clock = clock;
    }

    /** Asks, waits, and puts the backup where it is wanted. */
    public void ask(Path target) {
        String id = UUID.randomUUID().toString();
        try {
            Files.createDirectories(folder);
            for (String end : List.of(WANTED, DONE, FAILED))
                at(id, end).toFile().deleteOnExit();
            Files.createFile(at(id, WANTED));
            await(id);
            bring(at(id, DONE), target);
        } catch (IOException e) {
            throw new BadBackup("動いている「つなぐ」に保存を頼めません（" + e.getMessage() + "）。サーバーと同じ利用者で、同じ TSUNAGU_DATA を付けて行ってください。");
        } finally {
            List.of(WANTED, DONE, FAILED).forEach(end -> remove(at(id, end)));
        }
    }

    private void await(String id) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            boolean taken = Files.notExists(at(id, WANTED));
            // Looked at before the answer, which comes before the work ends.
            boolean atWork = taken && isLocked(at(id, WORKING));
            if (Files.exists(at(id, DONE))) return;
            if (Files.exists(at(id, FAILED))) throw new BadBackup(Files.readString(at(id, FAILED)));
            if (taken && !atWork) throw new BadBackup("動いている「つなぐ」が、保存の途中で止まりました。何も保存していません。");
            if (!taken && System.nanoTime() - begun > PATIENCE.toNanos() && Files.deleteIfExists(at(id, WANTED))) {
                throw new BadBackup("データベースは使われていますが、動いている「つなぐ」が保存の頼みを受け取りません。"
                        + "サーバーと同じ利用者で、同じ TSUNAGU_DATA を付けているか、ほかの命令が動いていないかを確かめてください。");
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLocked(Path file) throws IOException {
        if (Files.notExists(file)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        }
    }

    private static void bring(Path from, Path target) throws IOException {
        try {
            Files.move(from, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Path part = BackupWriter.newPart(target);
            part.toFile().deleteOnExit();
            try {
                // Into what is there, for its rights.
                try (OutputStream out = Files.newOutputStream(part)) {
                    Files.copy(from, out);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /**
     * Answers what was asked, one after the other.
     *
     * @param writer writes a backup to where it is told to
     */
    public void serve(Consumer<Path> writer) {
        for (Path file : list()) {
            String name = file.getFileName().toString();
            if (name.matches("[0-9a-f-]{36}" + WANTED))
                serve(name.substring(0, name.length() - WANTED.length()), writer);
            else if (isAbandoned(file)) remove(file);
        }
    }

    private void serve(String id, Consumer<Path> writer) {
        try (FileChannel working =
                        FileChannel.open(at(id, WORKING), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = working.lock()) {
            if (lock.isValid() && Files.deleteIfExists(at(id, WANTED))) write(id, writer);
        } catch (IOException e) {
            LOG.warn("A backup that was asked for could not be begun", e);
        } finally {
            remove(at(id, WORKING));
        }
    }

    private void write(String id, Consumer<Path> writer) throws IOException {
        try {
            writer.accept(at(id, DONE));
        } catch (RuntimeException e) {
            LOG.warn("A backup that was asked for could not be written", e);
            Path part = Files.createTempFile(folder, id, ".part");
            Files.writeString(part, e instanceof BadBackup ? e.getMessage() : "データベースを読めませんでした。サーバーの記録（ログ）を確かめてください。");
            Files.move(part, at(id, FAILED), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean isAbandoned(Path file) {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            return changed.isBefore(clock.instant().minus(ABANDONED));
        } catch (IOException gone) {
            return false;
        }
    }

    /** The folder is made by the copy, so that it is the copy's to write to, whoever asks first. */
    private List<Path> list() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path at(String id, String end) {
        return folder.resolve(id + end);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file.getFileName());
        }
    }
}
