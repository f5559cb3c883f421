package tsunagu.atlas.file;

import java.util.ArrayList;
import java.util.List;
import tsunagu.atlas.change.Contents.BadRow;

/** Rows that are left out, with the reason; of very many the first are told of, and how many more there are. */
final class Faults {
    private static final int MOST = 200;

    private final List<BadRow> rows = new ArrayList<>();
    private int more;
    private long lastLine;

    void add(long line, String reason) {
        if (rows.size() < MOST) {
            rows.add(new BadRow(line, reason));
        } else {
            more++;
            lastLine = line;
        }
    }

    List<BadRow> list() {
        var all = new ArrayList<>(rows);
        if (more > 0) all.add(new BadRow(lastLine, "このほかに" + more + "件、直す必要のあるところがあります。"));
        return all;
    }
}
