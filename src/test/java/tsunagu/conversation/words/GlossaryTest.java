package tsunagu.conversation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {
    private final Glossary glossary =
            new Glossary(new LanguageReader("config"), new KanaWords("config", UnaryOperator.identity()), "config");

    @ParameterizedTest
    @CsvSource({
        "What are the problems of neighborhood associations?,自治会の課題は",
        "Who is the chairperson of the committee?,検討委員会の委員長は誰ですか",
        "neighborhood association problems,自治会の課題は",
        "strengths and weaknesses of a neighborhood association,自治会の強みと弱みは",
        "What are the strenghts of neigborhood associations?,自治会の強みは",
        "What is area management?,エリアマネジメントとは",
        "What is the role of area staff in Nerima?,地域担当者の役割は",
        "自治会有什么课题,自治会の課題は",
        "자치회의 과제는 무엇인가요,自治会の課題は"
    })
    void a_question_of_known_words_is_put_as_the_documents_would_be_asked(String typed, String japanese) {
        assertThat(glossary.inJapanese(typed)).startsWith(japanese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What are the problems of parking lots?",
                "the and of",
                "networking",
                "What are the stenghts of neighborhoods?",
                "parking problams and prodlems",
                "自治会の課題",
                "自治会",
                "ネットワーク problem",
                "武藏野市的自治会有什么课题",
                ""
            })
    void what_is_japanese_or_not_wholly_understood_stays_as_it_is(String typed) {
        assertThat(glossary.inJapanese(typed)).isEqualTo(typed);
    }

    @Test
    void a_word_of_the_glossary_is_found_only_as_a_whole() {
        assertThat(glossary.inJapanese("reporting")).isEqualTo("reporting");
        assertThat(glossary.inJapanese("reports")).isEqualTo("報告書は");
    }
}
