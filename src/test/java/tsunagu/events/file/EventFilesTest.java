package tsunagu.events.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tsunagu.Databases;
import tsunagu.events.TestEvents;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.ContentReader;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Step;
import tsunagu.events.file.Batch.Kind;
import tsunagu.events.store.Events;
import tsunagu.tables.SampleTable;

/** Events out to files and in from files, good ones and those real towns publish. */
class EventFilesTest {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String OLD = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,開始日,終了日,"
            + "開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,"
            + "アクセス方法,駐車場情報,定員,参加申込終了日,参加申込終了時間,参加申込方法,URL,備考\r\n";
    private static final String OLD_ROWS = "132292,1,東京都,西東京市,①もちつき大会,モチツキ,,2026/12/20,2026/12/20,10:00:00,12:00,,"
            + "餅をつきます,無料,,公民館,042-000-0000,,髙﨑会,柳沢公民館,柳沢1丁目,,139.5,35.72,,,先着30人,,,電話,https://example.jp/,\r\n";
    private static final String NEW =
            "全国地方公共団体コード,ID,地方公共団体名,イベント名,開始日,終了日,開始時間,終了時間,概要,料金（基本）,場所名称," + "所在地_連結標記,緯度,経度,定員,状態\r\n";

    private static final AtomicLong NEXT = new AtomicLong();

    /** Two copies for all tries; what they hold grows with each. */
    private static final class Copies {
        private static final ApplicationContext ONE = open();
        private static final ApplicationContext OTHER = open();
    }

    private static ApplicationContext open() {
        return ApplicationContext.run(Databases.H2.settings());
    }

