package tsunagu.knowledge.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tsunagu.knowledge.evaluation.JudgedCollection.Question;
import tsunagu.knowledge.index.entries.TextEntry;

/**
 * A folder in the layout of the BEIR benchmark: {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/test.tsv}
 * with or without a header line.
 */
public final class BeirReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BeirReader() {}

    /** @throws UnreadableCollection with a sentence naming file and line */
    public static JudgedCollection read(Path folder) {
        var entries = new ArrayList<TextEntry>();
        Path corpus = folder.resolve("corpus.jsonl");
        eachObject(
                corpus,
                (place, entry) -> entries.add(new TextEntry(
                        required(place, entry, "_id"), optional(entry, "title"), required(place, entry, "text"))));
        refuseRepeats(corpus, entries.stream().map(TextEntry::id).toList());
        var questions = new ArrayList<Question>();
        Path queries = folder.resolve("queries.jsonl");
        eachObject(
                queries,
                (place, question) -> questions.add(
                        new Question(required(place, question, "_id"), required(place, question, "text"))));
        refuseRepeats(queries, questions.stream().map(Question::id).toList());
        return new JudgedCollection(entries, questions, judgements(folder.resolve("qrels/test.tsv")));
    }

    private static void eachObject(Path file, BiConsumer<String, JsonNode> read) {
        eachLine(file, (place, line) -> {
            try {
                JsonNode object = JSON.readTree(line);
                if (!object.isObject()) throw new UnreadableCollection(place + " が JSON のオブジェクトではありません。");
                read.accept(place, object);
            } catch (JsonProcessingException e) {
                throw new UnreadableCollection(place + " が JSON ではありません（" + e.getOriginalMessage() + "）。");
            }
        });
    }

    private static Map<String, Map<String, Integer>> judgements(Path file) {
        var judgements = new LinkedHashMap<String, Map<String, Integer>>();
        eachLine(file, (place, line) -> {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new UnreadableCollection(place + " が、質問の id・文書の id・点の3列（タブ区切り）ではありません。");
            }
            boolean header = place.endsWith(" の1行目") && !isWhole(cells[2]);
            if (header) return;
            if (!isWhole(cells[2])) {
                throw new UnreadableCollection(place + " の点「" + cells[2] + "」が整数ではありません。");
            }
            judgements
                    .computeIfAbsent(cells[0], id -> new LinkedHashMap<>())
                    .put(cells[1], Integer.parseInt(cells[2].strip()));
        });
        return judgements;
    }

    private static boolean isWhole(String cell) {
        return cell.strip().matches("-?\\d{1,6}");
    }

    private static void eachLine(Path file, BiConsumer<String, String> read) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new UnreadableCollection(file + " が UTF-8 の文書ではありません。");
        } catch (IOException e) {
            throw new UnreadableCollection(file + " がないか、読めません。");
        }
        for (int i = 0; i < lines.size(); i++) {
            // Windows editors put a byte order mark before the first letter.
            String line = i == 0 ? lines.get(i).replaceFirst("^\uFEFF", "") : lines.get(i);
            if (!line.isBlank()) read.accept(file + " の" + (i + 1) + "行目", line);
        }
    }

    private static String required(String place, JsonNode object, String key) {
        JsonNode value = object.get(key);
        if (value == null || !value.isValueNode() || value.isNull()) {
            throw new UnreadableCollection(place + " に " + key + " がありません。");
        }
        return value.asText();
    }

    private static String optional(JsonNode object, String key) {
        JsonNode value = object.get(key);
        return value == null || value.isNull() ? "" : value.asText();
    }

    private static void refuseRepeats(Path file, List<String> ids) {
        if (ids.isEmpty()) throw new UnreadableCollection(file + " に何も書かれていません。");
        var seen = new HashSet<String>();
        for (String id : ids) {
            if (!seen.add(id)) throw new UnreadableCollection(file + " に _id " + id + " の行が2つあります。");
        }
    }
}
