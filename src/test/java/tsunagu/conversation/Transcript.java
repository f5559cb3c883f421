package tsunagu.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A story that staff could write. {@code #} begins a comment; {@code ---} begins a new conversation in the same file.
 *
 * <pre>
 * 住民: 青嵐中
 * ボット: answered 北東部 / 令和5年2月      outcome, and parts that all must be said
 * 言わない: 準備中 / 042-420-2893           parts that must not be said
 * 出典: nishitokyo-report-2025            documents that must be cited
 * 選択: 保谷町 / 下保谷                     choices that must be offered
 * </pre>
 */
public record Transcript(String name, List<Exchange> exchanges) {

    /** One thing said, and what is expected of the reply. */
    public record Exchange(
            int line,
            boolean fresh,
            String said,
            String outcome,
            List<String> heard,
            List<String> unheard,
            List<String> cited,
            List<String> offered) {}

    /** Every story about a town where staff have entered nothing yet. */
    public static Stream<Transcript> listAll() {
        return listAll(Path.of("src/test/resources/transcripts"));
    }

    /** Every story of a folder. */
    public static Stream<Transcript> listAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Transcript::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            var exchanges = new ArrayList<Exchange>();
            boolean fresh = true;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.equals("---")) fresh = true;
                if (!line.startsWith("住民:")) continue;
                exchanges.add(exchange(lines, i, fresh));
                fresh = false;
            }
            return new Transcript(file.getFileName().toString(), List.copyOf(exchanges));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exchange exchange(List<String> lines, int at, boolean fresh) {
        String outcome = "";
        var heard = new ArrayList<String>();
        var unheard = new ArrayList<String>();
        var cited = new ArrayList<String>();
        var offered = new ArrayList<String>();
        for (int i = at + 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("住民:") || line.equals("---")) break;
            if (line.isEmpty() || line.startsWith("#")) continue;
            String rest = line.substring(line.indexOf(':') + 1).strip();
            switch (line.substring(0, line.indexOf(':'))) {
                case "ボット" -> {
                    String[] words = rest.split("\\s+", 2);
                    outcome = words[0];
                    if (words.length > 1) heard.addAll(parts(words[1]));
                }
                case "言わない" -> unheard.addAll(parts(rest));
                case "出典" -> cited.addAll(parts(rest));
                case "選択" -> offered.addAll(parts(rest));
                default -> throw new IllegalArgumentException("line " + (i + 1) + ": " + line);
            }
        }
        String said = lines.get(at).strip().substring("住民:".length()).strip();
        return new Exchange(at + 1, fresh, said, outcome, heard, unheard, cited, offered);
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split(" / ")).map(String::strip).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
