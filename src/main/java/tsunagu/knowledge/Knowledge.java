package tsunagu.knowledge;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.EntryJudge.Judged;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Finding.Outlined;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.opensearch.IndexEngine;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.RankingProperties;
import tsunagu.knowledge.question.Wanted;
import tsunagu.knowledge.quotes.QuotedAnswers;

/**
 * What the documents, and the entries staff wrote, have to say to a question. It would rather say that nothing answers
 * than tell something beside the point. Safe for several threads; the same question always gets the same finding, until
 * an entry changes.
 */
@Singleton
public final class Knowledge {
    private static final WordReader PLAIN = WordReader.knowing(List.of());
    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
    private static final int CANDIDATES = 30;
    /** Time matters to entries only. */
    private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final AnsweringSettings settings;
    private final WordReader words;
    private final Phrasing phrasing;
    private final TextIndex.Builder documents;
    private final TextIndex.Builder told;
    private final TextIndex.Builder tried;
    private final Clock clock;
    private final DocumentLibrary library;
    private final QuotedAnswers quotes;
    private final List<Entry.Source> sources;
    private volatile Standing standing;

    /** Passages and entries as of a revision of each source: all that one question is answered from. */
    private record Standing(Corpus corpus, List<Long> revisions, Entries entries) {}

    /** The passages, and what is made of them alone; {@code number} is the library's. */
    private record Corpus(
            long number, Passages passages, TextIndex index, QuestionReader questions, Entries.Shelf shelf) {}

    @Inject
    Knowledge(
            DocumentLibrary library,
            LanguageFiles language,
            QuotedAnswers quotes,
            RankingProperties ranking,
            EmbeddingSettings embedding,
            AnsweringSettings settings,
            List<Entry.Source> sources,
            IndexEngine engine,
            Clock clock) {
        this(library, language, quotes, ranking.settings(), embedding.open(), settings, sources, engine, clock);
    }

    private Knowledge(
            DocumentLibrary library,
            LanguageFiles language,
            QuotedAnswers quotes,
            RankingSettings ranking,
            Optional<Embedding> embedding,
            AnsweringSettings settings,
            List<Entry.Source> sources,
            IndexEngine engine,
            Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.library = library;
        this.quotes = quotes;
        this.sources = List.copyOf(sources);
        words = language.words();
        phrasing = language.phrasing();
        var embedded = new IndexBuilder(words, language.synonyms(), ranking, embedding);
        // Learnt expansion would make the answers depend on when an index was built, and so differ between copies.
        IndexBuilder plain = embedded.with(ranking.with(Expansion.OFF));
        documents = engine.builder("documents", embedded);
        told = engine.builder("entries", plain);
        tried = plain;
        standing = read(corpus(library.follow()));
    }

    /** Another's words and settings, its own entries; it follows no source, and counts nothing. */
    private Knowledge(Knowledge other, Standing standing) {
        settings = other.settings;
        words = other.words;
        phrasing = other.phrasing;
        documents = other.documents;
        told = other.told;
        tried = other.tried;
        clock = other.clock;
        library = other.library;
        quotes = other.quotes;
        sources = List.of();
        this.standing = standing;
    }

    /** What reading Japanese needs takes a while to load; a start does so beside its other work. */
    public static void loadDictionary() {
        PLAIN.read("資料");
    }

    /** How words are said that no dictionary has as one, in katakana; empty for others. */
    public static Optional<String> sayCompound(String written) {
        return PLAIN.sayCompound(written);
    }

    /** For tests and commands: the library with the words of a language folder and the standard settings. */
    public static Knowledge of(DocumentLibrary library, Path language) {
        return of(library, language, EmbeddingSettings.none(), List.of(), IndexEngine.lucene(), NO_TIME);
    }

    static Knowledge of(
            DocumentLibrary library,
            Path language,
            EmbeddingSettings embedding,
            List<Entry.Source> sources,
            IndexEngine engine,
            Clock clock) {
        return new Knowledge(
                library,
                LanguageFiles.in(language),
                QuotedAnswers.in(language.resolveSibling("quotes")),
                RankingSettings.recipe(),
                embedding.open(),
                AnsweringSettings.standard(),
                sources,
                engine,
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
                        DocumentLibrary.empty(),
                        language,
                        QuotedAnswers.none(),
                        ranking,
                        embedding,
                        settings,
                        List.of(),
                        IndexEngine.lucene(),
                        NO_TIME)
                .with(entries);
    }

