package tsunagu.library.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import tsunagu.library.print.Copy;
import tsunagu.library.print.CopyWriter;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;
import tsunagu.library.scan.PageScan;
import tsunagu.library.scan.PageScan.Scanned;
import tsunagu.library.scan.PageScan.TooMuch;

/**
 * The text of a PDF. A file can be made so that reading it takes more memory than any machine has: what is not to be
 * trusted is read in a process of its own, see {@code library.reading}.
 */
public final class PdfReader {
    /** Fewer letters a page are a stamp on a picture. */
    private static final int LEAST_LETTERS = 5;

    private final Limits limits;
    private final long end;
    private final CopyWriter writer;

    private PdfReader(Limits limits) {
        this.limits = limits;
        end = System.nanoTime() + limits.time().toNanos();
        writer = new CopyWriter(limits);
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable with a sentence, where it holds no text that can be read
     */
    public static Copy read(byte[] file, Limits limits) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PdfReader(limits).read(document);
        } catch (InvalidPasswordException e) {
            throw new Unreadable("パスワードのかかったPDFです。パスワードを外して保存し直してから、もう一度送ってください。", e);
        } catch (TooMuch e) {
            throw new Unreadable("文字が多すぎます。章ごとのファイルに分けて、1つずつ送ってください。", e);
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unreadable("PDFが壊れているか、途中で切れています。元の文書からPDFを作り直して、もう一度送ってください。", e);
        }
    }

    private Copy read(PDDocument document) {
        if (!document.getCurrentAccessPermission().canExtractContent()) {
            throw new Unreadable("文字の取り出しを禁じる設定のPDFです。作った人に、制限のないPDFをもらってください。");
        }
        int pages = document.getNumberOfPages();
        if (pages == 0) throw new Unreadable("ページが1つもないPDFです。元の文書からPDFを作り直して、もう一度送ってください。");
        if (pages > limits.pages()) {
            throw new Unreadable(pages + "ページあります。読めるのは" + limits.pages() + "ページまでです。章ごとのファイルに分けて、1つずつ送ってください。");
        }
        var furniture = new Furniture();
        List<Sheet> sheets = new ArrayList<>();
        int letters = 0;
        for (int page = 1; page <= pages; page++) {
            Sheet sheet = scan(document, page, limits.characters() * 2 - letters);
            letters += sheet.letters();
            furniture.add(page, sheet.level(), sheet.height());
            sheets.add(sheet);
        }
        if (letters < LEAST_LETTERS * Math.max(1, pages / 4)) {
            throw new Unreadable("文字の入っていないPDFです（紙を読み取った画像のようです）。元の文書から文字の入ったPDFを作るか、" + "文字認識（OCR）をしたPDFを送ってください。");
        }
        var blocks = new ArrayList<Block>();
        for (Sheet sheet : sheets) blocks.addAll(blocks(sheet, furniture));
        var writing = new Writing(blocks);
        writing.write(writer, pages);
        return writer.finish(writing.title());
    }

    /** A page's strips; those that run down the page apart. */
    private record Sheet(int page, List<Strip> level, List<Strip> upright, double height, int letters) {}

    private Sheet scan(PDDocument document, int page, int mostLetters) {
        if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
            throw new Unreadable("読むのに時間がかかりすぎました。章ごとのファイルに分けるか、PDFを作り直して、もう一度送ってください。");
        }
        try {
            Scanned scanned = new PageScan(mostLetters).scan(document.getPage(page - 1));
            int letters = (int) Stream.of(scanned.level(), scanned.upright())
                    .flatMap(List::stream)
                    .filter(letter -> !letter.isBlank())
                    .count();
            if (!scanned.turned().isEmpty()) writer.leaveOut(page, scanned.turned(), "向きの違う文字");
            if (letters == 0) writer.leaveOut(page, "", "文字のないページ（図や写真だけ）");
            Tables.Taken taken = Tables.take(scanned.level(), scanned.rules());
            var level = new ArrayList<>(Strips.of(taken.rest()));
            level.addAll(taken.tables());
            level.sort(Comparator.comparingDouble(Strip::bottom));
            return new Sheet(page, level, Strips.of(scanned.upright()), scanned.height(), letters);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            writer.leaveOut(page, "", "壊れていて読めないページ");
            return new Sheet(page, List.of(), List.of(), 0, 0);
        }
    }

    private List<Block> blocks(Sheet sheet, Furniture furniture) {
        int page = sheet.page();
        List<Strip> level = furniture.remove(
                sheet.level(), sheet.height(), (words, reason) -> writer.leaveOut(page, words, reason));
        level = Strips.withoutRuby(
                level, Strips.bodySize(level), (words, reason) -> writer.leaveOut(page, words, reason));
        var blocks = new ArrayList<Block>();
        for (List<Strip> strips : List.of(level, sheet.upright())) {
            for (List<Strip> region : Regions.read(strips)) blocks.addAll(Paragraphs.read(page, region));
        }
        return blocks;
    }
}
