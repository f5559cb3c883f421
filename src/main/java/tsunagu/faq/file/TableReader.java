package tsunagu.faq.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A file as rows of texts: XLSX, or CSV in UTF-8, with or without a byte order mark, or CP932 as Excel writes it. */
final class TableReader {
    private static final Charset CP932 = Charset.forName("windows-31j");
    /** An XLSX that is larger once unpacked is none a town has. */
    private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;

    private TableReader() {}

    /** @param line of the file, from 1; in XLSX the number of the row */
    record Line(long line, List<String> cells) {}

    /** @throws UnreadableFile with a sentence saying why */
    static List<Line> read(byte[] file) {
        boolean zipped = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        return zipped ? xlsx(file) : csv(text(file));
    }

    private static String text(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CP932)) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // Then it may be the other.
            }
        }
        throw new UnreadableFile("文字コードが分かりません。UTF-8 か Shift_JIS の CSV、または XLSX で保存し直してください。");
    }

    private static List<Line> csv(String text) {
        var lines = new ArrayList<Line>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord each : csv) {
                lines.add(new Line(
                        each.getStartingLineNumber(),
                        each.getFields().stream().map(Formulas::original).toList()));
            }
        } catch (CsvParseException e) {
            throw new UnreadableFile("CSV として読めません。引用符（\"）が閉じているか確かめてください。", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static List<Line> xlsx(byte[] file) {
        var lines = new ArrayList<Line>();
        try {
            refuseBombs(file);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                    var rows = workbook.getFirstSheet().openStream()) {
                rows.forEach(row -> lines.add(new Line(row.getRowNum(), cells(row))));
            }
        } catch (IOException | ExcelReaderException e) {
            throw new UnreadableFile("XLSX として読めません。Excel で保存し直してください。", e);
        }
        return lines;
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
        }
        return cells;
    }

    private static void refuseBombs(byte[] file) throws IOException {
        long size = 0;
        byte[] buffer = new byte[8192];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream unpacked = zip.getInputStream(entry)) {
                    for (int read = unpacked.read(buffer); read > 0; read = unpacked.read(buffer)) {
                        size += read;
                        if (size > LARGEST_UNPACKED) throw new UnreadableFile("大きすぎるファイルです。いくつかに分けてください。");
                    }
                }
            }
        }
    }
}
