package tsunagu.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.documents.Passage;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.excerpt.ReadPassage;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.likeness.Likeness;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.Remainder;
import tsunagu.knowledge.quotes.QuotedAnswer;
import tsunagu.text.Folding;

/**
 * The entries at one moment, with the answers that quote the documents, in one index with the passages so that their
 * words are weighed against the whole town's.
 * Never changes: a change of the entries is another of these.
 */
final class Entries {

    /** An entry, read once and when it is first needed: a start has hundreds of them, and few are asked for. */
    static final class ReadEntry {
        private final Entry entry;
        private final List<Excerpt> excerpts;
        private final Supplier<Words> reading;
        private volatile Words words;

        /** @param reading what its words are; asked for once or, at the same moment, by several */
        private ReadEntry(Entry entry, List<Excerpt> excerpts, Supplier<Words> reading) {
            this.entry = entry;
            this.excerpts = List.copyOf(excerpts);
            this.reading = reading;
        }

        Entry entry() {
            return entry;
        }

        /** What of a document is told by it; empty for what staff wrote. */
        List<Excerpt> excerpts() {
            return excerpts;
        }

        boolean isStaffs() {
            return excerpts.isEmpty();
        }

        Words words() {
            Words known = words;
            if (known == null) {
                known = reading.get();
                words = known;
            }
            return known;
        }

        /** As it is indexed. */
        private TextEntry text() {
            String municipality = entry.municipality();
            List<String> others = entry.wordings().subList(1, entry.wordings().size());
            return new TextEntry(
                    entry.id(),
                    isStaffs() ? group(municipality) : quoteGroup(municipality),
                    entry.question(),
                    Stream.of(others, entry.about(), List.of(entry.answer()))
                            .flatMap(List::stream)
                            .collect(Collectors.joining("\n")));
        }

        /** Whether one of its wordings is just this, whatever the width, the kana and the punctuation. */
        boolean isAskedBy(String question) {
            return keys().anyMatch(Key.of(entry.municipality(), question)::equals);
        }

        /** Each wording as it is recognised however it is typed. */
        private Stream<Key> keys() {
            return entry.wordings().stream().map(each -> Key.of(entry.municipality(), each));
        }
    }

    /**
     * The words of an entry.
     *
     * @param wordings each without the words that only frame a question
     * @param said by question, wordings and tags
     * @param told by tags and answer
     * @param all said by the whole entry
     * @param print as compared with figures, in NFKC
     * @param answer the same, of the answer alone
     */
    record Words(List<Wording> wordings, WordSet said, WordSet told, WordSet all, String print, String answer) {}

    /** One way a question is asked. */
    record Wording(Question question, List<Word> words, WordSet set) {
        static Wording of(Question question) {
            List<Word> words = question.reading().words().stream()
                    .map(word -> new Word(word.term(), word.reading(), word.kind()))
                    .toList();
            return new Wording(question.asWording(), words, WordSet.of(words));
        }
    }

    /** A wording whatever its width, kana and punctuation. */
    private record Key(String municipality, String folded) {
        private static final Pattern PUNCTUATION = Pattern.compile("[?!。、,「」\\s]");

        static Key of(String municipality, String words) {
            return new Key(
                    municipality, PUNCTUATION.matcher(Folding.name(words)).replaceAll(""));
        }
    }

    /**
     * The index of entries and passages, and questions as it understands them.
     *
     * @param likeness of questions to the quotes of each municipality
     */
    record Searched(TextIndex index, QuestionReader questions, Map<String, Likeness> likeness) {

        /** That of a scope's own municipality; empty where it has no quotes. */
        Optional<Likeness> likeness(Scope scope) {
            return scope.own().map(likeness::get);
        }
    }

    /** Reads entries, each once however many snapshots are made of it. */
    static final class Shelf {
        private static final Logger LOG = LoggerFactory.getLogger(Entries.class);
        private static final int SPARE = 1000;

        private final Map<Entry, ReadEntry> read = new ConcurrentHashMap<>();
        private final Passages passages;
        private final WordReader words;
        private final QuestionReader questions;
        private final TextIndex.Builder told;
        private final TextIndex.Builder tried;
        private final Phrasing phrasing;
        private final List<ReadEntry> quoted;
        private final Map<String, List<ReadEntry>> quotesOf = new HashMap<>();
        private Map<String, Likeness> likeness;

