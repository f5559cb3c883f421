package tsunagu.library.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import tsunagu.library.TestPdf;
import tsunagu.library.print.Copy.LeftOut;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;

/** Files of every kind, in this process and in the one that reads what is not to be trusted. */
class ReadingTest {
    private static final Limits LIMITS = new Limits(500, 600_000, Duration.ofMinutes(1));
    private static final Charset CP932 = Charset.forName("windows-31j");

    private static FileReading read(byte[] file, String name) {
        return FileReading.read(file, name, LIMITS);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void textIsReadInTheCharsetOfItsOffice() {
        String text = "居場所の案内\n\n毎週火曜日に開いています。\n";

        for (byte[] file : List.of(utf8(text), text.getBytes(CP932), text.getBytes(StandardCharsets.UTF_16))) {
            FileReading reading = read(file, "案内.txt");
            assertThat(reading.kind()).isEqualTo(FileKind.TEXT);
            assertThat(reading.copy().text()).isEqualTo(text);
            assertThat(reading.copy().title()).isEqualTo("居場所の案内");
        }
    }

    @Test
    void markdownKeepsHeadingsAndTables() {
        FileReading reading = read(
                utf8("# 手引き\n\n"
                        + "![地図](map.png)\n\n"
                        + "| 部屋 | 料金 |\n"
                        + "|---|---:|\n"
                        + "| 和室 | 300円 |\n\n"
                        + "[案内](https://example.jp)をご覧ください。\n"),
                "a.md");

        assertThat(reading.kind()).isEqualTo(FileKind.MARKDOWN);
        assertThat(reading.copy().title()).isEqualTo("手引き");
        assertThat(reading.copy().text()).contains("# 手引き", "部屋\t料金\n和室\t300円\n", "案内をご覧ください。");
        assertThat(reading.copy().leftOut()).containsExactly(new LeftOut(0, "地図", "画像"));
    }

    @Test
    void aWebPageIsReadBetweenItsMenus() {
        String page = """
            <!DOCTYPE html><html><head><meta charset="Shift_JIS"><title>市の頁</title><script>alert(1)</script></head>
            <body><nav>トップ くらし</nav><main><h1>居場所</h1><p>毎週<b>火曜日</b>に
            開いています。</p><ul><li>手芸<li>囲碁</ul>
            <table><tr><th>部屋<th>料金<tr><td>和室<td>300円</table></main><footer>市役所</footer></body></html>
            """;
        FileReading reading = read(page.getBytes(CP932), "page.txt");

        assertThat(reading.kind()).isEqualTo(FileKind.HTML);
        assertThat(reading.copy().title()).isEqualTo("居場所");
        assertThat(reading.copy().text())
                .contains("# 居場所", "毎週火曜日に開いています。", "- 手芸\n- 囲碁\n", "部屋\t料金\n和室\t300円\n")
                .doesNotContain("alert", "トップ", "市役所");
        assertThat(reading.copy().leftOut()).extracting(LeftOut::words).contains("トップ くらし", "市役所");
    }

    @Test
    void whatAFileIsItsBytesTellAndNotItsName() {
        byte[] pdf = new TestPdf().paragraph(60, 100, 10.5, 40, "読めるはずの文です。").bytes();

        assertThat(read(pdf, "../../etc/passwd.txt").kind()).isEqualTo(FileKind.PDF);
        assertThatThrownBy(() -> read(utf8("ただの文です。"), "資料.pdf")).hasMessageContaining("中身はPDFではありません");
        assertThatThrownBy(() -> read(utf8("PK\u0003\u0004…"), "資料.docx")).hasMessageContaining("PDFとして保存");
        assertThatThrownBy(() -> read(new byte[0], "a.txt")).hasMessageContaining("空です");
        assertThatThrownBy(() -> read(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "a.txt"))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> read(utf8("　\n\n"), "a.txt")).hasMessageContaining("文字が1つもない");
        assertThatThrownBy(() -> read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "a.png"))
                .hasMessageContaining("画像");
    }

    @Test
    void theProcessThatReadsSaysTheSameAndLeavesNothingBehind() throws IOException {
        byte[] pdf = new TestPdf()
                .page()
                .paragraph(60, 100, 10.5, 40, "読めるはずの文です。")
                .page()
                .paragraph(60, 100, 10.5, 40, "二枚目の文です。")
                .text(280, 815, 9, "- 2 -")
                .bytes();
        List<String> before = temporaryFiles();

        assertThat(ReadingProcess.read(pdf, "a.pdf", LIMITS, 256)).isEqualTo(read(pdf, "a.pdf"));
        assertThatThrownBy(() -> ReadingProcess.read(utf8("%PDF-1.7 だけ"), "a.pdf", LIMITS, 256))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("壊れている");
        assertThat(temporaryFiles()).isSubsetOf(before);
    }

    /** Two megabytes that become two thousand: the process that reads ends, and this one goes on. */
    @Test
    void aFileThatBecomesTooMuchIsGivenUp() throws IOException {
        byte[] bomb = bomb(2_000);
        assertThat(bomb.length).isLessThan(4 << 20);
        List<String> before = temporaryFiles();

        var limits = new Limits(500, 600_000, Duration.ofSeconds(5));
        assertThatThrownBy(() -> ReadingProcess.read(bomb, "bomb.pdf", limits, 128))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("途中でやめました");
        assertThat(temporaryFiles()).isSubsetOf(before);
    }

    /**
     * A page of one list of numbers without an end, deflated to a thousandth. Blanks would do where they take longer
     * than the limit, which a quick machine reads in time.
     */
    private static byte[] bomb(int megabytes) throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            byte[] numbers = "1 ".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
            out.write('[');
            for (int i = 0; i < megabytes; i++) out.write(numbers);
        }
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(utf8("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Filter/FlateDecode/Length " + deflated.size() + ">>stream\n"));
        pdf.writeBytes(deflated.toByteArray());
        pdf.writeBytes(utf8("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString)
                    .filter(name -> name.matches(".*(?:PDFBox|pdfbox|hsperfdata|\\.pdf).*"))
                    .toList();
        }
    }
}
