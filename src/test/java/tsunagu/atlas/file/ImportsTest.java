package tsunagu.atlas.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.Contents;
import tsunagu.documents.DocumentLibrary;
import tsunagu.tables.UnreadableFile;

/** Files as they are published, and as they come after a clerk has had them open. */
class ImportsTest {
    private static final Municipalities TOWNS =
            Municipalities.read(Path.of("config"), DocumentLibrary.read(Path.of("seeds")));
    private static final Imports IMPORTS = new Imports(TOWNS, 2_000_000);
    private static final String HEAD = "lg_code,machiaza_id,machiaza_type,city,oaza_cho,oaza_cho_kana,oaza_cho_roma,"
            + "chome,chome_kana,chome_number,koaza,efct_date,ablt_date,post_code";

    private static Contents read(ChangeSet.Kind kind, String file) {
        return read(kind, file.getBytes(StandardCharsets.UTF_8), "nishitokyo");
    }

    private static Contents read(ChangeSet.Kind kind, byte[] file, String municipality) {
        return IMPORTS.read(
                kind,
                () -> new ByteArrayInputStream(file),
                TOWNS.getMunicipality(new MunicipalityId(municipality)),
                true);
    }

    private static String town(String code, String id, String name, String kana, String chome) {
        return "%s,%s,2,西東京市,%s,%s,Roma,%s,,,,2000-01-01,,".formatted(code, id, name, kana, chome);
    }

    private static String post(String code, String postcode, String town) {
        return "%s,\"188  \",\"%s\",\"ト\",\"ニ\",\"カ\",\"東京都\",\"西東京市\",\"%s\",0,0,0,0,0,0"
                .formatted(code, postcode, town);
    }

    @Test
    void towns_of_the_register_come_with_reading_and_romaji_and_every_bad_row_is_told() {
        Contents read = read(
                ChangeSet.Kind.TOWNS,
                String.join(
                        "\r\n",
                        "\uFEFF" + HEAD,
                        town("132292", "0001001", "泉町", "イズミチョウ", "一丁目"),
                        town("132292", "0001023", "泉町", "イズミチョウ", "２３丁目"),
                        town("132292", "0001001", "泉町", "イズミチョウ", "二丁目"),
                        town("132292", "0002000", "天神町", "ﾃﾝｼﾞﾝﾁｮｳ", ""),
                        town("131202", "0001000", "旭丘", "アサヒガオカ", ""),
                        town("132292", "0003000", "", "ナシ", ""),
                        town("132292", "0004000", "柳沢", "yagisawa", ""),
                        town("132292", "0005000", "柳沢", "ヤギサワ", "丁目"),
                        "西東京市,132292",
                        "132292,0006000,2,西東京市,廃町,ハイチョウ,Hai,,,,,2000-01-01,2020-01-01,",
                        "132292,0007000,3,西東京市,泉町,イズミチョウ,I,,,,字山,2000-01-01,,",
                        "132292,\"0008000,2"));
        assertThat(read.towns())
                .containsExactly(
                        new Contents.Town("0001001", "泉町", "一丁目", "いずみちょう", "Roma"),
                        new Contents.Town("0001023", "泉町", "二十三丁目", "いずみちょう", "Roma"),
                        new Contents.Town("0002000", "天神町", "", "てんじんちょう", "Roma"));
        assertThat(read.bad().stream().collect(Collectors.toMap(Contents.BadRow::line, Contents.BadRow::reason)))
                .containsOnlyKeys(4L, 7L, 8L, 9L, 10L, 13L)
                .hasEntrySatisfying(4L, says -> assertThat(says).contains("0001001", "2つ"))
                .hasEntrySatisfying(8L, says -> assertThat(says).contains("yagisawa"))
                .hasEntrySatisfying(13L, says -> assertThat(says).contains("引用符"));
    }

