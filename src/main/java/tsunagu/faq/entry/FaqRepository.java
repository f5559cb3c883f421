package tsunagu.faq.entry;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.sql.SqlRepository;
import tsunagu.text.Folding;

/** Entries and their versions as rows. A change names the revision it was made upon and fails on any other. */
@Singleton
class FaqRepository {
    private static final int LONGEST_FOLDED = 60_000;

    private static final String ENTRY = """
        select e.*, v.content, coalesce(t.times, 0) as times
        from faq_entry e join faq_version v on v.entry = e.id and v.version = e.version
        left join faq_told t on t.entry = e.id\
        """;
    private static final String LINE =
            "select e.*, coalesce(t.times, 0) as times from faq_entry e left join faq_told t on t.entry = e.id";

    private final SqlRepository sql;
    private final ObjectMapper json;
    /** Of publish and expiry times, which staff write as the town's clock shows them. */
    private final ZoneId zone;

    FaqRepository(SqlRepository sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        zone = clock.getZone();
    }

    /**
     * Who writes, and when.
     *
     * @param id empty for what no member of staff did
     */
    record Hand(Optional<UUID> id, String name, Instant at) {}

    Optional<Faq> find(long id) {
        return sql.find(this::faq, ENTRY + " where e.id = ?", id);
    }

