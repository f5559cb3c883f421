package tsunagu.knowledge.embedding;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that reads texts as vectors: each of length 1, all of the same dimensions, or empty where the model makes
 * nothing of a text. Safe for several threads; the same text always has the same vector.
 */
public final class Embedding implements AutoCloseable {
    /** What Lucene stores. */
    private static final int MOST_DIMENSIONS = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);

    private final EmbeddingSettings settings;
    private final Tokens tokens;
    private final Encoder encoder;

    private Embedding(EmbeddingSettings settings, Tokens tokens, Encoder encoder) {
        this.settings = settings;
        this.tokens = tokens;
        this.encoder = encoder;
    }

    static Embedding open(EmbeddingSettings settings) {
        Path model = file("model", settings.model(), "ONNX 形式のモデル");
        Path tokenizer = file("tokenizer", settings.tokenizer(), "モデルに付いている tokenizer.json");
        try {
            Tokens tokens = Tokens.read(tokenizer, settings.maxTokens());
            var embedding = new Embedding(settings, tokens, Encoder.load(model));
            embedding.check(model);
            return embedding;
        } catch (LinkageError e) {
            throw EmbeddingSettings.wrong(
                    "model",
                    "を使うための ONNX Runtime が、この機械では動きません（" + e + "）。README の Meaning にある機械で動かすか、設定を空にしてください。",
                    e);
        }
    }

    private static Path file(String key, String value, String what) {
        if (value.isBlank()) {
            throw EmbeddingSettings.wrong(
                    key, "が空です。" + what + "のパスを書くか、knowledge.embedding.model と tokenizer の両方を空にしてください。");
        }
        Path file = Path.of(value);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw EmbeddingSettings.wrong(key, "にある " + file.toAbsolutePath() + " を読めません。" + what + "のパスを書いてください。");
        }
        return file;
    }

    /** A model that takes the wrong inputs, or was cut short, shall not wait for the first question to say so. */
    private void check(Path model) {
        float[] vector = encoder.encode(tokens.read("自治会に入りたい"), model.toString());
        if (vector.length > MOST_DIMENSIONS) {
            throw EmbeddingSettings.wrong(
                    "model",
                    "にある " + model + " のベクトルは" + vector.length + "次元です。" + MOST_DIMENSIONS + "次元までのモデルにしてください。");
        }
    }

    /** What a resident asked; empty also where the model fails at it, so that the words still answer. */
    public float[] ofQuestion(String question) {
        try {
            return of(settings.questionPrefix() + question);
        } catch (IllegalArgumentException e) {
            LOG.warn("A question could not be read by the model: {}", e.getMessage());
            return new float[0];
        }
    }

    /** What may answer. */
    public float[] ofText(String text) {
        return of(settings.textPrefix() + text);
    }

    private float[] of(String text) {
        return encoder.encode(tokens.read(text), settings.model());
    }

    public double weight() {
        return settings.weight();
    }

    public double credit() {
        return settings.credit();
    }

    @Override
    public void close() {
        tokens.close();
        encoder.close();
    }
}
