package tsunagu.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.Databases;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Events;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;
import tsunagu.groups.entry.State;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/**
 * How long each page of the console takes in a town that has filled it for years, on both engines: 10,000 entries,
 * 100,000 questions nobody could answer, 100,000 lines of trail, 50,000 events, 5,000 groups. Every page of the routes'
 * table is asked for over HTTP by an administrator, one request at a time.
 */
public final class ConsoleLoad {
    private static final String TOWN = "nishitokyo";
    private static final int WARM_UP = 5;
    private static final int TIMES = 40;
    private static final int QUESTIONS_ALIKE = 20;
    private static final int TRAIL = 100_000;
    private static final List<String> THINGS = List.of("公園", "図書館", "体育館", "集会所", "駐輪場", "畑", "市民農園", "広場");
    private static final List<String> ASKED = List.of("の予約のしかた", "はいつ開きますか", "の料金はいくら", "で火は使えますか");
    private static final List<String> STATES =
            List.of("published", "published", "published", "published", "draft", "in-review", "withdrawn");
    private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);
    /** Lists as clerks narrow them; the routes' table has the pages alone. */
    private static final List<String> NARROWED = List.of(
            "/console/faq?q=%E7%AC%AC777%E7%94%BA",
            "/console/faq?state=published&page=100",
            "/console/faq?overdue=1",
            "/console/faq/similar?question=%E5%9B%B3%E6%9B%B8%E9%A4%A8%E3%81%AE%E4%BA%88%E7%B4%84",
            "/console/questions?state=done",
            "/console/events?q=%E7%AC%AC777",
            "/console/events?time=past",
            "/console/groups?q=%E5%B0%86%E6%A3%8B",
            "/console/groups?state=published&kind=circle",
            "/console/trail?before=50000",
            "/console/documents/seeds/nishitokyo-tsushin-17",
            "/console/areas/history?municipality=nishitokyo&name=%E7%94%B0%E7%84%A1%E7%94%BA");
    /** Whole lists to take away, and what is not there in an empty copy. */
    private static final List<String> LEFT_OUT = List.of(
            ".csv", ".xlsx", ".json", "{token}", "{batch}", "/original", "/picture", "/seeds/", "/areas/history");

    private final TestStaff town;
    private final Connection database;

    private ConsoleLoad(TestStaff town, Connection database) {
        this.town = town;
        this.database = database;
    }

    /**
     * Arguments: how many entries, questions, events and groups, and a part of the pages' addresses; all may be left
     * out.
     */
    public static void main(String[] args) throws Exception {
        int[] sizes = IntStream.range(0, 4)
                .map(i -> args.length > i ? Integer.parseInt(args[i]) : new int[] {10_000, 100_000, 50_000, 5_000}[i])
                .toArray();
        Path folder = Files.createTempDirectory("console-load");
        String file = "jdbc:h2:file:" + folder.resolve("town")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        String part = args.length > 4 ? args[4] : "";
        measure("H2", Map.of("datasources.default.url", file), sizes, part);
        measure("PostgreSQL", Databases.POSTGRESQL.settings(), sizes, part);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    private static void measure(String engine, Map<String, Object> settings, int[] sizes, String part)
            throws SQLException {
        var login = new String[] {
            (String) settings.getOrDefault("datasources.default.username", "sa"),
            (String) settings.getOrDefault("datasources.default.password", "")
        };
        String url = (String) settings.get("datasources.default.url");
        try (TestStaff town = TestStaff.open(settings);
                Connection database = DriverManager.getConnection(url, login[0], login[1])) {
            var load = new ConsoleLoad(town, database);
            long began = System.nanoTime();
            load.fill(sizes);
            System.out.printf(Locale.ROOT, "%s: filled in %.0f s%n", engine, (System.nanoTime() - began) / 1e9);
            load.report(engine, part);
        }
    }

    private void fill(int[] sizes) throws SQLException {
        database.setAutoCommit(false);
        fillFaq(sizes[0]);
        fillQuestions(sizes[1]);
        batch(
                "insert into staff_trail (happened_at, name, municipality, action, subject, detail)"
                        + " values (?, ?, ?, ?, ?, ?)",
                TRAIL,
                i -> List.of(NOW.minusMinutes(TRAIL - i), "職員" + i % 40, TOWN, "FAQを直した", "FAQ " + i, "第2版"));
        database.commit();
        try (var statement = database.createStatement()) {
            statement.execute("analyze");
        }
        database.commit();
        town.bean(Events.class)
                .loadSamples(
                        TOWN,
                        IntStream.range(0, sizes[2])
                                .mapToObj(ConsoleLoad::event)
                                .toList());
        Groups groups = town.bean(Groups.class);
        for (int i = 0; i < sizes[3]; i++) {
            groups.create(TOWN, Optional.of("n" + i), group(i), State.PUBLISHED, "計測");
        }
    }

    private void fillFaq(int entries) throws SQLException {
        long first = number("select coalesce(max(id), 0) + 1 from faq_entry");
        batch("""
            insert into faq_entry (municipality, state, revision, version, live, question, folded, owner,
                review_by, edited_name, edited_at)
            values (?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?)\
            """, entries, i -> {
            String state = STATES.get(i % STATES.size());
            return Arrays.asList(
                    TOWN,
                    state,
                    state.equals("published") ? 1 : null,
                    question(i),
                    question(i) + "\n" + answer(i),
                    "係" + i % 7,
                    i % 3 == 0 ? LocalDate.now(ZoneOffset.UTC).minusDays(200 - i % 400) : null,
                    "職員" + i % 40,
                    NOW.minusMinutes(i));
        });
        batch(
                "insert into faq_version (entry, version, content, edited_name, edited_at, note) values (?, 1, ?, ?,"
                        + " ?, '')",
                entries,
                i -> List.of(first + i, content(i), "職員" + i % 40, NOW.minusMinutes(i)));
        batch("insert into faq_told (entry, times) values (?, ?)", entries, i -> List.of(first + i, i % 500));
        batch(
                "insert into faq_golden (municipality, words, expects, kept_name, kept_at) values (?, ?, ?, ?, ?)",
                Math.min(entries, 200),
                i -> List.of(TOWN, question(i), first + i, "職員", NOW));
        try (var statement = database.createStatement()) {
            statement.execute("update faq_revision set number = number + 1 where id = 1");
        }
    }

    private void fillQuestions(int questions) throws SQLException {
        var groups = new ArrayList<UUID>();
        for (int i = 0; i < questions / QUESTIONS_ALIKE; i++) groups.add(UUID.randomUUID());
        batch(
                """
                insert into question_group (id, municipality, words, likeness, reason, times, first_asked_at,
                    last_asked_at, state, note, changed_at)
                values (?, ?, ?, ?, 'UNDOCUMENTED', ?, ?, ?, ?, '', ?)\
                """,
                groups.size(),
                i -> List.of(
                        groups.get(i),
                        TOWN,
                        question(i),
                        "第" + i + "の" + THINGS.get(i % THINGS.size()),
                        QUESTIONS_ALIKE,
                        NOW.minusDays(80),
                        NOW.minusMinutes(i),
                        i % 4 == 0 ? "done" : "new",
                        NOW));
        batch(
                """
                insert into unanswered_question (id, conversation, municipality, words, reason, asked_at, expires_at,
                    question_group)
                values (?, ?, ?, ?, 'UNDOCUMENTED', ?, ?, ?)\
                """,
                questions,
                i -> List.of(
                        UUID.randomUUID(),
                        "web-" + i,
                        TOWN,
                        question(i % groups.size()) + i,
                        NOW.minusMinutes(i),
                        NOW.plusDays(60),
                        groups.get(i % groups.size())));
    }

    private void batch(String statement, int rows, RowOf row) throws SQLException {
        try (PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < rows; i++) {
                List<Object> values = row.at(i);
                for (int at = 0; at < values.size(); at++) prepared.setObject(at + 1, values.get(at));
                prepared.addBatch();
                if (i % 1_000 == 999) prepared.executeBatch();
            }
            prepared.executeBatch();
        }
    }

    private interface RowOf {
        List<Object> at(int i);
    }

    private static String question(int i) {
        return "第" + i + "町会の" + THINGS.get(i % THINGS.size()) + ASKED.get(i / 10 % ASKED.size());
    }

    private static String answer(int i) {
        return "第" + i + "町会の窓口へお尋ねください。平日の9時から17時まで受け付けています。" + "混み合う時期は、お待ちいただくことがあります。".repeat(3);
    }

    private static String content(int i) {
        var words = new LinkedHashMap<String, Object>();
        words.put("question", question(i));
        words.put("wordings", List.of(i + "番の" + THINGS.get(i % THINGS.size())));
        words.put("answer", answer(i));
        words.put("links", List.of());
        for (String empty : List.of("contact", "area")) words.put(empty, "");
        words.put("language", "ja");
        words.put("tags", List.of(THINGS.get(i % THINGS.size())));
        words.put("owner", "係" + i % 7);
        words.put("origin", Map.of("document", "", "place", "", "page", "", "address", ""));
        try {
            return JsonMapper.builder().build().writeValueAsString(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static tsunagu.events.entry.Content event(int i) {
        return new tsunagu.events.entry.Content(Map.of(
                Field.ID,
                "load-" + i,
                Field.TITLE,
                "第" + i + "回 " + List.of("教室", "お祭り", "清掃", "体操").get(i % 4),
                Field.START,
                LocalDate.now(ZoneOffset.UTC).plusDays(i % 365).toString(),
                Field.FROM,
                i % 2 == 0 ? "10:00" : "18:30",
                Field.PLACE,
                "第" + i % 40 + "集会所",
                Field.FEE,
                i % 3 == 0 ? "無料" : "300円",
                Field.DESCRIPTION,
                "地域の人が集まって楽しむ行事です。お気軽にどうぞ。".repeat(5)));
    }

    private static tsunagu.groups.entry.Content group(int i) {
        var none = new tsunagu.groups.entry.Content.Detail("", false);
        return new tsunagu.groups.entry.Content(
                "第" + i + List.of("将棋", "体操", "合唱", "園芸").get(i % 4) + "の会",
                "",
                Kind.values()[i % Kind.values().length],
                List.of(),
                "初めての方も歓迎します。見学はいつでもどうぞ。".repeat(5),
                "毎週" + "月火水木金土日".charAt(i % 7) + "曜 10時から12時",
                new tsunagu.groups.entry.Content.Venue("第" + i + "会館", "", Optional.empty()),
                "どなたでも",
                "無料",
                "",
                new tsunagu.groups.entry.Content.Contact(none, none, none, none),
                i % 2 == 0,
                List.of("第" + i),
                "",
                Optional.of(LocalDate.of(2025, 1, 1).plusDays(i % 690)),
                new tsunagu.groups.entry.Content.Origin("", ""));
    }

    private void report(String engine, String part) throws SQLException {
        TestStaff.Browser clerk = town.member(Role.ADMINISTRATOR, Optional.empty());
        System.out.printf("%-58s %8s %8s %8s  (%s, ms)%n", "page", "first", "p50", "p95", engine);
        double slowest = 0;
        for (String path : pages()) {
            if (!path.contains(part)) continue;
            double[] millis = new double[TIMES];
            double first = 0;
            int status = 0;
            for (int i = -WARM_UP; i < TIMES; i++) {
                long began = System.nanoTime();
                status = clerk.get(path).statusCode();
                double took = (System.nanoTime() - began) / 1e6;
                if (i == -WARM_UP) first = took;
                if (i >= 0) millis[i] = took;
            }
            Arrays.sort(millis);
            double p95 = millis[TIMES * 95 / 100 - 1];
            slowest = Math.max(slowest, p95);
            String told = status == 200 ? "" : "  answered " + status;
            System.out.printf(Locale.ROOT, "%-58s %8.1f %8.1f %8.1f%s%n", path, first, millis[TIMES / 2], p95, told);
        }
        System.out.printf(Locale.ROOT, "%s: the slowest page takes %.0f ms at p95%n", engine, slowest);
    }

    private List<String> pages() throws SQLException {
        try {
            Stream<String> listed = Files.readAllLines(Path.of("src/test/resources/console/routes.tsv")).stream()
                    .filter(line -> line.startsWith("GET\t"))
                    .map(line -> line.split("\t")[1])
                    .filter(path -> LEFT_OUT.stream().noneMatch(path::contains));
            var pages = new ArrayList<String>();
            for (String path : Stream.concat(listed, NARROWED.stream()).toList())
                named(path).ifPresent(pages::add);
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of one that there is; empty for what nobody has made here. */
    private Optional<String> named(String path) throws SQLException {
        if (!path.contains("{")) return Optional.of(path);
        Map<String, String> newest = Map.of(
                "/console/questions/", "select id from question_group order by last_asked_at desc limit 1",
                "/console/staff/", "select id from staff_account limit 1",
                "/console/faq/", "select id from faq_entry where state = 'draft' order by id desc limit 1",
                "/console/groups/", "select id from group_entry order by id desc limit 1",
                "/console/events/", "select id from event_entry order by id desc limit 1");
        for (var one : newest.entrySet()) {
            if (!path.startsWith(one.getKey())) continue;
            try (var statement = database.createStatement();
                    ResultSet row = statement.executeQuery(one.getValue())) {
                return row.next() ? Optional.of(path.replaceAll("\\{[a-z]+}", row.getString(1))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private long number(String query) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
