package tsunagu.faq.entry;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.text.Language;

/** What somebody wrote, in a form or a file, as {@link Content}; and what is wrong with it, field by field. */
@Singleton
public class ContentReader {
    private static final int MOST_WORDINGS = 50;
    private static final int LONGEST_WORDING = 200;
    private static final int MOST_LINKS = 5;
    private static final int MOST_TAGS = 20;
    /** LINE takes 5000; sources stand below it. */
    private static final int LONGEST_TOLD = 4500;

    /** As forms send it and as spreadsheets write it: {@code 2026-4-1T9:00}, with or without a time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-M-d['T'H:mm[:ss]]").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private final DocumentLibrary library;
    private final Municipalities municipalities;

    ContentReader(DocumentLibrary library, Municipalities municipalities) {
        this.library = library;
        this.municipalities = municipalities;
    }

    /**
     * What was read.
     *
     * @param content complete also where something is wrong, so that nobody has to write it again
     * @param problems a sentence for each field at fault
     */
    public record Read(Content content, Map<Field, String> problems) {
        public Read {
            problems = Map.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    /** @param texts by field, what is left out is empty */
    public Read read(Map<Field, String> texts, String municipality) {
        return new Reading(texts, municipality).read();
    }

    private final class Reading {
        private final Map<Field, String> texts;
        private final String municipality;
        private final Map<Field, String> problems = new EnumMap<>(Field.class);

        Reading(Map<Field, String> texts, String municipality) {
            this.texts = texts;
            this.municipality = municipality;
        }

        Read read() {
            var content = new Content(
                    text(Field.QUESTION),
                    lines(Field.WORDINGS),
                    text(Field.ANSWER),
                    lines(Field.LINKS).stream().map(this::link).toList(),
                    text(Field.CONTACT),
                    text(Field.LANGUAGE).isEmpty() ? "ja" : text(Field.LANGUAGE),
                    text(Field.AREA),
                    Arrays.stream(text(Field.TAGS).split("[、,，\\n]"))
                            .map(String::strip)
                            .filter(tag -> !tag.isEmpty())
                            .distinct()
                            .toList(),
                    text(Field.OWNER),
                    origin(),
                    day(Field.REVIEW_BY),
                    moment(Field.PUBLISH_FROM),
                    moment(Field.EXPIRE_AT));
            check(content);
            return new Read(content, problems);
        }

        private String text(Field field) {
            String raw = texts.getOrDefault(field, "").replace("\r\n", "\n").replace('\r', '\n');
            if (!field.hasLines()) raw = raw.replaceAll("[\\n\\t]+", " ");
            String text = UNSEEN.matcher(raw).replaceAll("").strip();
            if (text.length() <= field.longest()) return text;
            problems.put(field, "長すぎます。" + field.longest() + "文字までで書いてください（いま" + text.length() + "文字）。");
            // Half a surrogate pair cannot be stored.
            int end =
                    Character.isHighSurrogate(text.charAt(field.longest() - 1)) ? field.longest() - 1 : field.longest();
            return text.substring(0, end);
        }

        private List<String> lines(Field field) {
            return text(field)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }

        private Content.Link link(String line) {
            int cut = Math.max(line.lastIndexOf(' '), line.lastIndexOf('　'));
            String address = line.substring(cut + 1);
            if (cut < 1 || !isWebAddress(address)) {
                problems.putIfAbsent(Field.LINKS, "「案内の名前 https://…」の形で、1行に1つ書いてください。");
            }
            return new Content.Link(line.substring(0, Math.max(cut, 0)).strip(), address);
        }

        private Content.Origin origin() {
            return new Content.Origin(
                    text(Field.DOCUMENT), text(Field.PLACE), text(Field.PAGE), text(Field.ADDRESS), day(Field.SEEN));
        }

        private Optional<LocalDate> day(Field field) {
            return time(field, text -> LocalDate.parse(text, TIME), "2026-04-01");
        }

        private Optional<LocalDateTime> moment(Field field) {
            return time(
                    field,
                    text -> TIME.parseBest(text, LocalDateTime::from, LocalDate::from) instanceof LocalDateTime moment
                            ? moment
                            : LocalDate.parse(text, TIME).atStartOfDay(),
                    "2026-04-01 09:00");
        }

        private <T> Optional<T> time(Field field, Function<String, T> parse, String example) {
            String text = text(field);
            if (text.isEmpty()) return Optional.empty();
            try {
                return Optional.of(parse.apply(text.replace('/', '-').replace(' ', 'T')));
            } catch (DateTimeParseException e) {
                problems.put(field, "「" + example + "」の形で書いてください。");
                return Optional.empty();
            }
        }

        private void check(Content content) {
            if (content.question().isEmpty()) problems.put(Field.QUESTION, "質問を書いてください。");
            if (content.answer().isEmpty()) problems.put(Field.ANSWER, "答えを書いてください。");
            if (content.wordings().size() > MOST_WORDINGS) problems.put(Field.WORDINGS, MOST_WORDINGS + "個までにしてください。");
            if (content.wordings().stream().anyMatch(one -> one.length() > LONGEST_WORDING))
                problems.put(Field.WORDINGS, "1つの言い方は" + LONGEST_WORDING + "文字までにしてください。");
            if (content.links().size() > MOST_LINKS) problems.put(Field.LINKS, MOST_LINKS + "個までにしてください。");
            if (content.tags().size() > MOST_TAGS) problems.put(Field.TAGS, MOST_TAGS + "個までにしてください。");
            if (content.told().length() > LONGEST_TOLD)
                problems.putIfAbsent(Field.ANSWER, "リンクと連絡先を合わせて" + LONGEST_TOLD + "文字までにしてください。");
            if (Language.findByTag(content.language()).isEmpty()
                    || Language.findByTag(content.language())
                            .filter(one -> one.tag().equals(content.language()))
                            .isEmpty()) problems.put(Field.LANGUAGE, "ja（日本語）か en（英語）を選んでください。");
            if (!content.area().isEmpty() && !isArea(content.area())) problems.put(Field.AREA, "この自治体にない地区です。");
            if (content.publishFrom().isPresent()
                    && content.expireAt()
                            .filter(end -> !end.isAfter(content.publishFrom().get()))
                            .isPresent()) problems.put(Field.EXPIRE_AT, "公開開始より後にしてください。");
            checkOrigin(content.origin());
        }

        private void checkOrigin(Content.Origin origin) {
            var document = new DocumentId(origin.document());
            boolean known = library.findDocument(document)
                    .filter(one -> one.municipality().equals(municipality))
                    .isPresent();
            if (!origin.document().isEmpty() && !known) {
                problems.put(Field.DOCUMENT, "この自治体の資料にありません。");
            } else if (origin.document().isEmpty() && !origin.place().isEmpty()) {
                problems.put(Field.DOCUMENT, "どの資料かを選んでください。");
            } else if (known
                    && !origin.place().isEmpty()
                    && library.findQuote(document, origin.place()).isEmpty()) {
                problems.put(Field.PLACE, "この言葉は、選んだ資料の中に見つかりません。資料にあるとおりに書いてください。");
            }
            if (!origin.document().isEmpty() && !origin.page().isEmpty())
                problems.put(Field.PAGE, "出典は、資料かページのどちらか一方にしてください。");
            if (origin.page().isEmpty() && !origin.address().isEmpty()) problems.put(Field.PAGE, "ページの名前を書いてください。");
            if (!origin.page().isEmpty() && !isWebAddress(origin.address()))
                problems.put(Field.ADDRESS, "ページのURLを https:// から書いてください。");
        }

        private boolean isArea(String id) {
            return municipalities.findMunicipality(new MunicipalityId(municipality)).stream()
                    .flatMap(one -> one.areas().stream())
                    .anyMatch(area -> area.id().toString().equals(id));
        }

        private static boolean isWebAddress(String address) {
            try {
                var uri = URI.create(address);
                return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
