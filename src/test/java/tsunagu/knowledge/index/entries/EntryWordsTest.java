package tsunagu.knowledge.index.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.index.words.WordReader;

class EntryWordsTest {
    private final WordReader words = WordReader.knowing(List.of());
    private final Vocabulary vocabulary = new Vocabulary();

    private EntryWords read(String id, String title, String text) {
        return EntryWords.read(new TextEntry(id, title, text), words, vocabulary, Optional.empty());
    }

    @Test
    void hasTheWordsOfTitleAndTextInOrder() {
        EntryWords entry = read("a", "自治会の役割", "自治会は交流を支えます。");
        assertThat(entry.titleTerms()).containsExactly("自治", "会", "役割");
        assertThat(entry.terms()).startsWith("自治", "会", "役割", "自治", "会", "交流");
        assertThat(entry.length()).isEqualTo(entry.terms().size());
        assertThat(entry.readings()).hasSameSizeAs(entry.terms());
        assertThat(entry.distinctTerms()).doesNotHaveDuplicates().contains("交流");
        assertThat(entry.bigrams()).contains("自治", "治会", "交流");
    }

    /** Else each of 200,000 passages would keep its own 自治会, and a copy needs gigabytes for them. */
    @Test
    void sharesItsWordsWithOtherEntries() {
        EntryWords one = read("a", "自治会", "交流を支える");
        EntryWords other = read("b", "町の交流", "自治会");
        assertThat(one.title().getFirst()).isSameAs(other.text().getFirst());
        assertThat(one.text().getFirst()).isSameAs(other.title().getLast());
    }
}
