package tsunagu.documents;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documents of {@code seeds/}, read once: what they are, their passages, and where given words stand in them.
 * Reading fails with {@link BrokenSeeds} when a file is changed, missing or not listed in the manifest.
 */
@Singleton
public final class DocumentLibrary {
    private final Map<DocumentId, ReadDocument> documents;

    @Inject
    DocumentLibrary(SeedsSetting setting) {
        this(readAll(setting.seeds()));
    }

    private DocumentLibrary(Map<DocumentId, ReadDocument> documents) {
        this.documents = documents;
    }

    /** The library of a folder that holds {@code manifest.yml} and the files it lists. */
    public static DocumentLibrary read(Path seeds) {
        return new DocumentLibrary(readAll(seeds));
    }

    /** In the order of the manifest. */
    public List<SourceDocument> listDocuments() {
        return documents.values().stream().map(ReadDocument::document).toList();
    }

    /** Of all documents, in reading order. */
    public List<Passage> listPassages() {
        return documents.values().stream()
                .flatMap(document -> document.passages().stream())
                .toList();
    }

    /** Of one document, in reading order. */
    public List<Passage> listPassages(DocumentId id) {
        return getReadDocument(id).passages();
    }

    public SourceDocument getDocument(DocumentId id) {
        return getReadDocument(id).document();
    }

    public Optional<SourceDocument> findDocument(DocumentId id) {
        return Optional.ofNullable(documents.get(id)).map(ReadDocument::document);
    }

    /**
     * Where a document prints these words, whatever their spacing, line breaks and width: in a passage, a heading, or
     * else anywhere in the file. The citation bears the headings that place stands under.
     */
    public Optional<Citation> findQuote(DocumentId id, String quote) {
        return getReadDocument(id).findQuote(quote);
    }

    /** What of a document is in no passage: ornaments of the page, with the reason why they were taken for such. */
    public List<Dropped> listDropped(DocumentId id) {
        return getReadDocument(id).dropped();
    }

    /**
     * A piece of a page that says nothing.
     *
     * @param line of the file, from 1
     * @param reason in Japanese, for the command {@code check}
     */
    public record Dropped(int line, String text, String reason) {}

    private ReadDocument getReadDocument(DocumentId id) {
        ReadDocument document = documents.get(id);
        if (document == null) {
            throw new BrokenSeeds("資料 " + id + " は " + Manifest.FILE_NAME + " にありません。ある資料: "
                    + String.join(
                            "、",
                            documents.keySet().stream().map(DocumentId::value).toList()));
        }
        return document;
    }

    private static Map<DocumentId, ReadDocument> readAll(Path seeds) {
        Manifest manifest = Manifest.read(seeds);
        refuseUnlistedFiles(seeds, manifest);
        var documents = new LinkedHashMap<DocumentId, ReadDocument>();
        manifest.documents().forEach((id, entry) -> {
            SourceDocument document = Manifest.describe(seeds, id, entry);
            documents.put(document.id(), ReadDocument.read(document, readFile(seeds, entry), entry.withheld()));
        });
        return documents;
    }

    private static void refuseUnlistedFiles(Path seeds, Manifest manifest) {
        var unlisted = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(seeds)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(file -> seeds.relativize(file).toString().replace('\\', '/'))
                    .forEach(unlisted::add);
        } catch (IOException e) {
            throw new BrokenSeeds("資料のフォルダー " + seeds + " を読めません。", e);
        }
        unlisted.remove(Manifest.FILE_NAME);
        manifest.documents().values().forEach(entry -> unlisted.remove(entry.file()));
        if (!unlisted.isEmpty()) {
            throw new BrokenSeeds(seeds.resolve(unlisted.first()) + " が " + Manifest.FILE_NAME
                    + " にありません。資料なら一覧に書き、そうでなければフォルダーから除いてください。");
        }
    }

    private static String readFile(Path seeds, Manifest.Entry entry) {
        Path file = seeds.resolve(entry.file());
        if (!Files.isRegularFile(file)) {
            throw new BrokenSeeds(file + " がありません。ファイルを戻すか、" + Manifest.FILE_NAME + " からその資料を除いてください。");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String sha256 = sha256(bytes);
            if (!sha256.equalsIgnoreCase(entry.sha256())) {
                throw new BrokenSeeds(file + " の中身が " + Manifest.FILE_NAME + " の sha-256 と違います。元のファイルに戻すか、"
                        + "正しい改訂なら sha-256 を " + sha256 + " に書き換えてください。");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenSeeds(file + " は UTF-8 の文書ではありません。UTF-8 で保存し直してください。", e);
        } catch (IOException e) {
            throw new BrokenSeeds(file + " を読めません。読み取りを許可してください。", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
