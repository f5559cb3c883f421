package tsunagu.knowledge.index.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.knowledge.index.words.Synonyms.Span;

class SynonymsTest {
    private static final WordReader WORDS = WordReader.knowing(List.of());

    private static Synonyms parse(String... lines) {
        return Synonyms.parse("synonyms.txt", List.of(lines), WORDS);
    }

    private static List<Span> spans(Synonyms synonyms, String question) {
        return synonyms.spans(WORDS.read(question).stream().map(Word::term).toList());
    }

    @Test
    void everyWordOfAGroupFindsTheOthers() {
        assertThat(spans(parse("加入, 入会、入る"), "入りたいのですが"))
                .containsExactly(new Span(List.of("入る"), List.of(List.of("加入"), List.of("入会"))));
    }

    @Test
    void anArrowFindsOnlyFromRightToLeft() {
        Synonyms synonyms = parse("資金 <= お金, 費用");
        assertThat(spans(synonyms, "お金の支援")).containsExactly(new Span(List.of("お金"), List.of(List.of("資金"))));
        assertThat(spans(synonyms, "資金の支援")).isEmpty();
    }

    @Test
    void theLongestNameCounts() {
        Synonyms synonyms = parse("学区, 通学区域", "中学校の学区, 中学校区", "中学校, 中学");
        assertThat(spans(synonyms, "中学校の学区")).extracting(Span::terms).containsExactly(List.of("中学校", "学区"));
    }

    @Test
    void spansDoNotOverlap() {
        Synonyms synonyms = parse("防災訓練, 避難訓練", "訓練参加, 訓練出席");
        assertThat(spans(synonyms, "防災訓練参加")).extracting(Span::terms).containsExactly(List.of("防災", "訓練"));
    }

    @Test
    void aWordInManyGroupsMeansTooMuchToBeUsed() {
        Synonyms synonyms = parse("手, 腕", "手, 人手", "手, 方法", "手, 種類");
        assertThat(spans(synonyms, "手")).isEmpty();
        assertThat(spans(synonyms, "腕")).hasSize(1);
    }

    @Test
    void commentsAndEmptyLinesSayNothing() {
        assertThat(spans(parse("# 組", "", "加入, 入会 # 同じ"), "加入")).hasSize(1);
        assertThat(spans(Synonyms.none(), "加入")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "加入 | 違う言葉が2つ以上",
                "加入, 加入 | 違う言葉が2つ以上",
                "加入, , 入会 | 探すときに使う言葉がありません",
                "どこ, 場所 | 「どこ」",
                "甲 <= 乙 <= 丙 | 1行に1つだけ",
                "あまりに長い町の防災訓練参加者の名簿, 名簿 | 6語まで"
            })
    void aLineThatSaysNothingIsRefusedByFileAndLine(String line, String why) {
        assertThatThrownBy(() -> parse("加入, 入会", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("synonyms.txt の2行目")
                .hasMessageContaining(why);
    }
}