    long insert(String municipality, Content content, Hand hand, String note) {
        return sql.inOneTransaction(() -> {
            long id = sql.insert(
                    """
                    insert into faq_entry (municipality, state, revision, version, question, folded, owner, review_by,
                        publish_from, edited_by, edited_name, edited_at)
                    values (?, 'draft', 1, 1, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    municipality,
                    content.question(),
                    folded(content),
                    content.owner(),
                    content.reviewBy(),
                    content.publishFrom().map(this::instant),
                    hand.id(),
                    hand.name(),
                    hand.at());
            insertVersion(id, 1, content, hand, note);
            return id;
        });
    }

    /** A new version, a draft; false where the entry has changed since that revision. */
    boolean save(Faq seen, Content content, Hand hand, String note) {
        int changed = sql.update(
                """
                update faq_entry set state = 'draft', revision = revision + 1, version = version + 1, question = ?,
                    folded = ?, owner = ?, review_by = ?, publish_from = ?, edited_by = ?, edited_name = ?,
                    edited_at = ?, approved_name = null, approved_at = null
                where id = ? and revision = ?\
                """,
                content.question(),
                folded(content),
                content.owner(),
                content.reviewBy(),
                content.publishFrom().map(this::instant),
                hand.id(),
                hand.name(),
                hand.at(),
                seen.id(),
                seen.revision());
        if (changed == 0) return false;
        insertVersion(seen.id(), seen.version() + 1, content, hand, note);
        return true;
    }

    private void insertVersion(long id, int version, Content content, Hand hand, String note) {
        sql.update(
                "insert into faq_version (entry, version, content, edited_name, edited_at, note)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                version,
                write(content),
                hand.name(),
                hand.at(),
                note);
    }

    boolean move(Faq seen, State to) {
        return sql.update(
                        "update faq_entry set state = ?, revision = revision + 1 where id = ? and revision = ?",
                        to.key(),
                        seen.id(),
                        seen.revision())
                == 1;
    }

    boolean approve(Faq seen, Hand hand) {
        sql.update(
                "update faq_version set approved_at = ? where entry = ? and version = ?",
                hand.at(),
                seen.id(),
                seen.version());
        return sql.update("""
            update faq_entry set state = 'approved', revision = revision + 1, approved_name = ?,
                approved_at = ? where id = ? and revision = ?\
            """, hand.name(), hand.at(), seen.id(), seen.revision()) == 1;
    }

    /** What residents are told of it from now on: its newest version, or nothing. */
    boolean tell(Faq seen, State to, boolean told) {
        int changed = sql.update(
                """
                update faq_entry set state = ?, revision = revision + 1, live = ?, live_until = ?
                where id = ? and revision = ?\
                """,
                to.key(),
                told ? Optional.of(seen.version()) : Optional.empty(),
                told ? seen.content().expireAt().map(this::instant) : Optional.empty(),
                seen.id(),
                seen.revision());
        if (changed == 1) sql.update("update faq_revision set number = number + 1 where id = 1");
        return changed == 1;
    }

    long revision() {
        return sql.find(row -> row.getLong(1), "select number from faq_revision where id = 1")
                .orElseThrow();
    }

    /** Whose time has come: scheduled ones that begin, and told ones that are over. */
    List<Faq> listDue(Instant now) {
        return sql.list(
                this::faq,
                ENTRY + " where e.state = 'scheduled' and e.publish_from <= ? or e.live_until <= ? order by e.id",
                now,
                now);
    }

    /** The versions that residents are told. */
    List<Faq.Live> listLive() {
        return sql.list(
                row -> new Faq.Live(
                        row.getLong("id"),
                        row.getString("municipality"),
                        read(row.getString("content")),
                        SqlRepository.instant(row, "approved_at"),
                        SqlRepository.instant(row, "live_until")),
                """
                select e.id, e.municipality, e.live_until, v.content, v.approved_at
                from faq_entry e join faq_version v on v.entry = e.id and v.version = e.live order by e.id\
                """);
    }

    List<Faq.Version> listVersions(long id) {
        return sql.list(
                row -> new Faq.Version(
                        row.getInt("version"),
                        read(row.getString("content")),
                        row.getString("edited_name"),
                        SqlRepository.instant(row, "edited_at").orElseThrow(),
                        row.getString("note"),
                        SqlRepository.instant(row, "approved_at")),
                "select * from faq_version where entry = ? order by version desc",
                id);
    }

    void addTold(long id, long times) {
        sql.inOneTransaction(() -> {
            int changed = sql.update("update faq_told set times = times + ? where entry = ?", times, id);
            if (changed > 0) return changed;
            // Another copy may be first; then nothing is inserted, and this one is added.
            int inserted =
                    sql.update("insert into faq_told (entry, times) values (?, ?) on conflict do nothing", id, times);
            return inserted > 0
                    ? inserted
                    : sql.update("update faq_told set times = times + ? where entry = ?", times, id);
        });
    }

    List<Faq> listAll(Optional<String> municipality) {
        return municipality
                .map(only -> sql.list(this::faq, ENTRY + " where e.municipality = ? order by e.id", only))
                .orElseGet(() -> sql.list(this::faq, ENTRY + " order by e.id"));
    }

    List<Faq.Line> listLines(Filter filter, LocalDate today) {
        var values = new ArrayList<Object>();
        String where = where(filter, today, values);
        if (filter.overdue()) {
            return sql.list(row -> line(row, today), LINE + where, values.toArray()).stream()
                    .sorted(Comparator.comparingLong(Faq.Line::damage)
                            .thenComparingLong(Faq.Line::daysOverdue)
                            .reversed())
                    .skip((long) filter.page() * Filter.PAGE)
                    .limit(Filter.PAGE)
                    .toList();
        }
        values.add(Filter.PAGE);
        values.add((long) filter.page() * Filter.PAGE);
        return sql.list(
                row -> line(row, today),
                LINE + where + " order by e.edited_at desc, e.id desc limit ? offset ?",
                values.toArray());
    }

    long count(Filter filter, LocalDate today) {
        var values = new ArrayList<Object>();
        return sql.find(
                        row -> row.getLong(1),
                        "select count(*) from faq_entry e" + where(filter, today, values),
                        values.toArray())
                .orElseThrow();
    }

    private static String where(Filter filter, LocalDate today, List<Object> values) {
        var conditions = new ArrayList<String>();
        filter.municipality().ifPresent(only -> {
            conditions.add("e.municipality = ?");
            values.add(only);
        });
        filter.state().ifPresent(state -> {
            conditions.add("e.state = ?");
            values.add(state.key());
        });
        if (filter.overdue()) {
            conditions.add("e.review_by < ? and e.state <> 'withdrawn'");
            values.add(today);
        }
        for (String word : filter.words().strip().split("\\s+")) {
            if (word.isEmpty()) continue;
            conditions.add("e.folded like ? escape '!'");
            values.add(containing(word));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Entries that have some of these words, those with most first. */
    List<Faq.Line> listSimilar(List<String> words, String municipality, LocalDate today, int limit) {
        if (words.isEmpty()) return List.of();
        String score = words.stream()
                .map(_ -> "case when e.folded like ? escape '!' then 1 else 0 end")
                .collect(Collectors.joining(" + "));
        var values = new ArrayList<Object>();
        values.add(municipality);
        Stream.of(1, 2).forEach(_ -> words.forEach(word -> values.add(containing(word))));
        values.add(limit);
        return sql.list(
                row -> line(row, today),
                LINE + " where e.municipality = ? and (" + score + ") > 0 order by (" + score + ") desc, e.id limit ?",
                values.toArray());
    }

    private static String containing(String word) {
        return "%" + Folding.name(word).replaceAll("[!%_]", "!$0") + "%";
    }

    private Faq faq(ResultSet row) throws SQLException {
        int live = row.getInt("live");
        Optional<Integer> told = row.wasNull() ? Optional.empty() : Optional.of(live);
        return new Faq(
                row.getLong("id"),
                row.getString("municipality"),
                State.findByKey(row.getString("state")).orElseThrow(),
                row.getLong("revision"),
                row.getInt("version"),
                told,
                read(row.getString("content")),
                Optional.ofNullable(row.getObject("edited_by", UUID.class)),
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow(),
                Optional.ofNullable(row.getString("approved_name")),
                SqlRepository.instant(row, "approved_at"),
                row.getLong("times"));
    }

    private static Faq.Line line(ResultSet row, LocalDate today) throws SQLException {
        row.getInt("live");
        boolean live = !row.wasNull();
        return new Faq.Line(
                row.getLong("id"),
                row.getString("municipality"),
                State.findByKey(row.getString("state")).orElseThrow(),
                live,
                row.getString("question"),
                row.getString("owner"),
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow(),
                row.getLong("times"),
                SqlRepository.day(row, "review_by")
                        .map(day -> ChronoUnit.DAYS.between(day, today))
                        .orElse(0L));
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }

    private static String folded(Content content) {
        String folded = Stream.of(content.allWordings(), List.of(content.answer()), content.tags())
                .flatMap(List::stream)
                .map(Folding::name)
                .collect(Collectors.joining("\n"));
        return folded.substring(0, Math.min(LONGEST_FOLDED, folded.length()));
    }

    private String write(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content read(String content) {
        try {
            return json.readValue(content, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
