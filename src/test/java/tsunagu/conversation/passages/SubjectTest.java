package tsunagu.conversation.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final List<String> WORDINGS =
            List.of("検討委員会は何回開かれたの", "検討委員会の開催回数", "基本方針を変えるために何回集まった", "検討委員会はいつから");

    @Test
    void theCompoundOfMostWordingsIsTheSubject() {
        assertThat(Subject.of(WORDINGS, "どんな様子ですか", Optional.empty())).contains("検討委員会");
    }

    @Test
    void whatTheResidentNamesGoesBeforeWhatIsOnlyFrequent() {
        assertThat(Subject.of(WORDINGS, "基本方針を変えるために何回集まったの", Optional.empty())).contains("基本方針");
    }

    @Test
    void whatWasSpokenOfBeforeStaysTheSubject() {
        List<String> even = List.of("検討委員会は何回", "基本方針は何回");
        assertThat(Subject.of(even, "で、何回", Optional.of("基本方針"))).contains("基本方針");
        assertThat(Subject.of(even, "で、何回", Optional.of("検討委員会"))).contains("検討委員会");
    }

    @Test
    void questionWordsAndManyDifferentThingsAreNoSubject() {
        assertThat(Subject.of(List.of("何階ですか", "基本的なのは"), "何階", Optional.empty()))
                .isEmpty();
        assertThat(Subject.of(List.of("基本的な考えは", "第何回の場所は"), "どこ", Optional.empty()))
                .isEmpty();
        assertThat(Subject.of(List.of("予算は", "会場は", "日程は"), "どうなの", Optional.empty()))
                .isEmpty();
        assertThat(Subject.of(List.of(), "どうなの", Optional.of("検討委員会"))).isEmpty();
    }
}
