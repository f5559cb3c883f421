package tsunagu.console.questions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;

/** What the documents say that is nearest to a question, for staff to see why it was not answered. */
@Singleton
final class NearestPassages {
    private final Knowledge knowledge;

    NearestPassages(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    List<NearPassage> listNearest(String question, String municipality) {
        return switch (knowledge.find(question, Scope.preferring(municipality))) {
            case Finding.Answered(var excerpts, var _) -> shown(excerpts);
            case Finding.Related(var excerpts) -> shown(excerpts);
            case Finding.Outlined outlined ->
                List.of(new NearPassage(
                        outlined.document().titleWithStatus(),
                        outlined.heading(),
                        outlined.parts().stream()
                                .map(Finding.Outlined.Part::heading)
                                .collect(Collectors.joining("\n"))));
            case Finding.Approved _, Finding.Nothing _, Finding.Unavailable _ -> List.of();
        };
    }

    private static List<NearPassage> shown(List<Finding.Excerpt> excerpts) {
        return excerpts.stream()
                .map(excerpt -> new NearPassage(
                        excerpt.passage().document().titleWithStatus(),
                        excerpt.passage().headingPath(),
                        excerpt.text()))
                .toList();
    }
}
