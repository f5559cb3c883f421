package tsunagu.areas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Fact.Confidence;
import tsunagu.areas.Fact.Derived;
import tsunagu.areas.Fact.Evidence;
import tsunagu.areas.Fact.OutsidePage;
import tsunagu.areas.Fact.Quoted;
import tsunagu.areas.file.MunicipalityFile.Page;
import tsunagu.areas.file.MunicipalityFile.SourceEntry;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;

/**
 * Turns the sources of a municipality file into evidence: quotes are looked up in their documents, pages in the
 * file's own list. What is missing is collected, so that a clerk sees all of it at once.
 */
final class SourceReader {
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
