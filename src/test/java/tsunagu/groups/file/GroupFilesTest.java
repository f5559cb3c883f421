package tsunagu.groups.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tsunagu.Databases;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.ContentReader;
import tsunagu.groups.entry.Field;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;
import tsunagu.groups.entry.State;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.tables.UnreadableFile;

/** Groups and places out to a file and in again: our own layout, and public facilities old and new. */
class GroupFilesTest {
    private static final String TOWN = "nishitokyo";
    private static final Member APPROVER = new Member(UUID.randomUUID(), "馬場", Role.APPROVER, Optional.of(TOWN));
    private static final String OLD = "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_通称,POIコード,住所,方書,緯度,経度,"
            + "電話番号,内線番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能日時特記事項,説明,バリアフリー情報,URL,備考\r\n";
    private static final String NEW = "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,名称_通称,POIコード,所在地_全国地方公共団体コード,町字ID,"
            + "所在地_連結標記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,電話番号,内線番号,連絡先メールアドレス,"
            + "連絡先FormURL,郵便番号,法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能時間特記事項,説明,URL,備考\r\n";
    private static ApplicationContext context;
    private static Groups groups;
    private static Imports imports;

    @BeforeContainer
    static void open() {
        context = ApplicationContext.run(Databases.H2.settings());
        groups = context.getBean(Groups.class);
        imports = context.getBean(Imports.class);
    }

    @AfterContainer
    static void close() {
        context.close();
    }

    private static void empty() {
        groups.listAll(TOWN).forEach(group -> groups.delete(group, "試験"));
    }

    private static List<Batch.Row> read(String csv) {
        return imports.dryRun(csv.getBytes(StandardCharsets.UTF_8), TOWN);
    }

    private static Imports.Taken take(byte[] file) {
        return imports.take(imports.read(file, "表.csv", TOWN, APPROVER), APPROVER);
    }

