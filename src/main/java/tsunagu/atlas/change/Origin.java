package tsunagu.atlas.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What says that changes are so: words of one of the town's documents, or else a page or paper outside of them.
 *
 * @param document id of a document, empty for a page
 * @param quote words of that document
 * @param published a date, or words where there is none
 * @param address may be empty
 * @param certain whether it is told without 「と考えられます」
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Origin(
        String document,
        String quote,
        String publisher,
        String title,
        String published,
        String address,
        boolean certain) {

    public static Origin page(String publisher, String title, String published, String address, boolean certain) {
        return new Origin("", "", publisher, title, published, address, certain);
    }

    public boolean isDocument() {
        return !document.isEmpty();
    }

    /** 「西東京市「区域の見直し」2027-03-01」 */
    public String shown() {
        return isDocument() ? "資料 " + document + "「" + quote + "」" : publisher + "「" + title + "」" + published;
    }
}
