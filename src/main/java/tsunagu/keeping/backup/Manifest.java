package tsunagu.keeping.backup;

import java.util.List;
import java.util.Optional;

/**
 * What a backup says of itself, in {@code manifest.json}.
 *
 * @param format of the file; this is {@value #FORMAT}
 * @param madeAt ISO 8601
 * @param migrations of the database, smallest first: the shape of the tables
 */
record Manifest(int format, String product, String madeAt, List<String> migrations, List<Part> tables) {
    static final int FORMAT = 1;
    static final String PRODUCT = "tsunagu";
    static final String ENTRY = "manifest.json";

    /**
     * A table.
     *
     * @param sha256 of its file, in hexadecimal
     * @param next number of the next row, null where rows have none
     */
    record Part(String name, List<String> columns, long rows, String sha256, Long next) {
        String entry() {
            return "tables/" + name + ".jsonl";
        }
    }

    Optional<Part> findTable(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }
}
