package tsunagu.faq.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that staff write of an entry. Lists are without empty items, texts without space around them, lines parted by
 * {@code \n}.
 *
 * @param wordings other ways the question is asked
 * @param contact whom to ask, on one line as residents read it, may be empty
 * @param language BCP 47 tag of question and answer
 * @param area id of the area it is about, empty for all of the municipality
 * @param owner who keeps it up to date
 * @param reviewBy the day by which it should be looked at again
 * @param publishFrom not told before, in the town's time
 * @param expireAt not told from then on, in the town's time
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Content(
        String question,
        List<String> wordings,
        String answer,
        List<Link> links,
        String contact,
        String language,
        String area,
        List<String> tags,
        String owner,
        Origin origin,
        Optional<LocalDate> reviewBy,
        Optional<LocalDateTime> publishFrom,
        Optional<LocalDateTime> expireAt) {

    public Content {
        wordings = List.copyOf(wordings);
        links = List.copyOf(links);
        tags = List.copyOf(tags);
    }

    /** A page residents may want to read on. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Link(String label, String address) {}

    /**
     * What the answer rests on; everything empty where it is the town's own word.
     *
     * @param document id of a document
     * @param place words that stand in it, or a heading
     * @param page title of a page
     * @param address of the page
     * @param seen when the page said so
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Origin(String document, String place, String page, String address, Optional<LocalDate> seen) {
        public static final Origin OWN = new Origin("", "", "", "", Optional.empty());
    }

    public static Content empty() {
        return new Content(
                "",
                List.of(),
                "",
                List.of(),
                "",
                "ja",
                "",
                List.of(),
                "",
                Origin.OWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The question, then its other wordings. */
    public List<String> allWordings() {
        var all = new ArrayList<String>();
        all.add(question);
        all.addAll(wordings);
        return all;
    }

    /** What residents read: the answer, then links and contact. */
    public String told() {
        var lines = new ArrayList<String>();
        lines.add(answer);
        links.forEach(link -> lines.add(link.label() + "：" + link.address()));
        if (!contact.isEmpty()) lines.add(contact);
        return String.join("\n", lines);
    }
}
