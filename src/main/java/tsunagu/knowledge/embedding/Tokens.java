package tsunagu.knowledge.embedding;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;

/** A text as the numbers a model was trained on, by the model's own tokenizer.json. */
final class Tokens implements AutoCloseable {
    static {
        // The library would tell its makers that it is used, and fetch a faster part of itself from the network.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
    }

    private final HuggingFaceTokenizer tokenizer;

    private Tokens(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * One text.
     *
     * @param ids of its tokens
     * @param mask 1 for each token that is one of the text's
     */
    record Read(long[] ids, long[] mask, long[] types) {}

    static Tokens read(Path file, int most) {
        try {
            return new Tokens(HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optAddSpecialTokens(true)
                    .optTruncation(true)
                    .optMaxLength(most)
                    .optPadding(false)
                    .build());
        } catch (IOException | EngineException | IllegalArgumentException e) {
            throw unreadable(file, e);
        } catch (RuntimeException e) {
            // What the native part makes of a broken file has no type of its own.
            throw unreadable(file, e);
        }
    }

    private static IllegalArgumentException unreadable(Path file, Exception e) {
        return EmbeddingSettings.wrong(
                "tokenizer", "にある " + file + " は tokenizer.json として読めません。モデルに付いている tokenizer.json のパスを書いてください。", e);
    }

    Read read(String text) {
        Encoding encoding = tokenizer.encode(text);
        return new Read(encoding.getIds(), encoding.getAttentionMask(), encoding.getTypeIds());
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