    @Test
    void bothLayoutsAreReadInEveryEncodingAndTheSameFileTwiceDoublesNothing() {
        String csv = OLD + OLD_ROWS;
        try (var context = open()) {
            Imports imports = context.getBean(Imports.class);
            Events events = context.getBean(Events.class);
            for (byte[] file : List.of(
                    csv.getBytes(StandardCharsets.UTF_8),
                    ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                    csv.getBytes(CP932),
                    ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE))) {
                Batch batch = imports.read(file, "event.csv", TestEvents.TOWN, TestEvents.APPROVER);
                assertThat(batch.bad()).isEmpty();
                imports.take(batch, TestEvents.APPROVER, true, true);
                assertThat(events.listAll(TestEvents.TOWN)).hasSize(1);
            }
            Event event = events.listAll(TestEvents.TOWN).getFirst();
            assertThat(event.state()).isEqualTo(State.PUBLISHED);
            assertThat(event.content().texts())
                    .containsEntry(Field.TITLE, "①もちつき大会")
                    .containsEntry(Field.ORGANIZER, "髙﨑会")
                    .containsEntry(Field.START, "2026-12-20")
                    .containsEntry(Field.FROM, "10:00")
                    .containsEntry(Field.LATITUDE, "35.72")
                    .containsEntry(Field.LONGITUDE, "139.5")
                    .containsEntry(Field.CAPACITY, "先着30人");
            String changed = NEW + "132292,1,西東京市,①もちつき大会,令和8年12月21日,,午前10時半,,,無料,柳沢公民館,柳沢1丁目,3572,13955,,中止\r\n";
            Batch batch = imports.read(changed.getBytes(CP932), "new.csv", TestEvents.TOWN, TestEvents.APPROVER);
            assertThat(imports.take(batch, TestEvents.APPROVER, false, false)).isEqualTo(new Imports.Taken(0, 1, 0));
            event = events.listAll(TestEvents.TOWN).getFirst();
            assertThat(event.state()).isEqualTo(State.CANCELLED);
            assertThat(event.content().text(Field.START)).isEqualTo("2026-12-21");
            assertThat(event.content().text(Field.FROM)).isEqualTo("10:30");
            assertThat(event.content().text(Field.LONGITUDE)).isEqualTo("139.55");
            assertThat(event.content().text(Field.ADDRESS)).isEqualTo("柳沢1丁目");
        }
    }

    @Test
    void everyBadRowIsToldOfWithItsLineAndWaitsToBeMended() {
        String csv = NEW
                + "132292,1,西東京市,良い行事,2026-12-01,,,,,,,,,,,\r\n"
                + "132292,2,西東京市,日付なし,きょう,,,,,,,,,,,\r\n"
                + "132292,1.2E+11,西東京市,縮んだ番号,2026-12-01,,,,,,,,,,,\r\n"
                + "132292,1,西東京市,同じ番号,2026-12-02,,,,,,,,,,,\r\n"
                + "132292,,西東京市,番号なし,2026-12-03,,,,,,,,,,,\r\n"
                + "132292,,西東京市,番号なし,2026-12-03,,,,,,,,,,,\r\n"
                + "132292,7,西東京市,逆の日付,2026-12-03,2026-12-01,,,,,,,,,,\r\n"
                + "132292,8,西東京市,海の上,2026-12-03,,,,,,,,1,2,,\r\n"
                + "132292,9,西東京市,\"引用符の\"誤り,2026-12-03,,,,,,,,,,,\r\n"
                + "※令和8年11月現在。第1.2版\r\n";
        try (var context = open()) {
            Imports imports = context.getBean(Imports.class);
            Batch batch =
                    imports.read(csv.getBytes(StandardCharsets.UTF_8), "e.csv", TestEvents.TOWN, TestEvents.EDITOR);
            assertThat(context.getBean(Events.class).listAll(TestEvents.TOWN))
                    .as("a dry run")
                    .isEmpty();
            assertThat(batch.bad()).extracting(Batch.Row::line).containsExactly(3L, 4L, 5L, 7L, 8L, 9L, 10L, 11L);
            assertThat(batch.bad())
                    .extracting(Batch.Row::reason)
                    .satisfiesExactly(
                            one -> assertThat(one).contains("はじまる日：2026-11-28 のような"),
                            one -> assertThat(one).contains("ID：表計算"),
                            one -> assertThat(one).contains("上にもあります"),
                            one -> assertThat(one).contains("上にもあります"),
                            one -> assertThat(one).contains("おわる日：はじまる日より前"),
                            one -> assertThat(one).contains("緯度："),
                            one -> assertThat(one).contains("引用符"),
                            one -> assertThat(one).contains("注記"));
            assertThat(imports.take(batch, TestEvents.EDITOR, false, true)).isEqualTo(new Imports.Taken(2, 0, 0));
            Batch left = imports.listWaiting(TestEvents.EDITOR).getFirst();
            assertThat(left.rows()).hasSize(8);
            assertThat(new String(imports.badRows(left), StandardCharsets.UTF_8))
                    .contains("直すところ", "縮んだ番号");
            assertThat(imports.take(batch, TestEvents.EDITOR, false, true))
                    .as("sent twice")
                    .isEqualTo(new Imports.Taken(0, 0, 0));
        }
    }

    /** Whatever a clerk may have written, another copy that takes our file writes the very same. */
    @Property(tries = 40)
    void whatIsWrittenOutAndReadInIsWrittenOutTheSame(
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 3, max = 3) List<String>> texts, @ForAll long seed) {
        var random = new Random(seed);
        ApplicationContext context = Copies.ONE;
        ApplicationContext other = Copies.OTHER;
        for (List<String> three : texts) {
            String start = "20%02d-%02d-%02d"
                    .formatted(20 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
            var content = context.getBean(ContentReader.class)
                    .read(
                            Map.of(
                                    Field.ID,
                                    "id" + NEXT.getAndIncrement(),
                                    Field.TITLE,
                                    "行事" + three.get(0),
                                    Field.START,
                                    random.nextInt(4) == 0 ? "" : start,
                                    Field.DATE_NOTE,
                                    "=補足\n" + three.get(1),
                                    Field.DESCRIPTION,
                                    three.get(2),
                                    Field.AREAS,
                                    random.nextBoolean() ? "nanbu;chubu" : "",
                                    Field.REPEAT,
                                    random.nextBoolean() ? "FREQ=WEEKLY" : "",
                                    Field.FEE,
                                    "-100円"),
                            TestEvents.TOWN);
            if (!content.isGood()) continue;
            publish(context, content.content(), random);
        }
        byte[] first = context.getBean(Exports.class).csv(TestEvents.TOWN);
        Imports imports = other.getBean(Imports.class);
        Batch batch = imports.read(first, "a.csv", TestEvents.TOWN, TestEvents.APPROVER);
        assertThat(batch.bad()).isEmpty();
        imports.take(batch, TestEvents.APPROVER, true, false);
        byte[] second = other.getBean(Exports.class).csv(TestEvents.TOWN);
        assertThat(new String(second, StandardCharsets.UTF_8)).isEqualTo(new String(first, StandardCharsets.UTF_8));
        Batch again = imports.read(second, "b.csv", TestEvents.TOWN, TestEvents.APPROVER);
        assertThat(again.count(Kind.UNCHANGED)).isEqualTo(again.rows().size());
    }

    private static void publish(ApplicationContext context, Content content, Random random) {
        Events events = context.getBean(Events.class);
        events.create(TestEvents.TOWN, content, TestEvents.APPROVER, "");
        Event event = events.listAll(TestEvents.TOWN).getLast();
        if (random.nextBoolean()) events.take(Step.PUBLISH, event, TestEvents.APPROVER);
    }

    @Test
    void samplesComeAndGoAndTouchNothingElse() throws Exception {
        try (var context = open()) {
            TestEvents town = new TestEvents(context);
            Event own = town.draft("title", "本物の行事", "date-note", "未定");
            SampleTable samples = context.getBeansOfType(SampleTable.class).stream()
                    .filter(table -> table.file().equals("events.csv"))
                    .findFirst()
                    .orElseThrow();
            byte[] file = Files.readAllBytes(Path.of("config/samples/events.csv"));
            int loaded = samples.load(file, TestEvents.TOWN);
            assertThat(loaded).isPositive().isEqualTo(samples.load(file, TestEvents.TOWN));
            Events events = context.getBean(Events.class);
            assertThat(events.listAll(TestEvents.TOWN))
                    .hasSize(loaded + 1)
                    .filteredOn(Event::sample)
                    .allSatisfy(event -> assertThat(event.title()).startsWith("【見本】"));
            assertThat(samples.remove()).isEqualTo(loaded);
            assertThat(events.listAll(TestEvents.TOWN)).extracting(Event::id).containsExactly(own.id());
        }
    }
}
