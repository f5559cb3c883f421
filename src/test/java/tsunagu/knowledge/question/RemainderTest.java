package tsunagu.knowledge.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;

class RemainderTest {
    private static final String MEETINGS = "検討委員会は全4回の会議を開催し、公募市民も参加した。";
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final TextIndex INDEX = TextIndex.build(
            List.of(new TextEntry("1", "", MEETINGS), new TextEntry("2", "", "傍聴の申込みと予算")),
            WORDS,
            Synonyms.none(),
            RankingSettings.recipe());
    private static final QuestionReader READER =
            new QuestionReader(INDEX, WORDS, new Phrasing(List.of(), List.of(), Set.of()));

    private static boolean isSpokenOf(String question, String text, boolean again) {
        Question rest = READER.read(question);
        var remainder = new Remainder(rest, Wanted.of(rest.reading(), INDEX, 0.8));
        return remainder.isSpokenOf(WordSet.of(WORDS.read(text)), text, false, again);
    }

    @Test
    void aTextThatSpeaksOfTheRestAndHasWhatIsAskedTellsIt() {
        assertThat(isSpokenOf("会議は何回開催したの", MEETINGS, false)).isTrue();
    }

    @Test
    void aTextThatLacksWhatIsAskedDoesNot() {
        assertThat(isSpokenOf("会議は何人", MEETINGS, false)).isFalse();
    }

    @Test
    void aTextThatSpeaksOfLittleOfTheRestDoesNot() {
        assertThat(isSpokenOf("傍聴の申込みの予算は", MEETINGS, false)).isFalse();
    }

    @Test
    void ofWhatWasToldBeforeMoreMustBeSaid() {
        assertThat(isSpokenOf("公募の傍聴は", "公募", false)).isTrue();
        assertThat(isSpokenOf("公募の傍聴は", "公募", true)).isFalse();
    }

    @Test
    void whereNothingIsLeftNothingIsSpokenOf() {
        assertThat(isSpokenOf("？", MEETINGS, false)).isFalse();
    }

    @Test
    void whatIsAskedOfALaterOneIsNotToldOfThisOne() {
        assertThat(isSpokenOf("次の会議は何回", MEETINGS, false)).isFalse();
        assertThat(isSpokenOf("会議はいつ始まったの", MEETINGS, false)).isFalse();
    }
}