    @Test
    void postcodes_keep_what_stands_in_brackets_over_several_rows_and_tell_parts_of_a_town_apart() {
        String file = String.join(
                "\n",
                post("13229", "1880000", "以下に掲載がない場合"),
                post("13229", "2020011", "泉町（１～３丁目、５丁目）"),
                post("13229", "2020012", "東町（その他）"),
                post("13229", "2020099", "柳沢（１２番地、"),
                post("13229", "2020099", "３４番地〜５６番地、"),
                post("13229", "2020099", "七八）"),
                post("13229", "2020013", "中町、富士町"),
                post("13229", "2020013", "中町、富士町"),
                post("13229", "2020014", "西東京市の次に番地がくる場合"),
                post("13120", "1760001", "練馬"),
                post("13229", "20200", "北町"),
                post("13229", "2020021", "栄町（一丁目"),
                "13229,壊れた行",
                post("13229", "2020022", ""));
        Contents read = read(ChangeSet.Kind.POSTCODES, file);
        assertThat(read.posts())
                .containsExactly(
                        new Contents.Post("188-0000", List.of(), "以下に掲載がない場合"),
                        new Contents.Post("202-0011", List.of("泉町", "泉町一丁目", "泉町二丁目", "泉町三丁目", "泉町五丁目"), "１～３丁目、５丁目"),
                        new Contents.Post("202-0012", List.of("東町"), "その他"),
                        new Contents.Post("202-0099", List.of("柳沢"), "１２番地、３４番地〜５６番地、七八"),
                        new Contents.Post("202-0013", List.of("中町", "富士町"), ""),
                        new Contents.Post("202-0014", List.of(), "西東京市の次に番地がくる場合"));
        assertThat(read.bad()).extracting(Contents.BadRow::line).containsExactlyInAnyOrder(8L, 11L, 12L, 13L, 14L);
        assertThat(read(ChangeSet.Kind.POSTCODES, file.getBytes(Charset.forName("windows-31j")), "nishitokyo")
                        .posts())
                .as("as Shift_JIS")
                .hasSameSizeAs(read.posts());
        assertThat(read(ChangeSet.Kind.POSTCODES, zip(file), "nishitokyo"))
                .as("as ZIP")
                .isEqualTo(read);
    }

