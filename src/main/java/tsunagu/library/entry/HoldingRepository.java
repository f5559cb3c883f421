package tsunagu.library.entry;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tsunagu.documents.DocumentId;
import tsunagu.documents.SourceDocument;
import tsunagu.library.print.Copy;
import tsunagu.library.reading.FileKind;
import tsunagu.sql.SqlRepository;
import tsunagu.staff.Member;

/** Documents and their versions as rows. A change names the revision it was made upon and fails on any other. */
@Singleton
class HoldingRepository {
    private static final String HOLDING =
            "select d.*, v.title, v.publisher, v.published, v.year_about, v.status, v.succeeds as succeeds_next,"
                    + " v.file_name, v.kind, v.original, v.text, v.pages, v.left_out from library_document d join"
                    + " library_version v on v.document = d.id and v.version = d.%s";
    private static final String NEWEST = HOLDING.formatted("version");
    private static final String LIVE = HOLDING.formatted("live");

    private final SqlRepository sql;
    private final ObjectMapper json;

    HoldingRepository(SqlRepository sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<Holding> find(long id) {
        return sql.find(this::holding, NEWEST + " where d.id = ?", id);
    }

    /** In the version that residents are told from. */
    Optional<Holding> findLive(long id) {
        return sql.find(this::holding, LIVE + " where d.id = ?", id);
    }

    /** In the version that residents are told from, in the order they were made. */
    List<Holding> listLive() {
        return sql.list(this::holding, LIVE + " order by d.id");
    }

    long insert(String municipality, Content content, StoredFile file, Member by, Instant at) {
        return sql.inOneTransaction(() -> {
            long id = sql.insert("""
                insert into library_document (municipality, state, revision, version, succeeds, ever_told, edited_by,
                    edited_name, edited_at)
                values (?, 'draft', 1, 1, '', false, ?, ?, ?)\
                """, municipality, by.id(), by.name(), at);
            insertVersion(id, 1, content, file, by, at, "");
            return id;
        });
    }

    /** A new version, a draft; false where the document has changed since that revision. */
    boolean save(Holding seen, Content content, StoredFile file, Member by, Instant at, String note) {
        int changed = sql.update("""
            update library_document set state = 'draft', revision = revision + 1, version = version + 1,
                edited_by = ?, edited_name = ?, edited_at = ? where id = ? and revision = ?\
            """, by.id(), by.name(), at, seen.id(), seen.revision());
        if (changed == 0) return false;
        insertVersion(seen.id(), seen.version() + 1, content, file, by, at, note);
        return true;
    }

    private void insertVersion(
            long id, int version, Content content, StoredFile file, Member by, Instant at, String note) {
        Copy copy = file.copy();
        sql.update(
                """
                insert into library_version (document, version, title, publisher, published, year_about, status,
                    succeeds, file_name, kind, original, text, pages, left_out, edited_name, edited_at, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                id,
                version,
                content.title(),
                content.publisher(),
                content.published(),
                content.yearAbout(),
                content.status().name(),
                content.succeeds(),
                file.name(),
                file.kind().key(),
                file.original(),
                copy.text(),
                copy.pages().stream().map(String::valueOf).collect(Collectors.joining(",")),
                write(copy.leftOut()),
                by.name(),
                at,
                note);
    }

    boolean move(Holding seen, State to) {
        return sql.update(
                        "update library_document set state = ?, revision = revision + 1 where id = ? and revision = ?",
                        to.key(),
                        seen.id(),
                        seen.revision())
                == 1;
    }

    /** Residents are told from the newest version from now on. */
    boolean publish(Holding seen, Member by) {
        int changed = sql.update("""
            update library_document set state = 'published', revision = revision + 1, live = version,
                ever_told = true, succeeds = ?, approved_name = ? where id = ? and revision = ?\
            """, seen.content().succeeds(), by.name(), seen.id(), seen.revision());
        return counted(changed);
    }

    boolean withdraw(Holding seen) {
        return counted(sql.update("""
            update library_document set state = 'withdrawn', revision = revision + 1, live = null
            where id = ? and revision = ?\
            """, seen.id(), seen.revision()));
    }

    private boolean counted(int changed) {
        if (changed == 1) sql.update("update library_revision set number = number + 1 where id = 1");
        return changed == 1;
    }

    boolean delete(Holding seen) {
        sql.update(
                "delete from library_version where document = ? and exists (select 1 from library_document d"
                        + " where d.id = ? and d.revision = ? and not d.ever_told)",
                seen.id(),
                seen.id(),
                seen.revision());
        return sql.update(
                        "delete from library_document where id = ? and revision = ? and not ever_told",
                        seen.id(),
                        seen.revision())
                == 1;
    }

    long revision() {
        return sql.find(row -> row.getLong(1), "select number from library_revision where id = 1")
                .orElseThrow();
    }

    /** What published documents have taken the place of, also where they were withdrawn since. */
    List<DocumentId> listSucceeded() {
        return sql.list(
                row -> new DocumentId(row.getString(1)),
                "select distinct succeeds from library_document where succeeds <> '' and ever_told");
    }

    List<Holding.Line> listLines(Optional<String> municipality, Optional<State> state) {
        var values = new ArrayList<Object>();
        var where = new ArrayList<String>();
        municipality.ifPresent(only -> {
            where.add("d.municipality = ?");
            values.add(only);
        });
        state.ifPresent(only -> {
            where.add("d.state = ?");
            values.add(only.key());
        });
        return sql.list(
                HoldingRepository::line,
                "select d.*, v.title, v.publisher, v.published, v.year_about, v.status, v.succeeds as succeeds_next,"
                    + " v.kind, exists (select 1 from library_document s where s.ever_told and s.succeeds ="
                    + " 'document-' || d.id) as succeeded from library_document d join library_version v on v.document"
                    + " = d.id and v.version = d.version"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by d.edited_at desc, d.id desc",
                values.toArray());
    }

    List<Holding.Version> listVersions(long id) {
        return sql.list(
                row -> new Holding.Version(
                        row.getInt("version"),
                        content(row, row.getString("succeeds")),
                        row.getString("file_name"),
                        row.getObject("original", UUID.class),
                        row.getString("edited_name"),
                        SqlRepository.instant(row, "edited_at").orElseThrow(),
                        row.getString("note")),
                "select version, title, publisher, published, year_about, status, succeeds, file_name, original,"
                        + " edited_name, edited_at, note from library_version where document = ? order by version desc",
                id);
    }

    private Holding holding(ResultSet row) throws SQLException {
        String pages = row.getString("pages");
        var copy = new Copy(
                "",
                row.getString("text"),
                pages.isEmpty()
                        ? List.of()
                        : Arrays.stream(pages.split(",")).map(Integer::valueOf).toList(),
                read(row.getString("left_out")));
        return new Holding(
                row.getLong("id"),
                row.getString("municipality"),
                State.findByKey(row.getString("state")).orElseThrow(),
                row.getLong("revision"),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("live", Integer.class)),
                row.getBoolean("ever_told"),
                content(row, row.getString("succeeds_next")),
                new StoredFile(
                        row.getString("file_name"),
                        FileKind.findByKey(row.getString("kind")).orElseThrow(),
                        row.getObject("original", UUID.class),
                        copy),
                Optional.ofNullable(row.getObject("edited_by", UUID.class)),
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow(),
                Optional.ofNullable(row.getString("approved_name")));
    }

    private static Content content(ResultSet row, String succeeds) throws SQLException {
        return new Content(
                row.getString("title"),
                row.getString("publisher"),
                SqlRepository.day(row, "published"),
                row.getInt("year_about"),
                SourceDocument.Status.valueOf(row.getString("status")),
                succeeds);
    }

    private static Holding.Line line(ResultSet row) throws SQLException {
        Content content = content(row, row.getString("succeeds_next"));
        var id = Holding.documentId(row.getLong("id"));
        return new Holding.Line(
                row.getLong("id"),
                State.findByKey(row.getString("state")).orElseThrow(),
                row.getObject("live", Integer.class) != null,
                row.getBoolean("succeeded"),
                content.describe(id, row.getString("municipality")).titleWithStatus(),
                content.day(),
                content.publisher(),
                FileKind.findByKey(row.getString("kind")).orElseThrow().label(),
                row.getString("edited_name"),
                SqlRepository.instant(row, "edited_at").orElseThrow());
    }

    private String write(List<Copy.LeftOut> leftOut) {
        try {
            return json.writeValueAsString(leftOut.stream()
                    .map(left -> List.of(String.valueOf(left.page()), left.words(), left.reason()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Copy.LeftOut> read(String leftOut) {
        try {
            return json.readValue(leftOut, Argument.listOf(Argument.listOf(String.class))).stream()
                    .map(left -> new Copy.LeftOut(Integer.parseInt(left.get(0)), left.get(1), left.get(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
