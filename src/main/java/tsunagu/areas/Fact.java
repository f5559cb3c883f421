package tsunagu.areas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.file.MunicipalityFile.Page;
import tsunagu.areas.file.MunicipalityFile.SourceEntry;
import tsunagu.documents.Citation;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;

/** Something that is so, and what says so; there is no fact without evidence. */
public record Fact<T>(T value, Confidence confidence, List<Evidence> evidence) {

    public Fact {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) throw new IllegalArgumentException("a fact needs evidence");
    }

    /** How sure we are; what is only of medium confidence is told as such. */
    public enum Confidence {
        HIGH,
        MEDIUM
    }

    /** What a fact rests on. */
    public sealed interface Evidence {}

    /** Words of one of the town's documents, found there at start-up. */
    public record Quoted(Citation citation) implements Evidence {}

    /**
     * A page outside the documents.
     *
     * @param published a date, or words where the page bears none
     */
    public record OutsidePage(
            String id, String publisher, String title, String published, String address, Confidence confidence)
            implements Evidence {}

    /** Concluded from other facts; the reason is told. */
    public record Derived(String reason) implements Evidence {}

    public boolean certain() {
        return confidence == Confidence.HIGH;
    }

    /** True where no document of the town bears it out. */
    public boolean onlyFromOutside() {
        return evidence.stream().noneMatch(Quoted.class::isInstance);
    }

    /** What may be said on the same grounds as this. */
    public Basis basis() {
        return new Basis(confidence, evidence);
    }

    /** What says something, and how sure that is. */
    public record Basis(Confidence confidence, List<Evidence> evidence) {
        public Basis {
            evidence = List.copyOf(evidence);
        }

        public <V> Fact<V> of(V value) {
            return new Fact<>(value, confidence, evidence);
        }
    }

    /**
     * Turns the sources of a municipality file into evidence: quotes are looked up in their documents, pages in the
     * file's own list. What is missing is collected, so that a clerk sees all of it at once.
     */
    static final class SourceReader {
        private final DocumentLibrary library;
        private final Map<String, OutsidePage> pages = new HashMap<>();
        private final List<String> problems = new ArrayList<>();

        SourceReader(DocumentLibrary library, List<Page> pages) {
            this.library = library;
            for (Page page : pages) {
                this.pages.put(
                        page.id(),
                        new OutsidePage(
                                page.id(),
                                page.publisher(),
                                page.title(),
                                page.published(),
                                page.address(),
                                confidence(page.confidence())));
            }
        }

        List<String> problems() {
            return List.copyOf(problems);
        }

        /** @param key where in the file the fact stands, for the error sentence */
        <T> Fact<T> fact(T value, List<SourceEntry> sources, String key) {
            return fact(value, null, sources, key);
        }

        <T> Fact<T> fact(T value, String confidence, List<SourceEntry> sources, String key) {
            List<Evidence> evidence = new ArrayList<>();
            if (sources != null) sources.forEach(source -> find(source, key).ifPresent(evidence::add));
            if (sources == null || sources.isEmpty()) problem(key, "source がありません。どの資料のどの言葉によるのかを書いてください。");
            if (evidence.isEmpty()) evidence.add(new Derived(key));
            Confidence sure = confidence != null ? confidence(confidence) : surest(evidence);
            return new Fact<>(value, sure, evidence);
        }

        void problem(String key, String sentence) {
            problems.add(key + ": " + sentence);
        }

        private Optional<Evidence> find(SourceEntry source, String key) {
            if (source.page() != null) return findPage(source.page(), key);
            if (source.derived() != null) return Optional.of(new Derived(source.derived()));
            if (source.document() == null || source.quote() == null) {
                problem(key, "source には document と quote、page、derived のどれかを書いてください。");
                return Optional.empty();
            }
            var id = new DocumentId(source.document());
            if (library.findDocument(id).isEmpty()) {
                problem(key, "資料「" + id + "」は seeds/manifest.yml にありません。");
                return Optional.empty();
            }
            Optional<Evidence> quoted = library.findQuote(id, source.quote()).map(Quoted::new);
            if (quoted.isEmpty()) problem(key, "資料「" + id + "」に次の言葉がありません:「" + source.quote() + "」");
            return quoted;
        }

        private Optional<Evidence> findPage(String id, String key) {
            Optional<Evidence> page = Optional.ofNullable(pages.get(id));
            if (page.isEmpty()) problem(key, "ページ「" + id + "」が pages: にありません。");
            return page;
        }

        /** Several sources make a fact as sure as the surest of them. */
        private static Confidence surest(List<Evidence> evidence) {
            boolean sure = evidence.stream().anyMatch(one -> switch (one) {
                case Quoted quoted -> true;
                case OutsidePage page -> page.confidence() == Confidence.HIGH;
                case Derived derived -> false;
            });
            return sure ? Confidence.HIGH : Confidence.MEDIUM;
        }

        private static Confidence confidence(String text) {
            return "medium".equals(text) ? Confidence.MEDIUM : Confidence.HIGH;
        }
    }
}
