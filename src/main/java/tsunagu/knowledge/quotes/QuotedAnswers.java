package tsunagu.knowledge.quotes;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of {@code config/quotes}, one for a document and named by its id: lines that begin with {@code >} are
 * quotes, the lines after them the questions that these answer; {@code #} begins a comment. A missing folder has none;
 * what cannot be understood stops the start with a sentence naming file and, where there is one, line.
 */
@Singleton
public final class QuotedAnswers {
    private static final String ENDING = ".txt";
    /** With which some editors begin a file. */
    private static final String MARK = "\uFEFF";

    private final List<QuotedAnswer> all;

    @Inject
    QuotedAnswers(@Value("${tsunagu.config:config}") String config) {
        this(Path.of(config).resolve("quotes"));
    }

    private QuotedAnswers(Path folder) {
        this(files(folder).stream().flatMap(file -> read(file).stream()).toList());
    }

    private QuotedAnswers(List<QuotedAnswer> all) {
        this.all = all;
    }

    public static QuotedAnswers none() {
        return new QuotedAnswers(List.of());
    }

    /** Those of a folder. */
    public static QuotedAnswers in(Path folder) {
        return new QuotedAnswers(folder);
    }

    public List<QuotedAnswer> list() {
        return all;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " を読めません。", e);
        }
    }

    private static List<QuotedAnswer> read(Path file) {
        String name = file.getFileName().toString();
        var reading = new Reading(file, name.substring(0, name.length() - ENDING.length()));
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++)
                reading.add(lines.get(i).replace(MARK, "").strip(), i + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " を読めません。UTF-8 で保存し直してください。", e);
        }
        return reading.finish();
    }

    /** One file, line by line. */
    private static final class Reading {
        private final Path file;
        private final String document;
        private final List<QuotedAnswer> answers = new ArrayList<>();
        private final List<String> quotes = new ArrayList<>();
        private final List<String> wordings = new ArrayList<>();
        private int begin;

        Reading(Path file, String document) {
            this.file = file;
            this.document = document;
        }

        void add(String line, int number) {
            if (line.isEmpty() || line.startsWith("#")) return;
            if (line.startsWith(">")) {
                if (!wordings.isEmpty()) close();
                if (quotes.isEmpty()) begin = number;
                String quote = line.substring(1).strip();
                if (quote.isEmpty()) throw wrong(number, "「> 」の後に、資料に書かれているとおりの引用を書いてください。");
                quotes.add(quote);
            } else {
                if (quotes.isEmpty()) throw wrong(number, "質問の前に、答えになる引用を「> 」で始まる行に書いてください。");
                wordings.add(line);
            }
        }

        List<QuotedAnswer> finish() {
            if (!quotes.isEmpty()) close();
            return answers;
        }

        private void close() {
            if (wordings.isEmpty()) throw wrong(begin, "引用の後に、その引用が答えになる質問を1行に1つずつ書いてください。");
            answers.add(new QuotedAnswer(document, quotes, wordings, begin));
            quotes.clear();
            wordings.clear();
        }

        private IllegalArgumentException wrong(int line, String what) {
            return new IllegalArgumentException(file + " の" + line + "行目: " + what);
        }
    }
}
