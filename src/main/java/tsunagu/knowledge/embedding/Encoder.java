package tsunagu.knowledge.embedding;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX model of the BERT kind: ids and mask of a text's tokens in, a vector for each token out. The vector of the
 * text is their mean, of length 1.
 */
final class Encoder implements AutoCloseable {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final int AXES = 3;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final String output;

    private Encoder(OrtEnvironment environment, OrtSession session, Path file) throws OrtException {
        this.environment = environment;
        this.session = session;
        inputs = session.getInputNames();
        checkInputs(file);
        output = vectors(file);
    }

    static Encoder load(Path file) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            // One thread for each text: several texts are read at once, and sums always come out the same.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new Encoder(environment, environment.createSession(file.toString(), options), file);
        } catch (OrtException e) {
            throw EmbeddingSettings.wrong(
                    "model", "にある " + file + " は ONNX のモデルとして読めません。壊れていないか確かめ、ONNX 形式のモデルのパスを書いてください。", e);
        }
    }

    private void checkInputs(Path file) throws OrtException {
        boolean known = inputs.contains(IDS) && Set.of(IDS, MASK, TYPES).containsAll(inputs);
        for (NodeInfo input : session.getInputInfo().values()) {
            known &= input.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.INT64;
        }
        if (!known) {
            throw EmbeddingSettings.wrong(
                    "model",
                    "にある " + file + " の入力は " + inputs + " です。整数の " + IDS + "、" + MASK + "（と " + TYPES
                            + "）だけを受け取る、文を埋め込むモデルにしてください。");
        }
    }

    private String vectors(Path file) throws OrtException {
        for (Map.Entry<String, NodeInfo> each : session.getOutputInfo().entrySet()) {
            boolean perToken = each.getValue().getInfo() instanceof TensorInfo tensor
                    && tensor.type == OnnxJavaType.FLOAT
                    && tensor.getShape().length == AXES;
            if (perToken) return each.getKey();
        }
        throw EmbeddingSettings.wrong(
                "model",
                "にある " + file + " の出力は " + session.getOutputNames()
                        + " で、語ごとのベクトル（last_hidden_state）がありません。文を埋め込むモデルを ONNX にし直してください。");
    }

    /**
     * The vector of a text, of length 1; empty where no token of it says anything.
     *
     * @param file the model's, for the error
     */
    float[] encode(Tokens.Read text, String file) {
        if (text.ids().length == 0) return new float[0];
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (String input : inputs) {
                long[] values = switch (input) {
                    case IDS -> text.ids();
                    case MASK -> text.mask();
                    default -> text.types();
                };
                tensors.put(input, OnnxTensor.createTensor(environment, new long[][] {values}));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                float[][][] vectors = (float[][][]) result.get(0).getValue();
                return mean(vectors[0], text.mask());
            }
        } catch (OrtException e) {
            throw EmbeddingSettings.wrong(
                    "model", "にある " + file + " は文を読めません（" + e.getMessage() + "）。tokenizer.json がこのモデルのものか確かめてください。", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] mean(float[][] vectors, long[] mask) {
        var sum = new double[vectors[0].length];
        for (int token = 0; token < vectors.length; token++) {
            if (mask[token] == 0) continue;
            for (int i = 0; i < sum.length; i++) sum[i] += vectors[token][i];
        }
        double squares = 0;
        for (double each : sum) squares += each * each;
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) return new float[0];
        // The mean's own length does not matter once it is made 1.
        var vector = new float[sum.length];
        for (int i = 0; i < sum.length; i++) vector[i] = (float) (sum[i] / length);
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model could not be closed", e);
        }
    }
}
