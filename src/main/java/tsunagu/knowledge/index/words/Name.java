package tsunagu.knowledge.index.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.ja.dict.UserDictionary;

/**
 * A name the dictionary may not know: a school, a network's nickname.
 *
 * @param surface as written; in text it is then always one word
 * @param reading in hiragana or katakana
 */
public record Name(String surface, String reading) {

    /** A name this short would cut longer words in two wherever its letters meet. */
    private static final int SHORTEST = 3;

    public Name {
        surface = Normalizer.normalize(surface, Normalizer.Form.NFKC).strip();
        reading = katakana(Normalizer.normalize(reading, Normalizer.Form.NFKC).strip());
        if (surface.matches("(?s).*[,\"#\\s].*") || reading.matches("(?s).*[,\"#\\s].*")) {
            throw new IllegalArgumentException("名前と読みに、空白・コンマ・引用符・# は使えません: " + surface + " / " + reading);
        }
        if (reading.isEmpty()) throw new IllegalArgumentException("名前「" + surface + "」に読みがありません。");
    }

    /** Empty where no name is long enough to be kept. */
    static Optional<UserDictionary> dictionary(List<Name> names) {
        Map<String, String> readings = new LinkedHashMap<>();
        names.stream()
                .filter(name -> name.surface.codePointCount(0, name.surface.length()) >= SHORTEST)
                .forEach(name -> readings.putIfAbsent(name.surface, name.reading));
        if (readings.isEmpty()) return Optional.empty();
        String lines = readings.entrySet().stream()
                .map(name -> String.join(",", name.getKey(), name.getKey(), name.getValue(), "名詞-固有名詞"))
                .collect(Collectors.joining("\n"));
        try {
            return Optional.of(UserDictionary.open(new StringReader(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static String katakana(String kana) {
        return kana.codePoints()
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c - 'ぁ' + 'ァ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
