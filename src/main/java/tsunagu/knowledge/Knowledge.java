package tsunagu.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Finding.Related;
import tsunagu.knowledge.excerpt.Chosen;
import tsunagu.knowledge.excerpt.ExcerptChooser;
import tsunagu.knowledge.excerpt.ReadPassage;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextEntry;
import tsunagu.knowledge.index.TextHits;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.Wanted;

/**
 * What the documents have to say to a question. It would rather say that nothing answers than tell something beside the
 * point. Safe for several threads; the same question always gets the same finding.
 */
@Singleton
public final class Knowledge {
    private static final int CANDIDATES = 30;
    private static final int MOST_EXCERPTS = 3;
    /** So many words of a title in a row name the document; two are found in many. */
    private static final int TITLE_WORDS = 3;
    /** A heading without a text: it says nothing by itself. */
    private static final int CAPTION = 25;

    private final AnsweringSettings settings;
    private final WordReader words;
    private final Map<String, ReadPassage> passages = new LinkedHashMap<>();
    private final String print;
    private final Map<String, WordSet> vocabularies;
    private final TextIndex index;
    private final QuestionReader questions;

    @Inject
    Knowledge(DocumentLibrary library, LanguageFiles language, RankingProperties ranking, AnsweringSettings settings) {
        this(library, language, ranking.settings(), settings);
    }

    private Knowledge(
            DocumentLibrary library, LanguageFiles language, RankingSettings ranking, AnsweringSettings settings) {
        this.settings = settings;
        words = language.words();
        library.listPassages().stream()
                .filter(Passage::quotable)
                .filter(passage -> !isCaption(passage.body()))
                .forEach(passage -> passages.put(passage.id(), ReadPassage.of(passage, words)));
        List<TextEntry> entries = passages.values().stream()
                .map(ReadPassage::passage)
                .map(passage -> new TextEntry(
                        passage.id(), passage.headingPath(), passage.body().text()))
                .toList();
        print = passages.values().stream()
                .map(passage -> passage.passage().headingPath() + "\n"
                        + passage.passage().body().text())
                .map(Knowledge::plain)
                .collect(Collectors.joining("\n"));
        vocabularies = vocabularies(passages.values());
        index = TextIndex.build(entries, words, language.synonyms(), ranking);
        questions = new QuestionReader(index, words, language.stopPhrases());
    }

    /** For tests and commands: the library with the words of a language folder and the standard settings. */
    public static Knowledge of(DocumentLibrary library, Path language) {
        return new Knowledge(
                library,
                new LanguageFiles(language.toString()),
                RankingSettings.recipe(),
                AnsweringSettings.standard());
    }

    /** By municipality, all words of its documents. */
    private static Map<String, WordSet> vocabularies(Collection<ReadPassage> passages) {
        return passages.stream()
                .collect(Collectors.toMap(
                        passage -> passage.passage().document().municipality(), ReadPassage::allWords, WordSet::and));
    }

    private static boolean isCaption(Body body) {
        return body instanceof Body.Paragraph(String text)
                && text.length() < CAPTION
                && !text.matches("(?s).*[。！？!?].*");
    }

    /** The finding for a question as it was typed. */
    public Finding find(String question, Scope scope) {
        Question asked = questions.read(question);
        Wanted wanted = Wanted.of(asked.reading(), index, settings.synonymCredit());
        if (wanted.weight() == 0) return new Nothing();
        TextHits hits = index.search(
                asked.reading(), scope instanceof Scope.Only ? Math.max(CANDIDATES, passages.size()) : CANDIDATES);
        List<Candidate> candidates = candidates(asked, wanted, hits, scope);
        List<Candidate> answering =
                candidates.stream().filter(Candidate::answers).toList();
        if (!answering.isEmpty()) return new Answered(excerpts(asked.asksWhatAges() ? newest(answering) : answering));
        List<Candidate> related = candidates.stream()
                .filter(candidate -> candidate.coverage >= settings.leastRelated())
                .toList();
        return related.isEmpty() ? new Nothing() : new Related(excerpts(related));
    }

    /** A passage that was found, and what of it would be told. */
    private record Candidate(ReadPassage passage, Chosen chosen, double fit, double coverage, boolean answers) {
        SourceDocument document() {
            return passage.passage().document();
        }

        Excerpt excerpt() {
            return new Excerpt(
                    passage.passage(), chosen.text(), passage.passage().cite(chosen.quote()));
        }
    }

    private List<Candidate> candidates(Question asked, Wanted wanted, TextHits hits, Scope scope) {
        var chooser = new ExcerptChooser(asked, wanted, words);
        Set<DocumentId> named = named(asked, scope);
        return hits.hits().stream()
                .filter(hit -> scope.admits(document(hit)))
                .map(hit -> candidate(asked, wanted, hit, chooser.choose(passages.get(hit.id())), scope, named))
                .sorted(Comparator.comparingDouble(Candidate::fit).reversed())
                .toList();
    }

    private SourceDocument document(Hit hit) {
        return passages.get(hit.id()).passage().document();
    }

