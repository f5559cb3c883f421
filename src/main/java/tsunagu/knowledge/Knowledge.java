package tsunagu.knowledge;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;
import tsunagu.knowledge.EntryJudge.Judged;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Finding.Related;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.RankingProperties;
import tsunagu.knowledge.question.Wanted;

/**
 * What the documents, and the entries staff wrote, have to say to a question. It would rather say that nothing answers
 * than tell something beside the point. Safe for several threads; the same question always gets the same finding, until
 * an entry changes.
 */
@Singleton
public final class Knowledge {
    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
    private static final int CANDIDATES = 30;
    private static final int MOST_EXCERPTS = 3;

    private final AnsweringSettings settings;
    private final WordReader words;
    private final Passages passages;
    private final TextIndex index;
    private final QuestionReader questions;
    private final Clock clock;
    private final List<Entry.Source> sources;
    private final Entries.Shelf shelf;
    private volatile Standing standing;

    /** The entries as of a revision of each source. */
    private record Standing(List<Long> revisions, Entries entries) {}

    @Inject
    Knowledge(
            DocumentLibrary library,
            LanguageFiles language,
            RankingProperties ranking,
            EmbeddingSettings embedding,
            AnsweringSettings settings,
            List<Entry.Source> sources,
            Clock clock) {
        this(library.listPassages(), language, ranking.settings(), embedding.open(), settings, sources, clock);
    }

    private Knowledge(
            List<Passage> documents,
            LanguageFiles language,
            RankingSettings ranking,
            Optional<Embedding> embedding,
            AnsweringSettings settings,
            List<Entry.Source> sources,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.sources = List.copyOf(sources);
        words = language.words();
        List<String> stopPhrases = language.stopPhrases();
        passages = new Passages(documents, words);
        var builder = new IndexBuilder(words, language.synonyms(), ranking, embedding);
        index = builder.build(passages.entries());
        questions = new QuestionReader(index, words, stopPhrases);
        // Learnt expansion would make the answers depend on when an index was built, and so differ between copies.
        shelf = new Entries.Shelf(passages, words, questions, builder.with(ranking.with(Expansion.OFF)), stopPhrases);
        standing = read();
    }

    /** Another's words and settings, its own entries; it follows no source, and counts nothing. */
    private Knowledge(Knowledge other, Function<Knowledge, Standing> entries) {
        settings = other.settings;
        words = other.words;
        passages = other.passages;
        index = other.index;
        questions = other.questions;
        clock = other.clock;
        sources = List.of();
        shelf = other.shelf;
        standing = entries.apply(this);
    }

