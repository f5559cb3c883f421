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
 * An entry read into words, title first: what is indexed, and what a hit is judged by. Read once, indexed often.
 *
 * @param vector its meaning by the operator's model; empty without one
 */
public record EntryWords(
        String id,
        String group,
        List<Word> title,
        List<Word> text,
        List<String> terms,
        List<String> readings,
        List<String> bigrams,
        List<String> titleTerms,
        Set<String> distinctTerms,
        Set<String> distinctReadings,
        Set<String> distinctBigrams,
        Set<String> distinctTitleTerms,
        float[] vector) {

    /** Reads title and text; with a model also what they mean. */
    public static EntryWords read(TextEntry entry, WordReader words, Optional<Embedding> embedding) {
        List<Word> title = words.read(entry.title());
        List<Word> text = words.read(entry.text());
        var all = new ArrayList<Word>(title);
        all.addAll(text);
        List<String> terms = all.stream().map(Word::term).toList();
        List<String> readings = all.stream().map(Word::reading).toList();
        List<String> bigrams = Bigrams.of(entry.title() + "\n" + entry.text());
        List<String> titleTerms = title.stream().map(Word::term).toList();
        return new EntryWords(
                entry.id(),
                entry.group(),
                title,
                text,
                terms,
                readings,
                bigrams,
                titleTerms,
                new LinkedHashSet<>(terms),
                new LinkedHashSet<>(readings),
                new LinkedHashSet<>(bigrams),
                new LinkedHashSet<>(titleTerms),
                embedding
                        .map(model -> model.ofText(entry.title() + "\n" + entry.text()))
                        .orElse(new float[0]));
    }
}
