package tsunagu.library.pdf;

import java.util.List;
import tsunagu.library.scan.Letter;
import tsunagu.library.scan.Rule;

/**
 * Letters of one line that stand close to each other, or a ruled table as a whole.
 *
 * @param top of the letters; {@code bottom} is the base line
 * @param size of its larger letters
 * @param cells rows of a table, empty for letters
 */
record Strip(
        double left,
        double right,
        double top,
        double bottom,
        double size,
        boolean bold,
        String text,
        List<List<String>> cells) {

    /** @param all those of the strip in their order, blanks between them */
    static Strip of(List<Letter> all) {
        List<Letter> letters = all.stream().filter(letter -> !letter.isBlank()).toList();
        double size = letters.stream().mapToDouble(Letter::size).max().orElse(1);
        long bold = letters.stream().filter(Letter::bold).count();
        double bottom = letters.getFirst().y();
        return new Strip(
                letters.getFirst().x(),
                letters.stream().mapToDouble(Letter::right).max().orElse(0),
                bottom - size,
                bottom,
                size,
                bold * 2 > letters.size(),
                join(all),
                List.of());
    }

    static Strip table(Rule frame, double size, List<List<String>> rows) {
        return new Strip(frame.left(), frame.right(), frame.top(), frame.bottom(), size, false, "", rows);
    }

    boolean isTable() {
        return !cells.isEmpty();
    }

    double width() {
        return right - left;
    }

    /** With another of the same line. */
    Strip and(Strip next) {
        return new Strip(
                left,
                Math.max(right, next.right),
                Math.min(top, next.top),
                bottom,
                Math.max(size, next.size),
                bold && next.bold,
                text + " " + next.text,
                cells);
    }

    private static String join(List<Letter> letters) {
        var text = new StringBuilder();
        Letter before = null;
        for (Letter letter : letters) {
            boolean spaced = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
            if (letter.isBlank() || before != null && isApart(before, letter)) text.append(spaced ? "" : " ");
            if (letter.isBlank()) continue;
            text.append(letter.text());
            before = letter;
        }
        return text.toString();
    }

    /** Between letters of Latin script a narrow space parts words; between others it is how the line was filled. */
    private static boolean isApart(Letter one, Letter other) {
        double gap = other.x() - one.right();
        boolean latin = isNarrow(one.text().charAt(one.text().length() - 1))
                && isNarrow(other.text().charAt(0));
        return gap > Math.max(one.size(), other.size()) * (latin ? 0.18 : 0.6);
    }

    static boolean isNarrow(char c) {
        return c < 0x2000;
    }
}
