package tsunagu.message;

/**
 * Where a statement comes from, as a resident sees it.
 *
 * @param document id of one of the town's documents, or of an outside page
 * @param title with its status, such as 「…報告書(案)」
 * @param publisher who published it
 * @param published {@code 2025-12-23}, or words such as 「発行日なし（2012年ごろ）」
 * @param heading where in the document, from the outer heading to the inner, or empty
 * @param quote the words it rests on, as the document prints them; empty for an outside page
 */
public record Source(String document, String title, String publisher, String published, String heading, String quote) {

    /** 「地域コミュニティあり方検討委員会報告書(案) 2025-12-23 / 地域協力ネットワークと学校区域」 */
    public String line() {
        return title + " " + published + (heading.isEmpty() ? "" : " / " + heading);
    }
}
