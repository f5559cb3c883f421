package tsunagu.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A migration of the database as its rules see it.
 *
 * @param contracts what its first lines give up
 * @param statements without comments, in lower case, blanks as one space
 */
record Migration(String file, int version, List<Contract> contracts, List<String> statements) {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern CONTRACT =
            Pattern.compile("-- contract: (?<what>\\w+(\\.\\w+)?), unused since release (?<release>\\S+)");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STATEMENT_END = Pattern.compile(";(?=(?:[^']*'[^']*')*[^']*$)");

    /**
     * A promise that nothing uses it any more: {@code -- contract: event.banner, unused since release 0.2}.
     *
     * @param what a table, or {@code table.column}
     * @param release the first that did without it
     */
    record Contract(String what, String release) {}

    /** All there are, by their number. */
    static List<Migration> readAll() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(Migration::read)
                    .sorted(Comparator.comparingInt(Migration::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration read(Path path) {
        try {
            return of(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Migration of(String file, String sql) {
        var name = NAME.matcher(file);
        if (!name.matches()) throw new IllegalArgumentException(file + " is to be named like V80__sent_notices.sql");
        return new Migration(file, Integer.parseInt(name.group(1)), contracts(sql), statements(sql));
    }

    private static List<Contract> contracts(String sql) {
        var contracts = new ArrayList<Contract>();
        for (String line : sql.lines().toList()) {
            var contract = CONTRACT.matcher(line.strip());
            if (!contract.matches()) break;
            contracts.add(new Contract(contract.group("what"), contract.group("release")));
        }
        return contracts;
    }

    private static List<String> statements(String sql) {
        return Stream.of(STATEMENT_END.split(COMMENT.matcher(sql).replaceAll(" ")))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