        /** @param answers those of documents that are not there, or do not print them, are left out */
        Shelf(
                Passages passages,
                List<QuotedAnswer> answers,
                WordReader words,
                QuestionReader questions,
                TextIndex.Builder told,
                TextIndex.Builder tried,
                Phrasing phrasing) {
            this.passages = passages;
            this.phrasing = phrasing;
            this.words = words;
            this.questions = questions;
            this.told = told;
            this.tried = tried;
            quoted = answers.stream().flatMap(answer -> read(answer).stream()).toList();
            quoted.forEach(read -> read.excerpts().stream()
                    .map(excerpt -> excerpt.passage().id())
                    .distinct()
                    .forEach(id -> quotesOf.computeIfAbsent(id, _ -> new ArrayList<>(1))
                            .add(read)));
        }

        /** Of the quotes of each municipality, which no change of entries changes. */
        private synchronized Map<String, Likeness> likeness() {
            if (likeness == null) {
                likeness = quoted.stream()
                        .map(ReadEntry::entry)
                        .collect(Collectors.groupingBy(
                                Entry::municipality,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(Shelf::answer, Collectors.toList()), Likeness::new)));
            }
            return likeness;
        }

        private static Likeness.Answer answer(Entry quoted) {
            return new Likeness.Answer(quoted.id(), quoted.answer(), quoted.wordings());
        }

        /** Entries that residents are told. */
        Entries put(Collection<Entry> entries) {
            return put(entries, told);
        }

        /** Entries as they may be some day. */
        Entries tryOut(Collection<Entry> entries) {
            return put(entries, tried);
        }

        private Entries put(Collection<Entry> entries, TextIndex.Builder builder) {
            List<ReadEntry> all = Stream.concat(
                            quoted.stream(), entries.stream().map(entry -> read.computeIfAbsent(entry, this::read)))
                    .toList();
            if (read.size() > entries.size() + SPARE) read.keySet().retainAll(new HashSet<>(entries));
            return new Entries(all, quotesOf, () -> {
                var texts = new ArrayList<TextEntry>(passages.entries());
                all.forEach(each -> texts.add(each.text()));
                TextIndex index = builder.build(texts);
                return new Searched(index, new QuestionReader(index, words, phrasing), likeness());
            });
        }

        private ReadEntry read(Entry entry) {
            return new ReadEntry(entry, List.of(), () -> words(entry));
        }

        /** A quote of the documents as an entry; empty where they do not print it. */
        private Optional<ReadEntry> read(QuotedAnswer answer) {
            if (!passages.has(answer.document())) return Optional.empty();
            List<Excerpt> excerpts = passages.quote(answer);
            if (excerpts.isEmpty()) {
                // The document may be another by now than the one it was quoted from; the other quotes go on answering.
                LOG.warn("引用 {} は、今の資料に書かれていません。この引用では答えません。", answer.id());
                return Optional.empty();
            }
            Passage first = excerpts.getFirst().passage();
            var entry = new Entry(
                    answer.id(),
                    first.document().municipality(),
                    answer.wordings(),
                    List.of(
                            first.headingPath(),
                            first.document().title(),
                            first.document().publisher()),
                    excerpts.stream().map(Excerpt::text).collect(Collectors.joining("\n")),
                    new Entry.Origin.InDocument(excerpts.getFirst().citations().getFirst()),
                    Instant.EPOCH,
                    Optional.empty());
            return Optional.of(new ReadEntry(entry, excerpts, () -> words(entry)));
        }

        private Words words(Entry entry) {
            List<Wording> wordings = entry.wordings().stream()
                    .map(each -> Wording.of(questions.read(each)))
                    .toList();
            WordSet about = words(entry.about());
            WordSet said = words(entry.wordings()).and(about);
            WordSet told = about.and(words(List.of(entry.answer())));
            String print = String.join("\n", entry.wordings()) + "\n" + String.join("\n", entry.about()) + "\n"
                    + entry.answer();
            return new Words(
                    wordings, said, told, said.and(told), Passages.plain(print), Passages.plain(entry.answer()));
        }

