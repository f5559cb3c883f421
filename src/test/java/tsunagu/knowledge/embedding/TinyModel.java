package tsunagu.knowledge.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model small enough to be written here, byte by byte in ONNX's protobuf: it looks up a vector for each token. Words
 * in the same list mean the same to it; what is in none means nothing.
 */
public final class TinyModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private TinyModel() {}

    /** Writes {@code model.onnx} and {@code tokenizer.json}; the settings for both. */
    public static EmbeddingSettings write(Path folder, List<List<String>> meanings) throws IOException {
        Files.write(folder.resolve("model.onnx"), model(meanings, "input_ids", "attention_mask"));
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer(meanings));
        return settings(
                folder.resolve("model.onnx").toString(),
                folder.resolve("tokenizer.json").toString());
    }

    static EmbeddingSettings settings(String model, String tokenizer) {
        return new EmbeddingSettings(model, tokenizer, "", "", 0.6, 0.5, 64);
    }

    private static String tokenizer(List<List<String>> meanings) {
        String words = meanings.stream()
                .flatMap(List::stream)
                .map(word -> ", [\"" + word + "\", -1.0]")
                .collect(Collectors.joining());
        return """
            {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
             "normalizer": {"type": "NFKC"}, "pre_tokenizer": null, "post_processor": null, "decoder": null,
             "model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0.0]%s]}}
            """.formatted(words);
    }

    /** Token 0, of words it does not know, has a vector of zeros; each meaning has an axis of its own. */
    static byte[] model(List<List<String>> meanings, String... inputs) {
        int dimensions = meanings.size();
        var vectors = new ArrayList<float[]>(List.of(new float[dimensions]));
        for (int meaning = 0; meaning < dimensions; meaning++) {
            var vector = new float[dimensions];
            vector[meaning] = 1;
            meanings.get(meaning).forEach(word -> vectors.add(vector));
        }
        ByteBuffer raw = ByteBuffer.allocate(vectors.size() * dimensions * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] vector : vectors) for (float each : vector) raw.putFloat(each);
        byte[] table = message(
                varint(1, vectors.size()),
                varint(1, dimensions),
                varint(2, FLOAT),
                text(8, "table"),
                field(9, raw.array()));
        byte[] lookup = message(text(1, "table"), text(1, inputs[0]), text(2, "last_hidden_state"), text(4, "Gather"));
        var graph = new ArrayList<byte[]>(List.of(field(1, lookup), text(2, "tiny"), field(5, table)));
        for (String input : inputs) graph.add(field(11, tensor(input, INT64, "batch", "tokens")));
        graph.add(field(12, tensor("last_hidden_state", FLOAT, "batch", "tokens", "width")));
        return message(
                varint(1, 8),
                field(7, message(graph.toArray(byte[][]::new))),
                field(8, message(text(1, ""), varint(2, 13))));
    }

    /** Gives back what it is given. */
    static byte[] flat() {
        byte[] echo = message(text(1, "input_ids"), text(2, "labels"), text(4, "Identity"));
        byte[] graph = message(
                field(1, echo),
                text(2, "flat"),
                field(11, tensor("input_ids", INT64, "batch", "tokens")),
                field(12, tensor("labels", INT64, "batch", "tokens")));
        return message(varint(1, 8), field(7, graph), field(8, message(text(1, ""), varint(2, 13))));
    }

    private static byte[] tensor(String name, int type, String... axes) {
        var shape = new ArrayList<byte[]>();
        for (String axis : axes) shape.add(field(1, text(2, axis)));
        byte[] tensor = message(varint(1, type), field(2, message(shape.toArray(byte[][]::new))));
        return message(text(1, name), field(2, field(1, tensor)));
    }

    private static byte[] message(byte[]... fields) {
        var out = new ByteArrayOutputStream();
        for (byte[] field : fields) out.writeBytes(field);
        return out.toByteArray();
    }

    private static byte[] varint(int field, long value) {
        return message(number((long) field << 3), number(value));
    }

    private static byte[] text(int field, String value) {
        return field(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int field, byte[] content) {
        return message(number((long) field << 3 | 2), number(content.length), content);
    }

    private static byte[] number(long value) {
        var out = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }
}
