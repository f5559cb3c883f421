package tsunagu.knowledge.index.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordReaderTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());

    private static List<String> terms(String text) {
        return WORDS.read(text).stream().map(Word::term).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "自治会に入りたいのですが, 自治 会 入る",
        "どこでもらえますか, もらえる",
        "ｻｰﾊﾞｰとサーバ, サーバ サーバ",
        "キー, キー",
        "ＮＰＯ法人, npo 法人",
        "何をしてくださいますか, ''",
    })
    void keepsTheWordsThatCarryMeaningInTheirBaseForm(String text, String words) {
        assertThat(String.join(" ", terms(text))).isEqualTo(words);
    }

    @Test
    void readsWordsBySoundUnlessInflected() {
        assertThat(WORDS.read("ゴミ")).extracting(Word::reading).containsExactly("ゴミ");
        assertThat(WORDS.read("ごみ")).extracting(Word::reading).containsExactly("ゴミ");
        assertThat(WORDS.read("入り")).extracting(Word::reading).containsExactly("入る");
    }

    @Test
    void namesOfOneOrTwoLettersAreNotKept() {
        WordReader naming = WordReader.knowing(List.of(new Name("京都", "きょうと"), new Name("ゆめこらぼ", "ゆめこらぼ")));
        assertThat(naming.read("東京都").getFirst().term()).isEqualTo("東京");
        assertThat(naming.read("ゆめこらぼ")).extracting(Word::term).containsExactly("ゆめこらぼ");
    }

    @Test
    void theSameNameMayBeGivenTwice() {
        Name name = new Name("青嵐中", "せいらんちゅう");
        assertThat(WordReader.knowing(List.of(name, name)).read("青嵐中")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"青 嵐中, せいらん", "青#嵐, せいらん", "青嵐中, ''"})
    void refusesANameTheDictionaryCannotHold(String surface, String reading) {
        assertThatThrownBy(() -> new Name(surface, reading)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bigramsArePairsOfKanjiKatakanaLettersAndDigits() {
        assertThat(Bigrams.of("転入の届、ＮＰＯ2つ")).containsExactly("転入", "届", "np", "po", "o2");
        assertThat(Bigrams.of("ひらがな")).isEmpty();
    }

    @Property(tries = 500)
    void readsAnyText(@ForAll String text) {
        assertThat(WORDS.read(text))
                .allMatch(word -> !word.term().isEmpty() && !word.reading().isEmpty());
        assertThat(Bigrams.of(text)).allMatch(bigram -> bigram.length() <= 2);
    }
}