    private Candidate candidate(
            Question asked, Wanted wanted, Hit hit, Chosen chosen, Scope scope, Set<DocumentId> named) {
        ReadPassage passage = passages.get(hit.id());
        SourceDocument document = passage.passage().document();
        WordSet evidence = passage.surroundings().and(chosen.words());
        double coverage = wanted.shareIn(evidence);
        boolean specific =
                wanted.weight() >= settings.leastSpecific() || !asked.asked().isEmpty() || asked.asksMeaning();
        boolean answers = specific
                && coverage >= settings.leastCoverage()
                && asked.isToldIn(plain(chosen.text()))
                && (!asked.asksMeaning()
                        || chosen.definition() > 0
                        || asked.terms().size() > 1)
                && asked.hasItsFiguresIn(plain(chosen.text() + passage.passage().headingPath() + document.title()))
                && !wanted.namesMoreThan(evidence)
                && !wanted.breaksCompound(evidence, print)
                && (named.isEmpty() || named.contains(document.id()))
                && mayAnswer(wanted, evidence, document, scope);
        double fit = hit.score()
                + 0.5 * coverage
                + 0.2 * headingFit(passage, wanted)
                + 0.5 * chosen.definition()
                + 0.15 * chosen.told()
                + (scope.prefers(document) ? settings.ownMunicipality() : 0)
                + (isNewest(document) ? settings.newerDocument() : 0);
        return new Candidate(passage, chosen, fit, coverage, answers);
    }

    /** The documents whose title the question names in part: 「検討委員会は…」 asks of that committee's report. */
    private Set<DocumentId> named(Question asked, Scope scope) {
        List<String> terms =
                asked.reading().words().stream().map(QueryWord::term).toList();
        return passages.values().stream()
                .filter(passage -> scope.prefers(passage.passage().document()))
                .filter(passage -> IntStream.rangeClosed(0, terms.size() - TITLE_WORDS)
                        .mapToObj(from -> terms.subList(from, from + TITLE_WORDS))
                        .anyMatch(passage.document()::saysTogether))
                .map(passage -> passage.passage().document().id())
                .collect(Collectors.toSet());
    }

    /** Another municipality's document answers only what one's own does not speak of: 地区協議会, or the other's name. */
    private boolean mayAnswer(Wanted wanted, WordSet evidence, SourceDocument document, Scope scope) {
        return switch (scope) {
            case Scope.Preferring(String own) ->
                document.municipality().equals(own)
                        || wanted.findsOnlyIn(evidence, vocabularies.getOrDefault(own, WordSet.empty()));
            case Scope.Everywhere everywhere -> true;
            case Scope.Only only -> true;
        };
    }

    /** How much of the question the headings say, and whether one of them, outer or inner, says no more. */
    private double headingFit(ReadPassage passage, Wanted wanted) {
        double precision = passage.headings().stream()
                .mapToDouble(heading -> wanted.precision(heading, index))
                .max()
                .orElse(0);
        return precision * wanted.shareIn(passage.allHeadings());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private boolean isNewest(SourceDocument document) {
        return passages.values().stream()
                .map(each -> each.passage().document())
                .filter(each -> each.municipality().equals(document.municipality()))
                .noneMatch(each -> each.ageFrom().isAfter(document.ageFrom()));
    }

    /** Of those that fit about as well as the first, the ones of its municipality's newest document. */
    private List<Candidate> newest(List<Candidate> candidates) {
        Candidate first = candidates.getFirst();
        List<Candidate> about = candidates.stream()
                .filter(candidate -> candidate.fit >= first.fit - settings.alsoWithin())
                .filter(candidate -> candidate
                        .document()
                        .municipality()
                        .equals(first.document().municipality()))
                .toList();
        LocalDate newest = about.stream()
                .map(candidate -> candidate.document().ageFrom())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return about.stream()
                .filter(candidate -> candidate.document().ageFrom().equals(newest))
                .toList();
    }

    private List<Excerpt> excerpts(List<Candidate> candidates) {
        double least = candidates.getFirst().fit - settings.alsoWithin();
        return candidates.stream()
                .takeWhile(candidate -> candidate.fit >= least)
                .limit(MOST_EXCERPTS)
                .map(Candidate::excerpt)
                .toList();
    }

    // DEBUG
    String explain(String question, Scope scope) {
        Question asked = questions.read(question);
        Wanted wanted = Wanted.of(asked.reading(), index, settings.synonymCredit());
        var sb = new StringBuilder();
        sb.append(asked.asked()).append(asked.terms()).append("\n");
        asked.reading()
                .words()
                .forEach(w -> sb.append(
                        String.format("%s/%s %.1f%s  ", w.term(), w.kind(), w.weight(), w.known() ? "" : "?")));
        sb.append("\n").append(asked.reading().synonyms()).append("\n");
        TextHits hits = index.search(asked.reading(), 50);
        var cs = candidates(asked, wanted, hits, scope);
        for (var c : cs.subList(0, Math.min(8, cs.size()))) {
            var h = hits.hits().stream()
                    .filter(x -> x.id().equals(c.passage.passage().id()))
                    .findFirst()
                    .get();
            sb.append(String.format(
                    "  %.2f cov %.2f def %.1f ans %s | score %.2f sinc %.2f tp %.2f | %s %s | %s%n",
                    c.fit,
                    c.coverage,
                    c.chosen.definition(),
                    c.answers,
                    h.score(),
                    h.inclusiveScore(),
                    h.titlePrecision(),
                    c.passage.passage().id(),
                    c.passage.passage().headings(),
                    c.chosen.text().replace("\n", " / ")));
        }
        return sb.toString();
    }
}
