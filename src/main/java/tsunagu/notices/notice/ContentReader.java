package tsunagu.notices.notice;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.notices.outbox.SendingSettings;
import tsunagu.text.Language;

/** What staff filled in, as a content, with a sentence for each field that is wrong; and back. */
@Singleton
public class ContentReader {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final Duration LATEST = Duration.ofDays(62);
    /** Clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Municipalities municipalities;
    private final ZoneId zone;
    private final Clock clock;

    ContentReader(Municipalities municipalities, SendingSettings settings, Clock clock) {
        this.municipalities = municipalities;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param texts as they were typed
     * @param content what could be read of them; complete where nothing is wrong
     */
    public record Read(Map<Field, String> texts, Map<Field, String> problems, Content content) {
        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    public Read read(Map<Field, String> sent, String municipality) {
        var problems = new EnumMap<Field, String>(Field.class);
        var texts = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            String text = clean(sent.getOrDefault(field, ""));
            texts.put(field, text);
            if (text.codePointCount(0, text.length()) > field.longest()) {
                problems.put(field, field.longest() + "文字までにしてください。");
            }
        }
        if (texts.get(Field.BODY).isEmpty()) problems.put(Field.BODY, "本文を書いてください。");
        if (texts.get(Field.SOURCE).isEmpty()) {
            problems.put(Field.SOURCE, "何によるお知らせかを書いてください。出典のないお知らせは送れません。");
        }
        return new Read(texts, problems, content(texts, municipality, problems));
    }

    private Content content(Map<Field, String> texts, String municipality, Map<Field, String> problems) {
        Map<Language, String> translations = Arrays.stream(Field.values())
                .filter(field ->
                        field.language().isPresent() && !texts.get(field).isEmpty())
                .collect(Collectors.toMap(field -> field.language().orElseThrow(), texts::get));
        String link = texts.get(Field.LINK);
        if (!link.isEmpty() && !isAddress(link)) problems.put(Field.LINK, "https:// で始まるURLを書いてください。");
        return new Content(
                texts.get(Field.TITLE),
                texts.get(Field.BODY),
                translations,
                link,
                texts.get(Field.CONTACT),
                texts.get(Field.SOURCE),
                sourcedAt(texts, problems),
                areas(texts, municipality, problems),
                texts.get(Field.TRAINING).equals("yes"),
                scheduledAt(texts, problems));
    }

    private Instant sourcedAt(Map<Field, String> texts, Map<Field, String> problems) {
        Optional<Instant> moment = moment(texts.get(Field.SOURCED_AT));
        if (moment.isEmpty()) {
            problems.put(Field.SOURCED_AT, "出典がいつのものかを、2026-11-22 09:30 のように入れてください。");
            return clock.instant();
        }
        if (moment.get().isAfter(clock.instant().plus(TOLERANCE))) {
            problems.put(Field.SOURCED_AT, "これからの日時になっています。出典が出た日時を入れてください。");
        }
        return moment.get();
    }

    private Optional<Instant> scheduledAt(Map<Field, String> texts, Map<Field, String> problems) {
        String text = texts.get(Field.SCHEDULED_AT);
        if (text.isEmpty()) return Optional.empty();
        Instant now = clock.instant();
        Optional<Instant> moment = moment(text);
        boolean fits = moment.filter(at -> at.isAfter(now) && at.isBefore(now.plus(LATEST)))
                .isPresent();
        if (!fits) problems.put(Field.SCHEDULED_AT, "これから60日までの日時を入れてください。");
        return moment;
    }

    private List<String> areas(Map<Field, String> texts, String municipality, Map<Field, String> problems) {
        List<String> ids = Arrays.stream(texts.get(Field.AREAS).split(";"))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        boolean known = ids.stream().allMatch(id -> isArea(id, municipality));
        if (!known) problems.put(Field.AREAS, "この自治体の地区を選んでください。");
        return known ? ids : List.of();
    }

    private boolean isArea(String id, String municipality) {
        return id.startsWith(municipality + "/")
                && municipalities
                        .findMunicipality(new MunicipalityId(municipality))
                        .flatMap(one -> one.findArea(AreaId.parse(id)))
                        .isPresent();
    }

    private static boolean isAddress(String link) {
        try {
            URI uri = new URI(link);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.toASCIIString().length() <= Field.LINK.longest();
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** No half characters, no NUL, lines by {@code \n}. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** The texts of a content, as the form shows them. */
    public Map<Field, String> texts(Content content) {
        var texts = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) texts.put(field, text(content, field));
        return texts;
    }

    private String text(Content content, Field field) {
        return switch (field) {
            case TITLE -> content.title();
            case BODY -> content.body();
            case BODY_EASY, BODY_EN, BODY_ZH, BODY_KO ->
                content.translations().getOrDefault(field.language().orElseThrow(), "");
            case LINK -> content.link();
            case CONTACT -> content.contact();
            case SOURCE -> content.source();
            case SOURCED_AT -> minute(content.sourcedAt());
            case AREAS -> String.join(";", content.areas());
            case TRAINING -> content.training() ? "yes" : "";
            case SCHEDULED_AT -> content.scheduledAt().map(this::minute).orElse("");
        };
    }

    private String minute(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** 「2026-11-22 09:30」, in the towns' time. */
    public String shown(Instant moment) {
        return minute(moment).replace('T', ' ');
    }
}
