package tsunagu.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/** An index that follows a change is the same as one that is made anew. */
class IndexBuilderTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final List<String> SAID =
            List.of("自治会", "加入", "会費", "防災", "訓練", "子ども", "食堂", "清掃", "公園", "祭り", "見守り", "広報", "回覧板", "役員");

    private static IndexBuilder builder() {
        return new IndexBuilder(WORDS, Synonyms.none(), RankingSettings.recipe().with(Expansion.OFF), Optional.empty());
    }

    private static TextEntry entry(Random random, int number) {
        return new TextEntry("e" + number, said(random, 2), said(random, 9));
    }

    private static String said(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(any -> SAID.get(random.nextInt(SAID.size())))
                .reduce("", (one, other) -> one + "、" + other);
    }

    @Test
    void followsChangesAsIfItWereMadeAnew() {
        var random = new Random(7);
        var entries = new ArrayList<TextEntry>();
        for (int i = 0; i < 1_200; i++) entries.add(entry(random, i));
        IndexBuilder following = builder();
        following.build(entries);
        for (int change = 0; change < 5; change++) {
            entries.set(random.nextInt(entries.size()), entry(random, 2_000 + change));
            entries.remove(random.nextInt(entries.size()));
            entries.add(entry(random, 3_000 + change));
            TextIndex followed = following.build(entries);
            TextIndex anew = builder().build(entries);
            for (String word : SAID) {
                assertThat(followed.weight(word)).isEqualTo(anew.weight(word));
                assertThat(followed.search(word + " 防災", 1_200).hits())
                        .isEqualTo(anew.search(word + " 防災", 1_200).hits());
            }
        }
        TextIndex none = following.build(List.of());
        assertThat(none.knows("防災")).isFalse();
        assertThat(none.search("防災", 1).hits()).isEmpty();
    }

    @Test
    void buildsTheSameEntriesOnce() {
        var random = new Random(11);
        var entries = new ArrayList<TextEntry>();
        for (int i = 0; i < 20; i++) entries.add(entry(random, i));
        IndexBuilder builder = builder();
        TextIndex told = builder.build(entries);
        var changed = new ArrayList<>(entries);
        changed.set(3, entry(random, 3));
        TextIndex tried = builder.build(changed);

        assertThat(tried).isNotSameAs(told);
        assertThat(builder.build(changed.reversed())).isSameAs(tried);
        assertThat(builder.build(entries)).isSameAs(told);
        assertThat(builder.build(entries.subList(0, 19))).isNotIn(told, tried);
    }
}