        private WordSet words(List<String> texts) {
            return WordSet.ofEach(texts.stream().map(words::read).toList());
        }
    }

    private final Map<String, ReadEntry> byId = new LinkedHashMap<>();
    private final Map<Key, List<Entry>> byWording = new HashMap<>();
    private final Set<String> towns = new HashSet<>();
    private final Set<String> quotedTowns = new HashSet<>();
    /** By the ids of the passages they are of. */
    private final Map<String, List<ReadEntry>> quotesOf;

    private final Supplier<Searched> building;
    private Searched searched;

    private Entries(List<ReadEntry> entries, Map<String, List<ReadEntry>> quotesOf, Supplier<Searched> building) {
        this.quotesOf = quotesOf;
        this.building = building;
        for (ReadEntry each : entries) {
            Entry entry = each.entry();
            byId.put(entry.id(), each);
            (each.isStaffs() ? towns : quotedTowns).add(entry.municipality());
            // What staff foresaw word for word goes before all else; a quote is weighed against what else is known.
            if (!each.isStaffs()) continue;
            each.keys()
                    .distinct()
                    .forEach(key -> byWording
                            .computeIfAbsent(key, _ -> new ArrayList<>(1))
                            .add(entry));
        }
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** What staff's entries are indexed as that residents of a municipality may be told, or those of any. */
    Set<String> groups(Scope scope) {
        return groups(scope, towns, Entries::group);
    }

    /** The same of quotes. */
    Set<String> quoteGroups(Scope scope) {
        return groups(scope, quotedTowns, Entries::quoteGroup);
    }

    private static Set<String> groups(Scope scope, Set<String> towns, UnaryOperator<String> named) {
        return towns.stream()
                .filter(municipality -> scope.own().isEmpty() || scope.own().equals(Optional.of(municipality)))
                .map(named)
                .collect(Collectors.toSet());
    }

    private static String group(String municipality) {
        return "entries/" + municipality;
    }

    private static String quoteGroup(String municipality) {
        return "quotes/" + municipality;
    }

    /** What staff wrote and may be told now. */
    List<Entry> list(Instant now) {
        return byId.values().stream()
                .filter(ReadEntry::isStaffs)
                .map(ReadEntry::entry)
                .filter(entry -> entry.isTold(now))
                .toList();
    }

    /** Built when it is first asked for: a change that is only compared by wording needs none. */
    synchronized Searched searched() {
        if (searched == null) searched = building.get();
        return searched;
    }

    /** Whether the id is an entry's that may be told now; not for passages. */
    boolean mayTell(String id, Instant now) {
        ReadEntry read = byId.get(id);
        return read != null && read.entry().isTold(now);
    }

    /** Whether the id is that of quotes of a document that one of the passages is of. */
    boolean isQuoteOf(String id, List<ReadPassage> passages) {
        ReadEntry read = byId.get(id);
        return read != null
                && read.excerpts().stream()
                        .map(excerpt -> excerpt.passage().document())
                        .anyMatch(document -> passages.stream()
                                .anyMatch(each -> each.passage().document().equals(document)));
    }

    /** The questions that quotes of passages are known to answer. */
    List<String> listWordings(List<ReadPassage> passages) {
        List<String> ids = passages.stream().map(each -> each.passage().id()).toList();
        return listQuotes(ids).flatMap(read -> read.entry().wordings().stream()).toList();
    }

    /** Whether what was found speaks of what a question says besides its subject. */
    boolean speakOf(Remainder rest, Answered found, Passages passages, List<String> told) {
        List<WordSet> quoted = listQuotes(found.passages())
                .filter(read -> found.excerpts().containsAll(read.excerpts()))
                .map(read -> read.words().all())
                .toList();
        WordSet words = quoted.stream().reduce(WordSet::and).orElseGet(() -> passages.wordsOf(found.passages()));
        String print = found.excerpts().stream().map(Excerpt::text).collect(Collectors.joining("\n"));
        boolean again = told.stream().map(Excerpt::passageOf).anyMatch(found.passages()::contains);
        return rest.isSpokenOf(words, Passages.plain(print), !quoted.isEmpty(), again);
    }

    /** Each quote of passages once. */
    private Stream<ReadEntry> listQuotes(List<String> passages) {
        return passages.stream()
                .flatMap(id -> quotesOf.getOrDefault(id, List.of()).stream())
                .distinct();
    }

    ReadEntry get(String id) {
        return byId.get(id);
    }

    /** The entry that asks just this, whatever the width, the kana and the punctuation. */
    Optional<Entry> findSame(String words, String municipality, Instant now) {
        return byWording.getOrDefault(Key.of(municipality, words), List.of()).stream()
                .filter(entry -> entry.isTold(now))
                .max(Comparator.comparing(Entry::approvedAt).thenComparing(Entry::id, Comparator.reverseOrder()));
    }
}
