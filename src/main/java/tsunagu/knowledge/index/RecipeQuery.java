package tsunagu.knowledge.index;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import tsunagu.knowledge.index.Recipe.Field;

/** A recipe as Lucene searches by it. */
final class RecipeQuery {
    private RecipeQuery() {}

    static Query of(Recipe recipe) {
        var clauses = new BooleanQuery.Builder();
        recipe.terms()
                .forEach(each -> clauses.add(boosted(term(each.field(), each.term()), each.boost()), Occur.SHOULD));
        recipe.otherNames().forEach(each -> clauses.add(unlessSaid(each), Occur.SHOULD));
        return clauses.build();
    }

    /** The same query for entries of some groups. */
    static Query within(Query query, Set<String> groups) {
        if (groups.isEmpty()) return query;
        var any = new BooleanQuery.Builder();
        groups.forEach(group -> any.add(new TermQuery(new Term(EntryFields.GROUP, group)), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(any.build(), Occur.FILTER)
                .build();
    }

    /** Words that follow each other. */
    static Query together(List<String> terms) {
        return terms.size() == 1
                ? term(Field.ALL, terms.getFirst())
                : new PhraseQuery(Field.ALL.key(), terms.toArray(String[]::new));
    }

    private static Query unlessSaid(Recipe.OtherNames names) {
        var said = new BooleanQuery.Builder();
        Set.copyOf(names.said()).forEach(term -> said.add(term(Field.ALL, term), Occur.MUST));
        Set<Query> best = names.names().stream()
                .map(name -> boosted(together(name.terms()), name.boost()))
                .collect(Collectors.toSet());
        return new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(best, 0), Occur.MUST)
                .add(said.build(), Occur.MUST_NOT)
                .build();
    }

    private static Query boosted(Query query, double boost) {
        return new BoostQuery(query, (float) boost);
    }

    private static Query term(Field field, String term) {
        return new TermQuery(new Term(field.key(), term));
    }
}
