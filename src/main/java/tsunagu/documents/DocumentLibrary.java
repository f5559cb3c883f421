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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The documents of {@code seeds/}, read once, and those that other rooms keep: what they are, their passages, and where
 * given words stand in them. Reading fails with {@link BrokenSeeds} when a file is changed, missing or not listed in
 * the manifest. Safe for several threads.
 */
@Singleton
public final class DocumentLibrary {
    private final Map<DocumentId, ReadDocument> seeds;
    private final List<Source> sources;
    private volatile Standing standing;

    /**
     * What the sources had at a revision of each.
     *
     * @param number of the reading, from 1
     */
    private record Standing(
            long number, List<Long> revisions, Map<DocumentId, ReadDocument> kept, Set<DocumentId> succeeded) {}

    @Inject
    DocumentLibrary(SeedsSetting setting, List<Source> sources) {
        this(readAll(setting.seeds()), sources);
    }

    private DocumentLibrary(Map<DocumentId, ReadDocument> seeds, List<Source> sources) {
        this.seeds = seeds;
        this.sources = List.copyOf(sources);
        standing = new Standing(0, List.of(), Map.of(), Set.of());
        follow();
    }

    /** The library of a folder that holds {@code manifest.yml} and the files it lists. */
    public static DocumentLibrary read(Path seeds) {
        return new DocumentLibrary(readAll(seeds), List.of());
    }

    /** One without documents. */
    public static DocumentLibrary empty() {
        return new DocumentLibrary(Map.of(), List.of());
    }

    /**
     * A document as another room keeps it.
     *
     * @param text lines parted by {@code \n}
     * @param pages the first line of each page of the original, from 1; empty where it has no pages
     */
    public record Print(SourceDocument document, String text, List<Integer> pages) {
        public Print {
            pages = List.copyOf(pages);
        }
    }

    /** A room that keeps documents. The library follows {@link #revision}; on every node, within about a second. */
    public interface Source {

        /** Those residents may be told from. */
        List<Print> listPrints();

        /** Those whose successor is in force: of this source, or of {@code seeds/}. They are told no longer. */
        Set<DocumentId> listSucceeded();

        /** A number that is another one after each change of what the others give. */
        long revision();
    }

    /** What a document would be taken apart into. */
    public record Reading(List<Passage> passages, List<Dropped> dropped) {
        public Reading {
            passages = List.copyOf(passages);
            dropped = List.copyOf(dropped);
        }
    }

    /** Takes a document apart that is in no library yet. */
    public static Reading read(Print print) {
        ReadDocument read = ReadDocument.read(print);
        return new Reading(read.passages(), read.dropped());
    }

    /**
     * Reads again what the sources have changed; who reads meanwhile is given what was there before.
     *
     * @return another number after each change
     */
    public synchronized long follow() {
        List<Long> revisions = sources.stream().map(Source::revision).toList();
        if (revisions.equals(standing.revisions())) return standing.number();
        Map<DocumentId, ReadDocument> before = standing.kept();
        var kept = new LinkedHashMap<DocumentId, ReadDocument>();
        var succeeded = new HashSet<DocumentId>();
        for (Source source : sources) {
            succeeded.addAll(source.listSucceeded());
            for (Print print : source.listPrints()) {
                ReadDocument known = before.get(print.document().id());
                kept.put(print.document().id(), known != null && known.isOf(print) ? known : ReadDocument.read(print));
            }
        }
        standing = new Standing(standing.number() + 1, revisions, kept, succeeded);
        return standing.number();
    }

    /** Those that are told, the ones of the manifest first, in its order. */
    public List<SourceDocument> listDocuments() {
        return told().map(ReadDocument::document).toList();
    }

    /** All of the manifest, in its order, also those that a newer one has succeeded. */
    public List<SourceDocument> listSeeds() {
        return seeds.values().stream().map(ReadDocument::document).toList();
    }

    /** Of all documents that are told, in reading order. */
    public List<Passage> listPassages() {
        return told().flatMap(document -> document.passages().stream()).toList();
    }

    private Stream<ReadDocument> told() {
        Standing now = standing;
        return Stream.concat(seeds.values().stream(), now.kept().values().stream())
                .filter(read -> !now.succeeded().contains(read.document().id()));
    }

    /** Of one document, in reading order. */
    public List<Passage> listPassages(DocumentId id) {
        return getReadDocument(id).passages();
    }

    public SourceDocument getDocument(DocumentId id) {
        return getReadDocument(id).document();
    }

    public Optional<SourceDocument> findDocument(DocumentId id) {
        return find(id).map(ReadDocument::document);
    }

    /**
     * Where a document prints these words, whatever their spacing, line breaks and width: in a passage, a heading, or
     * else anywhere in the file. The citation bears the headings that place stands under.
     */
    public Optional<Citation> findQuote(DocumentId id, String quote) {
        return getReadDocument(id).findQuote(quote);
    }

    /** The text of a document as its file has it. */
    public String getText(DocumentId id) {
        return getReadDocument(id).text();
    }

    /** Whether the document is one of the manifest. */
    public boolean isSeed(DocumentId id) {
        return seeds.containsKey(id);
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

    private Optional<ReadDocument> find(DocumentId id) {
        return Optional.ofNullable(seeds.get(id))
                .or(() -> Optional.ofNullable(standing.kept().get(id)));
    }

    private ReadDocument getReadDocument(DocumentId id) {
        return find(id).orElseThrow(() -> new BrokenSeeds("資料 " + id + " は " + Manifest.FILE_NAME + " にありません。ある資料: "
                + String.join(
                        "、", seeds.keySet().stream().map(DocumentId::value).toList())));
    }

    private static Map<DocumentId, ReadDocument> readAll(Path seeds) {
        Manifest manifest = Manifest.read(seeds);
        refuseUnlistedFiles(seeds, manifest);
        // A start waits for this.
        List<ReadDocument> read = manifest.documents().entrySet().parallelStream()
                .map(listed -> read(seeds, listed.getKey(), listed.getValue()))
                .toList();
        var documents = new LinkedHashMap<DocumentId, ReadDocument>();
        for (ReadDocument one : read) documents.put(one.document().id(), one);
        return documents;
    }

    private static ReadDocument read(Path seeds, String id, Manifest.Entry entry) {
        return ReadDocument.read(Manifest.describe(seeds, id, entry), readFile(seeds, entry), entry.withheld());
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
