package tsunagu.knowledge;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.Candidate.Judged;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Standing.Corpus;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.TextIndex.Unavailable;
import tsunagu.knowledge.index.words.LanguageFiles;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.opensearch.IndexEngine;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Means;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.RankingProperties;
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
    /** Time matters to entries only. */
    static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Means by;
    private final DocumentLibrary library;
    private final QuotedAnswers quotes;
    private final List<Entry.Source> sources;
    private volatile Standing standing;

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
        this(
                Means.of(language, ranking.settings(), embedding.open(), settings, engine, clock),
                library,
                quotes,
                sources);
    }

    Knowledge(Means by, DocumentLibrary library, QuotedAnswers quotes, List<Entry.Source> sources) {
        this.by = by;
        this.library = library;
        this.quotes = quotes;
        this.sources = List.copyOf(sources);
        standing = read(corpus(library.follow()));
    }

    /** By another's means, with its own entries; it follows no source, and counts nothing. */
    private Knowledge(Knowledge other, Standing standing) {
        by = other.by;
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

    /** What was typed in kana, with the words of the documents as they print them: 「ちいきけいえいって」, 「地域経営って」. */
    public String inKanji(String typed) {
        return standing.corpus().passages().spelling().inKanji(typed);
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
                Means.of(
                        LanguageFiles.in(language),
                        RankingSettings.recipe(),
                        embedding.open(),
                        AnsweringSettings.standard(),
                        engine,
                        clock),
                library,
                QuotedAnswers.in(language.resolveSibling("quotes")),
                sources);
    }

    private Corpus corpus(long number) {
        var passages = new Passages(library.listPassages(), by.words());
        TextIndex index = by.documents().build(passages.entries());
        var reader = new QuestionReader(index, by.words(), by.phrasing());
        return new Corpus(
                number,
                passages,
                index,
                reader,
                new Entries.Shelf(passages, quotes.list(), by.words(), reader, by.told(), by.tried(), by.phrasing()));
    }

    private Standing read(Corpus corpus) {
        List<Long> revisions = revisions();
        Entries entries = corpus.shelf()
                .put(sources.stream()
                        .flatMap(each -> each.listEntries().stream())
                        .toList());
        return new Standing(by, corpus, revisions, entries);
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
            by.documents().settle();
            by.told().settle();
        } catch (RuntimeException e) {
            // The database may be back in a second; until then the entries stay as they were.
            LOG.warn("What staff keep could not be read again: {}", e.getClass().getName());
        }
    }

    /** This knowledge as it would be with other entries: a change can be tried before it is made. */
    public Knowledge with(Collection<Entry> entries) {
        Corpus corpus = standing.corpus();
        return new Knowledge(
                this, new Standing(by, corpus, List.of(), corpus.shelf().tryOut(entries)));
    }

    /** This knowledge as it is now, for answers that no resident gets. */
    public Knowledge uncounted() {
        return new Knowledge(this, standing);
    }

    /** The entries as they are told now, without those whose time is over. */
    public List<Entry> listEntries() {
        return standing.entries().list(by.clock().instant());
    }

    /** An entry was told to a resident. */
    public void told(Entry entry) {
        sources.forEach(source -> source.told(entry.id()));
    }

    /** The finding for a question as it was typed; any text is a question. */
    public Finding find(String question, Scope scope) {
        return standing.find(question, scope);
    }

    /** Ids of quotes of a folder that the documents do not print, or of a document there is not. */
    public static List<String> listLostQuotes(DocumentLibrary library, Path quotes) {
        return new Passages(library.listPassages(), PLAIN)
                .listLost(QuotedAnswers.in(quotes).list());
    }

    /** The entry that asks just this, whatever the width, the kana and the punctuation. */
    public Optional<Entry> findSame(String question, String municipality) {
        return standing.entries().findSame(question, municipality, by.clock().instant());
    }

    /** The entry that answers a question best, whatever the documents say; none is found while none can be searched. */
    public Optional<Entry> findEntry(String question, String municipality) {
        return findSame(question, municipality)
                .or(() -> Judged.staffs(
                        Unavailable.orNothing(() -> standing.inEntries(question, Scope.preferring(municipality)))));
    }

    /**
     * What passages, or else those under the same headings, say to a question that is asked of them: 「いつまで」; or else
     * what is found of a term they print in brackets: 「どこでもらえる」, of 「地域カルテ」.
     */
    public Finding findAmong(List<String> ids, String question) {
        Standing now = standing;
        Judge judge = now.judge(question);
        List<Excerpt> telling = judge.tell(ids);
        if (!telling.isEmpty()) return new Answered(telling);
        Passages passages = now.corpus().passages();
        Scope scope = passages.scopeOf(ids);
        return passages.listTerms(ids).stream()
                .map(term -> now.inDocuments(term + "は" + question, scope).finding())
                .filter(found -> found instanceof Answered answered
                        && !judge.tell(answered.passages()).isEmpty())
                .findFirst()
                .orElseGet(Nothing::new);
    }

    /**
     * Questions near one that nothing answers, nearest first, each answered; none while none can be searched.
     *
     * @param told by what the passages told before are found again, which the question may go on from
     * @param longest characters of one
     */
    public List<String> listNear(String question, List<String> told, String municipality, int longest) {
        Standing now = standing;
        boolean goesOn = now.corpus().passages().areOf(municipality, told);
        List<Judged> after = goesOn ? Unavailable.orNothing(() -> now.goingOn(question, told)) : List.of();
        List<Judged> plain = Unavailable.orNothing(() -> now.inEntries(question, Scope.only(municipality)));
        return Judged.near(Stream.concat(after.stream(), plain.stream()).toList(), longest);
    }

    /** What the quotes say that were written for just this wording, or else the nearest, if it may answer, too. */
    public Finding findQuoted(String question, String municipality, boolean near) {
        List<Judged> quotes = Unavailable.orNothing(() -> standing.inEntries(question, Scope.only(municipality)));
        return Judged.worded(quotes, question)
                .or(() -> near ? Judged.nearest(quotes) : Optional.empty())
                .map(Judged::finding)
                .orElseGet(Nothing::new);
    }

    /**
     * What is said to a question that does not say again what was spoken of before.
     *
     * @param topic what comes before the question: 「検討委員会は」
     * @param told by what the passages told before are found again
     */
    public Finding findOf(String topic, String question, List<String> told, Scope scope) {
        Standing now = standing;
        Finding found = now.find(topic + question, scope);
        return found instanceof Answered answered && !now.speaksOf(question, answered, told) ? new Nothing() : found;
    }

    /** The questions that quotes of passages are known to answer. */
    public List<String> listWordings(List<String> told) {
        Standing now = standing;
        return now.entries().listWordings(now.corpus().passages().list(told));
    }

    /** What passages of a municipality, or those beside them, say to a question that nothing else answers. */
    public Finding goOn(List<String> told, String question, String municipality) {
        Standing now = standing;
        boolean may = now.corpus().passages().areOf(municipality, told)
                && now.judge(question).mayGoOn();
        return may ? findAmong(told, question) : new Nothing();
    }

    /** Whether passages themselves answer a question that is asked of them. */
    public boolean tells(List<String> ids, String question) {
        return !standing.judge(question).tell(ids).isEmpty();
    }

    /** The same finding as {@link #find} makes, and what led there. */
    public Explanation explain(String question, Scope scope) {
        Standing now = standing;
        QueryReading reading =
                now.entries().searched().questions().read(question).reading();
        List<Candidate> passages =
                Unavailable.orNothing(() -> now.inDocuments(question, scope).candidates());
        List<Judged> entries = Unavailable.orNothing(() -> now.inEntries(question, scope));
        return Explanation.of(reading, passages, entries, by.settings().leastCoverage(), now.find(question, scope));
    }

    /**
     * The entries that would answer a question if they spoke of enough of it, best first.
     *
     * @param leftOut entries to answer without
     */
    List<Judged> listUnobjected(String question, String municipality, Set<String> leftOut) {
        Scope scope = Scope.preferring(municipality);
        AnsweringSettings lenient = by.settings().withLeastCoverage(0);
        return standing.inEntries(question, scope, lenient, id -> !leftOut.contains(id), WordSet.empty()).stream()
                .filter(each -> each.objection().isEmpty())
                .toList();
    }
}
