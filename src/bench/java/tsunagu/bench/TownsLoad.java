package tsunagu.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What more municipalities cost: the time to start, the memory and the time to answer of one copy with so many of them.
 * Those beyond the shipped four are made of them, each with copies of its documents under names of its own.
 *
 * <pre>{@code
 * mvn package -DskipTests
 * java src/bench/java/tsunagu/bench/TownsLoad.java [heap [number …]]
 * }</pre>
 */
public final class TownsLoad {
    private static final List<String> SHIPPED = List.of("nishitokyo", "hachioji", "machida", "nerima");
    private static final Duration LONGEST_START = Duration.ofMinutes(20);
    private static final int WARM_UP = 200;
    private static final int QUESTIONS = 400;
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^  ([a-z0-9-]+):\\n(?:(?:    .*)?\\n)+");
    private static final Pattern FILE = Pattern.compile("(?m)^    file: (.+)$");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TownsLoad() {}

    /** Prints a line for each number of municipalities. */
    public static void main(String[] args) throws Exception {
        String heap = args.length > 0 ? args[0] : "2g";
        List<Integer> numbers =
                args.length > 1 ? Stream.of(args).skip(1).map(Integer::valueOf).toList() : List.of(4, 100, 1700);
        System.out.println("municipalities  start s  resident MB  heap used MB  p50 ms  p99 ms");
        for (int number : numbers) measure(number, heap);
    }

    private static void measure(int number, String heap) throws Exception {
        Path home = Files.createTempDirectory("towns-load");
        make(home, number);
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Xmx" + heap, "-XX:+UseSerialGC", "-jar", "target/tsunagu.jar")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.environment().put("TSUNAGU_DATA", home.resolve("data").toString());
        builder.environment().put("TSUNAGU_CONFIG", home.resolve("config").toString());
        builder.environment().put("TSUNAGU_SEEDS", home.resolve("seeds").toString());
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            awaitAnswer(process, port, home);
            double start = (System.nanoTime() - begin) / 1e9;
            long[] taken = ask(port);
            System.out.printf(
                    Locale.ROOT,
                    "%14d %8.1f %12d %13d %7.1f %7.1f%n",
                    number,
                    start,
                    resident(process),
                    heapUsed(process),
                    taken[taken.length / 2] / 1e6,
                    taken[taken.length * 99 / 100] / 1e6);
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        }
    }

    private static void awaitAnswer(Process process, int port, Path home) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try {
                if (ask(port, "青嵐中はどの地区ですか") == 200) return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("no start, see " + home.resolve("log"));
                }
                Thread.sleep(50);
            }
        }
    }

    /** Nanoseconds, sorted. */
    private static long[] ask(int port) throws IOException, InterruptedException {
        List<String> questions = Files.readAllLines(Path.of("src/bench/resources/questions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        long[] taken = new long[QUESTIONS];
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            long start = System.nanoTime();
            int status = ask(port, questions.get(Math.floorMod(i, questions.size())));
            if (status != 200) throw new IllegalStateException("status " + status);
            if (i >= 0) taken[i] = System.nanoTime() - start;
        }
        Arrays.sort(taken);
        return taken;
    }

    private static int ask(int port, String question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/chat"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"" + question.replace("\"", "") + "\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static long resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** After a collection of everything. */
    private static long heapUsed(Process process) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        run(jcmd, String.valueOf(process.pid()), "GC.run");
        Matcher used =
                Pattern.compile("used (\\d+)K").matcher(run(jcmd, String.valueOf(process.pid()), "GC.heap_info"));
        long kilobytes = 0;
        while (used.find() && kilobytes == 0)
            kilobytes = sumOfGenerations(used.toMatchResult().group(1), used);
        return kilobytes / 1024;
    }

    /** The serial collector tells the new generation, the old one, and the metaspace. */
    private static long sumOfGenerations(String first, Matcher rest) {
        return Long.parseLong(first) + (rest.find() ? Long.parseLong(rest.group(1)) : 0);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }

    private static void make(Path home, int number) throws IOException {
        copy(Path.of("config"), home.resolve("config"));
        copy(Path.of("seeds"), home.resolve("seeds"));
        Path manifest = home.resolve("seeds/manifest.yml");
        String shipped = Files.readString(manifest);
        var all = new StringBuilder(shipped);
        for (int i = SHIPPED.size(); i < number; i++) {
            String of = SHIPPED.get(i % SHIPPED.size());
            String suffix = "-x" + i;
            var renamed = new ArrayList<String>();
            Matcher document = DOCUMENT.matcher(shipped);
            while (document.find()) {
                if (!document.group().contains("\n    municipality: " + of + "\n")) continue;
                renamed.add(document.group(1));
                all.append('\n').append(another(document.group(), document.group(1), of, suffix, home));
            }
            String town = Files.readString(Path.of("config/municipalities", of + ".yml"));
            Files.writeString(
                    home.resolve("config/municipalities/" + of + suffix + ".yml"),
                    another(town, renamed, of, suffix, i));
        }
        Files.writeString(manifest, all);
    }

    private static String another(String entry, String id, String of, String suffix, Path home) throws IOException {
        Matcher file = FILE.matcher(entry);
        if (!file.find()) throw new IllegalStateException("no file: " + entry);
        String copied = file.group(1).replace(of + "/", of + suffix + "/");
        Path target = home.resolve("seeds").resolve(copied);
        Files.createDirectories(target.getParent());
        Files.copy(Path.of("seeds", file.group(1)), target);
        return entry.replace("  " + id + ":", "  " + id + suffix + ":")
                .replace("file: " + file.group(1), "file: " + copied)
                .replace("municipality: " + of + "\n", "municipality: " + of + suffix + "\n");
    }

    private static String another(String town, List<String> documents, String of, String suffix, int number) {
        String changed = town.replaceFirst("(?m)^id: " + of + "$", "id: " + of + suffix)
                .replaceFirst("(?m)^name: ", "name: 第" + number)
                .replaceFirst("(?m)^english: ", "english: No. " + number + " ")
                .replaceFirst("(?m)^spellings: .*$", "spellings: []")
                .replaceFirst("(?m)^code: .*$\\n", "");
        for (String document : documents) {
            changed = changed.replaceAll("document: " + document + "\\b(?!-)", "document: " + document + suffix);
        }
        return changed;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path each : paths.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) Files.createDirectories(target);
                else Files.copy(each, target);
            }
        }
    }
}
