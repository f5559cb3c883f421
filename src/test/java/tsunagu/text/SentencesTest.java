package tsunagu.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void aSentenceKeepsItsMark() {
        assertThat(Sentences.split("準備が進んでいます！参加しませんか？ご連絡ください。")).containsExactly("準備が進んでいます！", "参加しませんか？", "ご連絡ください。");
    }

    @Test
    void aLineEndEndsASentenceWithoutAMark() {
        assertThat(Sentences.split("市民への認知度が低い\n 役員の負担が重い。\r\n\n")).containsExactly("市民への認知度が低い", "役員の負担が重い。");
    }

    @Test
    void marksInsideBracketsDoNotEndASentence() {
        assertThat(Sentences.split("「どこへ？誰が？」と聞かれます。（詳しくは課へ。）次へ。")).containsExactly("「どこへ？誰が？」と聞かれます。", "（詳しくは課へ。）次へ。");
        assertThat(Sentences.split("『「よい。」という人』がいる。終わり。")).containsExactly("『「よい。」という人』がいる。", "終わり。");
    }

    @Test
    void aBracketThatIsNeverClosedHidesNothing() {
        assertThat(Sentences.split("「はじめに。次に。")).containsExactly("「はじめに。", "次に。");
        assertThat(Sentences.split("終わりです。」次です。")).containsExactly("終わりです。」", "次です。");
    }

    @Test
    void severalMarksEndOneSentence() {
        assertThat(Sentences.split("本当ですか！？はい。")).containsExactly("本当ですか！？", "はい。");
    }

    @Test
    void halfWidthMarksEndASentenceButNotAnAddress() {
        assertThat(Sentences.split("取組を行うことが必要!次へ")).containsExactly("取組を行うことが必要!", "次へ");
        assertThat(Sentences.split("https://example.jp/?id=1 をご覧ください。"))
                .containsExactly("https://example.jp/?id=1 をご覧ください。");
    }

    @Test
    void nothingHasNoSentences() {
        assertThat(Sentences.split(" \n　\n")).isEmpty();
    }

    @Property
    void everyCharacterButSpaceIsKeptInOrder(@ForAll String text) {
        assertThat(withoutSpace(String.join("", Sentences.split(text)))).isEqualTo(withoutSpace(text));
    }

    private static String withoutSpace(String text) {
        var kept = new StringBuilder();
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
