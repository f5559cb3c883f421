package tsunagu.knowledge.index.entries;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.knowledge.embedding.Embedding;
import tsunagu.knowledge.index.words.Bigrams;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;

/**
 * An entry read into words, title first: what is indexed, and what a hit is judged by. Read once, indexed often. All
 * entries are kept so, and only what takes long to find out is: the words, which they share.
 *
 * @param vector its meaning by the operator's model; empty without one
 */
public record EntryWords(TextEntry entry, List<Word> title, List<Word> text, float[] vector) {

    /**
     * Reads title and text; with a model also what they mean.
     *
     * @param vocabulary of the entries that are kept together
     */
    public static EntryWords read(
            TextEntry entry, WordReader words, Vocabulary vocabulary, Optional<Embedding> embedding) {
        return new EntryWords(
                entry,
                vocabulary.share(words.read(entry.title())),
                vocabulary.share(words.read(entry.text())),
                embedding.map(model -> model.ofText(whole(entry))).orElse(new float[0]));
    }

    private static String whole(TextEntry entry) {
        return entry.title() + "\n" + entry.text();
    }

    public String id() {
        return entry.id();
    }

    public String group() {
        return entry.group();
    }

    private List<Word> words() {
        var all = new ArrayList<Word>(length());
        all.addAll(title);
        all.addAll(text);
        return all;
    }

    /** How many words it has, those of the title among them. */
    public int length() {
        return title.size() + text.size();
    }

    public List<String> terms() {
        return words().stream().map(Word::term).toList();
    }

    public List<String> readings() {
        return words().stream().map(Word::reading).toList();
    }

    public List<String> bigrams() {
        return Bigrams.of(whole(entry));
    }

    public List<String> titleTerms() {
        return title.stream().map(Word::term).toList();
    }

    public Set<String> distinctTerms() {
        return new LinkedHashSet<>(terms());
    }

    public Set<String> distinctReadings() {
        return new LinkedHashSet<>(readings());
    }

    public Set<String> distinctTitleTerms() {
        return new LinkedHashSet<>(titleTerms());
    }
}
