package tsunagu.library.page;

import java.util.List;
import tsunagu.documents.DocumentLibrary.Dropped;
import tsunagu.documents.Passage;
import tsunagu.library.print.Copy.LeftOut;

/**
 * What a document became.
 *
 * @param passages in reading order, at most {@link #MOST}
 * @param more how many passages are not among them
 * @param leftOut of the file, when it was read
 * @param dropped of its text, when that was taken apart
 */
public record Shown(List<Passage> passages, int more, List<LeftOut> leftOut, List<Dropped> dropped) {
    /** What a page shows at once. */
    public static final int MOST = 300;

    public static Shown of(List<Passage> passages, List<LeftOut> leftOut, List<Dropped> dropped) {
        int shown = Math.min(MOST, passages.size());
        return new Shown(passages.subList(0, shown), passages.size() - shown, leftOut, dropped);
    }

    public long tables() {
        return passages.stream()
                .filter(passage -> passage.body() instanceof Passage.Body.Table)
                .count();
    }
}
