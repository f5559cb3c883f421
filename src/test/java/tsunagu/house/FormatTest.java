package tsunagu.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every source is written as palantir-java-format writes it. To have it written so:
 * {@code mvn -q test -Dtest=FormatTest -Dformat=write}.
 */
class FormatTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    private static final boolean WRITE = "write".equals(System.getProperty("format", System.getenv("FORMAT")));

    @Test
    void everySourceIsFormatted() {
        List<SourceFile> sources = SourceFile.readAll();
        List<String> otherwise = sources.parallelStream()
                .map(SourceFile::path)
                .filter(path -> !isFormatted(path))
                .map(Path::toString)
                .toList();
        assertThat(sources).isNotEmpty();
        assertThat(WRITE ? List.of() : otherwise)
                .as("to be formatted with mvn -q test -Dtest=FormatTest -Dformat=write")
                .isEmpty();
    }

    private static boolean isFormatted(Path path) {
        try {
            String written = Files.readString(path);
            String formatted = FORMATTER.formatSourceAndFixImports(written);
            if (WRITE && !formatted.equals(written)) Files.writeString(path, formatted);
            return formatted.equals(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(path + " cannot be formatted: " + e.getMessage(), e);
        }
    }
}
