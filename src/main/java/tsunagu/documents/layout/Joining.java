package tsunagu.documents.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tsunagu.documents.layout.Page.Line;
import tsunagu.documents.layout.Piece.Kind;

/** Joins the lines that the page broke, and tells what each joined piece looks like. */
final class Joining {
    /** 「相 談」: a word set wide. */
    private static final Pattern SPACED_OUT = Pattern.compile("\\p{IsHan}(?: \\p{IsHan})+");

    private static final int MAX_HEADING = 40;

    private final Page page;
    private final List<Line> lines;
    private final Flow flow;

    private Joining(Page page, List<Line> lines) {
        this.page = page;
        this.lines = lines;
        this.flow = new Flow(page, lines);
    }

    static List<Piece> join(Page page, List<Line> lines) {
        return new Joining(page, lines).pieces();
    }

    private List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int start = 0;
        while (start < lines.size()) {
            Kind kind = kind(lines.get(start));
            int end = start + 1;
            if (kind != Kind.HEADING && kind != Kind.NUMBERED && kind != Kind.ROW) {
                while (end < lines.size() && continues(kind, start, end)) end++;
            }
            addPieces(kind, start, end, pieces);
            start = end;
        }
        return pieces;
    }

    /** What a line looks like by itself; SHORT where it bears no mark. */
    private Kind kind(Line line) {
        String words = clean(line.words());
        if (page.marked() && Marks.isMarkedHeading(words)) return Kind.HEADING;
        if (line.isRow()) return Kind.ROW;
        if (Marks.isNote(words)) return Kind.NOTE;
        if (Marks.isImprint(words)) return Kind.IMPRINT;
        if (!page.marked() && Marks.rank(words) > 0 && words.length() <= MAX_HEADING && !words.endsWith("。")) {
            return Kind.NUMBERED;
        }
        return Marks.findItem(words).isPresent() ? Kind.ITEM : Kind.SHORT;
    }

    private boolean continues(Kind kind, int start, int next) {
        Line line = lines.get(next);
        if (!page.isClose(line)) return false;
        Kind nextKind = kind(line);
        if (kind == Kind.IMPRINT && nextKind == Kind.IMPRINT) return true;
        if (nextKind != Kind.SHORT) return false;
        if (!page.laidOut()) return true;
        boolean belowItem =
                kind == Kind.ITEM && line.indent() > lines.get(start).indent();
        return belowItem || flow.flows(kind, start, next);
    }

    private void addPieces(Kind kind, int start, int end, List<Piece> pieces) {
        String words = clean(lines.get(start).words());
        switch (kind) {
            case HEADING -> {
                int level = words.indexOf(' ');
                String heading =
                        words.substring(level).replaceFirst("\\s#+$", "").strip();
                pieces.add(piece(kind, level, heading, start, end));
            }
            case NUMBERED -> pieces.add(piece(kind, Marks.rank(words), words, start, end));
            case ROW -> pieces.add(piece(kind, 0, lines.get(start).text(), start, end));
            case ITEM -> {
                String text = text(kind, start, end);
                for (String item : Marks.splitItem(Marks.findItem(text).orElse(text))) {
                    pieces.add(piece(kind, itemLevel(start, end), item, start, end));
                }
            }
            case SHORT -> pieces.add(unmarked(start, end));
            default -> pieces.add(piece(kind, 0, text(kind, start, end), start, end));
        }
    }

    /** 1 for an item that may turn out to be a heading: ◆ on a line of its own that stands free. */
    private int itemLevel(int start, int end) {
        Line line = lines.get(start);
        boolean free = end == start + 1 && !page.laidOut() && line.gap() > 0;
        return free && Marks.startsWithGeometricMark(clean(line.words())) ? 1 : 0;
    }

    private Piece unmarked(int start, int end) {
        boolean breaksMeant = lines.subList(start, end - 1).stream().anyMatch(Line::hardBreak);
        if (!breaksMeant) {
            String text = text(Kind.SHORT, start, end);
            return piece(Marks.isProse(text) ? Kind.PROSE : Kind.SHORT, 0, text, start, end);
        }
        List<String> parts = lines.subList(start, end).stream()
                .map(line -> clean(line.words()).replaceFirst("^[⇒→]\\s*", ""))
                .toList();
        Piece piece = piece(Kind.LINES, 0, "", start, end);
        return new Piece(piece.kind(), 0, "", parts, piece.firstLine(), piece.lastLine(), piece.gap());
    }

    private Piece piece(Kind kind, int level, String text, int start, int end) {
        Line first = lines.get(start);
        int last = lines.get(end - 1).number();
        return new Piece(kind, level, text, List.of(), first.number(), last, first.gap());
    }

    private String text(Kind kind, int start, int end) {
        var text = new StringBuilder(clean(lines.get(start).words()));
        for (int i = start + 1; i < end; i++) {
            String next = clean(lines.get(i).words());
            text.append(separator(kind, start, i, text, next)).append(next);
        }
        return text.toString();
    }

    private String separator(Kind kind, int start, int i, CharSequence before, String next) {
        boolean flows = flow.flows(kind, start, i)
                || Marks.endsSentence(clean(lines.get(i - 1).words()));
        if (kind != Kind.IMPRINT && (flows || kind == Kind.ITEM && !page.laidOut())) {
            return Marks.isLatin(before.charAt(before.length() - 1)) && Marks.isLatin(next.charAt(0)) ? " " : "";
        }
        return kind == Kind.ITEM ? " " : "\n";
    }

    private static String clean(String words) {
        String plain = words.replace("**", "").replaceAll("[ 　]+", " ").strip();
        return SPACED_OUT.matcher(plain).matches() ? plain.replace(" ", "") : plain;
    }
}
