package tsunagu.knowledge.index.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSetTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());

    @Test
    void manyTextsSayWhatEachSays() {
        WordSet many = WordSet.ofEach(List.of(WORDS.read("地区協議会"), WORDS.read("手続きの窓口"), List.of()));
        assertThat(many.saysTogether(List.of("地区", "協議"))).isTrue();
        assertThat(many.says("窓口", "マドグチ")).isTrue();
        assertThat(many.says("手続", "テツヅキ")).as("another spelling").isTrue();
        assertThat(many.says("会費", "カイヒ")).isFalse();
    }

    @Test
    void aRowOfWordsDoesNotRunFromOneTextIntoTheNext() {
        WordSet two = WordSet.ofEach(List.of(WORDS.read("地区"), WORDS.read("協議")));
        assertThat(two.saysTogether(List.of("地区", "協議"))).isFalse();
        assertThat(two.saysTogether(List.of("協議"))).isTrue();
        assertThat(WordSet.of(WORDS.read("地区"))
                        .and(WordSet.of(WORDS.read("協議")))
                        .saysTogether(List.of("地区", "協議")))
                .isFalse();
    }

    @Test
    void nothingSaysNothing() {
        assertThat(WordSet.ofEach(List.of(List.of())).says("地区", "チク")).isFalse();
        assertThat(WordSet.empty().saysTogether(List.of("地区"))).isFalse();
    }
}
