package tsunagu.atlas.file;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tsunagu.tables.UnreadableFile;

/** A file that may be the whole country's, so it is read as it comes; one in a ZIP as it is published is unpacked. */
record Incoming(Imports.Opening file, long largest) {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int LONGEST_LINE = 100_000;

    /** A line that could be told apart into cells. */
    @FunctionalInterface
    interface Rows {
        void take(long line, List<String> cells);
    }

    /** Reads bytes. */
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream bytes) throws IOException;
    }

    <T> T read(Reading<T> reading) {
        try (var bytes = new BufferedInputStream(file.open())) {
            bytes.mark(4);
            boolean zipped = bytes.read() == 'P' && bytes.read() == 'K';
            bytes.reset();
            if (!zipped) return reading.read(new Bounded(bytes, largest));
            try (var zip = new ZipInputStream(bytes)) {
                ZipEntry entry = zip.getNextEntry();
                while (entry != null && entry.isDirectory()) entry = zip.getNextEntry();
                if (entry == null) throw new UnreadableFile("ZIP の中にファイルがありません。");
                return reading.read(new Bounded(zip, largest));
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("文字コードが分かりません。UTF-8 か Shift_JIS で保存し直してください。", e);
        } catch (IOException e) {
            throw new UnreadableFile("ファイルを終わりまで読めませんでした。途中で切れていないか確かめてください。", e);
        }
    }

    /** Each line by itself: in these files no cell holds a line's end, so a broken line costs that line only. */
    void eachRow(Faults faults, Rows rows) {
        Charset charset = read(Incoming::isUtf8) ? StandardCharsets.UTF_8 : CP932;
        read(bytes -> {
            var reader = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()), 1 << 16);
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) row(number, text, faults, rows);
            }
            return number;
        });
    }

    private static void row(long number, String text, Faults faults, Rows rows) {
        boolean balanced = text.chars().filter(c -> c == '"').count() % 2 == 0;
        if (!balanced || text.length() > LONGEST_LINE) {
            faults.add(number, balanced ? "行が長すぎます。" : "引用符（\"）が閉じていません。");
            return;
        }
        rows.take(number, CsvReader.builder().ofSingleCsvRecord(text).getFields());
    }

    private static boolean isUtf8(InputStream bytes) throws IOException {
        var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        var buffer = new char[1 << 16];
        try {
            while (reader.read(buffer) >= 0) continue;
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** No more than so many bytes, whatever a ZIP unpacks to. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long left;

        Bounded(InputStream bytes, long most) {
            super(bytes);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new UnreadableFile(
                        "ファイルが大きすぎます（" + most / 1_000_000 + "MBまで）。設定 atlas.largest-file を変えるか、小さく分けてください。");
            }
        }
    }
}
