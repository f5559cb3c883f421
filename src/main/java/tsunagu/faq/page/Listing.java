package tsunagu.faq.page;

import java.util.List;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Filter;

/**
 * A list of entries as shown.
 *
 * @param pages how many there are, at least 1
 */
public record Listing(Filter filter, List<Faq.Line> lines, long count, int pages) {}
