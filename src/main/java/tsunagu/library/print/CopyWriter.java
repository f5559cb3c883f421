package tsunagu.library.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tsunagu.library.print.Copy.LeftOut;

/** Writes a copy piece by piece, and stops where the text would become too long. */
public final class CopyWriter {
    /** The parser looks through a line many times: longer ones are broken after a sentence. */
    private static final int LONGEST_LINE = 1500;

    private static final int LONGEST_WORDS = 120;
    private static final int MOST_LEFT_OUT = 2000;
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\t]]|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> pages = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int lines;

    public CopyWriter(Limits limits) {
        this.limits = limits;
    }

    /** What follows stands on the next page. */
    public void beginPage() {
        pages.add(lines + 1);
    }

    /** An empty line: a paragraph, a list or a table ends. */
    public void gap() {
        if (lines > 0 && !text.toString().endsWith("\n\n")) line("");
    }

    /** A line; of white space only tabs are kept as they are. */
    public void line(String words) {
        String rest = clean(words);
        while (rest.length() > LONGEST_LINE && rest.indexOf('\t') < 0) {
            int end = rest.lastIndexOf('。', LONGEST_LINE) + 1;
            if (end < LONGEST_LINE / 2)
                end = Character.isHighSurrogate(rest.charAt(LONGEST_LINE - 1)) ? LONGEST_LINE - 1 : LONGEST_LINE;
            add(rest.substring(0, end));
            add("");
            rest = rest.substring(end);
        }
        add(rest.length() > 2 * LONGEST_LINE ? rest.substring(0, LONGEST_LINE) : rest);
    }

    private void add(String line) {
        text.append(line).append('\n');
        lines++;
        if (text.length() > limits.characters()) {
            throw new Unreadable("文字が多すぎます（" + limits.characters() / 10_000 + "万字まで）。章ごとのファイルに分けて、1つずつ送ってください。");
        }
    }

    /** @param page from 1; 0 where the file has none */
    public void leaveOut(int page, String words, String reason) {
        if (leftOut.size() == MOST_LEFT_OUT) return;
        String shown = clean(words).strip();
        if (shown.codePointCount(0, shown.length()) > LONGEST_WORDS) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
        }
        leftOut.add(new LeftOut(page, shown, reason));
    }

    /** Whether nothing with words has been written. */
    public boolean isBlank() {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    public Copy finish(String title) {
        return new Copy(clean(title).strip(), text.toString(), pages, leftOut);
    }

    private static String clean(String words) {
        return UNSEEN.matcher(words.replace('\r', ' ').replace('\n', ' ')).replaceAll("");
    }
}
