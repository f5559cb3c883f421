package tsunagu.notices.notice;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.notices.notice.Notice.Signed;
import tsunagu.notices.notice.Notice.State;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.Member;
import tsunagu.text.Language;

/** Notices of staff. Each change needs the revision it was decided upon. */
@Singleton
class NoticeRepository {
    private final SqlRepository sql;

    NoticeRepository(SqlRepository sql) {
        this.sql = sql;
    }

    long insert(String municipality, Content content, Optional<Long> corrects, Member by, Instant now) {
        return sql.insert(
                "insert into area_notice (municipality, state, revision, title, body, body_easy, body_en, body_zh,"
                        + " body_ko, link, contact, source, sourced_at, areas, training, scheduled_at, corrects,"
                        + " edited_by, edited_name, edited_at, overruled, rehearsed)"
                        + " values (?, 'draft', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)",
                municipality,
                content.title(),
                content.body(),
                said(content, Language.EASY_JAPANESE),
                said(content, Language.ENGLISH),
                said(content, Language.CHINESE),
                said(content, Language.KOREAN),
                content.link(),
                content.contact(),
                content.source(),
                content.sourcedAt(),
                areas(content),
                content.training(),
                content.scheduledAt(),
                corrects,
                by.id(),
                by.name(),
                now);
    }

    boolean save(Notice seen, Content content, Member by, Instant now) {
        return sql.update(
                        "update area_notice set title = ?, body = ?, body_easy = ?, body_en = ?, body_zh = ?, body_ko"
                            + " = ?, link = ?, contact = ?, source = ?, sourced_at = ?, areas = ?, training = ?,"
                            + " scheduled_at = ?, edited_by = ?, edited_name = ?, edited_at = ?, revision = revision +"
                            + " 1 where id = ? and revision = ? and state = 'draft'",
                        content.title(),
                        content.body(),
                        said(content, Language.EASY_JAPANESE),
                        said(content, Language.ENGLISH),
                        said(content, Language.CHINESE),
                        said(content, Language.KOREAN),
                        content.link(),
                        content.contact(),
                        content.source(),
                        content.sourcedAt(),
                        areas(content),
                        content.training(),
                        content.scheduledAt(),
                        by.id(),
                        by.name(),
                        now,
                        seen.id(),
                        seen.revision())
                == 1;
    }

    boolean move(Notice seen, State to) {
        return sql.update(
                        "update area_notice set state = ?, approved_name = null, approved_at = null,"
                                + " revision = revision + 1 where id = ? and revision = ? and state = ?",
                        to.key(),
                        seen.id(),
                        seen.revision(),
                        seen.state().key())
                == 1;
    }

    boolean approve(Notice seen, Member by, Instant now) {
        return sql.update(
                        "update area_notice set state = 'approved', approved_name = ?, approved_at = ?,"
                                + " revision = revision + 1 where id = ? and revision = ? and state = 'review'",
                        by.name(),
                        now,
                        seen.id(),
                        seen.revision())
                == 1;
    }

    /** @param outgoing empty in training */
    boolean send(Notice seen, Member by, Instant now, String overruled, Optional<Long> outgoing, int rehearsed) {
        return sql.update(
                        "update area_notice set state = 'sent', sent_name = ?, sent_at = ?, overruled = ?, outgoing ="
                                + " ?, rehearsed = ?, revision = revision + 1 where id = ? and revision = ? and state ="
                                + " 'approved'",
                        by.name(),
                        now,
                        overruled,
                        outgoing,
                        rehearsed,
                        seen.id(),
                        seen.revision())
                == 1;
    }

    Optional<Notice> find(long id) {
        return sql.find(NoticeRepository::read, "select * from area_notice where id = ?", id);
    }

    /** Newest first. */
    List<Notice> list(String municipality, int most) {
        return sql.list(
                NoticeRepository::read,
                "select * from area_notice where municipality = ? order by id desc fetch first ? rows only",
                municipality,
                most);
    }

    /** Those that correct it. */
    List<Long> listCorrections(long id) {
        return sql.list(row -> row.getLong(1), "select id from area_notice where corrects = ? order by id", id);
    }

    private static String said(Content content, Language language) {
        return content.translations().getOrDefault(language, "");
    }

    private static String areas(Content content) {
        return content.areas().isEmpty() ? "" : "|" + String.join("|", content.areas()) + "|";
    }

    private static Notice read(ResultSet row) throws SQLException {
        long corrects = row.getLong("corrects");
        Optional<Long> corrected = row.wasNull() ? Optional.empty() : Optional.of(corrects);
        long outgoing = row.getLong("outgoing");
        Optional<Long> out = row.wasNull() ? Optional.empty() : Optional.of(outgoing);
        return new Notice(
                row.getLong("id"),
                row.getString("municipality"),
                State.find(row.getString("state")).orElseThrow(),
                row.getLong("revision"),
                content(row),
                corrected,
                row.getObject("edited_by", UUID.class),
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow(),
                signed(row, "approved"),
                signed(row, "sent"),
                row.getString("overruled"),
                out,
                row.getInt("rehearsed"));
    }

    private static Content content(ResultSet row) throws SQLException {
        var translations = new EnumMap<Language, String>(Language.class);
        for (var column : Map.of(
                        Language.EASY_JAPANESE,
                        "body_easy",
                        Language.ENGLISH,
                        "body_en",
                        Language.CHINESE,
                        "body_zh",
                        Language.KOREAN,
                        "body_ko")
                .entrySet()) {
            String said = row.getString(column.getValue());
            if (!said.isEmpty()) translations.put(column.getKey(), said);
        }
        return new Content(
                row.getString("title"),
                row.getString("body"),
                translations,
                row.getString("link"),
                row.getString("contact"),
                row.getString("source"),
                SqlRepository.instant(row, "sourced_at").orElseThrow(),
                Arrays.stream(row.getString("areas").split("\\|"))
                        .filter(area -> !area.isEmpty())
                        .toList(),
                row.getBoolean("training"),
                SqlRepository.instant(row, "scheduled_at"));
    }

    private static Optional<Signed> signed(ResultSet row, String step) throws SQLException {
        Optional<Instant> at = SqlRepository.instant(row, step + "_at");
        String name = row.getString(step + "_name");
        return at.map(moment -> new Signed(name, moment));
    }
}
