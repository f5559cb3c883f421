package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told when documents and manifest do not fit together. */
class BrokenSeedsTest {
    private static final String MANIFEST = """
        documents:
          example-1:
            title: 町のお知らせ
            publisher: 例の町
            municipality: example
            published: 2024-04-01
            status: final
            file: example/notice.txt
            original-name: notice.txt
            sha-256: unknown
        """;

    private static final String TEXT = "集会所は駅前にあります。\n電話は平日に受け付けます。\n";

    @TempDir
    Path seeds;

    private Path document;

    @BeforeEach
    void writeAGoodFolder() throws IOException {
        document = seeds.resolve("example/notice.txt");
        Files.createDirectories(document.getParent());
        Files.writeString(document, TEXT);
        writeManifest(MANIFEST);
        writeManifest(MANIFEST.replace("unknown", sha256FromTheMessage()));
    }

    @Test
    void aGoodFolderIsRead() {
        DocumentLibrary library = DocumentLibrary.read(seeds);

        assertThat(library.listDocuments()).extracting(SourceDocument::title).containsExactly("町のお知らせ");
        assertThat(library.listPassages())
                .extracting(passage -> passage.id() + " " + passage.body().text())
                .containsExactly("example-1#0 集会所は駅前にあります。電話は平日に受け付けます。");
    }

    @Test
    void aChangedByteNamesTheFileAndTheNewSum() throws IOException {
        Files.writeString(document, TEXT + " ");

        assertRefused("example/notice.txt の中身が manifest.yml の sha-256 と違います。", "元のファイルに戻すか");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(document);

        assertRefused("example/notice.txt がありません。", "ファイルを戻すか");
    }

    @Test
    void aFileNobodyListedIsNamed() throws IOException {
        Files.writeString(seeds.resolve("example/extra.txt"), "知らない文書");

        assertRefused("example/extra.txt が manifest.yml にありません。", "一覧に書き");
    }

    @Test
    void hiddenFilesOfAnOperatingSystemAreNoDocuments() throws IOException {
        Files.writeString(seeds.resolve("example/.DS_Store"), "x");

        assertThat(DocumentLibrary.read(seeds).listDocuments()).hasSize(1);
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() throws IOException {
        writeManifest(manifest().replace("publisher:", "publishr:"));

        assertRefused("manifest.yml の 4 行目、documents.example-1.publishr は知らない項目です。", "publisher");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        writeManifest(manifest().replaceAll("    publisher: .*\n", ""));

        assertRefused("documents.example-1.publisher がありません。");
    }

    @Test
    void anEntryGivenTwiceIsRefused() throws IOException {
        writeManifest(manifest() + "  example-1: {}\n");

        assertRefused("manifest.yml の 11 行目", "同じ項目が2つないか");
    }

    @Test
    void aValueOfTheWrongShapeIsNamedWithItsLine() throws IOException {
        writeManifest(manifest() + "    withheld: 集会所\n");

        assertRefused("manifest.yml の 11 行目、documents.example-1.withheld の値の形が違います。");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() throws IOException {
        writeManifest(manifest() + "  - [\n");

        assertRefused("manifest.yml の", " 11 行目、この文書が YAML として読めません");
    }

    @Test
    void anUnknownStatusTellsTheKnownOnes() throws IOException {
        writeManifest(manifest().replace("status: final", "status: done"));

        assertRefused("manifest.yml の 7 行目、documents.example-1.status の「done」は使えません。", "final・draft・outline");
    }

    @Test
    void anUndatedDocumentNeedsAnEstimateOfItsAge() throws IOException {
        writeManifest(manifest().replace("published: 2024-04-01", "published: 発行日なし"));

        assertRefused("documents.example-1.age-from がありません。", "2012-10-01 の形で");
    }

    @Test
    void anEstimateMustBeADay() throws IOException {
        writeManifest(manifest().replace("published: 2024-04-01", "published: 発行日なし\n    age-from: 2012年ごろ"));

        assertRefused("documents.example-1.age-from の「2012年ごろ」は日付として読めません。");
    }

    @Test
    void withheldWordsMustStandInTheDocument() throws IOException {
        writeManifest(manifest() + "    withheld:\n      - words: 集会所は隣町にあります。\n        reason: 誤植\n");

        assertRefused("documents.example-1.withheld の「集会所は隣町にあります。」", "印刷されているとおりに");
    }

    @Test
    void withheldWordsNeedAReason() throws IOException {
        writeManifest(manifest() + "    withheld:\n      - words: 集会所は駅前にあります。\n");

        assertRefused("documents.example-1.withheld[0].reason がありません。");
    }

    @Test
    void aFolderWithoutAManifestTellsWhichSettingToCheck() throws IOException {
        Files.delete(seeds.resolve("manifest.yml"));

        assertRefused("manifest.yml がありません。", "tsunagu.seeds");
    }

    @Test
    void anEmptyManifestIsRefused() throws IOException {
        writeManifest("documents: {}\n");

        assertRefused("資料が1つもありません。");
    }

    @Test
    void aDocumentThatIsNotUtf8IsNamed() throws IOException {
        Files.write(document, new byte[] {(byte) 0x83, (byte) 0x65});
        writeManifest(manifest().replaceAll("sha-256: .*", "sha-256: " + sha256FromTheMessage()));

        assertRefused("example/notice.txt は UTF-8 の文書ではありません。");
    }

    @Test
    void aDocumentNobodyKnowsIsNamedBesideThoseThatAre() {
        DocumentLibrary library = DocumentLibrary.read(seeds);
        var unknown = new DocumentId("example-2");

        assertThat(library.findDocument(unknown)).isEmpty();
        assertThatThrownBy(() -> library.getDocument(unknown))
                .isInstanceOf(BrokenSeeds.class)
                .hasMessageContainingAll("example-2", "example-1");
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> DocumentLibrary.read(seeds))
                .isInstanceOf(BrokenSeeds.class)
                .hasMessageContainingAll(words);
    }

    private String manifest() throws IOException {
        return Files.readString(seeds.resolve("manifest.yml"));
    }

    private void writeManifest(String text) throws IOException {
        Files.writeString(seeds.resolve("manifest.yml"), text);
    }

    /** As an operator would: the message about a changed file tells the sum to write down. */
    private String sha256FromTheMessage() {
        try {
            DocumentLibrary.read(seeds);
            throw new AssertionError("the sum was expected to be wrong");
        } catch (BrokenSeeds e) {
            return e.getMessage().replaceAll("(?s).*([0-9a-f]{64}).*", "$1");
        }
    }
}
