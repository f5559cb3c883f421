package tsunagu.knowledge.question;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import java.util.EnumMap;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Expansion;
import tsunagu.knowledge.index.RankingSettings.Signal;

/** The setting {@code knowledge.ranking}: what it leaves out is as the recipe has it. */
@ConfigurationProperties("knowledge.ranking")
public record RankingProperties(
        @Nullable Double match,
        @Nullable Double title,
        @Nullable Double titlePrecision,
        @Nullable Double reading,
        @Nullable Double bigram,
        @Nullable Double synonym,
        @Nullable Double expansion,
        @Nullable Expansion learnExpansion,
        @Nullable Integer learnExpansionFrom,
        @Nullable Boolean contentWordsOnly) {

    public RankingSettings settings() {
        RankingSettings recipe = RankingSettings.recipe();
        var weights = new EnumMap<Signal, Double>(Signal.class);
        for (Signal signal : Signal.values()) {
            Double weight = weight(signal);
            weights.put(signal, weight == null ? recipe.weight(signal) : weight);
        }
        return new RankingSettings(
                weights,
                contentWordsOnly == null ? recipe.contentWordsOnly() : contentWordsOnly,
                learnExpansion == null ? recipe.expansion() : learnExpansion,
                learnExpansionFrom == null ? recipe.expansionFrom() : learnExpansionFrom);
    }

    private @Nullable Double weight(Signal signal) {
        return switch (signal) {
            case MATCH -> match;
            case TITLE -> title;
            case TITLE_PRECISION -> titlePrecision;
            case READING -> reading;
            case BIGRAM -> bigram;
            case SYNONYM -> synonym;
            case EXPANSION -> expansion;
        };
    }
}
