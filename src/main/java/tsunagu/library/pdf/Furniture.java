package tsunagu.library.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** What stands on each page for turning them: page numbers, and the words that come again at the head or foot. */
final class Furniture {
    /** Share of the page's height, at its head and at its foot. */
    private static final double EDGE = 0.1;

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-‐－―—–−~〜・.\\s(（\\[［<＜]*(?:[Pp]\\.?|[Pp]age|第)?\\s*[0-9ivxlⅰ-ⅻ]{1,4}\\s*(?:ページ|頁|page)?"
                    + "(?:\\s*[/／]\\s*[0-9]{1,4}\\s*(?:ページ|頁)?)?[-‐－―—–−~〜・.\\s)）\\]］>＞]*");

    private final Map<String, Set<Integer>> pagesOf = new HashMap<>();
    private int pages;

    /** Every page is added before any is asked about. */
    void add(int page, List<Strip> strips, double height) {
        pages++;
        for (Strip strip : strips) {
            if (isAtEdge(strip, height)) {
                pagesOf.computeIfAbsent(key(strip), _ -> new HashSet<>()).add(page);
            }
        }
    }

    /** The strips that say something; what is left out is told with its reason. */
    List<Strip> remove(List<Strip> strips, double height, BiConsumer<String, String> leftOut) {
        var kept = new ArrayList<Strip>();
        for (Strip strip : strips) {
            if (!isAtEdge(strip, height)) {
                kept.add(strip);
            } else if (PAGE_NUMBER.matcher(plain(strip)).matches()) {
                leftOut.accept(strip.text(), "ページ番号");
            } else if (comesAgain(strip)) {
                leftOut.accept(strip.text(), "ページの上下に、くり返し印刷された言葉");
            } else {
                kept.add(strip);
            }
        }
        return kept;
    }

    private boolean comesAgain(Strip strip) {
        int times = pagesOf.getOrDefault(key(strip), Set.of()).size();
        return times >= 2 && times * 3 >= pages;
    }

    private static boolean isAtEdge(Strip strip, double height) {
        return !strip.isTable() && (strip.bottom() <= EDGE * height || strip.top() >= (1 - EDGE) * height);
    }

    private static String plain(Strip strip) {
        return Normalizer.normalize(strip.text(), Normalizer.Form.NFKC).strip();
    }

    /** Its figures count the pages. */
    private static String key(Strip strip) {
        return plain(strip).replaceAll("[0-9]+", "#").replaceAll("\\s", "");
    }
}
