package tsunagu.knowledge.opensearch;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tsunagu.knowledge.index.entries.EntryWords;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.entries.Vocabulary;
import tsunagu.knowledge.index.entries.WordCounts;
import tsunagu.knowledge.index.words.TermWeights;
import tsunagu.knowledge.index.words.WordReader;

/**
 * What an index is to hold, and what this copy knows of it by itself: in how many entries each word stands. So a
 * question is read, and weighed, without the cluster.
 *
 * @param entries by id, in the order of the ids
 * @param rows in how many entries the words of each long other name follow each other
 * @param content the same for the same entries, another for others
 */
record Target(Map<String, TextEntry> entries, WordCounts counts, TermWeights rows, String content, Words words) {

    /** Beyond so many changed entries counting all anew is quicker. */
    private static final int PART = 4;

    /**
     * @param before the one before, which most of it was counted for
     * @throws IllegalArgumentException if two entries have the same id
     */
    static Target of(Collection<TextEntry> texts, Words words, Optional<Target> before) {
        Map<String, TextEntry> entries = inOrder(texts);
        String content = content(entries.values());
        if (before.isPresent()) {
            Target old = before.get();
            if (old.content.equals(content)) return old;
            Changes changes = changes(old.entries, entries);
            if (changes.size() <= entries.size() / PART) {
                List<EntryWords> out = words.read(changes.out());
                List<EntryWords> in = words.read(changes.in());
                return new Target(
                        entries,
                        old.counts.changed(out, in),
                        old.rows.changed(words.rows(out), words.rows(in)),
                        content,
                        words);
            }
        }
        var counting = new WordCounts.Counting();
        var rows = new TermWeights.Counting();
        words.readAll(entries.values(), content, part -> {
            counting.add(part);
            words.rows(part).forEach(rows::add);
        });
        return new Target(entries, counting.counted(), rows.counted(), content, words);
    }

    private static Map<String, TextEntry> inOrder(Collection<TextEntry> texts) {
        var entries = new LinkedHashMap<String, TextEntry>();
        TextEntry.inOrder(texts).forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    private static String content(Collection<TextEntry> entries) {
        MessageDigest digest = Layout.digest();
        for (TextEntry entry : entries) {
            for (String part : List.of(entry.id(), entry.group(), entry.title(), entry.text())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Entries as they were, and as they are. */
    record Changes(List<TextEntry> out, List<TextEntry> in) {
        int size() {
            return Math.max(out.size(), in.size());
        }
    }

    /** What must be taken out of an index of the other, and put in, to have this one. */
    Changes since(Target other) {
        return changes(other.entries, entries);
    }

    private static Changes changes(Map<String, TextEntry> old, Map<String, TextEntry> now) {
        var out = new ArrayList<TextEntry>();
        var in = new ArrayList<TextEntry>();
        old.forEach((id, entry) -> {
            if (!entry.equals(now.get(id))) out.add(entry);
        });
        now.forEach((id, entry) -> {
            if (!entry.equals(old.get(id))) in.add(entry);
        });
        return new Changes(out, in);
    }

    /** Reads entries into words, and remembers those of the last whole index while there is memory for them. */
    static final class Words {
        private static final int PART_READ = 2000;
        /** What is written after it was counted is read once only, where it is not too much to keep meanwhile. */
        private static final int MOST_REMEMBERED = 50_000;

        private final WordReader reader;
        private final Vocabulary vocabulary = new Vocabulary();
        private final Map<String, List<List<String>>> longNames = new HashMap<>();
        private String lastContent = "";
        private SoftReference<List<EntryWords>> last = new SoftReference<>(null);

        Words(WordReader reader, Set<List<String>> longNames) {
            this.reader = reader;
            longNames.forEach(name -> this.longNames
                    .computeIfAbsent(name.getFirst(), _ -> new ArrayList<>())
                    .add(name));
        }

        List<EntryWords> read(Collection<TextEntry> entries) {
            return entries.stream()
                    .parallel()
                    .map(entry -> EntryWords.read(entry, reader, vocabulary, Optional.empty()))
                    .toList();
        }

        /** All entries of a target in their order, some after the others. */
        synchronized void readAll(Collection<TextEntry> entries, String content, Consumer<List<EntryWords>> reader) {
            List<EntryWords> known = lastContent.equals(content) ? last.get() : null;
            if (known != null) {
                reader.accept(known);
                return;
            }
            var all = new ArrayList<EntryWords>();
            var part = new ArrayList<TextEntry>();
            for (TextEntry entry : entries) {
                part.add(entry);
                if (part.size() == PART_READ) read(part, all, entries.size(), reader);
            }
            read(part, all, entries.size(), reader);
            lastContent = content;
            last = new SoftReference<>(all.size() == entries.size() ? all : null);
        }

        private void read(List<TextEntry> part, List<EntryWords> all, int size, Consumer<List<EntryWords>> reader) {
            List<EntryWords> read = read(part);
            if (size <= MOST_REMEMBERED) all.addAll(read);
            reader.accept(read);
            part.clear();
        }

        /** All of them at once, for who learns from them. */
        List<EntryWords> readWhole(Target target) {
            var all = new ArrayList<EntryWords>();
            readAll(target.entries.values(), target.content, all::addAll);
            return all;
        }

        /** Of each entry the long names whose words follow each other in it. */
        List<Set<String>> rows(Collection<EntryWords> entries) {
            return entries.stream().map(this::rows).toList();
        }

        private Set<String> rows(EntryWords entry) {
            var found = new HashSet<String>();
            List<String> terms = entry.terms();
            for (int at = 0; at < terms.size(); at++) {
                for (List<String> name : longNames.getOrDefault(terms.get(at), List.of())) {
                    int end = at + name.size();
                    if (end <= terms.size() && terms.subList(at, end).equals(name)) found.add(row(name));
                }
            }
            return found;
        }
    }

    /** The words of a name as {@link #rows} counts them. */
    static String row(List<String> name) {
        return String.join("\n", name);
    }
}
