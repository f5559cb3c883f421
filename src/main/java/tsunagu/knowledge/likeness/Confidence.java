package tsunagu.knowledge.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How probable it is that what was found for a question answers it: a logistic regression over what was measured, and
 * over products of two measures. Its weights stand in {@code confidence.tsv}, learned from questions that were held
 * back, each asked once with its answer there and once with its answer taken away; see the decision
 * How-Probable-An-Answer-Is.
 */
public final class Confidence {
    /** What is measured of one answer that was found for a question. */
    public enum Evidence {
        /** Share of the question that the answer and its wordings speak of. */
        COVERAGE,
        /** How much the nearest wording is the question. */
        WORDING,
        /** The greatest share of the question that a wording says. */
        SHARE,
        /** A tenth of the number of wordings that say some of the question, at most 1. */
        WORDINGS,
        /** Of the ranking. */
        SCORE,
        /** How much better it fits than any other answer. */
        AHEAD,
        /** Logarithm of the number of characters of the question. */
        LENGTH,
        /** Logarithm of the number of its words, and one more. */
        WORDS,
        /** 1 where nothing was held against it. */
        UNOBJECTED,
        /** 1 where it was held against it that it speaks of too little. */
        LITTLE,
        /** These six as in {@link Likeness.Like}. */
        COSINE,
        COSINE_AHEAD,
        SHARED,
        SHARED_AHEAD,
        TELLING,
        TELLING_AHEAD,
        /** 1 where the question asks for a figure, a day, a name or the like. */
        ASKS,
        /** 1 where it asks for such and the answer has it. */
        TELLS,
        /** 1 where a wording wants the same. */
        WANTED,
        /** 1 where a wording wants nearly the same. */
        NEARLY_WANTED,
        /** The weightiest of what neither the answer nor a wording says; 1 for a strange word. */
        MISSES,
        /** 1 where the answer itself speaks of what the question names last. */
        HEAD,
        /** Share of the question that the answer itself speaks of. */
        TOLD
    }

    private record Scale(double mean, double deviation) {}

    /** @param other the same measure for its square */
    private record Product(Evidence measure, Evidence other, double weight) {}

    private static final Confidence LEARNED = read("confidence.tsv");

    private final Map<Evidence, Scale> scales = new EnumMap<>(Evidence.class);
    private final Map<Evidence, Double> weights = new EnumMap<>(Evidence.class);
    private final List<Product> products = new ArrayList<>();
    private double constant;

    private Confidence() {}

    public static Confidence learned() {
        return LEARNED;
    }

    private static Confidence read(String name) {
        var confidence = new Confidence();
        try (InputStream file = Confidence.class.getResourceAsStream(name)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(confidence::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return confidence;
    }

    private void add(String[] line) {
        double number = Double.parseDouble(line[2]);
        switch (line[0]) {
            case "constant" -> constant = number;
            case "scale" -> scales.put(Evidence.valueOf(line[1]), new Scale(number, Double.parseDouble(line[3])));
            case "one" -> weights.put(Evidence.valueOf(line[1]), number);
            default -> products.add(new Product(Evidence.valueOf(line[0]), Evidence.valueOf(line[1]), number));
        }
    }

    /**
     * The probability, 0 to 1.
     *
     * @param measures all of them
     */
    public double of(Map<Evidence, Double> measures) {
        var scaled = new EnumMap<Evidence, Double>(Evidence.class);
        scales.forEach(
                (measure, scale) -> scaled.put(measure, (measures.get(measure) - scale.mean()) / scale.deviation()));
        double sum = constant;
        for (var each : weights.entrySet()) sum += each.getValue() * scaled.get(each.getKey());
        for (Product each : products) sum += each.weight() * scaled.get(each.measure()) * scaled.get(each.other());
        return 1 / (1 + Math.exp(-sum));
    }
}
