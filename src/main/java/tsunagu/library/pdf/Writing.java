package tsunagu.library.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tsunagu.library.print.CopyWriter;

/** Blocks as the parser of documents reads them: headings by their marks, rows by tabs, a gap after each paragraph. */
final class Writing {
    private static final double LARGER = 1.12;
    private static final int LONGEST_HEADING = 60;
    private static final int MOST_LEVELS = 3;
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:第[0-9０-９一二三四五六七八九十]+[章節条]|[0-9０-９]{1,2}(?:[.．、)）　 ](?=\\s*\\p{L})|(?=[\\p{L}&&[^年月日時分人件名円回か個年度階歳つ]]))"
                    + "|[(（][0-9０-９]{1,2}[)）]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|【.+】$).*");
    private static final Pattern ITEM = Pattern.compile("^[・•●◇◆■□▪○◯➢►▶✓☑*-].*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[。、！？!?：:]$");

    private final List<Block> blocks;
    private final double body;
    private final boolean boldBody;
    private final List<Double> sizes;

    Writing(List<Block> blocks) {
        this.blocks = joined(blocks);
        body = bodySize(this.blocks);
        boldBody = isBoldBody(this.blocks);
        sizes = this.blocks.stream()
                .filter(this::isLarge)
                .map(block -> rounded(block.size()))
                .distinct()
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
    }

    /** What is largest on the first page, as far as it may be a title; empty where nothing stands out. */
    String title() {
        Block best = null;
        for (Block block : blocks) {
            if (block.page() > 1) break;
            if (isLarge(block) && (best == null || block.size() > best.size() + 0.4)) best = block;
        }
        return best == null ? "" : best.text();
    }

    /** @param pages how many there are: each begins, also one without words */
    void write(CopyWriter writer, int pages) {
        String title = title();
        boolean marked = blocks.stream()
                .anyMatch(block -> level(block) > 0 && !block.text().equals(title));
        int page = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            while (page < block.page()) {
                writer.gap();
                writer.beginPage();
                page++;
            }
            write(writer, i, marked, title);
        }
        while (page++ < pages) writer.beginPage();
    }

    private void write(CopyWriter writer, int i, boolean marked, String title) {
        Block block = blocks.get(i);
        if (block.isTable()) {
            writer.gap();
            block.rows().forEach(row -> writer.line(String.join("\t", row)));
            writer.gap();
            return;
        }
        int level = marked && !block.text().equals(title) ? level(block) : 0;
        if (marked && level == 0 && isNumberedHeading(i)) level = MOST_LEVELS + 2;
        boolean listed = ITEM.matcher(block.text()).matches()
                && i + 1 < blocks.size()
                && ITEM.matcher(blocks.get(i + 1).text()).matches();
        writer.line((level > 0 ? "#".repeat(level) + " " : "") + block.text());
        if (!listed) writer.gap();
    }

    /** 0 for what is no heading. */
    private int level(Block block) {
        if (isLarge(block)) return Math.min(MOST_LEVELS, 1 + sizes.indexOf(rounded(block.size())));
        boolean stands =
                !block.isTable() && block.bold() && !boldBody && isShort(block) && rounded(block.size()) >= body;
        return stands && !ITEM.matcher(block.text()).matches() ? MOST_LEVELS + 1 : 0;
    }

    private boolean isLarge(Block block) {
        return !block.isTable() && block.size() >= LARGER * body && isShort(block);
    }

    private static boolean isShort(Block block) {
        return block.text().length() <= LONGEST_HEADING
                && !SENTENCE_END.matcher(block.text()).matches();
    }

    /** A number, alone on its line, above a paragraph: among numbered lines it is an item. */
    private boolean isNumberedHeading(int i) {
        Block block = blocks.get(i);
        return !block.isTable()
                && block.text().length() <= LONGEST_HEADING / 2
                && NUMBERED.matcher(block.text()).matches()
                && !SENTENCE_END.matcher(block.text()).matches()
                && i + 1 < blocks.size()
                && (blocks.get(i + 1).isTable()
                        || !NUMBERED.matcher(blocks.get(i + 1).text()).matches());
    }

    /** A paragraph that the end of a column or page broke is one. */
    private static List<Block> joined(List<Block> blocks) {
        var joined = new ArrayList<Block>();
        for (Block block : blocks) {
            Block above = joined.isEmpty() ? null : joined.getLast();
            boolean goesOn = above != null
                    && above.open()
                    && !above.isTable()
                    && !block.isTable()
                    && !block.indented()
                    && !ITEM.matcher(block.text()).matches()
                    && !NUMBERED.matcher(block.text()).matches()
                    && Math.abs(above.size() - block.size()) < 0.6
                    && above.bold() == block.bold()
                    && above.text().length() > 10;
            if (goesOn) joined.set(joined.size() - 1, above.with(block));
            else joined.add(block);
        }
        return joined;
    }

    private static double bodySize(List<Block> blocks) {
        Map<Double, Integer> letters = new HashMap<>();
        for (Block block : blocks) {
            if (!block.isTable())
                letters.merge(rounded(block.size()), block.text().length(), Integer::sum);
        }
        return letters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10.0);
    }

    private static boolean isBoldBody(List<Block> blocks) {
        long all = blocks.stream().mapToLong(block -> block.text().length()).sum();
        long bold = blocks.stream()
                .filter(Block::bold)
                .mapToLong(block -> block.text().length())
                .sum();
        return bold * 2 > all;
    }

    private static double rounded(double size) {
        return Math.round(size * 2) / 2.0;
    }
}
