package tsunagu.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * A PDF made letter by letter, without any font of the machine: it names a Japanese font that every viewer has, as many
 * PDFs of Japanese offices do. Places are in points from the upper left corner of an A4 page.
 */
public final class TestPdf {
    private static final double HEIGHT = PDRectangle.A4.getHeight();

    private final List<StringBuilder> pages = new ArrayList<>();

    /** A new page; what follows stands on it. */
    public TestPdf page() {
        pages.add(new StringBuilder());
        return this;
    }

    private StringBuilder now() {
        if (pages.isEmpty()) page();
        return pages.getLast();
    }

    /** Words on one line, from the left, on a base line. */
    public TestPdf text(double x, double y, double size, String words) {
        String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
        now().append(String.format(Locale.ROOT, "BT /F1 %.2f Tf %.2f %.2f Td <%s> Tj ET%n", size, x, HEIGHT - y, hex));
        return this;
    }

    /** A paragraph: lines of so many characters, the first set in by one, down from a base line. */
    public TestPdf paragraph(double x, double y, double size, int width, String words) {
        String all = "　" + words;
        double down = y;
        for (int from = 0; from < all.length(); from += width) {
            text(x, down, size, all.substring(from, Math.min(all.length(), from + width)));
            down += size * 1.6;
        }
        return this;
    }

    /** A table with rules around each cell. */
    public TestPdf table(double x, double y, double[] widths, double rowHeight, List<List<String>> rows) {
        double right = x;
        for (double width : widths) right += width;
        for (int i = 0; i <= rows.size(); i++) line(x, y + i * rowHeight, right, y + i * rowHeight);
        double at = x;
        double bottom = y + rows.size() * rowHeight;
        line(at, y, at, bottom);
        for (int column = 0; column < widths.length; column++) {
            for (int row = 0; row < rows.size(); row++) {
                text(
                        at + 3,
                        y + row * rowHeight + rowHeight * 0.7,
                        10,
                        rows.get(row).get(column));
            }
            at += widths[column];
            line(at, y, at, bottom);
        }
        return this;
    }

    public TestPdf line(double x1, double y1, double x2, double y2) {
        now().append(String.format(Locale.ROOT, "0.5 w %.2f %.2f m %.2f %.2f l S%n", x1, HEIGHT - y1, x2, HEIGHT - y2));
        return this;
    }

    /** Operators as a page has them. */
    public TestPdf raw(String operators) {
        now().append(operators).append('\n');
        return this;
    }

    public byte[] bytes() {
        try (PDDocument document = document()) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, to be opened with a password; with an empty one, only its words may not be taken out. */
    public byte[] encrypted(String password) {
        try (PDDocument document = document()) {
            var permission = new AccessPermission();
            permission.setCanExtractContent(false);
            var policy = new StandardProtectionPolicy("owner", password, permission);
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private PDDocument document() throws IOException {
        var document = new PDDocument();
        COSDictionary font = font();
        for (StringBuilder content : pages) {
            var page = new PDPage(PDRectangle.A4);
            var resources = new PDResources();
            var fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F1"), font);
            resources.getCOSObject().setItem(COSName.FONT, fonts);
            page.setResources(resources);
            var stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.addPage(page);
        }
        return document;
    }

    private static COSDictionary font() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Japan1"));
        system.setInt(COSName.SUPPLEMENT, 6);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "HeiseiMin-W3");
        descriptor.setInt(COSName.FLAGS, 6);
        var letters = new COSDictionary();
        letters.setItem(COSName.TYPE, COSName.FONT);
        letters.setName(COSName.SUBTYPE, "CIDFontType0");
        letters.setName(COSName.BASE_FONT, "HeiseiMin-W3");
        letters.setItem(COSName.CIDSYSTEMINFO, system);
        letters.setItem(COSName.FONT_DESC, descriptor);
        letters.setInt(COSName.DW, 1000);
        // Latin letters are half as wide.
        var widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(COSInteger.get(95));
        widths.add(COSInteger.get(500));
        letters.setItem(COSName.W, widths);
        var descendants = new COSArray();
        descendants.add(letters);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName(COSName.BASE_FONT, "HeiseiMin-W3-UniJIS-UTF16-H");
        font.setName(COSName.ENCODING, "UniJIS-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
