package tsunagu.library.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tsunagu.documents.*;
import tsunagu.library.TestPdf;
import tsunagu.library.print.*;

class Spike {
    public static void main(String[] a) throws Exception {
        byte[] file;
        if (a.length > 0) file = Files.readAllBytes(Path.of(a[0]));
        else {
            file = new TestPdf()
                    .page()
                    .text(60, 70, 20, "子ども食堂の手引き")
                    .text(400, 40, 9, "令和8年度 手引き")
                    .text(60, 110, 14, "１　開催日")
                    .paragraph(60, 140, 10.5, 21, "ひばり子ども食堂は毎月第二土曜日に開きます。場所は谷戸公民館の調理室です。参加費は子どもが無料で、大人は三百円です。")
                    .paragraph(320, 140, 10.5, 21, "申し込みは前の週の水曜日までに電話でお願いします。電話番号は042-421-0001です。駐車場はありません。")
                    .text(60, 260, 14, "２　費用の一覧")
                    .table(60, 280, new double[] {120, 120, 120}, 20, List.of(
                            List.of("行事", "子ども", "大人"), List.of("食堂", "無料", "300円"), List.of("遠足", "500円", "1,200円")))
                    .text(280, 810, 9, "- 1 -")
                    .page()
                    .text(400, 40, 9, "令和8年度 手引き")
                    .text(60, 110, 14, "３　運営")
                    .paragraph(60, 140, 10.5, 45, "運営は地域の有志が行い、費用は市の補助金と寄付でまかなっています。手伝いを希望する人は、開催日の朝九時に調理室へ来てください。エプロンと三角巾を持参してください。")
                    .text(280, 810, 9, "- 2 -")
                    .bytes();
            Files.write(Path.of("/tmp/library/spike.pdf"), file);
        }
        long t = System.nanoTime();
        Copy copy = PdfReader.read(file, new Limits(500, 600000, Duration.ofSeconds(60)));
        System.out.println((System.nanoTime() - t) / 1e6 + " ms; title " + copy.title() + " pages " + copy.pages());
        System.out.println(copy.text());
        copy.leftOut().forEach(System.out::println);
        var doc = new SourceDocument(new DocumentId("x"), copy.title(), "p", "nishitokyo", java.util.Optional.empty(), "-", java.time.LocalDate.EPOCH, SourceDocument.Status.FINAL);
        var reading = DocumentLibrary.read(new DocumentLibrary.Print(doc, copy.text(), copy.pages()));
        reading.passages().forEach(p -> System.out.println(p.page() + " " + p.headings() + " " + p.body()));
        reading.dropped().forEach(System.out::println);
    }
}
