package tsunagu.library.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;

/**
 * Reads a file in a process of its own. What the file makes of it, memory and time are bounded, nothing is written to
 * disk, and this process goes on as before.
 */
public final class ReadingProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingProcess.class);
    /** Beside the time for reading: until Java has started on a busy machine. */
    private static final Duration START = Duration.ofSeconds(20);

    private static final String TOO_HARD = "このファイルは、読むのに時間かメモリーがかかりすぎるので、途中でやめました。元の文書からPDFを作り直すか、章ごとに分けて、もう一度送ってください。";

    /** One at a time, so that several uploads do not take several times the memory. */
    private static final Semaphore TURN = new Semaphore(1, true);

    private ReadingProcess() {}

    /**
     * Reads a file.
     *
     * @param name as it was sent; never used as a path
     * @param megabytes what the process may take of memory for its objects
     * @throws Unreadable with a sentence, where there is no text to be had within the limits
     */
    public static FileReading read(byte[] file, String name, Limits limits, int megabytes) {
        try {
            if (!TURN.tryAcquire(2 * limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unreadable("ほかのファイルを読んでいます。少し待って、もう一度送ってください。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("読むのを途中でやめました。もう一度送ってください。", e);
        }
        try {
            return run(new ReadingWire.Asked(file, name, limits), megabytes);
        } finally {
            TURN.release();
        }
    }

    private static FileReading run(ReadingWire.Asked asked, int megabytes) {
        Process process = start(megabytes);
        var late = new AtomicBoolean();
        Thread watch = Thread.ofVirtual()
                .start(() -> watch(process, asked.limits().time().plus(START), late));
        Thread.ofVirtual().start(() -> send(process, asked));
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            return ReadingWire.readAnswer(in);
        } catch (IOException e) {
            LOG.warn("A file could not be read: {}", late.get() ? "it took too long" : "its process ended");
            throw new Unreadable(TOO_HARD, e);
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static Process start(int megabytes) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            return new ProcessBuilder(List.of(
                            java.toString(),
                            "-Xmx" + megabytes + "m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+ExitOnOutOfMemoryError",
                            // Otherwise a file in the temporary folder tells of each process.
                            "-XX:-UsePerfData",
                            "-Djava.awt.headless=true",
                            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReadingProgram.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("no process can be started for reading files", e);
        }
    }

    private static void send(Process process, ReadingWire.Asked asked) {
        try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            ReadingWire.ask(out, asked);
        } catch (IOException e) {
            // It has ended; whoever waits for its answer hears so.
            LOG.debug("The process that reads ended early");
        }
    }

    private static void watch(Process process, Duration longest, AtomicBoolean late) {
        try {
            if (!process.waitFor(longest)) {
                late.set(true);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // The answer is there.
            process.destroyForcibly();
        }
    }
}
