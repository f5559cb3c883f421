package tsunagu.line.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.line.fake.LineLimits;

class GraphemesTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";
    private static final String FLAG = "🇯🇵";
    private static final String GA = "か\u3099";

    @ParameterizedTest
    @CsvSource({
        "青嵐中学校, 3, 青嵐中",
        "青嵐中学校, 5, 青嵐中学校",
        "青嵐中学校, 9, 青嵐中学校",
        "a" + FAMILY + "b, 11, a",
        "a" + FAMILY + "b, 12, a" + FAMILY,
        FLAG + FLAG + ", 7, " + FLAG,
        "葛\uDB40\uDD00城, 2, ''",
        GA + GA + ", 3, " + GA
    })
    void text_is_cut_between_what_a_reader_takes_for_characters(String text, int maxUnits, String kept) {
        // A single character longer than the limit is the one thing that has to be broken.
        String expected = kept.isEmpty() ? text.substring(0, 1) : kept;

        assertThat(Graphemes.cutUnits(text, maxUnits)).isEqualTo(expected);
    }

    @Test
    void a_tower_of_accents_is_cut_but_never_inside_a_surrogate_pair() {
        assertThat(Graphemes.cutUnits("e" + "\u0301".repeat(100), 10)).hasSize(10);
        assertThat(Graphemes.cutUnits("👨" + "\u200d👨".repeat(50), 4)).isEqualTo("👨\u200d");
    }

    @Test
    void long_text_ends_with_a_sentence_and_an_ellipsis() {
        assertThat(Graphemes.cutSentences("地区の窓口です。毎月開かれます。だれでも来られます。", 18)).isEqualTo("地区の窓口です。毎月開かれます。…");
        assertThat(Graphemes.cutSentences("地区の窓口です。", 8)).isEqualTo("地区の窓口です。");
        assertThat(Graphemes.cutSentences("句点のない長い長い文です", 7)).isEqualTo("句点のない長…");
        assertThat(Graphemes.cutSentences("はい。そのあとに句点のない長い長い文がつづきます", 12)).isEqualTo("はい。そのあとに句点の…");
    }

    @Test
    void a_label_that_is_too_long_shows_it() {
        assertThat(Graphemes.cutLabel("青嵐中学校", 5)).isEqualTo("青嵐中学校");
        assertThat(Graphemes.cutLabel("青嵐中学校の通学区域", 5)).isEqualTo("青嵐中学…");
        assertThat(Graphemes.cutLabel(FAMILY.repeat(21), 20)).isEqualTo(FAMILY.repeat(19) + "…");
        assertThat(Graphemes.cutLabel(FAMILY.repeat(20), 20)).isEqualTo(FAMILY.repeat(20));
    }

    @Test
    void half_a_character_becomes_a_question_mark() {
        assertThat(Graphemes.wellFormed("あ\uD83Eい")).isEqualTo("あ?い");
        assertThat(Graphemes.wellFormed(FAMILY)).isEqualTo(FAMILY);
    }

    @Property
    void whatever_is_cut_keeps_its_limit_and_can_be_encoded(
            @ForAll String text, @ForAll @IntRange(min = 2, max = 40) int limit) {
        String whole = Graphemes.wellFormed(text);

        assertThat(whole).startsWith(Graphemes.cutUnits(whole, limit));
        assertThat(Graphemes.cutUnits(whole, limit)).hasSizeLessThanOrEqualTo(limit);
        assertThat(Graphemes.cutSentences(whole, limit)).hasSizeLessThanOrEqualTo(limit);
        assertThat(LineLimits.graphemes(Graphemes.cutLabel(whole, limit))).isLessThanOrEqualTo(limit);
        assertThat(LineLimits.graphemes(Graphemes.cut(whole, limit))).isLessThanOrEqualTo(limit);
        assertEncodes(Graphemes.cutUnits(whole, limit));
        assertEncodes(Graphemes.cutSentences(whole, limit));
        assertEncodes(Graphemes.cutLabel(whole, limit));
    }

    private static void assertEncodes(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