    private Corpus corpus(long number) {
        var passages = new Passages(library.listPassages(), words);
        TextIndex index = documents.build(passages.entries());
        var reader = new QuestionReader(index, words, phrasing);
        return new Corpus(
                number,
                passages,
                index,
                reader,
                new Entries.Shelf(passages, quotes.list(), words, reader, told, tried, phrasing));
    }

    private Standing read(Corpus corpus) {
        List<Long> revisions = revisions();
        Entries entries = corpus.shelf()
                .put(sources.stream()
                        .flatMap(each -> each.listEntries().stream())
                        .toList());
        return new Standing(corpus, revisions, entries);
    }

    private List<Long> revisions() {
        return sources.stream().map(Entry.Source::revision).toList();
    }

    /**
     * Reads again what has changed; the index is built aside, then put in place. Each copy does so by itself every
     * second; whoever changed something may call it to see the change at once.
     */
    @Scheduled(fixedDelay = "${knowledge.follow:1s}", initialDelay = "1s")
    public synchronized void follow() {
        try {
            long number = library.follow();
            Standing now = standing;
            boolean same = number == now.corpus().number();
            if (!same || !revisions().equals(now.revisions())) now = read(same ? now.corpus() : corpus(number));
            now.entries().searched(); // so that residents wait for it only right after a start
            standing = now;
            documents.settle();
            told.settle();
        } catch (RuntimeException e) {
            // The database may be back in a second; until then the entries stay as they were.
            LOG.warn("What staff keep could not be read again: {}", e.getClass().getName());
        }
    }

    /** This knowledge as it would be with other entries: a change can be tried before it is made. */
    public Knowledge with(Collection<Entry> entries) {
        Corpus corpus = standing.corpus();
        return new Knowledge(
                this, new Standing(corpus, List.of(), corpus.shelf().tryOut(entries)));
    }

    /** This knowledge as it is now, for answers that no resident gets. */
    public Knowledge uncounted() {
        return new Knowledge(this, standing);
    }

    /** The entries as they are told now, without those whose time is over. */
    public List<Entry> listEntries() {
        return standing.entries().list(clock.instant());
    }

    /** An entry was told to a resident. */
    public void told(Entry entry) {
        sources.forEach(source -> source.told(entry.id()));
    }

    /** The finding for a question as it was typed; any text is a question. */
    public Finding find(String question, Scope scope) {
        return find(standing, question, scope);
    }

    private Finding find(Standing now, String question, Scope scope) {
        Optional<Entry> same = scope.own().flatMap(own -> now.entries().findSame(question, own, clock.instant()));
        if (same.isPresent()) return new Finding.Approved(same.get());
        try {
            InDocuments documents = inDocuments(now.corpus(), question, scope);
            return Judged.decide(
                    documents.candidates(), documents.finding(), inEntries(now, question, scope, settings, _ -> true));
        } catch (TextIndex.Unavailable e) {
            return new Finding.Unavailable();
        }
    }

    /** Ids of quotes of a folder that the documents do not print, or of a document there is not. */
    public static List<String> listLostQuotes(DocumentLibrary library, Path quotes) {
        return new Passages(library.listPassages(), PLAIN)
                .listLost(QuotedAnswers.in(quotes).list());
    }

    /** The entry that asks just this, whatever the width, the kana and the punctuation. */
    public Optional<Entry> findSame(String question, String municipality) {
        return standing.entries().findSame(question, municipality, clock.instant());
    }

    /** The entry that answers a question best, whatever the documents say; none is found while none can be searched. */
    public Optional<Entry> findEntry(String question, String municipality) {
        try {
            return findSame(question, municipality)
                    .or(() -> Judged.staffs(
                            inEntries(standing, question, Scope.preferring(municipality), settings, _ -> true)));
        } catch (TextIndex.Unavailable e) {
            return Optional.empty();
        }
    }

    /**
     * What passages, or else those under the same headings, say to a question that is asked of them: 「いつまで」; or else
     * what is found of a term they print in brackets: 「どこでもらえる」, of 「地域カルテ」.
     */
    public Finding findAmong(List<String> ids, String question) {
        Corpus corpus = standing.corpus();
        Judge judge = judge(corpus, question);
        List<Excerpt> telling = judge.tell(ids);
        if (!telling.isEmpty()) return new Answered(telling);
        Scope scope = corpus.passages().scopeOf(ids);
        return corpus.passages().listTerms(ids).stream()
                .map(term -> inDocuments(corpus, term + "は" + question, scope).finding())
                .filter(found -> found instanceof Answered answered
                        && !judge.tell(answered.passages()).isEmpty())
                .findFirst()
                .orElseGet(Nothing::new);
    }

