package tsunagu.knowledge.opensearch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tsunagu.knowledge.index.Recipe;
import tsunagu.knowledge.index.Recipe.Field;

/** A recipe as the cluster searches by it, clause by clause as {@code RecipeQuery} has it for Lucene. */
final class QueryRenderer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QueryRenderer() {}

    /** @param groups empty for all */
    static String search(Recipe recipe, Set<String> groups, int size, Duration timeout) {
        ObjectNode body = JSON.createObjectNode();
        body.put("size", size).put("track_total_hits", false).put("timeout", timeout.toMillis() + "ms");
        ArrayNode sort = body.putArray("sort");
        sort.addObject().put("_score", "desc");
        sort.addObject().put(Layout.ID, "asc");
        ObjectNode within = body.putObject("query").putObject("bool");
        addClauses(within.putArray("must").addObject().putObject("bool").putArray("should"), recipe);
        if (!groups.isEmpty()) {
            ArrayNode any =
                    within.putArray("filter").addObject().putObject("terms").putArray(Layout.GROUP);
            groups.stream().sorted().map(EntryRenderer::clean).forEach(any::add);
        }
        return body.toString();
    }

    private static void addClauses(ArrayNode should, Recipe recipe) {
        for (Recipe.Term each : recipe.terms()) term(should.addObject(), each.field(), each.term(), each.boost());
        for (Recipe.OtherNames each : recipe.otherNames()) {
            ObjectNode unlessSaid = should.addObject().putObject("bool");
            ObjectNode best = unlessSaid.putArray("must").addObject().putObject("dis_max");
            ArrayNode queries = best.put("tie_breaker", 0).putArray("queries");
            each.names().forEach(name -> together(queries.addObject(), name));
            ArrayNode said = unlessSaid
                    .putArray("must_not")
                    .addObject()
                    .putObject("bool")
                    .putArray("must");
            Set.copyOf(each.said()).stream().sorted().forEach(term -> term(said.addObject(), Field.ALL, term, 1));
        }
    }

    private static void term(ObjectNode clause, Field field, String term, double boost) {
        boolean weighted = field == Field.TITLE_PRECISION || field == Field.EXPANSION;
        clause.putObject("term")
                .putObject(field.key())
                .put("value", weighted ? EntryRenderer.unweighted(term) : EntryRenderer.clean(term))
                .put("boost", (float) boost);
    }

    private static void together(ObjectNode clause, Recipe.Name name) {
        List<String> terms = name.terms();
        if (terms.size() == 1) {
            term(clause, Field.ALL, terms.getFirst(), name.boost());
            return;
        }
        ObjectNode row = clause.putObject("span_near");
        ArrayNode clauses = row.putArray("clauses");
        for (String term : terms) {
            clauses.addObject().putObject("span_term").put(Field.ALL.key(), EntryRenderer.clean(term));
        }
        row.put("slop", 0).put("in_order", true);
        // A script scores each different word of a row, and the cluster adds that up; here a row is scored as one word.
        row.put("boost", (float) (name.boost() / new LinkedHashSet<>(terms).size()));
    }
}
