package tsunagu.library.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tsunagu.library.TestPdf;
import tsunagu.library.print.Copy;
import tsunagu.library.print.Copy.LeftOut;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;

/** What a page looks like, and what is read from it. */
class PdfReaderTest {
    private static final Limits LIMITS = new Limits(500, 600_000, Duration.ofMinutes(5));

    private static Copy read(TestPdf pdf) {
        return PdfReader.read(pdf.bytes(), LIMITS);
    }

    @Test
    void columnsAreReadOneAfterTheOtherAndTheirLinesJoined() {
        Copy copy = read(new TestPdf()
                .text(60, 60, 20, "市民活動だより")
                .paragraph(60, 120, 10.5, 21, "左の段は、先に読まれる文です。段の幅で折り返された行は、一つの文につながって読まれます。")
                .paragraph(320, 120, 10.5, 21, "右の段は、左の段をすべて読み終えたあとで、上から順に読まれる文になります。最後の行も同じ段です。"));

        assertThat(copy.title()).isEqualTo("市民活動だより");
        assertThat(copy.text())
                .contains("左の段は、先に読まれる文です。段の幅で折り返された行は、一つの文につながって読まれます。\n")
                .contains("右の段は、左の段をすべて読み終えたあとで、上から順に読まれる文になります。最後の行も同じ段です。\n");
        assertThat(copy.text().indexOf("左の段は、先に")).isLessThan(copy.text().indexOf("右の段は、左の"));
    }

    @Test
    void aRuledTableKeepsItsRows() {
        Copy copy = read(new TestPdf()
                .text(60, 60, 14, "部屋の使用料")
                .table(
                        60,
                        90,
                        new double[] {120, 90, 90},
                        20,
                        List.of(
                                List.of("部屋", "午前", "午後"),
                                List.of("第一会議室", "300円", "400円"),
                                List.of("調理室", "500円", "600円")))
                .paragraph(60, 200, 10.5, 44, "使用料は前日までに窓口で払ってください。取り消しは三日前まで受け付けます。"));

        assertThat(copy.text()).contains("部屋\t午前\t午後\n第一会議室\t300円\t400円\n調理室\t500円\t600円\n");
    }

    @Test
    void aTableWithoutRulesIsToldByItsPlaces() {
        Copy copy = read(new TestPdf()
                .paragraph(60, 60, 10.5, 44, "行事の日程は次のとおりです。雨の日は中止することがあります。")
                .text(60, 110, 10.5, "餅つき")
                .text(180, 110, 10.5, "1月10日")
                .text(300, 110, 10.5, "公民館")
                .text(60, 128, 10.5, "花見")
                .text(180, 128, 10.5, "4月4日")
                .text(300, 128, 10.5, "公園")
                .text(60, 146, 10.5, "夏まつり")
                .text(180, 146, 10.5, "8月1日")
                .text(300, 146, 10.5, "小学校"));

        assertThat(copy.text()).contains("餅つき\t1月10日\t公民館\n花見\t4月4日\t公園\n夏まつり\t8月1日\t小学校\n");
    }

    @Test
    void whatTurnsPagesIsLeftOutAndToldWhy() {
        var pdf = new TestPdf();
        for (int page = 1; page <= 3; page++) {
            pdf.page()
                    .text(400, 30, 9, "令和8年度 手引き")
                    .paragraph(60, 120, 10.5, 44, "これは" + page + "枚目の文で、ほかのページとは違うことを言っています。")
                    .text(280, 815, 9, "- " + page + " -");
        }
        Copy copy = read(pdf);

        assertThat(copy.text()).contains("これは2枚目の文で").doesNotContain("手引き", "- 2 -");
        assertThat(copy.leftOut())
                .extracting(LeftOut::page, LeftOut::reason)
                .contains(tuple(2, "ページ番号"), tuple(2, "ページの上下に、くり返し印刷された言葉"));
        assertThat(copy.pages()).hasSize(3);
        String[] lines = copy.text().split("\n");
        assertThat(lines[copy.pages().get(2) - 1]).contains("これは3枚目");
    }