    /** For tests and commands: the library with the words of a language folder and the standard settings. */
    public static Knowledge of(DocumentLibrary library, Path language) {
        // Time matters to entries only.
        return of(library, language, EmbeddingSettings.none(), List.of(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** For tests: the same with entries. */
    static Knowledge of(
            DocumentLibrary library,
            Path language,
            EmbeddingSettings embedding,
            List<Entry.Source> sources,
            Clock clock) {
        return new Knowledge(
                library.listPassages(),
                LanguageFiles.in(language),
                RankingSettings.recipe(),
                embedding.open(),
                AnsweringSettings.standard(),
                sources,
                clock);
    }

    /** For the command evaluate: entries without any documents. */
    static Knowledge ofEntries(
            Collection<Entry> entries,
            LanguageFiles language,
            RankingSettings ranking,
            Optional<Embedding> embedding,
            AnsweringSettings settings) {
        return new Knowledge(
                        List.of(),
                        language,
                        ranking,
                        embedding,
                        settings,
                        List.of(),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .with(entries);
    }

    private Standing read() {
        List<Long> revisions = revisions();
        Entries entries = shelf.put(
                sources.stream().flatMap(each -> each.listEntries().stream()).toList());
        // Before it is put in place, so that no resident waits for it.
        entries.searched();
        return new Standing(revisions, entries);
    }

    private List<Long> revisions() {
        return sources.stream().map(Entry.Source::revision).toList();
    }

    /**
     * Reads the entries again where they have changed; the index is built aside and then put in place. Each copy does
     * so by itself every second; whoever changed something may call it to see the change at once.
     */
    @Scheduled(fixedDelay = "${knowledge.follow:1s}")
    public synchronized void follow() {
        try {
            if (!revisions().equals(standing.revisions())) standing = read();
        } catch (RuntimeException e) {
            // The database may be back in a second; until then the entries stay as they were.
            LOG.warn("The entries could not be read again: {}", e.getClass().getName());
        }
    }

    /** This knowledge as it would be with other entries: a change can be tried before it is made. */
    public Knowledge with(Collection<Entry> entries) {
        return new Knowledge(this, other -> new Standing(List.of(), other.shelf.put(entries)));
    }

    /** This knowledge as it is now, for answers that no resident gets. */
    public Knowledge uncounted() {
        return new Knowledge(this, _ -> standing);
    }

    /** The entries as they are told now, without those whose time is over. */
    public List<Entry> listEntries() {
        Instant now = clock.instant();
        return standing.entries().list().stream()
                .filter(entry -> entry.isTold(now))
                .toList();
    }

    /** An entry was told to a resident. */
    public void told(Entry entry) {
        sources.forEach(source -> source.told(entry.id()));
    }

    /** The finding for a question as it was typed; any text is a question. */
    public Finding find(String question, Scope scope) {
        Optional<Entry> same = scope.own().flatMap(own -> findSame(question, own));
        if (same.isPresent()) return new Finding.Approved(same.get());
        return decide(inDocuments(question, scope), inEntries(question, scope));
    }

    /** The entry that asks just this, whatever the width, the kana and the punctuation. */
    public Optional<Entry> findSame(String question, String municipality) {
        return standing.entries().findSame(question, municipality, clock.instant());
    }

    /** The entry that answers a question best, whatever the documents say. */
    public Optional<Entry> findEntry(String question, String municipality) {
        return findSame(question, municipality)
                .or(() -> best(inEntries(question, Scope.preferring(municipality)))
                        .map(Judged::entry));
    }

    /** The same finding as {@link #find} makes, and what led there. */
    public Explanation explain(String question, Scope scope) {
        return Explanation.of(
                standing.entries().searched().questions().read(question).reading(),
                inDocuments(question, scope).candidates(),
                inEntries(question, scope),
                settings.leastCoverage(),
                find(question, scope));
    }

    /** An entry is told before passages that fit no better than it. */
    private static Finding decide(InDocuments documents, List<Judged> entries) {
        double rival = documents.finding() instanceof Answered
                ? documents.candidates().stream()
                        .filter(Candidate::answers)
                        .findFirst()
                        .orElseThrow()
                        .fit()
                : Double.NEGATIVE_INFINITY;
        return best(entries)
                .filter(entry -> entry.fit() >= rival)
                .<Finding>map(entry -> new Finding.Approved(entry.entry()))
                .orElse(documents.finding());
    }

    private static Optional<Judged> best(List<Judged> entries) {
        return entries.stream().filter(each -> each.objection().isEmpty()).findFirst();
    }

    /**
     * The entries that would answer a question if they spoke of enough of it, best first.
     *
     * @param leftOut entries to answer without
     */
    List<Judged> listUnobjected(String question, String municipality, Set<String> leftOut) {
        AnsweringSettings lenient = settings.withLeastCoverage(0);
        return inEntries(question, Scope.preferring(municipality), lenient, id -> !leftOut.contains(id)).stream()
                .filter(each -> each.objection().isEmpty())
                .toList();
    }

    private List<Judged> inEntries(String question, Scope scope) {
        return inEntries(question, scope, settings, _ -> true);
    }

    /** Best first. */
    private List<Judged> inEntries(
            String question, Scope scope, AnsweringSettings measure, Predicate<String> admitted) {
        Entries entries = standing.entries();
        if (entries.isEmpty()) return List.of();
        TextIndex all = entries.searched().index();
        Question asked = entries.searched().questions().read(question);
        Wanted wanted = Wanted.of(asked.reading(), all, settings.synonymCredit());
        if (wanted.weight() == 0) return List.of();
        var judge = new EntryJudge(asked, wanted, all, passages, measure, scope instanceof Scope.Preferring);
        Instant now = clock.instant();
        // Passages, and entries of other towns, must not take the places of those that may answer.
        int from = CANDIDATES + passages.size();
        Predicate<String> told = id -> entries.mayTell(id, scope, now);
        return all.search(asked.reading(), CANDIDATES, from, told.and(admitted)).hits().stream()
                .map(hit -> judge.judge(entries.get(hit.id()), hit))
                .sorted(Comparator.comparingDouble(Judged::fit).reversed())
                .toList();
    }

    private record InDocuments(Finding finding, List<Candidate> candidates) {}

    private InDocuments inDocuments(String question, Scope scope) {
        Question asked = questions.read(question);
        Wanted wanted = Wanted.of(asked.reading(), index, settings.synonymCredit());
        if (wanted.weight() == 0) return new InDocuments(new Nothing(), List.of());
        List<Candidate> candidates = candidates(asked, wanted, scope);
        return new InDocuments(finding(asked, candidates), candidates);
    }

    private Finding finding(Question asked, List<Candidate> candidates) {
        List<Candidate> answering =
                candidates.stream().filter(Candidate::answers).toList();
        if (!answering.isEmpty()) return new Answered(excerpts(asked.asksWhatAges() ? newest(answering) : answering));
        List<Candidate> related = candidates.stream()
                .filter(candidate -> candidate.coverage() >= settings.leastRelated())
                .toList();
        return related.isEmpty() ? new Nothing() : new Related(excerpts(related));
    }

    /** Best first, equal ones in the order of the ranking. */
    private List<Candidate> candidates(Question asked, Wanted wanted, Scope scope) {
        var judge = new Judge(asked, wanted, scope, passages, index, words, settings);
        // Where only some documents are admitted, the others must not take their places.
        int limit = scope instanceof Scope.Only ? Math.max(CANDIDATES, passages.size()) : CANDIDATES;
        return index.search(asked.reading(), limit).hits().stream()
                .filter(hit -> scope.admits(passages.get(hit.id()).passage().document()))
                .limit(CANDIDATES)
                .map(judge::judge)
                .sorted(Comparator.comparingDouble(Candidate::fit).reversed())
                .toList();
    }

    private List<Excerpt> excerpts(List<Candidate> candidates) {
        return about(candidates).stream()
                .limit(MOST_EXCERPTS)
                .map(Candidate::excerpt)
                .toList();
    }

    /** Those that fit about as well as the first. */
    private List<Candidate> about(List<Candidate> candidates) {
        double least = candidates.getFirst().fit() - settings.alsoWithin();
        return candidates.stream().filter(candidate -> candidate.fit() >= least).toList();
    }

    /** Of those that fit about as well as the first, the ones of its municipality's newest document. */
    private List<Candidate> newest(List<Candidate> candidates) {
        String municipality = candidates.getFirst().document().municipality();
        List<Candidate> about = about(candidates).stream()
                .filter(candidate -> candidate.document().municipality().equals(municipality))
                .toList();
        LocalDate newest = about.stream()
                .map(candidate -> candidate.document().ageFrom())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return about.stream()
                .filter(candidate -> candidate.document().ageFrom().equals(newest))
                .toList();
    }
}
