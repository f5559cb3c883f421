package tsunagu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PrintTest {

    @Test
    void whatIsFoundIsGivenAsPrinted() {
        assertThat(found("電話：（０３）５９８４", "電話:(03)5984")).isEqualTo("電話：（０３）５９８４");
        assertThat(found("ﾊﾞｽ停の前", "バス停")).isEqualTo("ﾊﾞｽ停");
        assertThat(found("第①回と第2回", "第2回")).isEqualTo("第2回");
        assertThat(found("**大切な**\n  知らせ", "大切な知らせ")).isEqualTo("大切な**\n  知らせ");
        assertThat(found("つなぐ〜絆～", "~絆~")).isEqualTo("〜絆～");
    }

    @Property
    void anyTextIsFoundInItselfWithinOtherText(@ForAll @StringLength(max = 30) String words, @ForAll String around) {
        String line = around + "\n" + words + "\n" + around;

        assertThat(new Print(line).find(words).isPresent())
                .isEqualTo(!Print.fold(words).isEmpty());
    }

    @Property
    void theRangeFoundHoldsTheWords(@ForAll @StringLength(max = 30) String words, @ForAll String around) {
        String line = around + "\n" + words + "\n" + around;

        new Print(line)
                .find(words)
                .ifPresent(range -> assertThat(Print.fold(line.substring(range.from(), range.to())))
                        .contains(Print.fold(words)));
    }

    private static String found(String text, String words) {
        Print.Range range = new Print(text).find(words).orElseThrow();
        return text.substring(range.from(), range.to());
    }
}
