package tsunagu.library.scan;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects letters and rules of a page, in the order they are painted. */
public final class PageScan extends PDFTextStripper {
    static {
        OwnFonts.use();
    }

    private static final double THICKEST_RULE = 4;
    private static final double SHORTEST_RULE = 8;
    private static final int LEAST_STACK = 3;
    private static final int MOST_RULES = 4_000;

    private final int mostLetters;
    private final List<Letter> level = new ArrayList<>();
    private final List<Letter> upright = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final StringBuilder turned = new StringBuilder();
    private final Set<Stamp> printed = new HashSet<>();
    private PDPage page;

    /** Where a character stands, roughly: bold print is often the same twice. */
    private record Stamp(String text, long x, long y) {}

    /** @param mostLetters of a page; more are {@link TooMuch} */
    public PageScan(int mostLetters) {
        this.mostLetters = mostLetters;
        RuleOperator.all(this, this::addBox).forEach(this::addOperator);
    }

    /**
     * What is on a page.
     *
     * @param upright letters of lines that run down the page, turned
     * @param turned words that stand at an angle
     */
    public record Scanned(List<Letter> level, List<Letter> upright, List<Rule> rules, String turned, double height) {}

    /**
     * Scans a page.
     *
     * @throws IOException where the page is broken
     */
    public Scanned scan(PDPage wanted) throws IOException {
        page = wanted;
        level.clear();
        upright.clear();
        rules.clear();
        turned.setLength(0);
        printed.clear();
        // Of the reader for whole documents only its way of reading a page is used.
        if (wanted.hasContents()) super.processPage(wanted);
        boolean rotated = wanted.getRotation() % 180 != 0;
        double height =
                rotated ? wanted.getCropBox().getWidth() : wanted.getCropBox().getHeight();
        takeStacks();
        return new Scanned(
                List.copyOf(level),
                List.copyOf(upright),
                // Of a page that lies on its side, letters are told as they are read, rules as they are painted.
                wanted.getRotation() == 0 ? List.copyOf(rules) : List.of(),
                turned.toString(),
                height);
    }

    /** Letters that are painted one below the other are read so, whatever the font says of its direction. */
    private void takeStacks() {
        var kept = new ArrayList<Letter>();
        var stack = new ArrayList<Letter>();
        for (Letter letter : level) {
            if (!stack.isEmpty() && !letter.isBelow(stack.getLast())) endStack(stack, kept);
            stack.add(letter);
        }
        endStack(stack, kept);
        level.clear();
        level.addAll(kept);
    }

    private void endStack(List<Letter> stack, List<Letter> kept) {
        boolean words = stack.stream()
                .anyMatch(letter -> Character.isLetter(letter.text().codePointAt(0)));
        if (stack.size() < LEAST_STACK || !words) {
            kept.addAll(stack);
        } else {
            double right = page.getCropBox().getWidth();
            for (Letter letter : stack) {
                double x = letter.y() - letter.size();
                upright.add(
                        new Letter(x, right - letter.x(), letter.size(), letter.size(), letter.text(), letter.bold()));
            }
        }
        stack.clear();
    }

    @Override
    protected void writePage() {
        // Nothing is written: the letters are taken as they come.
    }

    @Override
    protected void startPage(PDPage begun) {
        // Nothing is written.
    }

    @Override
    protected void endPage(PDPage ended) {
        // Nothing is written.
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = Glyphs.written(position.getUnicode());
        if (text.isEmpty() || text.chars().allMatch(c -> c == 0xFFFD || c < 0x20)) return;
        if (level.size() + upright.size() + turned.length() > mostLetters) {
            throw new TooMuch();
        }
        if (position.getDir() != 0) {
            if (!text.isBlank()) turned.append(text);
            return;
        }
        double size = Math.max(1, Math.abs(position.getTextMatrix().getScalingFactorY()));
        double x = position.getXDirAdj();
        double y = position.getYDirAdj();
        if (!printed.add(new Stamp(text, Math.round(x * 2 / size), Math.round(y * 2 / size)))) return;
        PDFont font = position.getFont();
        double width = Math.max(0.1, position.getWidthDirAdj());
        if (font.isVertical()) {
            double right = page.getCropBox().getWidth();
            upright.add(new Letter(y, right - x, size, size, text, isBold(font)));
        } else {
            level.add(new Letter(x, y, width, size, text, isBold(font)));
        }
    }

    /** Headings are in gothic fonts beside a body in mincho; who reads them compares. */
    private static boolean isBold(PDFont font) {
        if (font.getName() == null) return false;
        String name = font.getName().toLowerCase(Locale.ROOT);
        return name.contains("bold")
                || name.contains("heavy")
                || name.contains("black")
                || name.contains("gothic")
                || name.contains("ゴシック")
                || name.matches(".*-?w[6-9]$");
    }

    private void addBox(Point2D one, Point2D other) {
        if (rules.size() >= MOST_RULES) return;
        double left = Math.min(one.getX(), other.getX()) - page.getCropBox().getLowerLeftX();
        double right = Math.max(one.getX(), other.getX()) - page.getCropBox().getLowerLeftX();
        double height = page.getCropBox().getUpperRightY();
        double top = height - Math.max(one.getY(), other.getY());
        double bottom = height - Math.min(one.getY(), other.getY());
        double thin = Math.min(right - left, bottom - top);
        if (thin <= THICKEST_RULE && Math.max(right - left, bottom - top) >= SHORTEST_RULE) {
            rules.add(new Rule(left, top, right, bottom));
        } else if (thin > SHORTEST_RULE) {
            addFrame(left, top, right, bottom);
        }
    }

    /** A box is four rules: tables are painted as either. */
    private void addFrame(double left, double top, double right, double bottom) {
        rules.add(new Rule(left, top, right, top));
        rules.add(new Rule(left, bottom, right, bottom));
        rules.add(new Rule(left, top, left, bottom));
        rules.add(new Rule(right, top, right, bottom));
    }

    /** More letters than are read. */
    public static final class TooMuch extends RuntimeException {}
}
