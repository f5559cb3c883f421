package tsunagu.faq.page;

import java.util.List;
import tsunagu.faq.entry.Faq;

/**
 * Two versions side by side.
 *
 * @param sides the fields in which they differ
 */
public record Comparison(Faq.Version left, Faq.Version right, List<Side> sides) {

    public static Comparison of(Faq.Version left, Faq.Version right) {
        return new Comparison(left, right, Side.changed(left.content(), right.content()));
    }
}
