package tsunagu.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListPlaceTest {
    private static final List<String> LAYERS = List.of("身近", "ネットワーク", "拠点");

    @ParameterizedTest
    @CsvSource({"2つ目は？, ネットワーク", "三番目, 拠点", "最初のは, 身近", "最後のやつ, 拠点", "真ん中は, ネットワーク", "前者, 身近", "3本目の, 拠点"})
    void one_of_a_list_is_picked_by_its_place(String words, String one) {
        assertThat(ListPlace.pick(words, LAYERS)).contains(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4つ目は", "どれ", "最初に始めた人", "0番目"})
    void none_is_picked_where_none_is_meant_or_there(String words) {
        assertThat(ListPlace.pick(words, LAYERS)).isEmpty();
    }

    @Test
    void of_two_there_is_no_middle() {
        assertThat(ListPlace.pick("真ん中は", List.of("一", "二"))).isEmpty();
        assertThat(ListPlace.pick("最後は", List.of())).isEmpty();
    }
}
