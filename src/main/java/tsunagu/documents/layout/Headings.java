package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.documents.layout.Piece.Kind;

/**
 * Decides which short words head what follows, which name a table's columns, and which belong to a figure. Where
 * headings bear marks of their own, no other words become headings.
 */
final class Headings {
    /** In a longer run of short words only the last is a heading; the others stand in a figure. */
    private static final int MAX_CHAIN = 3;
    /** Shorter words above a heading are labels. */
    private static final int MIN_OUTER = 6;
    /** Words below a gap like this stand under a picture and tell what it shows. */
    private static final int PICTURE = 3;
    /** A gap like this parts two figures. */
    private static final int FIGURES_APART = 6;

    private static final int MIN_NAMED_FIGURE = 3;
    private static final Pattern PICTURE_NAME = Pattern.compile(".*(?:図|写真|グラフ)[】）)]?$");
    private static final Pattern COUNTS = Pattern.compile(".*?([0-9０-９]{1,2})つの.*");

    private final Page page;
    private final List<Piece> pieces;
    private final List<Piece> marked = new ArrayList<>();

    private Headings(Page page, List<Piece> pieces) {
        this.page = page;
        this.pieces = pieces;
    }

    static List<Piece> mark(Page page, List<Piece> pieces) {
        var headings = new Headings(page, pieces);
        headings.markAll();
        return headings.marked;
    }

    private void markAll() {
        int start = 0;
        while (start < pieces.size()) {
            Piece piece = pieces.get(start);
            if (piece.is(Kind.SHORT)) {
                int end = start;
                while (end < pieces.size() && pieces.get(end).is(Kind.SHORT)) end++;
                start = markRun(start, end);
            } else {
                marked.add(withoutMarks(piece, start));
                start++;
            }
        }
    }

    private Piece withoutMarks(Piece piece, int i) {
        return switch (piece.kind()) {
            case HEADING -> heading(piece);
            case NUMBERED -> {
                if (PICTURE_NAME.matcher(piece.text()).matches()) yield piece.as(Kind.PROSE, 0, piece.text());
                yield isInNumberedList(piece, i) ? piece.as(Kind.ITEM, 0, piece.text()) : heading(piece);
            }
            case ITEM -> {
                boolean heads =
                        piece.level() == 1 && headsProse(i) && pieces.get(i + 1).gap() > 0;
                yield piece.as(heads ? Kind.HEADING : Kind.ITEM, heads ? Outline.MARK : 0, piece.text());
            }
            default -> piece;
        };
    }

    private static Piece heading(Piece piece) {
        return piece.as(Kind.HEADING, piece.level(), Marks.withoutNumber(piece.text()));
    }

    private boolean headsProse(int i) {
        return i + 1 < pieces.size()
                && pieces.get(i + 1).is(Kind.PROSE)
                && Marks.isSentence(pieces.get(i + 1).text());
    }

    private boolean isInNumberedList(Piece piece, int i) {
        return isLikeNumbered(piece, i + 1) || isLikeNumbered(piece, i - 1) && !headsProse(i);
    }

    private boolean isLikeNumbered(Piece piece, int i) {
        return i >= 0
                && i < pieces.size()
                && pieces.get(i).is(Kind.NUMBERED)
                && pieces.get(i).level() == piece.level();
    }

    /** @return where to go on; a note that names the figure is taken with it */
    private int markRun(int start, int end) {
        Piece next = end < pieces.size() ? pieces.get(end) : null;
        if (page.marked() || next == null || next.is(Kind.NOTE) || next.is(Kind.IMPRINT)) {
            return addFigures(start, end, next);
        }
        int names = next.is(Kind.ROW) ? namesMissing(end) : 0;
        if (names >= 2 && end - start >= names) return addColumnNames(start, end, names);
        int first = firstHeading(start, end, next);
        addFigures(start, first, null);
        for (Piece heading : pieces.subList(first, end)) {
            marked.add(heading.as(Kind.HEADING, Outline.PLAIN, heading.text()));
        }
        return end;
    }

    /** How many names the table that starts here needs, beside one for its first column; 0 if it prints them itself. */
    private int namesMissing(int start) {
        int end = start;
        while (end < pieces.size() && pieces.get(end).is(Kind.ROW)) end++;
        List<Piece> rows = pieces.subList(start, end);
        return Grids.namesColumns(rows) ? 0 : Grids.columns(rows) - 1;
    }

    private int addColumnNames(int start, int end, int names) {
        addFigures(start, end - names, null);
        Piece first = pieces.get(end - names);
        Piece last = pieces.get(end - 1);
        String text =
                pieces.subList(end - names, end).stream().map(Piece::text).collect(Collectors.joining("\t", "\t", ""));
        marked.add(new Piece(Kind.COLUMN_NAMES, 0, text, List.of(), first.firstLine(), last.lastLine(), first.gap()));
        return end;
    }

    private int firstHeading(int start, int end, Piece next) {
        boolean headed = next.gap() < Outline.PAGE_ENDS && (!next.is(Kind.PROSE) || Marks.isSentence(next.text()));
        if (!headed || !canHead(pieces.get(end - 1))) return end;
        int first = end - 1;
        if (end - start > MAX_CHAIN) return first;
        while (first > start && isOuter(pieces.get(first - 1))) first--;
        return first;
    }

    private static boolean canHead(Piece piece) {
        String text = piece.text();
        return text.indexOf('\n') < 0
                && !text.endsWith("、")
                && !text.endsWith("...")
                && !text.endsWith("…")
                && !Marks.isDate(text)
                && !Marks.isSpeaker(text)
                && !PICTURE_NAME.matcher(text).matches();
    }

    private static boolean isOuter(Piece piece) {
        return canHead(piece)
                && piece.firstLine() == piece.lastLine()
                && piece.text().length() >= MIN_OUTER
                && piece.gap() < PICTURE
                && !Marks.endsSentence(piece.text());
    }

    private int addFigures(int start, int end, Piece note) {
        int from = start;
        while (from < end) {
            int to = from + 1;
            while (to < end && pieces.get(to).gap() < FIGURES_APART) to++;
            boolean named = to == end && note != null && note.is(Kind.NOTE) && names(note, to - from);
            addFigure(from, to, named ? note : null);
            if (named) return end + 1;
            from = to;
        }
        return end;
    }

    private static boolean names(Piece note, int words) {
        return words >= MIN_NAMED_FIGURE && note.gap() < FIGURES_APART && !Marks.endsSentence(note.text());
    }

    private void addFigure(int start, int end, Piece note) {
        List<Piece> words = pieces.subList(start, end);
        Piece first = words.getFirst();
        if (words.size() == 1 && note == null) {
            marked.add(first.as(Kind.PROSE, 0, first.text()));
            return;
        }
        var parts = new ArrayList<>(
                words.stream().flatMap(word -> word.text().lines()).toList());
        String name = note == null ? takeName(parts) : note.text().substring(1).strip();
        int last = note == null ? words.getLast().lastLine() : note.lastLine();
        marked.add(new Piece(
                Kind.FIGURE, 0, name, parts, first.firstLine(), Math.max(last, first.firstLine()), first.gap()));
    }

    /** 「イメージ図」 is the name of the others, and so is 「３つの方向性」 among three. */
    private static String takeName(List<String> parts) {
        for (String part : parts) {
            Matcher counts = COUNTS.matcher(part);
            boolean countsOthers = counts.matches() && Integer.parseInt(counts.group(1)) == parts.size() - 1;
            if (countsOthers || PICTURE_NAME.matcher(part).matches()) {
                parts.remove(part);
                return part;
            }
        }
        return "";
    }
}
