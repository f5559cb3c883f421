package tsunagu.knowledge.evaluation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Fisher's randomisation test for two rankings of the same questions: how often would swapping the two at random,
 * question by question, part their means at least as far? The seed is fixed: the same figures give the same answer.
 */
final class PairedTest {
    private static final int ROUNDS = 100_000;
    private static final long SEED = 20_251_123L;

    /** Sums that differ by less than this differ by rounding only. */
    private static final double ROUNDING = 1e-9;

    private PairedTest() {}

    /** Two-sided p, above 0 and at most 1; 1 where the two never differ. */
    public static double p(List<Double> ones, List<Double> others) {
        if (ones.size() != others.size())
            throw new IllegalArgumentException("the figures are not of the same questions");
        double[] differences = new double[ones.size()];
        for (int i = 0; i < differences.length; i++) differences[i] = ones.get(i) - others.get(i);
        double seen = Math.abs(sum(differences));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int asFar = 0;
        for (int round = 0; round < ROUNDS; round++) {
            if (Math.abs(swapped(differences, random)) >= seen - ROUNDING) asFar++;
        }
        return (asFar + 1.0) / (ROUNDS + 1.0);
    }

    private static double sum(double[] differences) {
        double sum = 0;
        for (double difference : differences) sum += difference;
        return sum;
    }

    private static double swapped(double[] differences, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < differences.length; i += Long.SIZE) {
            long signs = random.nextLong();
            for (int j = i; j < Math.min(i + Long.SIZE, differences.length); j++, signs >>>= 1) {
                sum += (signs & 1) == 0 ? differences[j] : -differences[j];
            }
        }
        return sum;
    }
}
