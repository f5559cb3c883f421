package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import tsunagu.knowledge.index.Recipe.Field;
import tsunagu.knowledge.index.entries.EntryWords;
import tsunagu.knowledge.index.entries.Impacts;
import tsunagu.knowledge.index.words.TermWeights;

/** An entry as the cluster keeps it: its words one by one, so that nothing there has to read Japanese. */
final class EntryRenderer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryRenderer() {}

    /** Two lines of a bulk request. */
    static String index(EntryWords entry, TermWeights weights, Map<String, Double> expansion) {
        ObjectNode document = JSON.createObjectNode();
        document.put(Layout.ID, clean(entry.id())).put(Layout.GROUP, clean(entry.group()));
        add(document, Field.ALL, entry.terms());
        add(document, Field.TITLE, entry.titleTerms());
        add(document, Field.READING, entry.readings());
        add(document, Field.BIGRAM, entry.bigrams());
        add(document, Field.TITLE_PRECISION, Impacts.ofTitle(entry.distinctTitleTerms(), weights));
        add(document, Field.EXPANSION, Impacts.ofExpansion(expansion));
        return action("index", entry.id()) + document + "\n";
    }

    /** One line of a bulk request. */
    static String delete(String id) {
        return action("delete", id);
    }

    private static String action(String name, String id) {
        ObjectNode action = JSON.createObjectNode();
        action.putObject(name).put("_id", clean(id));
        return action + "\n";
    }

    private static void add(ObjectNode document, Field field, Iterable<String> terms) {
        ArrayNode values = document.putArray(field.key());
        terms.forEach(term -> values.add(clean(term)));
    }

    private static void add(ObjectNode document, Field field, Map<String, Integer> weighted) {
        ArrayNode values = document.putArray(field.key());
        weighted.forEach((term, weight) -> values.add(unweighted(term) + Layout.BEFORE_WEIGHT + weight));
    }

    /** A term as it stands in a field of weighted ones. */
    static String unweighted(String term) {
        return clean(term).replace(Layout.BEFORE_WEIGHT, '\ufffd');
    }

    /** Half a letter is no UTF-8; Lucene writes the same for it. */
    static String clean(String term) {
        if (term.chars().noneMatch(c -> Character.isSurrogate((char) c))) return term;
        return term.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
