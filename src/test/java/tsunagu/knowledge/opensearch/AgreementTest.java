package tsunagu.knowledge.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tsunagu.knowledge.index.IndexBuilder;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.TextHits;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.entries.TextEntry;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.WordReader;

/** What the cluster finds is what the index in this process finds, in the same order and with the same scores. */
@Execution(ExecutionMode.SAME_THREAD)
class AgreementTest {
    private static final IndexEngine ENGINE =
            IndexEngine.opensearch(TestCluster.running().settings("agreement"));
    private static final WordReader WORDS = WordReader.knowing(List.of());
    private static final Synonyms SYNONYMS =
            Synonyms.parse("test", List.of("加入, 入会, 仲間に入る", "高齢者クラブ, 老人会", "清掃 <= 掃除, ごみ拾い", "防災訓練, 避難の練習"), WORDS);
    private static final List<String> SAID = List.of(
            "自治会", "加入", "会費", "防災訓練", "子ども食堂", "清掃", "公園", "祭り", "見守り", "広報", "回覧板", "役員", "高齢者クラブ", "老人会", "集会室の予約",
            "ゴミ置き場", "ごみ", "掃除", "第3回", "PTA", "入会", "サーバー", "会議", "助成金");

    private final Random random = new Random(42);

    private TextEntry entry(int number) {
        return new TextEntry("e" + number, "town" + number % 4, said(1 + number % 3), said(3 + number % 40));
    }

    private String said(int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> SAID.get(random.nextInt(SAID.size())))
                .reduce((one, other) -> one + (random.nextBoolean() ? "と" : "、") + other)
                .orElseThrow();
    }

    private static IndexBuilder embedded(Expansion expansion) {
        return new IndexBuilder(WORDS, SYNONYMS, RankingSettings.recipe().with(expansion), Optional.empty());
    }

    private void assertAgree(TextIndex here, TextIndex there) {
        for (int i = 0; i < 60; i++) {
            String question = said(1 + i % 5) + "は？";
            assertThat(there.read(question)).isEqualTo(here.read(question));
            assertAlike(question, here.search(question, 30), there.search(question, 30));
        }
        String page = said(400);
        assertAlike("a pasted page", here.search(page, 30), there.search(page, 30));
    }

    static void assertAlike(String question, TextHits here, TextHits there) {
        assertThat(there.hits())
                .as(question)
                .extracting(Hit::id)
                .isEqualTo(here.hits().stream().map(Hit::id).toList());
        assertThat(there.margin()).as(question).isCloseTo(here.margin(), within(1e-3));
        for (int i = 0; i < here.hits().size(); i++) {
            Hit one = here.hits().get(i);
            Hit other = there.hits().get(i);
            assertThat(other.score()).as(question).isCloseTo(one.score(), within(1e-3));
            assertThat(other.inclusiveScore()).as(question).isCloseTo(one.inclusiveScore(), within(1e-3));
            assertThat(other.coverage()).as(question).isEqualTo(one.coverage());
            assertThat(other.titlePrecision()).as(question).isEqualTo(one.titlePrecision());
            assertThat(other.matched()).as(question).isEqualTo(one.matched());
        }
    }

    @Test
    void agreesWithLearntExpansion() {
        List<TextEntry> entries = IntStream.range(0, 400).mapToObj(this::entry).toList();
        IndexBuilder here = embedded(Expansion.ON);
        assertAgree(here.build(entries), ENGINE.builder("learnt", here).build(entries));
    }

    @Test
    void agreesAfterChangesInPlaceAndAside() {
        var entries =
                new ArrayList<>(IntStream.range(0, 1_500).mapToObj(this::entry).toList());
        IndexBuilder here = embedded(Expansion.OFF);
        TextIndex.Builder there = ENGINE.builder("changing", here);
        assertAgree(here.build(entries), there.build(entries));
        String index = indexOf("changing");
        for (int change = 0; change < 3; change++) {
            entries.set(random.nextInt(entries.size()), entry(2_000 + change));
            entries.remove(random.nextInt(entries.size()));
            entries.add(entry(3_000 + change));
            assertAgree(here.build(entries), there.build(entries));
        }
        assertThat(indexOf("changing")).as("changed where it is").isEqualTo(index);
        for (int i = 0; i < 900; i++) entries.set(i, entry(4_000 + i));
        assertAgree(here.build(entries), there.build(entries));
        assertThat(indexOf("changing")).as("made aside").isNotEqualTo(index);
    }

    private static String indexOf(String name) {
        return TestCluster.running()
                .get("/_alias/agreement-" + name + "-*")
                .fieldNames()
                .next();
    }
}
