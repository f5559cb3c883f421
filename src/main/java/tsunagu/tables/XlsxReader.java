package tsunagu.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import tsunagu.tables.Table.Line;

/** The first sheet of an XLSX. */
final class XlsxReader {
    /** An XLSX that is larger once unpacked is none a town has. */
    private static final long LARGEST_UNPACKED = 48L << 20;
    /** A number format that shows a day or a time; what stands in quotes or brackets is print, not format. */
    private static final Pattern MOMENT = Pattern.compile("(?i).*[ymdhs].*");

    private static final Pattern PRINT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|General");

    private XlsxReader() {}

    static List<Line> read(byte[] file) {
        var lines = new ArrayList<Line>();
        try {
            refuseBombs(file);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                    var rows = workbook.getFirstSheet().openStream()) {
                rows.forEach(row -> lines.add(new Line(row.getRowNum(), cells(row), "")));
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
            cells.add(cell == null || cell.getText() == null ? "" : text(cell));
        }
        return cells;
    }

    /** Excel keeps days and times as numbers that only their format tells from others. */
    private static String text(Cell cell) {
        String format = cell.getDataFormatString();
        boolean moment = cell.getType() == CellType.NUMBER
                && format != null
                && MOMENT.matcher(PRINT.matcher(format).replaceAll("")).matches();
        if (!moment) return cell.getText();
        LocalDateTime at = cell.asDate();
        if (cell.asNumber().doubleValue() < 1) return at.toLocalTime().toString();
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
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