    private static byte[] zip(String file) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry("folder/utf_ken_all.csv"));
            zip.write(file.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static String square(double longitude, double latitude) {
        return "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]"
                .formatted(longitude, latitude, longitude + 0.01, latitude + 0.01);
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
                .formatted(properties, type, coordinates);
    }

    private static String map(String crs, String... features) {
        return "{\"type\":\"FeatureCollection\",%s\"features\":[%s]}".formatted(crs, String.join(",", features));
    }

    private static String crs(String code) {
        return "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + code + "\"}},";
    }

    /** The same school by the columns of each year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'A32_001':'13229','A32_002':'西東京市','A32_003':'C113220400015','A32_004':'青嵐中学校','A32_005':'北町2-13-17'
        'A32_006':'13229','A32_007':'西東京市','A32_008':'西東京市立青嵐中学校','A32_009':'北町2-13-17'
        'A32_010':'13229','A32_011':'2','A32_013':'北町2-13-17','A32_012':'青嵐中'
        'name':'市立青嵐中学校'
        """)
    void a_school_is_known_by_the_columns_of_every_year(String properties) {
        Contents read = read(
                ChangeSet.Kind.JUNIOR_HIGH_DISTRICTS,
                map("", feature(properties.replace('\'', '"'), "Polygon", square(139.55, 35.74))));
        assertThat(read.districts()).singleElement().satisfies(district -> {
            assertThat(district.kind()).isEqualTo("SCHOOL");
            assertThat(district.place()).isEqualTo("青嵐中");
            assertThat(district.polygons().getFirst().getFirst()).startsWith("139.55,35.74 139.56,35.74 ");
        });
    }

    @Test
    void shapes_of_one_school_are_put_together_and_unusable_ones_are_told() {
        String elementary = "\"A27_001\":\"13229\",\"A27_004\":\"%s\"";
        String hole = "[[[139.5,35.7],[139.6,35.7],[139.6,35.8],[139.5,35.8],[139.5,35.7]],"
                + "[[139.54,35.74],[139.55,35.74],[139.55,35.75],[139.54,35.74]]]";
        Contents read = read(
                ChangeSet.Kind.ELEMENTARY_DISTRICTS,
                map(
                        crs("urn:ogc:def:crs:EPSG::6668"),
                        feature(elementary.formatted("栄小学校"), "Polygon", hole),
                        feature(elementary.formatted("東小学校"), "Polygon", square(139.5, 35.6)),
                        feature(
                                elementary.formatted("栄小学校"),
                                "MultiPolygon",
                                "[" + square(139.4, 35.7) + "," + square(139.3, 35.7) + "]"),
                        feature("\"A27_001\":\"13120\",\"A27_004\":\"旭丘小学校\"", "Polygon", square(139.6, 35.7)),
                        feature(elementary.formatted("閉校小学校"), "Polygon", square(139.2, 35.7)),
                        feature(elementary.formatted("けやき小学校"), "Polygon", square(35.7, 139.2)),
                        feature(elementary.formatted("本町小学校"), "Point", "[139.5,35.7]"),
                        feature(
                                elementary.formatted("向台小学校"),
                                "Polygon",
                                "[[[139.5,35.7],[139.6,35.7],[139.6,35.8],[139.5,35.9]]]"),
                        feature("\"A27_001\":\"13229\"", "Polygon", square(139.5, 35.7))));
        assertThat(read.districts())
                .extracting(
                        Contents.District::place,
                        district -> district.polygons().size())
                .containsExactly(tuple("栄小", 3), tuple("東小", 1), tuple("", 1));
        assertThat(read.districts().getFirst().polygons().getFirst())
                .as("a ring and its hole")
                .hasSize(2);
        assertThat(read.bad())
                .extracting(Contents.BadRow::reason)
                .hasSize(4)
                .anyMatch(says -> says.contains("緯度と経度が逆"))
                .anyMatch(says -> says.contains("最初と最後の点"));
    }

    @Test
    void an_area_that_is_called_after_a_school_is_found_by_its_district() {
        String file = map(
                crs("urn:ogc:def:crs:EPSG::4612"),
                feature("\"A32_001\":\"13201\",\"A32_004\":\"長房中学校\"", "Polygon", square(139.3, 35.65)));
        Contents read = read(ChangeSet.Kind.JUNIOR_HIGH_DISTRICTS, file.getBytes(StandardCharsets.UTF_8), "hachioji");
        assertThat(read.districts())
                .extracting(Contents.District::kind, Contents.District::place)
                .containsExactly(tuple("AREA", "nagafusa"));
    }

    @Test
    void what_is_no_such_file_is_refused_in_a_sentence() {
        refused(ChangeSet.Kind.TOWNS, "町,地区\n泉町,南部", "町字マスターではありません");
        refused(ChangeSet.Kind.TOWNS, HEAD, "（コード 132292）の行や形が、このファイルにありません");
        refused(ChangeSet.Kind.POSTCODES, "a,b\n", "郵便番号のファイルではありません");
        refused(ChangeSet.Kind.ELEMENTARY_DISTRICTS, "{\"type\":\"FeatureCollection\",\"features\":[{\"ty", "途中で切れて");
        refused(ChangeSet.Kind.ELEMENTARY_DISTRICTS, "[]", "FeatureCollection ではありません");
        refused(
                ChangeSet.Kind.BORDERS,
                map(crs("urn:ogc:def:crs:EPSG::4301"), feature("\"town\":\"泉町\"", "Polygon", square(139.5, 35.7))),
                "座標系が urn:ogc:def:crs:EPSG::4301 です");
        String bomb = IntStream.range(0, 300_000).mapToObj(i -> "0000000000").collect(Collectors.joining("\n"));
        assertThat(zip(bomb).length).isLessThan(100_000);
        assertThatThrownBy(() -> read(ChangeSet.Kind.POSTCODES, zip(bomb), "nishitokyo"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("大きすぎます");
    }

    private static void refused(ChangeSet.Kind kind, String file, String sentence) {
        assertThatThrownBy(() -> read(kind, file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(sentence);
    }
}
