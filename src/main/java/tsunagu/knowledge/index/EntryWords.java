package tsunagu.knowledge.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tsunagu.knowledge.index.words.Bigrams;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;

/** An entry read into words, title first: what is indexed, and what a hit is judged by. */
record EntryWords(String id, List<Word> title, List<Word> text, List<String> bigrams) {

    static EntryWords read(TextEntry entry, WordReader words) {
        return new EntryWords(
                entry.id(),
                words.read(entry.title()),
                words.read(entry.text()),
                Bigrams.of(entry.title() + "\n" + entry.text()));
    }

    private List<Word> all() {
        var all = new ArrayList<Word>(title);
        all.addAll(text);
        return all;
    }

    List<String> terms() {
        return all().stream().map(Word::term).toList();
    }

    List<String> readings() {
        return all().stream().map(Word::reading).toList();
    }

    List<String> titleTerms() {
        return title.stream().map(Word::term).toList();
    }

    Set<String> distinctTitleTerms() {
        return new LinkedHashSet<>(titleTerms());
    }
}
