package tsunagu.groups.entry;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.text.Folding;

/** What somebody wrote, in a form or a file, as {@link Content}; and what is wrong with it, field by field. */
@Singleton
public class ContentReader {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern TIME_OF_DAY = Pattern.compile("[T ].*");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9()#* -]{5,18}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final List<String> YES =
            List.of("可", "公開", "公開可", "はい", "有", "あり", "する", "受け付ける", "on", "true", "1", "○", "◯");
    private static final List<String> NO =
            List.of("", "不可", "非公開", "公開不可", "いいえ", "無", "なし", "しない", "受け付けない", "off", "false", "0", "×");

    private final Municipalities municipalities;

    ContentReader(Municipalities municipalities) {
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
                    text(Field.NAME),
                    text(Field.READING),
                    kind(),
                    items(Field.AREAS).stream().map(this::area).distinct().toList(),
                    text(Field.WHAT),
                    text(Field.WHEN),
                    new Content.Venue(text(Field.PLACE), text(Field.ADDRESS), point()),
                    text(Field.FOR_WHOM),
                    text(Field.FEE),
                    text(Field.JOINING),
                    contact(),
                    yes(Field.REQUESTS),
                    items(Field.KEYWORDS),
                    address(Field.HOMEPAGE),
                    day(),
                    new Content.Origin(text(Field.SOURCE), address(Field.SOURCE_ADDRESS)));
            if (content.name().isEmpty()) problems.put(Field.NAME, "名前を書いてください。");
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
            return text.substring(0, end).strip();
        }

        private List<String> items(Field field) {
            return Arrays.stream(text(field).split("[;；、,，]"))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .distinct()
                    .toList();
        }

        private Kind kind() {
            return Kind.find(text(Field.KIND)).orElseGet(() -> {
                problems.put(
                        Field.KIND,
                        "種別は、次のどれかにしてください："
                                + String.join(
                                        "、",
                                        Arrays.stream(Kind.values())
                                                .map(Kind::label)
                                                .toList()) + "。");
                return Kind.OTHER;
            });
        }

        /** By id, by the part of the id after the municipality, or by name. */
        private String area(String written) {
            return municipalities.findMunicipality(new MunicipalityId(municipality)).stream()
                    .flatMap(one -> one.areas().stream())
                    .filter(area -> isCalled(area, written))
                    .map(area -> area.id().toString())
                    .findFirst()
                    .orElseGet(() -> {
                        problems.put(Field.AREAS, "「" + written + "」は、この自治体にない地区です。市全体なら空にしてください。");
                        return written;
                    });
        }

        private static boolean isCalled(Area area, String written) {
            return area.id().toString().equals(written)
                    || area.id().value().equals(written)
                    || Folding.name(area.name()).equals(Folding.name(written));
        }

        private Optional<Content.Point> point() {
            Optional<Double> latitude = degrees(Field.LATITUDE, 20, 46);
            Optional<Double> longitude = degrees(Field.LONGITUDE, 122, 154);
            if (latitude.isEmpty() && longitude.isPresent()) problems.putIfAbsent(Field.LATITUDE, "緯度も書いてください。");
            if (latitude.isPresent() && longitude.isEmpty()) problems.putIfAbsent(Field.LONGITUDE, "経度も書いてください。");
            return latitude.flatMap(north -> longitude.map(east -> new Content.Point(north, east)));
        }

        /** Japan lies between these; outside of them the two were swapped, or lost their point. */
        private Optional<Double> degrees(Field field, double least, double most) {
            String text = Folding.width(text(field));
            if (text.isEmpty()) return Optional.empty();
            try {
                double degrees = Double.parseDouble(text);
                if (degrees >= least && degrees <= most) return Optional.of(degrees);
            } catch (NumberFormatException e) {
                // Then it is told below, like a number that is out of range.
            }
            problems.put(
                    field, "日本の" + field.label() + "（" + (int) least + "〜" + (int) most + "）を、35.7256 の形で書いてください。");
            return Optional.empty();
        }

        private Content.Contact contact() {
            String telephone = Folding.width(text(Field.TELEPHONE)).strip();
            if (!telephone.isEmpty() && !TELEPHONE.matcher(telephone).matches())
                problems.putIfAbsent(Field.TELEPHONE, "電話番号を、042-420-2821 の形で書いてください。");
            String mail = Folding.width(text(Field.MAIL)).strip();
            if (!mail.isEmpty() && !MAIL.matcher(mail).matches())
                problems.putIfAbsent(Field.MAIL, "メールアドレスの形になっていません。");
            return new Content.Contact(
                    detail(text(Field.CONTACT), Field.CONTACT_SHOWN),
                    detail(telephone, Field.TELEPHONE_SHOWN),
                    detail(mail, Field.MAIL_SHOWN),
                    detail(address(Field.FORM), Field.FORM_SHOWN));
        }

        private Content.Detail detail(String value, Field shown) {
            boolean may = yes(shown);
            return new Content.Detail(value, may && !value.isEmpty());
        }

        private boolean yes(Field field) {
            String text = Folding.width(text(field)).strip();
            if (!YES.contains(text) && !NO.contains(text)) problems.put(field, "「可」か「不可」にしてください。");
            return YES.contains(text);
        }

        private String address(Field field) {
            String text = text(field);
            if (!text.isEmpty() && !isWebAddress(text)) problems.putIfAbsent(field, "URLを https:// から書いてください。");
            return text;
        }

        private static boolean isWebAddress(String address) {
            try {
                var uri = URI.create(address);
                return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private Optional<LocalDate> day() {
            String text = Folding.width(text(Field.CONFIRMED)).strip();
            if (text.isEmpty()) return Optional.empty();
            String day = TIME_OF_DAY.matcher(text).replaceFirst("");
            try {
                return Optional.of(LocalDate.parse(day.replaceAll("[年月/.]", "-").replace("日", ""), DAY));
            } catch (DateTimeParseException e) {
                problems.put(Field.CONFIRMED, "「2026-04-01」の形で書いてください。");
                return Optional.empty();
            }
        }
    }
}
