package tsunagu.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loading a model as an operator supplies one, and what is said of one that does not fit. */
class EmbeddingTest {
    private static final List<List<String>> MEANINGS =
            List.of(List.of("ごみ", "廃棄物"), List.of("自治会", "町会"), List.of("query: "));

    @TempDir
    private Path folder;

    private EmbeddingSettings settings;

    @BeforeEach
    void write() throws IOException {
        settings = TinyModel.write(folder, MEANINGS);
    }

    @Test
    void aTextIsTheMeanOfItsTokensOfLengthOne() {
        try (Embedding embedding = settings.open().orElseThrow()) {
            assertThat(embedding.ofText("ごみ")).containsExactly(1, 0, 0);
            assertThat(embedding.ofQuestion("廃棄物")).containsExactly(1, 0, 0);
            float half = (float) Math.sqrt(0.5);
            assertThat(embedding.ofText("町会のごみ")).containsExactly(new float[] {half, half, 0}, within(1e-6f));
            assertThat(embedding.ofText("ﾒﾛﾝ")).isEmpty();
            assertThat(embedding.ofText("")).isEmpty();
        }
    }

    @Test
    void questionsAndTextsHaveTheirPrefixes() {
        var prefixed = new EmbeddingSettings(settings.model(), settings.tokenizer(), "query: ", "", 0.6, 0.5, 64);
        try (Embedding embedding = prefixed.open().orElseThrow()) {
            assertThat(embedding.ofQuestion("ごみ")[2]).isPositive();
            assertThat(embedding.ofText("ごみ")[2]).isZero();
        }
    }

    @Test
    void aLongTextIsReadToTheLimit() {
        try (Embedding embedding = settings.open().orElseThrow()) {
            assertThat(embedding.ofText("町会" + "ごみ".repeat(10_000))[1]).isGreaterThan(0.01f);
        }
    }

    @Test
    void withoutAModelNothingIsLoaded() {
        assertThat(EmbeddingSettings.none().open()).isEmpty();
    }

    @Test
    void anotherModelsInputsAreRefused() throws IOException {
        Files.write(folder.resolve("model.onnx"), TinyModel.model(MEANINGS, "pixels"));
        refused("knowledge.embedding.model", "model.onnx", "[pixels]", "input_ids");
    }

    @Test
    void aModelWithoutAVectorForEachTokenIsRefused() throws IOException {
        Files.write(folder.resolve("model.onnx"), TinyModel.flat());
        refused("knowledge.embedding.model", "model.onnx", "last_hidden_state");
    }

    @Test
    void anotherModelsTokenizerIsRefused() throws IOException {
        Files.write(folder.resolve("model.onnx"), TinyModel.model(List.of(List.of()), "input_ids", "attention_mask"));
        refused("knowledge.embedding.model", "model.onnx", "tokenizer.json");
    }

    @ParameterizedTest
    @CsvSource({
        "model.onnx, knowledge.embedding.model, ONNX のモデルとして読めません",
        "tokenizer.json, knowledge.embedding.tokenizer, tokenizer.json として読めません",
    })
    void aFileOfAnotherKindIsRefused(String file, String key, String sentence) throws IOException {
        Files.writeString(folder.resolve(file), "{\"no\": \"model\"}");
        refused(key, file, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "'', tokenizer.json, model が空です",
        "model.onnx, '', tokenizer が空です",
        "missing.onnx, tokenizer.json, missing.onnx を読めません",
        "model.onnx, missing.json, missing.json を読めません",
    })
    void aWrongPathIsRefused(String model, String tokenizer, String sentence) {
        settings = TinyModel.settings(
                model.isEmpty() ? "" : folder.resolve(model).toString(),
                tokenizer.isEmpty() ? "" : folder.resolve(tokenizer).toString());
        refused("config/application.yml", sentence);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.5, 64, weight", "NaN, 0.5, 64, weight", "0.6, 1.1, 64, credit", "0.6, 0.5, 1, max-tokens"})
    void aWrongNumberIsRefused(double weight, double credit, int maxTokens, String key) {
        settings = new EmbeddingSettings(settings.model(), settings.tokenizer(), "", "", weight, credit, maxTokens);
        refused("knowledge.embedding." + key);
    }

    private void refused(String... said) {
        assertThatThrownBy(() -> settings.open())
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(said)
                .endsWith("。");
    }
}