    @Test
    void aSentenceThatGoesOnOnTheNextPageIsOne() {
        Copy copy = read(new TestPdf()
                .page()
                .text(60, 780, 10.5, "この文はページの終わりまで書かれていて、次のページに続いていくので、二つ")
                .page()
                .text(60, 100, 10.5, "に切れてはいけません。"));

        assertThat(copy.text()).contains("次のページに続いていくので、二つに切れてはいけません。");
    }

    @Test
    void lettersBelowOneAnotherAreReadDownwards() {
        var pdf = new TestPdf().paragraph(60, 100, 10.5, 40, "横に書いた文が、このページの大部分を占めています。");
        String words = "縦に書いた見出し";
        for (int i = 0; i < words.length(); i++) pdf.text(560, 200 + i * 14, 12, words.substring(i, i + 1));

        assertThat(read(pdf).text()).contains("縦に書いた見出し");
    }

    @Test
    void numberedHeadingsAreHeadings() {
        Copy copy = read(new TestPdf()
                .text(60, 60, 18, "設置要綱の説明")
                .text(60, 100, 14, "第1章 総則")
                .text(60, 130, 10.5, "１　目的")
                .paragraph(60, 150, 10.5, 44, "この要綱は、地域の活動を支えるために必要なことを定めるものです。"));

        assertThat(copy.text()).contains("## 第1章 総則\n", "# １ 目的\n");
    }

    @Test
    void whatCannotBeReadIsToldWithWhatToDo() {
        var page = new TestPdf().paragraph(60, 100, 10.5, 40, "読めるはずの文です。");
        assertThatThrownBy(() -> PdfReader.read(page.encrypted("ひみつ1"), LIMITS))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("パスワードを外して");
        assertThatThrownBy(() -> PdfReader.read(page.encrypted(""), LIMITS))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("制限のないPDF");
        assertThatThrownBy(() -> read(new TestPdf().raw("0 0 m 100 100 l S")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("文字認識（OCR）");
        var many = new TestPdf();
        for (int i = 0; i < 6; i++) many.page().text(60, 60, 10, "一枚の紙に書いた文です。");
        assertThatThrownBy(() -> PdfReader.read(many.bytes(), new Limits(5, 1000, Duration.ofMinutes(1))))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("6ページあります。読めるのは5ページまで");
        assertThatThrownBy(() -> PdfReader.read(many.bytes(), new Limits(10, 20, Duration.ofMinutes(1))))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("文字が多すぎます");
    }

    @Test
    void fiveHundredPagesAreRead() {
        var pdf = new TestPdf();
        for (int page = 1; page <= 500; page++) pdf.page().text(60, 100, 10.5, "これは" + page + "枚目の紙に書いた文です。");

        Copy copy = read(pdf);

        assertThat(copy.pages()).hasSize(500);
        assertThat(copy.text()).contains("これは500枚目の紙に書いた文です。");
    }

    /** Truncated, overwritten and random files: a text or a sentence, never anything else. */
    @Test
    void brokenFilesGetASentence() {
        byte[] good = new TestPdf()
                .paragraph(60, 100, 10.5, 40, "読めるはずの文です。表もあります。")
                .table(60, 200, new double[] {90, 90}, 20, List.of(List.of("左", "右"), List.of("上", "下")))
                .bytes();
        var random = new Random(20_261_122);
        for (int i = 0; i < 150; i++) {
            byte[] broken = broken(good, i, random);
            try {
                assertThat(PdfReader.read(broken, LIMITS).text()).isNotBlank();
            } catch (Unreadable e) {
                assertThat(e.getMessage()).endsWith("。").matches("(?s).*[ぁ-ん].*");
            }
        }
    }

    private static byte[] broken(byte[] good, int i, Random random) {
        if (i % 3 == 0) return Arrays.copyOf(good, random.nextInt(good.length));
        byte[] broken = good.clone();
        if (i % 3 == 1) {
            for (int j = 0; j < 20; j++) broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        } else {
            random.nextBytes(broken);
            System.arraycopy(good, 0, broken, 0, 9);
        }
        return broken;
    }
}
