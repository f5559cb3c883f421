package tsunagu.knowledge;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.excerpt.Quotation;
import tsunagu.knowledge.excerpt.ReadPassage;
import tsunagu.knowledge.excerpt.Sections;
import tsunagu.knowledge.excerpt.Sections.Section;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.KanaSpelling;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Nth;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.Wanted;
import tsunagu.knowledge.quotes.QuotedAnswer;

/** The passages that may be quoted, read once, and what only all of them together tell. */
final class Passages {
    /** A heading without a text: it says nothing by itself. */
    private static final int CAPTION = 25;

    private static final Pattern TERM = Pattern.compile("[「｢『]([^「」｢｣『』]{2,20})[」｣』]");

    private static final int MOST_TERMS = 3;

    /** Of each document first those with a text, then headings without one, which say something beside others. */
    private final Map<String, List<ReadPassage>> quotable;

    private final Map<String, ReadPassage> byId = new LinkedHashMap<>();
    private final String print;
    private final Map<String, String> prints;
    private final Map<String, WordSet> vocabularies;
    private final Map<String, LocalDate> newest;
    private final Sections sections;
    private final WordReader words;
    private KanaSpelling spelling;

    Passages(Collection<Passage> passages, WordReader words) {
        this.words = words;
        Map<Boolean, List<ReadPassage>> read = passages.stream()
                .filter(Passage::quotable)
                .map(passage -> ReadPassage.of(passage, words))
                .collect(Collectors.partitioningBy(
                        each -> isCaption(each.passage().body())));
        read.get(false).forEach(each -> byId.put(each.passage().id(), each));
        quotable = Stream.of(false, true)
                .flatMap(captions -> read.get(captions).stream())
                .collect(Collectors.groupingBy(each -> document(each).id().toString()));
        prints = byId.values().stream()
                .collect(Collectors.toMap(each -> municipality(each), each -> print(each), Passages::joined));
        print = String.join("\n", prints.values());
        vocabularies = byId.values().stream()
                .collect(Collectors.toMap(each -> municipality(each), ReadPassage::allWords, WordSet::and));
        newest = byId.values().stream()
                .collect(Collectors.toMap(
                        each -> municipality(each), each -> document(each).ageFrom(), Passages::later));
        sections = Sections.of(passages, words);
    }

