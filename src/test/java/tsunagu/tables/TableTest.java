package tsunagu.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Charset CP932 = Charset.forName("windows-31j");

    private static Table utf8(String text) {
        return Table.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(Table table, String name) {
        return table.rows().stream().map(row -> row.text(name)).toList();
    }

    @Test
    void everyEncodingOfJapaneseOfficesIsRead() {
        String csv = "名称,所在地\r\n①髙﨑会館,泉町3\r\n\r\n";
        String marked = "\uFEFF" + csv;
        for (byte[] file : List.of(
                csv.getBytes(StandardCharsets.UTF_8),
                marked.getBytes(StandardCharsets.UTF_8),
                csv.getBytes(CP932),
                marked.getBytes(StandardCharsets.UTF_16LE),
                csv.getBytes(StandardCharsets.UTF_16LE),
                marked.getBytes(StandardCharsets.UTF_16BE),
                csv.getBytes(StandardCharsets.UTF_16BE),
                marked.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE))) {
            Table table = Table.read(file);
            assertThat(table.head()).containsExactly("名称", "所在地");
            assertThat(texts(table, "名称")).containsExactly("①髙﨑会館");
            assertThat(texts(table, "所在地")).containsExactly("泉町3");
        }
    }

    @Test
    void columnsAreFoundByAnyOfTheirNamesHoweverTheyAreTyped() {
        Table table = utf8("\nＩＤ, 料金（基本） ,住所\n1,無料,\n2,,泉町\n3\n");
        assertThat(table.has("id")).isTrue();
        assertThat(table.has("所在地", "料金(基本)")).isTrue();
        assertThat(table.has("所在地")).isFalse();
        assertThat(texts(table, "料金(基本)")).containsExactly("無料", "", "");
        assertThat(table.rows().get(1).text("所在地_連結表記", "料金(基本)", "住所")).isEqualTo("泉町");
        assertThat(table.rows()).extracting(Table.Row::line).containsExactly(3L, 4L, 5L);
    }

    @Test
    void aLineWithWrongQuotesIsToldOfAndCostsNoOther() {
        Table table = utf8("名称,説明\r\n一,\"二行に\r\nわたる \"\"説明\"\"\"\r\n二,\"閉じ\"ない\"\r\n三,良い\r\n四,\"終わらない\r\n五,良い\r\n");
        assertThat(table.rows()).extracting(Table.Row::line).containsExactly(2L, 4L, 5L, 6L, 7L);
        assertThat(texts(table, "説明")).containsExactly("二行に\r\nわたる \"説明\"", "", "良い", "", "良い");
        assertThat(table.rows())
                .extracting(Table.Row::fault)
                .satisfiesExactly(
                        one -> assertThat(one).isEmpty(),
                        two -> assertThat(two).contains("閉じた引用符"),
                        three -> assertThat(three).isEmpty(),
                        four -> assertThat(four).contains("閉じていません"),
                        five -> assertThat(five).isEmpty());
    }

    @Test
    void whatIsNoTableIsRefusedWithASentence() {
        for (byte[] file : Stream.of("", "\n\n", "\"名称,説明\n", "PK\u0003\u0004\u0000", "\"\n".repeat(3000))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList()) {
            assertThatThrownBy(() -> Table.read(file))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageMatching("(?s).*[ぁ-ん]。$");
        }
        byte[] noText = {(byte) 0x81, (byte) 0xff, (byte) 0xfd, 1, 0x7f};
        assertThatThrownBy(() -> Table.read(noText)).hasMessageContaining("文字コード");
    }

    @Test
    void daysAndTimesOfExcelAreRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("行事");
            List<String> head = List.of("開始日", "開始時間", "定員");
            for (int column = 0; column < head.size(); column++) sheet.value(0, column, head.get(column));
            sheet.value(1, 0, LocalDate.of(2026, 12, 31));
            sheet.style(1, 0).format("yyyy/m/d").set();
            sheet.value(1, 1, 0.5625);
            sheet.style(1, 1).format("h:mm").set();
            sheet.value(1, 2, 30);
        }
        Table.Row row = Table.read(bytes.toByteArray()).rows().getFirst();
        assertThat(List.of(row.text("開始日"), row.text("開始時間"), row.text("定員")))
                .containsExactly("2026-12-31", "13:30", "30");
    }

    @Test
    void aFileThatWouldTakeTheHeapIsRefusedWithASentence() {
        byte[] large = "番号,名前\n1,あ\n".repeat(1 + Table.LARGEST / 20).getBytes(StandardCharsets.UTF_8);
        assertThat(large).hasSizeGreaterThan(Table.LARGEST);
        assertThatThrownBy(() -> Table.read(large))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("8MB");
    }

    @Property(tries = 300)
    void everyTextComesBackAsItWasAndIsNoFormula(@ForAll String text) {
        assertThat(Formulas.original(Formulas.neutral(text))).isEqualTo(text);
        assertThat(Formulas.neutral(text)).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
    }

    @Property(tries = 200)
    void rowsWrittenAreTheRowsRead(@ForAll @Size(min = 1, max = 4) List<@Size(min = 2, max = 2) List<String>> cells) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(List.of("番号", "一", "二")),
                        cells.stream()
                                .map(pair -> List.of("1", wellFormed(pair.getFirst()), wellFormed(pair.getLast()))))
                .toList();
        assertThat(Table.listLines(TableWriter.csv(rows)))
                .extracting(Table.Line::cells)
                .containsExactlyElementsOf(rows);
    }

    /** Half a character cannot be written in UTF-8, and zeros are in no text. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\u0000", "");
    }
}
