package tsunagu.message;

import java.util.OptionalInt;

/**
 * Where a statement comes from, as a resident sees it.
 *
 * @param document id of one of the town's documents, or of an outside page
 * @param title with its status, such as 「…報告書(案)」
 * @param publisher who published it
 * @param published {@code 2025-12-23}, or words such as 「発行日なし（2012年ごろ）」
 * @param heading where in the document, from the outer heading to the inner, or empty
 * @param quote the words it rests on, as the document prints them; empty for an outside page
 * @param page of the document's original, from 1; empty where that has no pages
 * @param path of the original on the web page, such as {@code /documents/document-3/original#page=2}; empty where it is
 *     not shown there
 */
public record Source(
        String document,
        String title,
        String publisher,
        String published,
        String heading,
        String quote,
        OptionalInt page,
        String path) {

    /** Without an original to look at. */
    public Source(String document, String title, String publisher, String published, String heading, String quote) {
        this(document, title, publisher, published, heading, quote, OptionalInt.empty(), "");
    }

    /** 「地域コミュニティあり方検討委員会報告書(案) 2025-12-23 p.3 / 地域協力ネットワークと学校区域」 */
    public String line() {
        return day() + (heading.isEmpty() ? "" : " / " + heading);
    }

    /** Without the heading, for readers with little room. */
    public String day() {
        return title + " " + published + (page.isPresent() ? " p." + page.getAsInt() : "");
    }
}
