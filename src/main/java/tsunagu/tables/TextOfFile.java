package tsunagu.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a file in whichever of the encodings Japanese offices use. */
public final class TextOfFile {
    private static final Charset CP932 = Charset.forName("windows-31j");

    private TextOfFile() {}

    /** Without a byte order mark. */
    static String read(byte[] file) {
        return find(file)
                .orElseThrow(() -> new UnreadableFile("文字コードが分かりません。UTF-8 か Shift_JIS の CSV、または XLSX で保存し直してください。"));
    }

    /** Without a byte order mark; empty where it is in none of them. */
    public static Optional<String> find(byte[] file) {
        for (Charset charset : charsets(file)) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                // Then it may be the next.
            }
        }
        return Optional.empty();
    }

    /** Zero bytes are in no text but UTF-16, where every comma and line end has one: which half says the order. */
    private static List<Charset> charsets(byte[] file) {
        int zeros = 0;
        int secondHalves = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] != 0) continue;
            zeros++;
            secondHalves += i % 2;
        }
        if (zeros == 0) return List.of(StandardCharsets.UTF_8, CP932, StandardCharsets.UTF_16);
        return 2 * secondHalves > zeros ? List.of(StandardCharsets.UTF_16LE) : List.of(StandardCharsets.UTF_16BE);
    }
}
