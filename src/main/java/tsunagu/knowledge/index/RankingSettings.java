package tsunagu.knowledge.index;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which parts of the recipe an index uses.
 *
 * @param weights of every signal, 0 or more
 * @param contentWordsOnly false keeps every kind of word but Lucene's stop words
 * @param expansion whether {@link Signal#EXPANSION} is learnt
 * @param expansionFrom for {@link Expansion#AUTO}: the number of entries from which learning pays
 */
public record RankingSettings(
        Map<Signal, Double> weights, boolean contentWordsOnly, Expansion expansion, int expansionFrom) {

    /** Below some hundreds of entries there is too little to learn which words go together. */
    private static final int ENOUGH_TO_LEARN_FROM = 300;

    /** The parts a score is made of; each can be weighted by itself, 0 leaves it out. */
    public enum Signal {
        /** Each word found counts at least this much: matching more of a question's words beats repeating one. */
        MATCH(0.3),
        /** Words found in the title; low, because residents do not phrase like a title. */
        TITLE(0.2),
        /** Share of the title the question names: 「転入届」 before 「転入届の郵送での請求の手引」. */
        TITLE_PRECISION(0.15),
        /** Words that sound alike: ゴミ and ごみ, 手続 and 手続き. */
        READING(0.3),
        /** Pairs of letters, where question and document are cut into different words. */
        BIGRAM(0.15),
        /** Title words that usually go with the words of the text, learnt from the entries themselves. */
        EXPANSION(0.3),
        /** Other names of what the question says, from the synonym file. */
        SYNONYM(0.6);

        private final double recipeWeight;

        Signal(double recipeWeight) {
            this.recipeWeight = recipeWeight;
        }

        /** The weight that was measured to work beside the others; words in the whole entry count 1. */
        double recipeWeight() {
            return recipeWeight;
        }
    }

    /** Learnt expansion: always, never, or where there are entries enough to learn from. */
    public enum Expansion {
        ON,
        OFF,
        AUTO
    }

    public RankingSettings {
        var complete = new EnumMap<Signal, Double>(Signal.class);
        Arrays.stream(Signal.values()).forEach(signal -> complete.put(signal, signal.recipeWeight()));
        complete.putAll(weights);
        complete.forEach((signal, weight) -> {
            if (!(weight >= 0))
                throw new IllegalArgumentException("the weight of " + signal + " is below 0: " + weight);
        });
        weights = Map.copyOf(complete);
    }

    /** The recipe as measured. */
    public static RankingSettings recipe() {
        return new RankingSettings(Map.of(), true, Expansion.AUTO, ENOUGH_TO_LEARN_FROM);
    }

    public double weight(Signal signal) {
        return weights.get(signal);
    }

    public RankingSettings with(Signal signal, double weight) {
        var changed = new EnumMap<>(weights);
        changed.put(signal, weight);
        return new RankingSettings(changed, contentWordsOnly, expansion, expansionFrom);
    }

    public RankingSettings with(Expansion chosen) {
        return new RankingSettings(weights, contentWordsOnly, chosen, expansionFrom);
    }

    public RankingSettings withAllKindsOfWords() {
        return new RankingSettings(weights, false, expansion, expansionFrom);
    }

    boolean uses(Signal signal) {
        return weight(signal) > 0;
    }

    /** Whether expansion is learnt from so many entries. */
    public boolean learnsExpansion(int entries) {
        return uses(Signal.EXPANSION)
                && switch (expansion) {
                    case ON -> true;
                    case OFF -> false;
                    case AUTO -> entries >= expansionFrom;
                };
    }
}
