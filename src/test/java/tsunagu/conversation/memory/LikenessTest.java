package tsunagu.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "会費はいくらですか,会費はいくら？,true",
        "市民プールの料金を教えてください,市民プールの料金,true",
        "市民プールの料金,市民プールの料金表,true",
        "市民プールの料金,市民プールはどこ,false",
        "ああああああ,ああああああああああ,true",
        "犬,犬小屋,false",
        "猫,猫,true"
    })
    void two_thirds_of_the_pairs_make_questions_alike(String one, String other, boolean alike) {
        String first = Likeness.of(one);
        String second = Likeness.of(other);
        assertThat(Likeness.alikeTo(first).test(second)).isEqualTo(alike);
        assertThat(Likeness.alikeTo(second).test(first)).isEqualTo(alike);
    }
}
