package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.RankingSettings.Signal;
import tsunagu.knowledge.index.Recipe.Field;
import tsunagu.knowledge.index.entries.Impacts;
import tsunagu.knowledge.index.entries.Lengths;

/**
 * How an index is laid out in the cluster: fields of words that were read already, each scored as
 * {@code RecipeSimilarity} scores it here. Copies with other layouts keep indices of their own, so that an old and a
 * new version can run side by side.
 *
 * @param body what an index is made with, but for the lengths of its entries
 * @param print tells layouts apart, in eight letters
 */
record Layout(String body, String print) {
    static final String ID = "id";
    static final String GROUP = "group";

    /** Parts a term from its weight; in a term it is replaced. */
    static final char BEFORE_WEIGHT = '\u001f';

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param words says which words are read, so that another dictionary makes another layout */
    static Layout of(RankingSettings ranking, String words) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode settings = body.putObject("settings");
        settings.put("number_of_shards", 1);
        // Copied once it is whole, see Upkeep.
        settings.put("number_of_replicas", 0);
        settings.put("refresh_interval", "-1");
        ObjectNode similarity = settings.putObject("similarity");
        for (Field field : Field.values()) {
            ObjectNode one = similarity.putObject(field.key()).put("type", "scripted");
            one.putObject("script").put("source", score(field, ranking));
        }
        ObjectNode analysis = settings.putObject("analysis");
        ObjectNode weight = analysis.putObject("filter").putObject("weight");
        weight.put("type", "delimited_term_freq").put("delimiter", String.valueOf(BEFORE_WEIGHT));
        ObjectNode weighted = analysis.putObject("analyzer").putObject("weighted");
        weighted.put("type", "custom")
                .put("tokenizer", "keyword")
                .putArray("filter")
                .add("weight");
        addMapping(body.putObject("mappings"));
        String written = body.toString();
        return new Layout(written, print(written + words));
    }

    private static String score(Field field, RankingSettings ranking) {
        return switch (field) {
            case ALL -> saturating(field, ranking.weight(Signal.MATCH));
            case TITLE, READING, BIGRAM -> saturating(field, 0);
            case TITLE_PRECISION -> stored(Impacts.TITLE_SCALE);
            case EXPANSION -> stored(Impacts.EXPANSION_SCALE);
        };
    }

    private static String saturating(Field field, double constant) {
        return "double k = 1.2 * (0.25 + 0.75 * doc.length / " + average(field) + ");"
                + " return query.boost * (doc.freq / (doc.freq + k) + " + constant + ");";
    }

    private static String stored(int scale) {
        return "return query.boost * doc.freq / " + (double) scale + ";";
    }

    /** Where the average length of a field is put in. */
    private static String average(Field field) {
        return "{" + field.key() + "}";
    }

    /** What an index of entries of such lengths is made with. */
    String body(Lengths lengths) {
        return body.replace(average(Field.ALL), String.valueOf(lengths.all().average()))
                .replace(average(Field.TITLE), String.valueOf(lengths.title().average()))
                .replace(
                        average(Field.READING),
                        String.valueOf(lengths.readings().average()))
                .replace(average(Field.BIGRAM), String.valueOf(lengths.bigrams().average()));
    }

    private static void addMapping(ObjectNode mappings) {
        mappings.put("dynamic", "strict");
        // What a hit is judged by; the rest would only take room.
        ObjectNode source = mappings.putObject("_source");
        List.of(Field.ALL, Field.TITLE_PRECISION)
                .forEach(field -> source.withArray("includes").add(field.key()));
        ObjectNode properties = mappings.putObject("properties");
        properties.putObject(ID).put("type", "keyword");
        properties.putObject(GROUP).put("type", "keyword");
        for (Field field : Field.values()) addField(properties.putObject(field.key()), field);
    }

    private static void addField(ObjectNode mapping, Field field) {
        mapping.put("type", "text").put("search_analyzer", "keyword").put("similarity", field.key());
        switch (field) {
            // Words follow each other across the values of the field.
            case ALL ->
                mapping.put("analyzer", "keyword")
                        .put("index_options", "positions")
                        .put("position_increment_gap", 0);
            case TITLE, READING, BIGRAM -> mapping.put("analyzer", "keyword").put("index_options", "freqs");
            case TITLE_PRECISION, EXPANSION ->
                mapping.put("analyzer", "weighted")
                        .put("index_options", "freqs")
                        .put("norms", false);
        }
    }

    /** Of texts of any length, the same for the same and another for another. */
    static String print(String text) {
        return HexFormat.of().formatHex(Arrays.copyOf(digest().digest(text.getBytes(StandardCharsets.UTF_8)), 4));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