    /** Whether passages themselves answer a question that is asked of them. */
    public boolean tells(List<String> ids, String question) {
        return !judge(standing.corpus(), question).tell(ids).isEmpty();
    }

    private Judge judge(Corpus corpus, String question) {
        Question asked = corpus.questions().read(question);
        return judge(corpus, asked, wanted(corpus, asked), Scope.everywhere());
    }

    /** The same finding as {@link #find} makes, and what led there. */
    public Explanation explain(String question, Scope scope) {
        Standing now = standing;
        QueryReading reading =
                now.entries().searched().questions().read(question).reading();
        double least = settings.leastCoverage();
        try {
            List<Candidate> passages =
                    inDocuments(now.corpus(), question, scope).candidates();
            List<Judged> entries = inEntries(now, question, scope, settings, _ -> true);
            return Explanation.of(reading, passages, entries, least, find(now, question, scope));
        } catch (TextIndex.Unavailable e) {
            return Explanation.of(reading, List.of(), List.of(), least, find(now, question, scope));
        }
    }

    /**
     * The entries that would answer a question if they spoke of enough of it, best first.
     *
     * @param leftOut entries to answer without
     */
    List<Judged> listUnobjected(String question, String municipality, Set<String> leftOut) {
        AnsweringSettings lenient = settings.withLeastCoverage(0);
        return inEntries(standing, question, Scope.preferring(municipality), lenient, id -> !leftOut.contains(id))
                .stream()
                .filter(each -> each.objection().isEmpty())
                .toList();
    }

    /** Best first. */
    private List<Judged> inEntries(
            Standing standing, String question, Scope scope, AnsweringSettings measure, Predicate<String> admitted) {
        Instant now = clock.instant();
        Predicate<String> mayTell = id -> standing.entries().mayTell(id, now);
        return EntryJudge.search(
                standing.entries(),
                standing.corpus().passages(),
                question,
                scope,
                mayTell.and(admitted),
                new EntryJudge.Measure(measure, words, CANDIDATES));
    }

    private record InDocuments(Finding finding, List<Candidate> candidates) {}

    private InDocuments inDocuments(Corpus corpus, String question, Scope scope) {
        Question asked = corpus.questions().read(question);
        Wanted wanted = wanted(corpus, asked);
        if (wanted.weight() == 0) return new InDocuments(new Nothing(), List.of());
        List<Candidate> candidates = candidates(corpus, asked, wanted, scope);
        Finding finding = Candidate.finding(candidates, asked, settings);
        boolean told = asked.asksMeaning() && finding instanceof Answered;
        Optional<Finding> section = corpus.passages()
                .section(asked, wanted, scope, corpus.index())
                .filter(any -> !told)
                .map(found -> Outlined.of(found, asked.asksHowMany(), finding));
        Finding found = section.orElse(finding);
        return new InDocuments(corpus.passages().one(found, asked.nth()), candidates);
    }

    /** Best first, equal ones in the order of the ranking. */
    private List<Candidate> candidates(Corpus corpus, Question asked, Wanted wanted, Scope scope) {
        // Where only some documents are admitted, the others must not take their places.
        var among = scope instanceof Scope.Only(String municipality)
                ? TextIndex.Among.groups(Set.of(Passages.group(municipality)))
                : TextIndex.Among.all();
        return Candidate.withOthers(
                corpus.index().search(asked.reading(), CANDIDATES, among).hits().stream()
                        .map(judge(corpus, asked, wanted, scope)::judge)
                        .sorted(Comparator.comparingDouble(Candidate::fit).reversed())
                        .toList(),
                scope,
                wanted.weight());
    }

    private Wanted wanted(Corpus corpus, Question asked) {
        return Wanted.of(asked.reading(), corpus.index(), settings.synonymCredit());
    }

    private Judge judge(Corpus corpus, Question asked, Wanted wanted, Scope scope) {
        return new Judge(asked, wanted, scope, corpus.passages(), corpus.index(), words, settings);
    }
}