    /** Any texts a field may hold, what only looks like a formula among them. */
    @Provide
    Arbitrary<List<Map<Field, String>>> texts() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("あ漢ア＝=+-@\"',;、\n\r\t 　aZ9０～ー髙①😀")
                .ofMaxLength(30);
        Arbitrary<Map<Field, String>> one = words.list()
                .ofSize(Field.values().length)
                .flatMap(list -> Arbitraries.of(Kind.values())
                        .flatMap(kind -> Arbitraries.of(Field.YES, Field.NO, "").map(shown -> {
                            Map<Field, String> texts = new EnumMap<>(Field.class);
                            for (Field field : Field.values()) texts.put(field, list.get(field.ordinal()));
                            texts.put(Field.NAME, "会" + list.getFirst());
                            texts.put(Field.KIND, kind.label());
                            texts.put(Field.AREAS, list.get(1).length() % 2 == 0 ? "nishitokyo/nanbu;西部" : "");
                            texts.put(Field.LATITUDE, "35.7" + list.get(2).length());
                            texts.put(Field.LONGITUDE, "139.5" + list.get(3).length());
                            for (Field field : List.of(
                                    Field.CONTACT_SHOWN,
                                    Field.TELEPHONE_SHOWN,
                                    Field.MAIL_SHOWN,
                                    Field.FORM_SHOWN,
                                    Field.REQUESTS)) texts.put(field, shown);
                            texts.put(
                                    Field.TELEPHONE,
                                    list.get(4).isEmpty()
                                            ? ""
                                            : "042-000-000" + list.get(4).length() % 10);
                            texts.put(Field.MAIL, list.get(5).isEmpty() ? "" : "a@example.jp");
                            texts.put(
                                    Field.FORM,
                                    list.get(6).isEmpty()
                                            ? ""
                                            : "https://example.jp/?a="
                                                    + list.get(6).length());
                            texts.put(Field.HOMEPAGE, "");
                            texts.put(Field.SOURCE_ADDRESS, "");
                            texts.put(
                                    Field.CONFIRMED,
                                    list.get(7).isEmpty()
                                            ? ""
                                            : "2026/1/" + (1 + list.get(7).length() % 28));
                            return texts;
                        })));
        return one.list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 60)
    void whatIsExportedAndImportedIsExportedTheSame(@ForAll("texts") List<Map<Field, String>> all) {
        empty();
        ContentReader reader = context.getBean(ContentReader.class);
        int number = 0;
        for (Map<Field, String> texts : all) {
            ContentReader.Read read = reader.read(texts, TOWN);
            assertThat(read.problems()).isEmpty();
            groups.create(TOWN, Optional.of("id-" + number), read.content(), State.values()[number % 3], APPROVER);
            number++;
        }
        List<tsunagu.groups.entry.Group> before = groups.listAll(TOWN);
        for (byte[] file : List.of(Exports.csv(before), Exports.xlsx(before))) {
            assertThat(imports.dryRun(file, TOWN)).allMatch(row -> row.kind() == Batch.Kind.UNCHANGED);
        }
        byte[] file = Exports.csv(before);
        before.forEach(group -> groups.delete(group, "試験"));
        assertThat(take(file)).isEqualTo(new Imports.Taken(before.size(), 0, 0));
        assertThat(Exports.csv(groups.listAll(TOWN))).isEqualTo(file);
    }

    @Example
    void theSamplesAreGoodAndASecondTimeNothingChanges() throws IOException {
        empty();
        byte[] file = java.nio.file.Files.readAllBytes(java.nio.file.Path.of("config/samples/groups.csv"));
        assertThat(imports.dryRun(file, TOWN)).allMatch(row -> row.kind() == Batch.Kind.NEW, "is new");
        assertThat(take(file).created()).isEqualTo(8);
        assertThat(take(file)).isEqualTo(new Imports.Taken(0, 0, 0));
        assertThat(groups.listAll(TOWN))
                .hasSize(8)
                .allMatch(group -> group.content().name().startsWith("【見本】"));
        take("ID,団体名,種別\r\n1,本物の会,サークル\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(imports.countSamples(TOWN)).isEqualTo(8);
        assertThat(imports.removeSamples(TOWN, "試験")).isEqualTo(8);
        assertThat(groups.listAll(TOWN))
                .extracting(group -> group.content().name())
                .containsExactly("本物の会");
    }

    @Example
    void publicFacilitiesAreReadInBothLayoutsAndAllEncodings() {
        empty();
        String old = OLD
                + "132292,0001,東京都,西東京市,①髙﨑会館,タカサキカイカン,,1309,東京都西東京市泉町3丁目1番,2階,35.74,139.56,042-000-0001,,,市,"
                + "月火水,09:00,21:30,年末年始休み,会議室,,https://example.jp/,\r\n"
                + "※2026年4月1日版,,,,,,,,,,,,,,,,,,,,,,,\r\n";
        String fresh = NEW
                + "132292,0001,西東京市,①髙﨑会館,タカサキカイカン,,1309,132292,,東京都西東京市泉町3丁目1番,東京都,西東京市,,,2階,139.56,35.74,"
                + "042-000-0001,,,,,,市,月火水,09:00,21:30,年末年始休み,会議室,https://example.jp/,\r\n";
        take(old.getBytes(StandardCharsets.UTF_8));
        assertThat(groups.listAll(TOWN)).hasSize(1);
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"), StandardCharsets.UTF_16LE)) {
            String mark = charset.equals(Charset.forName("windows-31j")) ? "" : "\uFEFF";
            for (String csv : List.of(old, fresh)) {
                List<Batch.Row> rows = imports.dryRun((mark + csv).getBytes(charset), TOWN);
                assertThat(rows.getFirst().kind()).as(charset + csv).isEqualTo(Batch.Kind.UNCHANGED);
                assertThat(rows.stream().skip(1)).allMatch(row -> row.kind() == Batch.Kind.BAD);
            }
        }
        Content content = groups.listAll(TOWN).getFirst().content();
        assertThat(content.kind()).isEqualTo(Kind.COMMUNITY_CENTRE);
        assertThat(content.areas()).containsExactly("nishitokyo/chubu");
        assertThat(content.venue().point()).contains(new Content.Point(35.74, 139.56));
        assertThat(content.when()).isEqualTo("月火水 09:00〜21:30 年末年始休み");
        assertThat(content.contact().telephone().told()).contains("042-000-0001");
    }

    @Example
    void everyBadRowIsToldWithItsLineAndItsReasonAndTheGoodOnesAreTaken() {
        empty();
        String csv = "ID,団体名,種別,地区ID,緯度,経度,連絡先電話番号,公開可否,最終確認日\r\n"
                + "1,良い会,サークル,南部,,,042-000-0000,可,令和8年\r\n"
                + "2,良い会,サークル,南部,,,042-000-0000,可,2026/4/1\r\n"
                + "2,同じ番号,サークル,,,,,,\r\n"
                + "1.32292E+11,指数,サークル,,,,,,\r\n"
                + "4,緯度,サークル,,357256,139.5,,,\r\n"
                + "5,種別,宇宙人,北極,,,電話,たぶん,\r\n"
                + "6,,サークル,,,,,,\r\n"
                + "tsunagu-999999,他人の番号,サークル,,,,,,\r\n";
        List<Batch.Row> rows = read(csv);
        assertThat(rows).extracting(Batch.Row::line).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(rows.stream().map(Batch.Row::reason).toList())
                .satisfiesExactly(
                        one -> assertThat(one).contains("最終確認日"),
                        two -> assertThat(two).isEmpty(),
                        three -> assertThat(three).contains("「2」の行が2つ"),
                        four -> assertThat(four).contains("表計算ソフトが変えた形"),
                        five -> assertThat(five).contains("緯度"),
                        six -> assertThat(six).contains("種別は、次のどれか", "北極", "電話番号", "「可」か「不可」"),
                        seven -> assertThat(seven).contains("名前を書いて"),
                        eight -> assertThat(eight).contains("登録されていません"));
        assertThat(take(csv.getBytes(StandardCharsets.UTF_8)).created()).isEqualTo(1);
        assertThat(groups.listAll(TOWN)
                        .getFirst()
                        .content()
                        .contact()
                        .telephone()
                        .shown())
                .isTrue();
        assertThatThrownBy(() -> read("a,b\r\n1,2\r\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("団体名");
    }

    @Example
    void columnsAFileDoesNotHaveStayAsTheyAre() {
        empty();
        take("ID,団体名,種別,会費,キーワード\r\n1,会,サークル,無料,将棋\r\n".getBytes(StandardCharsets.UTF_8));
        take("ID,団体名,種別,会費\r\n1,会,サークル,100円\r\n".getBytes(StandardCharsets.UTF_8));
        Content content = groups.listAll(TOWN).getFirst().content();
        assertThat(content.fee()).isEqualTo("100円");
        assertThat(content.keywords()).containsExactly("将棋");
    }

    @Example
    void hsdsTellsOnlyWhatMayBeTold() throws IOException {
        empty();
        take(("ID,団体名,種別,活動内容,連絡先電話番号,連絡先電話番号_公開,連絡先メールアドレス,状態\r\n"
                        + "1,見える会,サークル,将棋,042-000-0000,可,secret@example.jp,公開中\r\n"
                        + "2,隠れた会,サークル,囲碁,042-000-0009,可,,取り下げ\r\n")
                .getBytes(StandardCharsets.UTF_8));
        String json = context.getBean(ObjectMapper.class).writeValueAsString(Hsds.page(groups.listAll(TOWN), "西東京市"));
        assertThat(json)
                .contains("\"total_items\":1", "見える会", "042-000-0000", "\"status\":\"active\"", "\"organization\":")
                .doesNotContain("secret", "隠れた会", "042-000-0009");
    }
}
