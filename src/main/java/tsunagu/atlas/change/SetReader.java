package tsunagu.atlas.change;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipality;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;

/** Reads a set of changes out of a form. Without a source there is none: quotes are looked up here, as at the start. */
@Singleton
public class SetReader {
    /** Before the name of a town or school in a form, its value an area's id, {@code none}, or nothing. */
    public static final String TOWN = "town:";

    public static final String SCHOOL = "school:";
    public static final String NOT_KNOWN = "none";
    public static final int LONGEST_TEXT = 200;
    public static final int LONGEST_QUOTE = 2000;

    private static final int MOST_YEARS_AHEAD = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

    private final DocumentLibrary library;
    private final Clock clock;

    SetReader(DocumentLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param day empty where it is none
     * @param problems a sentence by the name of its field
     */
    public record Read(
            String title, Optional<LocalDate> day, Origin origin, Contents contents, Map<String, String> problems) {
        public boolean isGood() {
            return problems.isEmpty();
        }

        public ChangeSets.Draft draft(String municipality, ChangeSet.Kind kind) {
            return new ChangeSets.Draft(municipality, kind, title, day.orElseThrow(), origin, contents);
        }
    }

    /** A set of changes of areas. */
    public Read read(Map<String, String> sent, Municipality municipality) {
        var problems = new LinkedHashMap<String, String>();
        var lies = new ArrayList<Contents.Lies>();
        sent.forEach((field, value) -> {
            boolean school = field.startsWith(SCHOOL);
            if (value.isBlank() || !school && !field.startsWith(TOWN)) return;
            String name = field.substring((school ? SCHOOL : TOWN).length());
            lie(school, name, value, municipality)
                    .ifPresentOrElse(lies::add, () -> problems.put("lies", "「" + name + "」の地区を選び直してください。"));
        });
        if (lies.isEmpty()) problems.putIfAbsent("lies", "地区を変える町か学校を、少なくとも一つ選んでください。");
        return read(sent, Contents.ofAreas(lies), problems);
    }

    private static Optional<Contents.Lies> lie(boolean school, String name, String value, Municipality municipality) {
        if (name.isBlank() || name.length() > LONGEST_TEXT) return Optional.empty();
        if (value.equals(NOT_KNOWN)) {
            return school ? Optional.empty() : Optional.of(new Contents.Lies(false, name, ""));
        }
        return Optional.of(value)
                .filter(id -> id.indexOf('/') > 0)
                .flatMap(id -> municipality.findArea(AreaId.parse(id)))
                .map(area -> new Contents.Lies(school, name, area.id().toString()));
    }

    /** A set whose contents come from a file. */
    public Read read(Map<String, String> sent, Contents contents) {
        return read(sent, contents, new LinkedHashMap<>());
    }

    private Read read(Map<String, String> sent, Contents contents, Map<String, String> problems) {
        String title = text(sent, "title", LONGEST_TEXT);
        if (title.isEmpty()) problems.put("title", "何の変更かを、短く書いてください。");
        Optional<LocalDate> day = day(sent.getOrDefault("effective", ""));
        if (day.isEmpty()) problems.put("effective", "いつからかを、2027-04-01 の形で書いてください（5年先まで）。");
        return new Read(title, day, origin(sent, problems), contents, Map.copyOf(problems));
    }

    private Optional<LocalDate> day(String text) {
        try {
            LocalDate last = LocalDate.now(clock).plusYears(MOST_YEARS_AHEAD);
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(last));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Origin origin(Map<String, String> sent, Map<String, String> problems) {
        boolean certain = !"medium".equals(sent.get("confidence"));
        if ("document".equals(sent.get("basis"))) {
            String document = text(sent, "document", LONGEST_TEXT);
            String quote = text(sent, "quote", LONGEST_QUOTE);
            quoteProblem(document, quote).ifPresent(says -> problems.put("quote", says));
            return new Origin(document, quote, "", "", "", "", certain);
        }
        var page = Origin.page(
                text(sent, "publisher", LONGEST_TEXT),
                text(sent, "page-title", LONGEST_TEXT),
                text(sent, "published", LONGEST_TEXT),
                text(sent, "address", LONGEST_TEXT),
                certain);
        if (page.publisher().isEmpty()) problems.put("publisher", "だれが出したものかを書いてください。出典のない変更は保存できません。");
        if (page.title().isEmpty()) problems.put("page-title", "題を書いてください。出典のない変更は保存できません。");
        if (page.published().isEmpty()) problems.put("published", "いつのものかを書いてください。日付がなければ「日付の記載なし」と書きます。");
        return page;
    }

    /** Whether what a set rests on is still there: a document may have been replaced since. */
    public boolean isBorneOut(Origin origin) {
        return !origin.isDocument()
                || quoteProblem(origin.document(), origin.quote()).isEmpty();
    }

    private Optional<String> quoteProblem(String document, String quote) {
        if (document.isEmpty()) return Optional.of("資料を選んでください。出典のない変更は保存できません。");
        var id = new DocumentId(document);
        if (library.findDocument(id).isEmpty()) return Optional.of("その資料はありません。");
        if (quote.isEmpty()) return Optional.of("資料のどの言葉によるのかを、そのまま書いてください。");
        return library.findQuote(id, quote).isEmpty()
                ? Optional.of("その資料に、この言葉はありません。資料のとおりに書いてください。")
                : Optional.empty();
    }

    private static String text(Map<String, String> sent, String field, int longest) {
        String text = sent.getOrDefault(field, "").replace("\0", "").strip();
        return text.substring(0, Math.min(longest, text.length()));
    }

    /** Ids and names of the documents that can be cited for a municipality. */
    public List<String[]> listDocuments(String municipality) {
        return library.listDocuments().stream()
                .filter(document -> document.municipality().equals(municipality))
                .map(document -> new String[] {document.id().value(), document.titleWithStatus()})
                .toList();
    }
}
