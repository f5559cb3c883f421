package tsunagu.atlas.map;

import java.util.ArrayList;
import java.util.List;

/** Lines of text below a map. */
public final class Lines {
    public static final int SIZE = 24;
    public static final int STEP = 36;
    public static final int MARGIN = 16;

    private Lines() {}

    static int height(int lines) {
        return 2 * MARGIN + lines * STEP;
    }

    static List<String> wrapped(String text, int longest) {
        var lines = new ArrayList<String>();
        for (int from = 0; from < text.length(); from += longest) {
            lines.add(text.substring(from, Math.min(text.length(), from + longest)));
        }
        return lines;
    }
}
