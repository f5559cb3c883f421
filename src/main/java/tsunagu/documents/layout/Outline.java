package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import tsunagu.documents.layout.Layout.Block;
import tsunagu.documents.layout.Layout.Dropped;
import tsunagu.documents.layout.Piece.Kind;

/** Puts pieces under their headings, items into lists and rows into tables. */
final class Outline {
    /** Levels of headings without a number, beside the ranks of {@link Marks#rank}. */
    static final int PLAIN = 10;

    static final int MARK = 11;

    /** Below a gap like this, words no longer belong to the innermost heading. */
    private static final int SECTION_ENDS = 3;
    /** Below a gap like this a new page begins, and no heading reaches over. */
    static final int PAGE_ENDS = 8;

    private static final int MAX_LEAD = 120;
    private static final int MIN_LIKENESS = 4;

    private final Page page;
    private final List<String> chapters;
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    /** By depth, the last heading that stood there, open or not. */
    private final List<Piece> latest = new ArrayList<>();

    private final List<Block> blocks = new ArrayList<>();

    /** A heading whose section has not ended. */
    private static final class Open {
        private final Piece heading;
        private boolean used;

        Open(Piece heading) {
            this.heading = heading;
        }
    }

    /** @param chapters what the table of contents lists */
    Outline(Page page, List<String> chapters) {
        this.page = page;
        this.chapters = chapters;
    }

    List<Dropped> dropped() {
        return dropped;
    }

    List<Block> blocks(List<Piece> pieces) {
        int start = 0;
        while (start < pieces.size()) {
            Piece piece = pieces.get(start);
            int end = start + 1;
            if (piece.is(Kind.HEADING)) {
                openHeading(piece, start > 0 && pieces.get(start - 1).is(Kind.HEADING));
            } else {
                while (end < pieces.size() && isOneBlock(pieces.get(end - 1), pieces.get(end))) end++;
                addContent(pieces.subList(start, end));
            }
            start = end;
        }
        closeTo(0);
        return blocks;
    }

    private static boolean isOneBlock(Piece above, Piece below) {
        return switch (below.kind()) {
            case ITEM -> above.is(Kind.ITEM) || isLead(above) && below.gap() < SECTION_ENDS;
            case ROW -> (above.is(Kind.ROW) || above.is(Kind.COLUMN_NAMES)) && below.gap() < SECTION_ENDS;
            default -> false;
        };
    }

    private static boolean isLead(Piece piece) {
        return piece.is(Kind.PROSE) && piece.text().length() <= MAX_LEAD && Marks.endsSentence(piece.text());
    }

    private void addContent(List<Piece> pieces) {
        Piece first = pieces.getFirst();
        endSections(first);
        open.forEach(section -> section.used = true);
        Layout.Content content = switch (first.kind()) {
            case ROW, COLUMN_NAMES -> Grids.grid(pieces);
            case LINES, FIGURE -> new Layout.Items(first.text(), first.parts());
            default -> pieces.size() == 1 && !first.is(Kind.ITEM) ? new Layout.Text(first.text()) : list(pieces);
        };
        add(first, pieces.getLast(), content);
    }

    private static Layout.Items list(List<Piece> pieces) {
        boolean led = !pieces.getFirst().is(Kind.ITEM);
        List<String> items = pieces.stream().skip(led ? 1 : 0).map(Piece::text).toList();
        return new Layout.Items(led ? pieces.getFirst().text() : "", items);
    }

    private void add(Piece first, Piece last, Layout.Content content) {
        List<String> headings =
                open.stream().map(section -> section.heading.text()).toList();
        blocks.add(new Block(headings, first.firstLine(), Math.max(last.lastLine(), first.firstLine()), content));
    }

    private void endSections(Piece content) {
        boolean used = !open.isEmpty() && open.getLast().used;
        if (content.is(Kind.IMPRINT) || used && content.gap() >= PAGE_ENDS) {
            closeTo(0);
        } else if (used && content.gap() >= SECTION_ENDS && open.size() > 1) {
            closeTo(open.size() - 1);
        }
    }

    private void openHeading(Piece heading, boolean rightBelowHeading) {
        int depth = page.marked() ? depthByMarks(heading) : depthByLikeness(heading, rightBelowHeading);
        closeTo(depth);
        open.add(new Open(heading));
        latest.subList(depth, latest.size()).clear();
        latest.add(heading);
    }

    private int depthByMarks(Piece heading) {
        if (chapters.stream().anyMatch(heading.text()::endsWith)) return 0;
        int depth = open.size();
        while (depth > 0 && open.get(depth - 1).heading.level() >= heading.level()) depth--;
        return depth;
    }

    /** Headings of one look stand side by side; a new look goes deeper. */
    private int depthByLikeness(Piece heading, boolean rightBelowHeading) {
        if (heading.level() != PLAIN) return firstDepth(heading.level());
        for (int depth = 0; depth < latest.size() && depth <= open.size(); depth++) {
            if (latest.get(depth).level() == PLAIN && isAlike(latest.get(depth), heading)) return depth;
        }
        return rightBelowHeading ? open.size() : firstDepth(PLAIN);
    }

    private int firstDepth(int level) {
        int depth = 0;
        while (depth < open.size() && open.get(depth).heading.level() != level) depth++;
        return depth;
    }

    /** 「みなみ野・南大沢中学校区」 and 「長房中学校区」 are parts of one whole. */
    private static boolean isAlike(Piece one, Piece other) {
        String first = one.text().replaceAll("[）)】」]$", "");
        String second = other.text().replaceAll("[）)】」]$", "");
        return first.length() >= MIN_LIKENESS
                && second.length() >= MIN_LIKENESS
                && first.endsWith(second.substring(second.length() - MIN_LIKENESS));
    }

    /** A heading that headed nothing is a caption, or in a marked document what was left of a page with a picture. */
    private void closeTo(int depth) {
        while (open.size() > depth) {
            Open section = open.removeLast();
            if (section.used) continue;
            Piece heading = section.heading;
            if (page.marked()) {
                dropped.add(new Dropped(heading.firstLine(), heading.text(), "下に何もない見出し"));
            } else {
                open.forEach(outer -> outer.used = true);
                add(heading, heading, new Layout.Text(heading.text()));
            }
        }
    }
}
