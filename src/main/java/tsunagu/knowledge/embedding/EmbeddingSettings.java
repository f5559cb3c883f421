package tsunagu.knowledge.embedding;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Optional;

/**
 * The setting {@code knowledge.embedding}: a model that reads texts as vectors.
 *
 * @param model an ONNX file; empty for none
 * @param tokenizer the tokenizer.json that belongs to the model
 * @param questionPrefix put before a question, as the model was trained
 * @param textPrefix put before a text
 * @param weight of nearness in meaning beside 1 for the words
 * @param credit how much of what the words of a text miss of the question its nearness makes up for, 0 to 1
 * @param maxTokens so many tokens of a text are read
 */
@ConfigurationProperties("knowledge.embedding")
public record EmbeddingSettings(
        @Bindable(defaultValue = "") String model,
        @Bindable(defaultValue = "") String tokenizer,
        @Bindable(defaultValue = "") String questionPrefix,
        @Bindable(defaultValue = "") String textPrefix,
        @Bindable(defaultValue = "0.6") double weight,
        @Bindable(defaultValue = "0.5") double credit,
        @Bindable(defaultValue = "512") int maxTokens) {
    private static final String KEY = "設定の誤り: config/application.yml の knowledge.embedding.";

    /** No model. */
    public static EmbeddingSettings none() {
        return new EmbeddingSettings("", "", "", "", 0.6, 0.5, 512);
    }

    /**
     * Loads the model, and tries it; empty where none is set. It stays loaded until it is closed.
     *
     * @throws IllegalArgumentException with a Japanese sentence naming the key and what to do
     */
    public Optional<Embedding> open() {
        if (model.isBlank() && tokenizer.isBlank()) return Optional.empty();
        if (!(weight >= 0)) throw wrong("weight", "が " + weight + " です。0 以上の数を書いてください。");
        if (!(credit >= 0 && credit <= 1)) throw wrong("credit", "が " + credit + " です。0 から 1 までの数を書いてください。");
        if (maxTokens < 8) throw wrong("max-tokens", "が " + maxTokens + " です。8 以上の整数を書いてください。");
        return Optional.of(Embedding.open(this));
    }

    /** What is wrong with a key below {@code knowledge.embedding}. */
    static IllegalArgumentException wrong(String key, String sentence) {
        return new IllegalArgumentException(KEY + key + " " + sentence);
    }

    static IllegalArgumentException wrong(String key, String sentence, Throwable cause) {
        return new IllegalArgumentException(KEY + key + " " + sentence, cause);
    }
}
