package tsunagu.knowledge.opensearch;

import java.util.ArrayList;
import java.util.List;

/** Documents in requests of a size that a cluster takes in without trouble. */
final class Bulk {
    static final int MOST_DOCUMENTS = 1000;

    /** About 5 MB, as most letters take three bytes. */
    private static final int MOST_LETTERS = 1_700_000;

    private Bulk() {}

    /** @param documents each with its line of what to do with it */
    static List<String> bodies(List<String> documents) {
        var bodies = new ArrayList<String>();
        var body = new StringBuilder();
        int count = 0;
        for (String document : documents) {
            if (count == MOST_DOCUMENTS || count > 0 && body.length() + document.length() > MOST_LETTERS) {
                bodies.add(body.toString());
                body.setLength(0);
                count = 0;
            }
            body.append(document);
            count++;
        }
        if (count > 0) bodies.add(body.toString());
        return bodies;
    }
}
