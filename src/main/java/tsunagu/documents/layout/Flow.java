package tsunagu.documents.layout;

import java.util.List;
import java.util.regex.Pattern;
import tsunagu.documents.layout.Page.Line;
import tsunagu.documents.layout.Piece.Kind;

/** Tells whether a sentence runs on from one line into the next. */
final class Flow {
    private static final Pattern CANNOT_START = Pattern.compile("^[(（ぁぃぅぇぉっゃゅょァィゥェォッャュョー々、。，．」』）)】〜～~!?！？].*");
    private static final Pattern RUNS_ON = Pattern.compile(".*[、，・「『（(をにへとがはでのやな]$");
    private static final Pattern HIRAGANA_END = Pattern.compile(".*[ぁ-ん]$");
    /** 「…支部等」 ends an enumeration, if no particle follows. */
    private static final Pattern LIST_END = Pattern.compile(".*(?:等|など)$");

    private static final Pattern KANJI_START = Pattern.compile("^\\p{IsHan}.*");
    /** A bracket still open after so many lines was a misprint. */
    private static final int MAX_QUOTED_LINES = 5;

    private static final int MIN_BOX = 3;
    private static final int LONG_LINE = 60;
    private static final int SAME_WIDTH = 3;
    private static final int REMAINDER = 3;
    private static final int SAME_ENDING = 3;

    private final Page page;
    private final List<Line> lines;

    Flow(Page page, List<Line> lines) {
        this.page = page;
        this.lines = lines;
    }

    /** @param start first line of the piece that {@code next} may continue */
    boolean flows(Kind kind, int start, int next) {
        String above = lines.get(next - 1).words();
        String below = lines.get(next).words();
        if (Marks.endsSentence(above)) return false;
        boolean latin = Marks.isLatin(above.charAt(above.length() - 1)) && Marks.isLatin(below.charAt(0));
        if (latin
                || CANNOT_START.matcher(below).matches()
                || RUNS_ON.matcher(above).matches()) return true;
        if (Marks.hasOpenBracket(joined(Math.max(start, next - MAX_QUOTED_LINES), next))) return true;
        if (isParallel(start, next)
                || LIST_END.matcher(above).matches()
                        && KANJI_START.matcher(below).matches()) return false;
        return lines.get(next - 1).brokenOff() && HIRAGANA_END.matcher(above).matches()
                || above.endsWith("年") && below.matches("^[0-9０-９]{1,2}月.*")
                || below.length() <= REMAINDER
                || lines.get(next - 1).width() >= LONG_LINE
                || endsWrapped(next)
                || isFullLine(kind, start, next);
    }

    private String joined(int start, int end) {
        var text = new StringBuilder();
        for (Line line : lines.subList(start, end)) text.append(line.words());
        return text.toString();
    }

    /** Lines with the same ending stand side by side: 「まちを楽しむ」「地域を楽しむ」. */
    private boolean isParallel(int start, int next) {
        return sameEnding(next - 1, next) || next - 2 >= start && sameEnding(next - 2, next - 1);
    }

    private boolean sameEnding(int one, int other) {
        String first = lines.get(one).words();
        String second = lines.get(other).words();
        int length = SAME_ENDING;
        return first.length() >= length
                && second.length() >= length
                && first.endsWith(second.substring(second.length() - length));
    }

    /** A sentence's last line is no longer than the one it was wrapped from. */
    private boolean endsWrapped(int next) {
        boolean shorter = lines.get(next).width() <= lines.get(next - 1).width();
        return shorter && lines.get(next).words().endsWith("。");
    }

    /** In a box of three lines or more, the lines that fill its width run on. */
    private boolean isFullLine(Kind kind, int start, int next) {
        boolean breakTells = page.spaceEndsParagraph() && kind != Kind.ITEM;
        if (breakTells && !lines.get(next - 1).brokenOff() || kind == Kind.ITEM && next == start + 1) return false;
        int end = start + 1;
        while (end - start < MIN_BOX
                && end < lines.size()
                && page.isClose(lines.get(end))
                && isPlain(lines.get(end))
                && (!breakTells || lines.get(end - 1).brokenOff())) end++;
        if (end - start < MIN_BOX) return false;
        int width = lines.get(next - 1).width();
        if (lines.get(next).width() > width + SAME_WIDTH) return false;
        boolean likeAbove =
                next - 2 >= start && isNear(width, lines.get(next - 2).width());
        return likeAbove || isNear(width, lines.get(next).width());
    }

    private static boolean isPlain(Line line) {
        String words = line.words();
        return !line.isRow()
                && !Marks.isNote(words)
                && !Marks.isImprint(words)
                && Marks.findItem(words).isEmpty();
    }

    private static boolean isNear(int width, int other) {
        return Math.abs(width - other) <= SAME_WIDTH;
    }
}
