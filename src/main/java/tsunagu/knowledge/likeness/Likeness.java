package tsunagu.knowledge.likeness;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.knowledge.likeness.Confidence.Evidence;

/**
 * How like questions are to answers, by the runs of characters they share with the texts in which each is known: the
 * answer itself and the questions it answers. Words that are put otherwise, in kana or misspelt, still share some. The
 * measures are those of a nearest-centroid classifier (Rocchio) and of coverage by inverse document frequency. Never
 * changes.
 */
public final class Likeness {
    /**
     * What can be answered.
     *
     * @param text of the answer; of two, one of which contains the other, neither stands against the other
     * @param questions it answers
     */
    public record Answer(String id, String text, List<String> questions) {
        public Answer {
            questions = List.copyOf(questions);
        }

        private List<long[]> grams() {
            return Stream.concat(Stream.of(text), questions.stream())
                    .map(Grams::of)
                    .toList();
        }

        private boolean isAlike(Answer other) {
            return text.contains(other.text) || other.text.contains(text);
        }
    }

    /**
     * How like a question is to one answer. Beside each measure stands how far it is ahead of that of any other answer:
     * below 0 where another is more like the question.
     *
     * @param cosine between the question and what the answer's texts have in common, 0 to 1
     * @param shared share of the question's runs of characters that the answer's texts have, 0 to 1
     * @param telling the same, where runs that few answers have count more
     */
    public record Like(
            double cosine, double cosineAhead, double shared, double sharedAhead, double telling, double tellingAhead) {

        /** With the other evidence that a question is answered. */
        public void addTo(Map<Evidence, Double> evidence) {
            evidence.put(Evidence.COSINE, cosine);
            evidence.put(Evidence.COSINE_AHEAD, cosineAhead);
            evidence.put(Evidence.SHARED, shared);
            evidence.put(Evidence.SHARED_AHEAD, sharedAhead);
            evidence.put(Evidence.TELLING, telling);
            evidence.put(Evidence.TELLING_AHEAD, tellingAhead);
        }
    }

    /** How like one question is to the answers. */
    @FunctionalInterface
    public interface Measured {
        /** @param id of an answer there is */
        Like likeTo(String id);
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet[] alike;
    private final long[] grams;

    /** Of each gram: where the answers that have it begin in {@link #having}; one more for the end. */
    private final int[] begins;

    private final int[] having;
    /** What a gram weighs in what an answer's texts have in common; beside {@link #having}. */
    private final float[] weights;
    /** How rare a gram is among texts, and what one is that none has. */
    private final float[] rarity;

    private final double rarest;

    public Likeness(List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) numbers.put(answers.get(i).id(), i);
        alike = answers.stream()
                .map(one -> IntStream.range(0, answers.size())
                        .filter(other -> one.isAlike(answers.get(other)))
                        .collect(BitSet::new, BitSet::set, BitSet::or))
                .toArray(BitSet[]::new);
        List<List<long[]>> texts = answers.stream().map(Answer::grams).toList();
        grams = texts.stream()
                .flatMap(List::stream)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        List<List<int[]>> known = texts.stream()
                .map(each -> each.stream().map(this::numbersOf).toList())
                .toList();
        int most = texts.stream().mapToInt(List::size).sum();
        rarest = rarity(most, 0);
        rarity = rarity(known, most);
        List<Common> common = known.stream().map(this::common).toList();
        begins = new int[grams.length + 1];
        for (Common each : common) for (int gram : each.grams()) begins[gram + 1]++;
        Arrays.parallelPrefix(begins, Integer::sum);
        having = new int[begins[grams.length]];
        weights = new float[having.length];
        int[] next = begins.clone();
        for (int answer = 0; answer < common.size(); answer++) {
            Common each = common.get(answer);
            for (int i = 0; i < each.grams().length; i++) {
                int place = next[each.grams()[i]]++;
                having[place] = answer;
                weights[place] = each.weights()[i];
            }
        }
    }

    private int[] numbersOf(long[] some) {
        return Arrays.stream(some)
                .mapToInt(gram -> Arrays.binarySearch(grams, gram))
                .toArray();
    }

    private float[] rarity(List<List<int[]>> texts, int most) {
        int[] frequency = new int[grams.length];
        texts.forEach(each -> each.forEach(some -> Arrays.stream(some).forEach(gram -> frequency[gram]++)));
        float[] rarity = new float[grams.length];
        for (int gram = 0; gram < rarity.length; gram++) rarity[gram] = (float) rarity(most, frequency[gram]);
        return rarity;
    }

    /** Inverse document frequency, smoothed. */
    private static double rarity(int most, int frequency) {
        return Math.log((1.0 + most) / (1 + frequency)) + 1;
    }

    /** What the texts of an answer have in common: the sum of their vectors, of length 1. */
    private record Common(int[] grams, float[] weights) {}

    private Common common(List<int[]> texts) {
        var sums = new HashMap<Integer, Double>();
        for (int[] text : texts) {
            double length = Math.sqrt(Arrays.stream(text)
                    .mapToDouble(gram -> square(rarity[gram]))
                    .sum());
            for (int gram : text) sums.merge(gram, rarity[gram] / length, Double::sum);
        }
        double length =
                Math.sqrt(sums.values().stream().mapToDouble(Likeness::square).sum());
        int[] own = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] weight = new float[own.length];
        for (int i = 0; i < own.length; i++) weight[i] = (float) (sums.get(own[i]) / length);
        return new Common(own, weight);
    }

    private static double square(double x) {
        return x * x;
    }

    public Measured measure(String question) {
        double[] cosine = new double[alike.length];
        double[] shared = new double[alike.length];
        double[] telling = new double[alike.length];
        long[] asked = Grams.of(question);
        double length = 0;
        double whole = 0;
        for (long gram : asked) {
            int at = Arrays.binarySearch(grams, gram);
            double rare = at < 0 ? rarest : rarity[at];
            double tells = Math.log((1.0 + alike.length) / (1 + (at < 0 ? 0 : begins[at + 1] - begins[at])));
            length += square(rare);
            whole += tells;
            if (at < 0) continue;
            for (int place = begins[at]; place < begins[at + 1]; place++) {
                int answer = having[place];
                cosine[answer] += rare * weights[place];
                shared[answer]++;
                telling[answer] += tells;
            }
        }
        double[][] measures = {over(cosine, Math.sqrt(length)), over(shared, asked.length), over(telling, whole)};
        return id -> like(numbers.get(id), measures);
    }

    private static double[] over(double[] sums, double whole) {
        return Arrays.stream(sums).map(sum -> whole == 0 ? 0 : sum / whole).toArray();
    }

    private Like like(int answer, double[][] measures) {
        double[] ahead = Arrays.stream(measures)
                .mapToDouble(each -> each[answer] - bestOther(answer, each))
                .toArray();
        return new Like(measures[0][answer], ahead[0], measures[1][answer], ahead[1], measures[2][answer], ahead[2]);
    }

    private double bestOther(int answer, double[] measure) {
        double best = 0;
        BitSet same = alike[answer];
        for (int other = same.nextClearBit(0); other < measure.length; other = same.nextClearBit(other + 1))
            best = Math.max(best, measure[other]);
        return best;
    }
}
