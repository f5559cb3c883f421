package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tsunagu.knowledge.opensearch.http.Cluster;
import tsunagu.knowledge.opensearch.http.Refused;

/**
 * What all copies agree on about one index, in a document of the cluster: what it holds, and who is at work on it. A
 * line is changed only by whoever has seen it as it is.
 */
final class Ledger {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cluster cluster;
    private final String index;
    private final String path;

    /** @param name of the index; its line has it, too */
    Ledger(Cluster cluster, String prefix, String name) {
        this.cluster = cluster;
        index = prefix + "-ledger";
        path = "/" + index + "/_doc/" + name;
    }

    /**
     * @param content of the index, empty where that is not known
     * @param lengths of entries by which the index scores
     * @param building an index that is being built aside, empty for none
     * @param holder who is at work, empty for nobody
     * @param beat another number each time the holder says that it still is
     */
    record Line(String content, String lengths, String building, String holder, long beat) {
        static final Line NONE = new Line("", "", "", "", 0);

        boolean isHeld() {
            return !holder.isEmpty();
        }

        Line beaten() {
            return new Line(content, lengths, building, holder, beat + 1);
        }
    }

    /** A line, and the mark by which a change of it since is noticed; empty where there is none yet. */
    record Seen(Line line, Optional<Mark> mark) {}

    /** As the cluster counts changes of a document. */
    record Mark(long number, long term) {}

    Seen read() {
        try {
            JsonNode found = cluster.work("GET", path, "");
            JsonNode line = found.path("_source");
            return new Seen(
                    new Line(
                            line.path("content").asText(),
                            line.path("lengths").asText(),
                            line.path("building").asText(),
                            line.path("holder").asText(),
                            line.path("beat").asLong()),
                    Optional.of(mark(found)));
        } catch (Refused e) {
            if (!e.isMissing()) throw e;
            return new Seen(Line.NONE, Optional.empty());
        }
    }

    /** Writes the line anew, if it is as it was seen; empty if it is not. */
    Optional<Seen> change(Seen seen, Line line) {
        ObjectNode body = JSON.createObjectNode();
        body.put("content", line.content()).put("lengths", line.lengths());
        body.put("building", line.building());
        body.put("holder", line.holder()).put("beat", line.beat());
        String condition = seen.mark()
                .map(mark -> "?if_seq_no=" + mark.number() + "&if_primary_term=" + mark.term())
                .orElse("?op_type=create");
        if (seen.mark().isEmpty()) make();
        try {
            JsonNode written = cluster.work("PUT", path + condition, body.toString());
            return Optional.of(new Seen(line, Optional.of(mark(written))));
        } catch (Refused e) {
            if (e.isConflict()) return Optional.empty();
            throw e;
        }
    }

    private void make() {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("settings").put("number_of_shards", 1).put("auto_expand_replicas", "0-1");
        body.putObject("mappings").put("enabled", false);
        try {
            cluster.work("PUT", "/" + index, body.toString());
        } catch (Refused e) {
            // Another copy made it in the meantime; if not, the line cannot be written either, and that says why.
        }
    }

    private static Mark mark(JsonNode document) {
        return new Mark(
                document.path("_seq_no").asLong(),
                document.path("_primary_term").asLong());
    }
}
