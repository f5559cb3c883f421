package tsunagu.library.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The strips of one column into paragraphs, items and tables: joins the lines that the column's width broke. */
final class Paragraphs {
    private static final Pattern MARK =
            Pattern.compile("^(?:[・•●◇◆■□▪○◯➢►▶※✓☑*-]|[0-9０-９]{1,2}[.．、)）]|[(（][0-9０-９]{1,2}[)）]"
                    + "|[①-⑳]|第[0-9０-９一二三四五六七八九十]+[章節条]|[【〔＜<]).*");
    private static final Pattern END = Pattern.compile(".*[。！？!?」』）)】]$");
    /** In ems. */
    private static final double FULL = 1.6;

    private static final double INDENT = 0.7;
    private static final double APART = 1.5;
    private static final double LEAST_LEADING = 1.2;
    private static final double CELL_GAP = 0.5;

    private final int page;
    private final List<Block> blocks = new ArrayList<>();
    private final double left;
    private final double right;
    private final double leading;
    /** The lines of the paragraph that is being read. */
    private final List<Strip> open = new ArrayList<>();

    private Paragraphs(int page, List<Strip> region) {
        this.page = page;
        left = region.stream().mapToDouble(Strip::left).min().orElse(0);
        right = region.stream().mapToDouble(Strip::right).max().orElse(0);
        leading = leading(region);
    }

    static List<Block> read(int page, List<Strip> region) {
        var paragraphs = new Paragraphs(page, region);
        paragraphs.readAll(lines(region));
        return paragraphs.blocks;
    }

    private static List<List<Strip>> lines(List<Strip> region) {
        var lines = new ArrayList<List<Strip>>();
        for (Strip strip : region) {
            boolean same = !lines.isEmpty() && Regions.isOneLine(lines.getLast().getFirst(), strip);
            if (!same) lines.add(new ArrayList<>());
            lines.getLast().add(strip);
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(Strip::left)));
        return lines;
    }

    /** The usual way from one line to the next. */
    private static double leading(List<Strip> region) {
        double[] ways = new double[Math.max(0, region.size() - 1)];
        for (int i = 0; i < ways.length; i++)
            ways[i] = region.get(i + 1).bottom() - region.get(i).bottom();
        double[] sorted = Arrays.stream(ways).filter(way -> way > 1).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private void readAll(List<List<Strip>> lines) {
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            while (end < lines.size() && lines.get(end).size() > 1) end++;
            if (end - i > 1) {
                end = withContinued(lines, end);
                close();
                addRows(lines.subList(i, end));
                i = end;
            } else {
                addLine(lines.get(i));
                i++;
            }
        }
        close();
    }

    /** A single cell below the second column of a table still belongs to it. */
    private static int withContinued(List<List<Strip>> lines, int end) {
        if (end >= lines.size()) return end;
        Strip last = lines.get(end).getFirst();
        Strip above = lines.get(end - 1).get(1);
        boolean continued =
                last.left() >= above.left() - 1 && last.bottom() - above.bottom() <= APART * 1.2 * last.size();
        return continued ? end + 1 : end;
    }

    private void addLine(List<Strip> line) {
        if (line.getFirst().isTable()) {
            close();
            blocks.add(
                    Block.table(page, line.getFirst().cells(), line.getFirst().size()));
            return;
        }
        Strip whole = line.getFirst();
        for (Strip next : line.subList(1, line.size())) whole = whole.and(next);
        if (!open.isEmpty() && !goesOn(open.getLast(), whole)) close();
        open.add(whole);
    }

    private boolean goesOn(Strip above, Strip below) {
        double size = above.size();
        boolean alike = Math.abs(size - below.size()) <= 0.12 * size && above.bold() == below.bold();
        double way = below.bottom() - above.bottom();
        boolean near = way <= Math.max(APART * size, LEAST_LEADING * leading) && way <= 2.6 * size;
        if (!alike || !near || MARK.matcher(below.text()).matches()) return false;
        boolean full = above.right() >= right - FULL * size;
        boolean hanging = MARK.matcher(open.getFirst().text()).matches();
        boolean setIn = below.left() >= left + INDENT * size && below.left() >= above.left() + INDENT * size;
        return full && (hanging || !setIn);
    }

    private void close() {
        if (open.isEmpty()) return;
        var text = new StringBuilder();
        for (Strip strip : open) append(text, strip.text());
        Strip first = open.getFirst();
        Strip last = open.getLast();
        boolean goesOn = last.right() >= right - FULL * last.size()
                && !END.matcher(last.text()).matches();
        boolean setIn = first.left() >= left + INDENT * first.size();
        blocks.add(new Block(page, text.toString(), List.of(), first.size(), first.bold(), goesOn, setIn));
        open.clear();
    }

    /** Joins words as the language has it: Japanese without a space, Latin script with one, without its hyphen. */
    static void append(StringBuilder text, String next) {
        if (text.isEmpty() || next.isEmpty()) {
            text.append(next);
            return;
        }
        char last = text.charAt(text.length() - 1);
        boolean latin = Strip.isNarrow(last) && Strip.isNarrow(next.charAt(0));
        boolean hyphen = last == '-'
                && text.length() > 1
                && Character.isLowerCase(text.charAt(text.length() - 2))
                && Character.isLowerCase(next.charAt(0));
        if (hyphen) text.setLength(text.length() - 1);
        else if (latin) text.append(' ');
        text.append(next);
    }

    private void addRows(List<List<Strip>> lines) {
        double[] columns = columns(lines);
        var rows = new ArrayList<List<String>>();
        for (List<Strip> line : lines) {
            var cells = new ArrayList<StringBuilder>();
            for (int i = 0; i < columns.length; i++) cells.add(new StringBuilder());
            for (Strip strip : line) append(cells.get(column(columns, strip)), strip.text());
            List<String> row = cells.stream().map(StringBuilder::toString).toList();
            boolean continued = row.getFirst().isEmpty() && line.size() == 1 && !rows.isEmpty();
            if (continued) rows.add(joined(rows.removeLast(), row));
            else rows.add(row);
        }
        blocks.add(Block.table(page, rows, lines.getFirst().getFirst().size()));
    }

    private static List<String> joined(List<String> above, List<String> below) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < above.size(); i++) {
            var cell = new StringBuilder(above.get(i));
            append(cell, below.get(i));
            cells.add(cell.toString());
        }
        return cells;
    }

    /** Where the columns begin: between them no line has a letter. */
    private static double[] columns(List<List<Strip>> lines) {
        List<Strip> strips = lines.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Strip::left))
                .toList();
        var columns = new ArrayList<Double>();
        double reached = Double.NEGATIVE_INFINITY;
        for (Strip strip : strips) {
            if (strip.left() > reached + CELL_GAP * strip.size() || columns.isEmpty()) columns.add(strip.left());
            reached = Math.max(reached, strip.right());
        }
        return columns.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int column(double[] columns, Strip strip) {
        int column = 0;
        while (column + 1 < columns.length && columns[column + 1] <= strip.left() + 0.1) column++;
        return column;
    }
}