    private static boolean isCaption(Body body) {
        return body instanceof Body.Paragraph(String text)
                && text.length() < CAPTION
                && !text.matches("(?s).*[。！？!?].*");
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String joined(String one, String other) {
        return one + "\n" + other;
    }

    private static String print(ReadPassage passage) {
        return plain(
                joined(passage.passage().headingPath(), passage.passage().body().text()));
    }

    private static SourceDocument document(ReadPassage passage) {
        return passage.passage().document();
    }

    private static String municipality(ReadPassage passage) {
        return document(passage).municipality();
    }

    /** Text as it is compared. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What the passages of a municipality are indexed as. */
    static String group(String municipality) {
        return "passages/" + municipality;
    }

    /** The section of the scope's own documents that is asked for by its heading. */
    Optional<Section> section(Question asked, Wanted wanted, Scope scope, TextIndex index) {
        return sections.find(asked, wanted, scope.fewestWords(), scope::isOwn, index);
    }

    ReadPassage get(String id) {
        return byId.get(id);
    }

    /** Whether the document is one of those there are now. */
    boolean has(String document) {
        return quotable.containsKey(document);
    }

    /** Ids of answers that cannot be quoted. */
    List<String> listLost(List<QuotedAnswer> answers) {
        return answers.stream()
                .filter(answer -> quote(answer).isEmpty())
                .map(QuotedAnswer::id)
                .toList();
    }

    /** The quotes of an answer, together where they stand together; empty where one of them is not printed. */
    List<Excerpt> quote(QuotedAnswer answer) {
        List<ReadPassage> own = quotable.getOrDefault(answer.document(), List.of());
        var parts = new LinkedHashMap<ReadPassage, List<String>>();
        Optional<ReadPassage> all = own.stream()
                .filter(each -> answer.quotes().stream().allMatch(quote -> Quotation.isIn(each, quote)))
                .findFirst();
        for (String quote : answer.quotes()) {
            Optional<ReadPassage> at = all.or(() ->
                    own.stream().filter(each -> Quotation.isIn(each, quote)).findFirst());
            if (at.isEmpty()) return List.of();
            parts.computeIfAbsent(at.get(), _ -> new ArrayList<>()).add(quote);
        }
        return parts.entrySet().stream()
                .map(part -> Excerpt.of(part.getKey().passage(), Quotation.of(part.getKey(), part.getValue())))
                .toList();
    }

    /** Without those whose document was taken away since. */
    List<ReadPassage> list(List<String> ids) {
        return ids.stream()
                .map(Excerpt::passageOf)
                .distinct()
                .filter(byId::containsKey)
                .map(byId::get)
                .toList();
    }

    /** The rows that were told; empty where a whole passage was, or the document was taken away or changed since. */
    Optional<ReadPassage> rows(String told) {
        List<Integer> rows = Excerpt.rowsOf(told);
        ReadPassage passage = byId.get(Excerpt.passageOf(told));
        boolean there = !rows.isEmpty()
                && passage != null
                && passage.passage().body() instanceof Body.Table(var header, var all)
                && rows.stream().allMatch(row -> row < all.size());
        return there ? Optional.of(passage.withRows(rows)) : Optional.empty();
    }

    /** The others that stand under the same headings. */
    List<ReadPassage> listBeside(List<String> ids) {
        return listOthers(ids, ReadPassage::isBeside);
    }

    /** The others that stand under the same headings but the last. */
    List<ReadPassage> listSiblings(List<String> ids) {
        return listOthers(ids, ReadPassage::isSiblingOf);
    }

    private List<ReadPassage> listOthers(List<String> ids, BiPredicate<ReadPassage, ReadPassage> belong) {
        List<ReadPassage> these = list(ids);
        return byId.values().stream()
                .filter(each -> !these.contains(each))
                .filter(each -> these.stream().anyMatch(one -> belong.test(one, each)))
                .toList();
    }

    /** 「今後の方向性の3つ目」: nothing else of the list, or of what else speaks of it, is the answer. */
    Finding one(Finding list, OptionalInt which) {
        if (which.isEmpty()) return list;
        int nth = which.getAsInt();
        return Finding.nth(list, nth)
                .or(() -> list instanceof Answered answered
                        ? nth(answered.passages().subList(0, 1), nth).map(part -> new Answered(List.of(part)))
                        : Optional.empty())
                .orElseGet(Finding.Nothing::new);
    }

    /** One of what was told, from 1: of several parts, of the items of a list, of the parts below a lead. */
    Optional<Excerpt> nth(List<String> told, int nth) {
        List<String> before = told.size() == 1 ? Excerpt.listOf(told.getFirst()) : List.of();
        Optional<Excerpt> next = before.isEmpty() ? Optional.empty() : oneOf(before, nth);
        return next.or(() -> oneOf(told, nth));
    }

    private Optional<Excerpt> oneOf(List<String> told, int nth) {
        return place(told, nth).map(one -> one.oneOf(told));
    }

    private Optional<Excerpt> place(List<String> told, int nth) {
        List<ReadPassage> these = list(told);
        if (these.stream().anyMatch(each -> each.passage().body() instanceof Body.Table)) return Optional.empty();
        List<ReadPassage> lists = these.stream()
                .filter(each -> each.passage().body() instanceof Body.Bullets)
                .toList();
        // A list and what leads to it.
        if (these.size() > 1 && lists.size() == 1) these = lists;
        if (these.size() > 1) {
            return Nth.pick(nth, these).map(part -> Excerpt.part(part.passage()));
        }
        return these.stream()
                .map(ReadPassage::passage)
                .findFirst()
                .flatMap(passage -> Excerpt.opening(passage)
                        .item(nth)
                        .or(() -> sections.at(passage)
                                .flatMap(section -> Nth.pick(nth, section.parts()))
                                .map(Excerpt::part)));
    }

    /** Terms that passages print in brackets: 「地域カルテ」. */
    List<String> listTerms(List<String> told) {
        return list(told).stream()
                .flatMap(
                        passage -> TERM.matcher(passage.passage().body().text()).results())
                .map(found -> found.group(1))
                .distinct()
                .limit(MOST_TERMS)
                .toList();
    }

    /** All that passages say. */
    WordSet wordsOf(List<String> told) {
        return list(told).stream().map(ReadPassage::allWords).reduce(WordSet.empty(), WordSet::and);
    }

    /** Whether passages were told that are a municipality's. */
    boolean areOf(String municipality, List<String> told) {
        return !list(told).isEmpty() && scopeOf(told).own().equals(Optional.of(municipality));
    }

    /** The municipality of what was told. */
    Scope scopeOf(List<String> told) {
        return list(told).stream()
                .findFirst()
                .map(passage -> Scope.only(municipality(passage)))
                .orElse(Scope.everywhere());
    }

    List<TextEntry> entries() {
        return byId.values().stream()
                .map(ReadPassage::passage)
                .map(passage -> new TextEntry(
                        passage.id(),
                        group(passage.document().municipality()),
                        passage.headingPath(),
                        passage.body().text()))
                .toList();
    }

    /** All of them as printed, in NFKC. */
    String print() {
        return print;
    }

    /** Those of a municipality as printed, in NFKC. */
    String print(String municipality) {
        return prints.getOrDefault(municipality, "");
    }

    /** Read when somebody first types in kana alone: few do. */
    synchronized KanaSpelling spelling() {
        if (spelling == null) spelling = KanaSpelling.of(print.lines().toList(), words);
        return spelling;
    }

    /** All words of a municipality's documents. */
    WordSet vocabulary(String municipality) {
        return vocabularies.getOrDefault(municipality, WordSet.empty());
    }

    boolean isOfNewest(SourceDocument document) {
        return document.ageFrom().equals(newest.get(document.municipality()));
    }

    /** The documents preferred by the scope that bear one of these rows of words in their title. */
    Set<SourceDocument> titled(List<List<String>> rows, Scope scope) {
        return byId.values().stream()
                .filter(passage -> scope.prefers(document(passage)))
                .filter(passage -> rows.stream().anyMatch(passage.document()::saysTogether))
                .map(Passages::document)
                .collect(Collectors.toSet());
    }
}
