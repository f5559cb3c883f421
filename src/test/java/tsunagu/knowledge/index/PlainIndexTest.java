package tsunagu.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.index.entries.TextEntry;

class PlainIndexTest {
    private static final PlainIndex INDEX = PlainIndex.build(
            List.of(new TextEntry("2", "自治会", "加入"), new TextEntry("1", "自治会", "加入"), new TextEntry("3", "祭り", "")));

    @Test
    void ranksByBm25AndEqualScoresById() {
        List<PlainIndex.Hit> hits = INDEX.search("自治会への加入", 10);
        assertThat(hits).extracting(PlainIndex.Hit::id).containsExactly("1", "2");
        assertThat(hits.getFirst().score()).isGreaterThan(0);
    }

    @Test
    void findsNothingForAnEmptyQuestionOrOneWithoutKnownWords() {
        assertThat(INDEX.search("", 10)).isEmpty();
        assertThat(INDEX.search("税率", 10)).isEmpty();
    }
}
