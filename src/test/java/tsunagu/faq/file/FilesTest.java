package tsunagu.faq.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.Databases;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.file.Batch.Kind;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.tables.Table;
import tsunagu.tables.UnreadableFile;

/** Entries out to a file and in again, from good files and from bad ones. */
class FilesTest {
    private static final String TOWN = "nishitokyo";
    private static final Charset CP932 = Charset.forName("windows-31j");

    private final Member editor = new Member(UUID.randomUUID(), "青木", Role.EDITOR, Optional.of(TOWN));
    private ApplicationContext context;
    private Faqs faqs;
    private Imports imports;
    private Exports exports;

    @BeforeEach
    void open() {
        open(Databases.H2);
    }

    private void open(Databases database) {
        if (context != null) context.close();
        Map<String, Object> settings = new HashMap<>(database.settings());
        context = ApplicationContext.run(settings);
        faqs = context.getBean(Faqs.class);
        imports = context.getBean(Imports.class);
        exports = context.getBean(Exports.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Content content(String question, String answer) {
        return new Content(
                question,
                List.of("別の言い方", "=HYPERLINK(\"http://evil\")"),
                answer,
                List.of(new Content.Link("案内 の ページ", "https://example.jp/?a=1&b=2")),
                "@担当",
                "ja",
                "",
                List.of("会費", "参加"),
                "+係",
                new Content.Origin("nishitokyo-report-2025", "行政とは独立した組織", "", "", Optional.empty()),
                Optional.of(LocalDate.of(2027, 3, 31)),
                Optional.of(LocalDateTime.of(2026, 4, 1, 9, 0)),
                Optional.of(LocalDateTime.of(2027, 4, 1, 9, 30)));
    }

    private void write() {
        faqs.create(TOWN, content("=1+1 は？", "-2でしょうか\n\"引用\"と,カンマ、\n'=式'"), editor, "");
        faqs.create(TOWN, content("'=から始まる質問", "''＝全角\n@home"), editor, "");
        faqs.create(TOWN, content("𠮷野家①髙﨑〜", "😀"), editor, "");
    }

    private List<Content> contents() {
        return faqs.listAll(Optional.of(TOWN)).stream().map(Faq::content).toList();
    }

    private byte[] export(boolean xlsx) {
        List<Faq> all = faqs.listAll(Optional.of(TOWN));
        return xlsx ? exports.xlsx(all) : exports.csv(all);
    }

    private static String withoutNumbers(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8).replaceAll("(?m)^[0-9]+,", ",");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasWrittenOutIsReadInAsItWas(boolean xlsx) {
        write();
        byte[] first = export(xlsx);
        Batch same = imports.read(first, "faq", TOWN, editor);
        assertThat(same.count(Kind.UNCHANGED)).isEqualTo(3);
        assertThat(imports.take(same, editor)).isEqualTo(new Imports.Taken(0, 0, 0));
        byte[] second = export(xlsx);
        if (!xlsx) assertThat(second).isEqualTo(first);
        assertThat(Table.listLines(second)).isEqualTo(Table.listLines(first));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anotherCopyTakesAFileAndWritesTheSame(Databases database) {
        write();
        List<Content> written = contents();
        byte[] file = export(false);
        open(database);
        String text = new String(file, StandardCharsets.UTF_8);
        Batch batch = imports.read(withoutNumbers(file).getBytes(StandardCharsets.UTF_8), "faq.csv", TOWN, editor);
        assertThat(contents()).as("a dry run").isEmpty();
        assertThat(imports.take(imports.find(batch.id(), editor).orElseThrow(), editor))
                .isEqualTo(new Imports.Taken(3, 0, 0));
        assertThat(contents()).isEqualTo(written);
        assertThat(withoutNumbers(export(false))).isEqualTo(withoutNumbers(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(imports.take(batch, editor)).as("sent twice").isEqualTo(new Imports.Taken(0, 0, 0));
    }

    @Test
    void noCellOfACsvIsAFormula() {
        write();
        String csv = new String(exports.csv(faqs.listAll(Optional.of(TOWN))), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF番号,質問,").contains("'=1+1 は？", "'@担当", "'+係", "''=から始まる質問");
        assertThat(Table.listLines(csv.getBytes(StandardCharsets.UTF_8)).stream()
                        .flatMap(line -> line.cells().stream()))
                .contains("=1+1 は？", "'=から始まる質問");
    }

    @Test
    void japaneseIsReadFromUtf8WithAndWithoutAMarkAndFromExcels() {
        String csv = "番号,質問,答え\r\n,①髙﨑さんの会費,なし\r\n";
        for (byte[] file : List.of(
                csv.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8),
                csv.getBytes(CP932))) {
            Batch batch = imports.read(file, "faq.csv", TOWN, editor);
            assertThat(batch.rows()).extracting(row -> row.content().question()).containsExactly("①髙﨑さんの会費");
            assertThat(batch.count(Kind.NEW)).isEqualTo(1);
        }
    }

    @Test
    void eachBadRowIsToldOfWithItsLineAndTheGoodOnesAreTaken() {
        Faq known = faqs.create(TOWN, content("もとの質問", "もとの答え"), editor, "");
        Faq elsewhere = faqs.create(
                "machida",
                content("よその質問", "答え"),
                new Member(UUID.randomUUID(), "町田", Role.EDITOR, Optional.of("machida")),
                "");
        String csv = "番号,質問,答え,見直し期限,出典の資料,リンク\n"
                + known.id() + ",もとの質問,新しい答え,,,\n"
                + ",\"二行に\nわたる質問\",答え,2026-02-30,,\n"
                + ",,答えだけ,,,\n"
                + elsewhere.id() + ",よその質問,乗っ取り,,,\n"
                + known.id() + ",二度目,答え,,,\n"
                + ",資料,答え,,no-such,javascript:alert(1)\n"
                + ",良い質問,良い答え,2027/03/31,,案内 https://example.jp/\n"
                + "\n"
                + ",列が足りない\n";
        Batch batch = imports.read(csv.getBytes(StandardCharsets.UTF_8), "faq.csv", TOWN, editor);
        assertThat(batch.bad()).extracting(Batch.Row::line).containsExactly(3L, 5L, 6L, 7L, 8L, 11L);
        assertThat(batch.bad().stream().map(Batch.Row::reason).toList())
                .satisfiesExactly(
                        one -> assertThat(one).contains("見直し期限：", "2026-04-01"),
                        one -> assertThat(one).contains("質問を書いてください"),
                        one -> assertThat(one).contains("番号 " + elsewhere.id()),
                        one -> assertThat(one).contains("2つあります"),
                        one -> assertThat(one).contains("出典の資料：", "リンク："),
                        one -> assertThat(one).contains("答えを書いてください"));
        assertThat(imports.take(batch, editor)).isEqualTo(new Imports.Taken(1, 1, 0));
        assertThat(contents()).extracting(Content::answer).containsExactly("新しい答え", "良い答え");
    }

    @Test
    void whatAColleagueChangedMeanwhileStaysAsItIs() {
        Faq known = faqs.create(TOWN, content("もとの質問", "もとの答え"), editor, "");
        Batch batch = imports.read(
                ("番号,質問,答え\n" + known.id() + ",もとの質問,ファイルの答え\n").getBytes(StandardCharsets.UTF_8),
                "faq.csv",
                TOWN,
                editor);
        faqs.save(known, content("もとの質問", "同僚の答え"), editor, "");
        assertThat(imports.take(batch, editor)).isEqualTo(new Imports.Taken(0, 0, 1));
        assertThat(contents()).extracting(Content::answer).containsExactly("同僚の答え");
    }

    @Test
    void whatIsNoTableIsRefusedWithASentence() throws IOException {
        for (byte[] file : List.of(
                new byte[0],
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, (byte) 0x80},
                "a,b\n1,2".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 0, 0},
                bomb())) {
            assertThatThrownBy(() -> imports.read(file, "faq.csv", TOWN, editor))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageMatching("(?s).*[ぁ-ん]。$");
        }
        assertThat(imports.listWaiting(editor)).isEmpty();
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 220; i++) zip.write(nothing);
        }
        return bytes.toByteArray();
    }
}
