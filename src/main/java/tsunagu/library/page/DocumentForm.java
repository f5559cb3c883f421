package tsunagu.library.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.documents.SourceDocument;
import tsunagu.library.entry.Content;
import tsunagu.library.entry.Holding;

/**
 * The form of a document as it is shown, also with what is wrong.
 *
 * @param holding empty for a document that is new
 * @param texts what stands in the fields, by their names
 * @param problems a sentence for each field at fault, by its name; of the file under {@code file}
 */
public record DocumentForm(
        Optional<Holding> holding,
        String municipality,
        long revision,
        Map<String, String> texts,
        Map<String, String> problems) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PUBLISHER = 100;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    public DocumentForm {
        texts = Map.copyOf(texts);
        problems = Map.copyOf(problems);
    }

    public static DocumentForm fresh(String municipality, String publisher) {
        return new DocumentForm(
                Optional.empty(), municipality, 0, Map.of("publisher", publisher, "status", "final"), Map.of());
    }

    public static DocumentForm of(Holding holding) {
        Content content = holding.content();
        var texts = new HashMap<String, String>();
        texts.put("title", content.title());
        texts.put("publisher", content.publisher());
        texts.put("published", content.published().map(LocalDate::toString).orElse(""));
        texts.put("year", content.yearAbout() == 0 ? "" : String.valueOf(content.yearAbout()));
        texts.put("status", content.status().name().toLowerCase(Locale.ROOT));
        texts.put("succeeds", content.succeeds());
        return new DocumentForm(Optional.of(holding), holding.municipality(), holding.revision(), texts, Map.of());
    }

    /** What was sent, cleaned; problems are told by {@link #check}. */
    public static DocumentForm sent(
            Optional<Holding> holding, String municipality, long revision, Map<String, String> sent) {
        var texts = new HashMap<String, String>();
        sent.forEach((name, text) -> texts.put(
                name, UNSEEN.matcher(text == null ? "" : text).replaceAll(" ").strip()));
        return new DocumentForm(holding, municipality, revision, texts, Map.of());
    }

    public DocumentForm with(String field, String problem) {
        var all = new HashMap<>(problems);
        all.put(field, problem);
        return new DocumentForm(holding, municipality, revision, texts, all);
    }

    /** The same with what is wrong with it. */
    public DocumentForm check() {
        DocumentForm checked = this;
        if (text("title").isEmpty()) checked = checked.with("title", "題名を書いてください。");
        if (text("title").length() > LONGEST_TITLE) checked = checked.with("title", LONGEST_TITLE + "文字までで書いてください。");
        if (text("publisher").isEmpty()) checked = checked.with("publisher", "発行した課や団体を書いてください。");
        if (text("publisher").length() > LONGEST_PUBLISHER) {
            checked = checked.with("publisher", LONGEST_PUBLISHER + "文字までで書いてください。");
        }
        if (!text("published").isEmpty() && day().isEmpty()) {
            checked = checked.with("published", "日付を「2026-04-01」の形で書いてください。");
        } else if (text("published").isEmpty() && year() == 0) {
            checked = checked.with("published", "発行日を書いてください。日付のない資料なら、下の欄に、いつごろのものかを西暦の年で書いてください。");
        }
        if (!text("year").isEmpty() && year() == 0) checked = checked.with("year", "西暦の年を4けたで書いてください。");
        return checked;
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    /** Of a form that is good. */
    public Content content() {
        return new Content(
                text("title"),
                text("publisher"),
                day(),
                day().isPresent() ? 0 : year(),
                switch (text("status")) {
                    case "draft" -> SourceDocument.Status.DRAFT;
                    case "outline" -> SourceDocument.Status.OUTLINE;
                    default -> SourceDocument.Status.FINAL;
                },
                text("succeeds"));
    }

    private Optional<LocalDate> day() {
        try {
            LocalDate day = LocalDate.parse(text("published"));
            return day.getYear() < EARLIEST || day.getYear() > LATEST ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private int year() {
        return text("year").matches("(?:19|20)[0-9]{2}") ? Integer.parseInt(text("year")) : 0;
    }

    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** What is wrong with a field; empty if nothing. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    /** Null for a good field: the attribute is left out. */
    public String invalid(String field) {
        return problems.containsKey(field) ? "true" : null;
    }
}
