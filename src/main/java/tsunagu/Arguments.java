package tsunagu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The arguments of the process in the letters they were typed in. */
final class Arguments {
    private static final String LOST = "\uFFFD";

    private Arguments() {}

    /**
     * Where no language is set, as in most containers, Java cannot read Japanese arguments; Linux still has their
     * bytes. Elsewhere the arguments stay as they are.
     */
    static String[] asTyped(String[] args) {
        if (Arrays.stream(args).noneMatch(arg -> arg.contains(LOST))) return args;
        try {
            String all = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
            String[] words = all.split("\0", -1);
            int end = words.length - 1;
            return end < args.length ? args : Arrays.copyOfRange(words, end - args.length, end);
        } catch (IOException e) {
            return args;
        }
    }
}
