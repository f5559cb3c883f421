package tsunagu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsunagu.knowledge.embedding.EmbeddingSettings;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.RankingProperties;

/** The settings below {@code knowledge}: as the settings file has them, and as an operator may change them. */
class KnowledgeSettingsTest {

    @Test
    void theShippedSettingsAreTheMeasuredOnes() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(RankingProperties.class).settings()).isEqualTo(RankingSettings.recipe());
            assertThat(context.getBean(AnsweringSettings.class)).isEqualTo(AnsweringSettings.standard());
            assertThat(context.getBean(EmbeddingSettings.class)).isEqualTo(EmbeddingSettings.none());
        }
    }

    @Test
    void eachPartCanBeChanged() {
        try (var context = ApplicationContext.run(Map.of(
                "knowledge.ranking.title-precision", "0",
                "knowledge.ranking.learn-expansion", "on",
                "knowledge.answering.least-coverage", "0.9"))) {
            RankingSettings settings = context.getBean(RankingProperties.class).settings();
            assertThat(settings.weight(Signal.TITLE_PRECISION)).isZero();
            assertThat(settings.expansion()).isEqualTo(Expansion.ON);
            assertThat(context.getBean(AnsweringSettings.class).leastCoverage()).isEqualTo(0.9);
        }
    }

    @Test
    void theBeanAnswersAsTheTestsDo() {
        try (var context = ApplicationContext.run()) {
            String question = "地域カルテとは";
            Scope scope = Scope.preferring("hachioji");
            assertThat(context.getBean(Knowledge.class).find(question, scope))
                    .isEqualTo(QuestionSets.KNOWLEDGE.find(question, scope));
        }
    }
}
