package tsunagu.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneApartTest {

    @ParameterizedTest
    @CsvSource({
        "strenghts, strengths, true",
        "asociation, association, true",
        "associationn, association, true",
        "essociation, association, true",
        "association, association, false",
        "asociaton, association, false",
        "ab, ba, true",
        "abc, cba, false",
        "a, '', true",
        "aa, aaa, true",
        "problem, program, false",
    })
    void tellsOneMistakeFromTwo(String typed, String meant, boolean apart) {
        assertThat(Folding.isOneApart(typed, meant)).isEqualTo(apart);
        assertThat(Folding.isOneApart(meant, typed)).isEqualTo(apart);
    }
}
