package tsunagu.keeping.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup's file; whatever is wrong with it is told by {@link BadBackup}. */
final class BackupReader implements AutoCloseable {
    /** As long as a value of a database may be. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.manifest = readManifest();
    }

    static BackupReader open(Path file) {
        if (!Files.isRegularFile(file)) throw new BadBackup(file + " というファイルがありません。");
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new BackupReader(file, zip);
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw noBackup(file);
        } catch (IOException e) {
            throw new BadBackup(file + " を開けません。読み取りの権限を確かめてください。");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    private static BadBackup noBackup(Path file) {
        return new BadBackup(file + " は、backup で保存した「つなぐ」のファイルではないか、途中で切れています。");
    }

    private BadBackup damaged(String where) {
        return new BadBackup(file + " は壊れています（" + where + "）。別の保存ファイルを使ってください。");
    }

    private Manifest readManifest() {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) throw noBackup(file);
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode json = JSON.readTree(in);
            if (!json.path("product").asText().equals(Manifest.PRODUCT)) throw noBackup(file);
            if (json.path("format").asInt() != Manifest.FORMAT) {
                throw new BadBackup(file + " は、この「つなぐ」より新しい形式で保存されています。新しい tsunagu.jar で戻してください。");
            }
            return JSON.treeToValue(json, Manifest.class);
        } catch (IOException e) {
            throw noBackup(file);
        }
    }

    /** Whether a database of these migrations and tables can take it. */
    void requireFits(List<String> migrations, List<Shape> shapes) {
        if (!manifest.migrations().equals(migrations)) {
            throw new BadBackup(file + " は、データの形が版 " + newest(manifest.migrations()) + " の「つなぐ」で保存されました。この「つなぐ」は版 "
                    + newest(migrations) + " です。保存したときと同じ tsunagu.jar で戻し、そのあと新しい tsunagu.jar に替えて起動してください。");
        }
        Set<String> theirs = manifest.tables().stream().map(Manifest.Part::name).collect(Collectors.toSet());
        Set<String> ours = shapes.stream().map(Shape::name).collect(Collectors.toSet());
        if (!theirs.equals(ours)) throw damaged("表の数が違います");
        for (Shape shape : shapes) {
            var columns = manifest.findTable(shape.name()).orElseThrow().columns();
            if (!new TreeSet<>(columns).equals(new TreeSet<>(shape.columnNames()))) {
                throw damaged(shape.name() + " の列が違います");
            }
        }
    }

    private static String newest(List<String> migrations) {
        return migrations.isEmpty() ? "0" : migrations.getLast();
    }

    /** Reads all of a table to its end: every value, how many rows, and that no byte is another. */
    void check(Shape shape) {
        Manifest.Part part = manifest.findTable(shape.name()).orElseThrow();
        var digest = BackupWriter.sha256();
        long[] rows = {0};
        read(shape, part, digest, _ -> rows[0]++);
        if (rows[0] != part.rows()) throw damaged(shape.name() + " は " + part.rows() + " 行のはずが " + rows[0] + " 行です");
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw damaged(shape.name() + " の中身が、保存したときと違います");
        }
    }

    /** Each row in the order of the table's columns, as {@link Kind#parse} gives its values. */
    void forEach(Shape shape, Consumer<Object[]> taker) {
        Manifest.Part part = manifest.findTable(shape.name()).orElseThrow();
        read(shape, part, BackupWriter.sha256(), taker);
    }

    private void read(Shape shape, Manifest.Part part, MessageDigest digest, Consumer<Object[]> taker) {
        ZipEntry entry = zip.getEntry(part.entry());
        if (entry == null) throw damaged(part.entry() + " がありません");
        long line = 0;
        try (var lines = new BufferedReader(new InputStreamReader(
                new DigestInputStream(zip.getInputStream(entry), digest), StandardCharsets.UTF_8))) {
            for (String json = lines.readLine(); json != null; json = lines.readLine()) {
                line++;
                taker.accept(row(shape, part, JSON.readTree(json)));
            }
        } catch (JsonProcessingException | NotARow e) {
            throw damaged(shape.name() + " の " + line + " 行目が読めません");
        } catch (IOException e) {
            throw damaged(shape.name() + " が途中で切れています");
        }
    }

    private static Object[] row(Shape shape, Manifest.Part part, JsonNode json) {
        if (!json.isArray() || json.size() != part.columns().size()) throw new NotARow(null);
        var row = new Object[shape.columns().size()];
        for (int i = 0; i < row.length; i++) {
            Shape.Column column = shape.columns().get(i);
            try {
                row[i] = column.kind().parse(json.get(part.columns().indexOf(column.name())));
            } catch (RuntimeException e) {
                throw new NotARow(e);
            }
        }
        return row;
    }

    /** A line that is no row of its table. */
    private static final class NotARow extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotARow(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
