package tsunagu.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tsunagu.Databases;
import tsunagu.keeping.backup.Backups;
import tsunagu.sql.SqlRepository;

/** What a backup promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BackupContract {
    @TempDir
    Path folder;

    private ApplicationContext context;
    private Backups backups;
    private SqlRepository sql;

    abstract Databases database();

    @BeforeAll
    void open() {
        context = ApplicationContext.run(database().settings());
        backups = context.getBean(Backups.class);
        sql = context.getBean(SqlRepository.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    /** Each table's lines, by the name of its file. */
    static Map<String, List<String>> contents(Path file) {
        var contents = new LinkedHashMap<String, List<String>>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    contents.put(entry.getName(), text.lines().sorted().toList());
                }
            }
            return contents;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void clear() {
        sql.update("delete from keeping_day");
        sql.update("delete from keeping_backup");
    }

    @Test
    void isOneMomentWhileOthersWrite() throws Exception {
        clear();
        var going = new AtomicBoolean(true);
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; going.get(); i++) {
                int number = i;
                sql.inOneTransaction(() -> {
                    sql.update(
                            "insert into keeping_backup (made_at, bytes, entries) values (current_timestamp, ?, 0)",
                            number);
                    return sql.update(
                            "insert into keeping_day (on_day, what, deleted, ran_at) values (?, ?, 0,"
                                    + " current_timestamp)",
                            LocalDate.of(2026, 1, 1),
                            "n" + number);
                });
            }
        });
        for (int i = 0; i < 10; i++) {
            backups.write(folder.resolve("moment.zip"));
            Map<String, List<String>> contents = contents(folder.resolve("moment.zip"));
            assertThat(contents.get("tables/keeping_backup.jsonl"))
                    .hasSameSizeAs(contents.get("tables/keeping_day.jsonl"));
        }
        going.set(false);
        writer.join();
        assertThat(contents(folder.resolve("moment.zip")).get("tables/keeping_day.jsonl"))
                .isNotEmpty();
    }

    @Test
    void onlyItsOwnerReadsItAndNothingElseIsLeft() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        backups.write(own.resolve("all.zip"));
        backups.write(own.resolve("all.zip"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("all.zip"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(own)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whatCannotBeReadLeavesNoFile() throws IOException {
        Path own = Files.createDirectory(folder.resolve("none"));
        sql.update("create table odd_table (odd interval day to second)");
        try {
            assertThatThrownBy(() -> backups.write(own.resolve("all.zip"))).hasMessageContaining("odd_table.odd");
        } finally {
            sql.update("drop table odd_table");
        }
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void goesIntoAnEmptyDatabaseOfItsOwnVersionOnlyAndOnlyWhole() throws IOException {
        clear();
        sql.update("insert into keeping_backup (made_at, bytes, entries) values (current_timestamp, 7, 9)");
        Path good = folder.resolve("good.zip");
        backups.write(good);
        Map<String, Long> ofNewCopy = new HashMap<>();
        try (var empty = ApplicationContext.run(database().settings())) {
            Backups there = empty.getBean(Backups.class);
            ofNewCopy.putAll(there.countRows());
            refuses(there, ofNewCopy, changed(good, "manifest.json", "\"42\"", "\"41\""), "同じ tsunagu.jar で戻し");
            refuses(there, ofNewCopy, changed(good, "manifest.json", "\"format\" : 1", "\"format\" : 2"), "新しい形式");
            refuses(
                    there,
                    ofNewCopy,
                    changed(good, "tables/keeping_backup.jsonl", ",7,9]", ",7,8]"),
                    "中身が、保存したときと違います");
            refuses(there, ofNewCopy, changed(good, "tables/keeping_backup.jsonl", ",7,9]", ",7]"), "1 行目が読めません");
            refuses(there, ofNewCopy, changed(good, "tables/keeping_backup.jsonl", ",7,", ",\"x\","), "1 行目が読めません");
            refuses(there, ofNewCopy, changed(good, "tables/keeping_day.jsonl", "", null), "keeping_day.jsonl がありません");
            refuses(there, ofNewCopy, folder.resolve("absent.zip"), "がありません");
            Path cut = folder.resolve("cut.zip");
            byte[] bytes = Files.readAllBytes(good);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
            refuses(there, ofNewCopy, cut, "途中で切れています");

            assertThat(there.restore(good, ofNewCopy).rows()).isPositive();
            assertThat(empty.getBean(SqlRepository.class)
                            .insert("insert into keeping_backup (made_at, bytes, entries)"
                                    + " values (current_timestamp, 1, 1)"))
                    .as("the number after the last that was ever given")
                    .isGreaterThan(sql.find(row -> row.getLong(1), "select max(id) from keeping_backup")
                            .orElseThrow());
            assertThatThrownBy(() -> there.restore(good, ofNewCopy)).hasMessageContaining("すでにデータがあります");
        }
    }

    private static void refuses(Backups there, Map<String, Long> ofNewCopy, Path file, String why) {
        assertThatThrownBy(() -> there.restore(file, ofNewCopy)).hasMessageContaining(why);
        assertThat(there.countRows()).as(why).isEqualTo(ofNewCopy);
    }

    /** The same file with one thing changed, or without it where there is nothing in its place. */
    private Path changed(Path good, String name, String what, String instead) throws IOException {
        Path bad = Files.createTempFile(folder, "bad", ".zip");
        try (var zip = new ZipFile(good.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(bad))) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    if (instead == null) continue;
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).contains(what);
                    bytes = text.replace(what, instead).getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
        return bad;
    }

    @Test
    void everyRoomIsAskedForWhatHasExpiredAndItIsWrittenDown() {
        clear();
        sql.update("""
            insert into answer_offer (conversation, municipality, topic, question, expires_at)
            values ('old', 'nishitokyo', 'AREA', 'x', ?)
            """, Instant.EPOCH);
        context.getBean(KeepingWorker.class).deleteExpired();
        context.getBean(KeepingWorker.class).deleteExpired();
        List<Keeping.Deleted> deleted = context.getBean(Keeping.class).listDeleted(1);
        assertThat(deleted)
                .extracting(Keeping.Deleted::what)
                .contains("会話の記憶", "未回答の質問", "直前の質問", "団体への申し込み", "取り消しの印", "終わったサインイン")
                .contains("行事のファイル", "団体のファイル", "よくある質問のファイル")
                .doesNotHaveDuplicates();
        assertThat(deleted)
                .filteredOn(one -> one.count() > 0)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).isEqualTo("直前の質問"));
        context.getBean(Keeping.class).record(new Keeping.Backup(Instant.EPOCH, 5, 6));
        assertThat(context.getBean(Keeping.class).findLastBackup()).contains(new Keeping.Backup(Instant.EPOCH, 5, 6));
    }
}
