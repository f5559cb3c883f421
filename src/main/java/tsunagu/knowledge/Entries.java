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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.text.Folding;

/**
 * The entries at one moment, in one index with the passages so that their words are weighed against the whole town's.
 * Never changes: a change of the entries is another of these.
 */
final class Entries {

    /**
     * An entry read once.
     *
     * @param wordings each without the words that only frame a question
     * @param keys each as it is recognised however it is typed
     * @param said by question, wordings and tags
     * @param all said by the whole entry
     * @param print as compared with figures, in NFKC
     * @param text as it is indexed
     */
    record ReadEntry(
            Entry entry,
            List<Wording> wordings,
            Set<Key> keys,
            WordSet said,
            WordSet all,
            String print,
            TextEntry text) {}

    /** One way a question is asked. */
    record Wording(Question question, List<Word> words, WordSet set) {
        static Wording of(Question question) {
            List<Word> words = question.reading().words().stream()
                    .map(word -> new Word(word.term(), word.reading(), word.kind()))
                    .toList();
            return new Wording(question, words, WordSet.of(words));
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

    /** The index of entries and passages, and questions as it understands them. */
    record Searched(TextIndex index, QuestionReader questions) {}

    /** Reads entries, each once however many snapshots are made of it. */
    static final class Shelf {
        private static final int SPARE = 1000;

        private final Map<Entry, ReadEntry> read = new ConcurrentHashMap<>();
        private final Passages passages;
        private final WordReader words;
        private final QuestionReader questions;
        private final TextIndex.Builder told;
        private final TextIndex.Builder tried;
        private final Phrasing phrasing;

        Shelf(
                Passages passages,
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
            List<ReadEntry> all = entries.stream()
                    .parallel()
                    .map(entry -> read.computeIfAbsent(entry, this::read))
                    .toList();
            if (read.size() > entries.size() + SPARE) read.keySet().retainAll(new HashSet<>(entries));
            var texts = new ArrayList<TextEntry>(passages.entries());
            all.forEach(each -> texts.add(each.text()));
            return new Entries(all, () -> {
                TextIndex index = builder.build(texts);
                return new Searched(index, new QuestionReader(index, words, phrasing));
            });
        }

        private static TextEntry text(Entry entry) {
            var text = new ArrayList<String>(
                    entry.wordings().subList(1, entry.wordings().size()));
            text.addAll(entry.about());
            text.add(entry.answer());
            return new TextEntry(entry.id(), group(entry.municipality()), entry.question(), String.join("\n", text));
        }

        private ReadEntry read(Entry entry) {
            List<Wording> wordings = entry.wordings().stream()
                    .map(each -> Wording.of(questions.read(each)))
                    .toList();
            WordSet said = words(entry.wordings()).and(words(entry.about()));
            String print = String.join("\n", entry.wordings()) + "\n" + String.join("\n", entry.about()) + "\n"
                    + entry.answer();
            Set<Key> keys = entry.wordings().stream()
                    .map(each -> Key.of(entry.municipality(), each))
                    .collect(Collectors.toUnmodifiableSet());
            return new ReadEntry(
                    entry,
                    wordings,
                    keys,
                    said,
                    said.and(words(List.of(entry.answer()))),
                    Passages.plain(print),
                    text(entry));
        }

        private WordSet words(List<String> texts) {
            return texts.stream().map(text -> WordSet.of(words.read(text))).reduce(WordSet.empty(), WordSet::and);
        }
    }

    private final Map<String, ReadEntry> byId = new LinkedHashMap<>();
    private final Map<Key, List<Entry>> byWording = new HashMap<>();
    private final Supplier<Searched> building;
    private Searched searched;

    private Entries(List<ReadEntry> entries, Supplier<Searched> building) {
        this.building = building;
        for (ReadEntry each : entries) {
            Entry entry = each.entry();
            byId.put(entry.id(), each);
            each.keys()
                    .forEach(key -> byWording
                            .computeIfAbsent(key, _ -> new ArrayList<>(1))
                            .add(entry));
        }
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** What the entries are indexed as that residents of a municipality may be told, or those of any. */
    Set<String> groups(Scope scope) {
        return scope.own()
                .map(own -> Set.of(group(own)))
                .orElseGet(() -> byId.values().stream()
                        .map(each -> group(each.entry().municipality()))
                        .collect(Collectors.toSet()));
    }

    private static String group(String municipality) {
        return "entries/" + municipality;
    }

    List<Entry> list() {
        return byId.values().stream().map(ReadEntry::entry).toList();
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
