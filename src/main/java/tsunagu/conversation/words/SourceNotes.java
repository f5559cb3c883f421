package tsunagu.conversation.words;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Fact;
import tsunagu.documents.Citation;
import tsunagu.message.Source;

/** Citations and outside pages as residents see them. */
public final class SourceNotes {
    private SourceNotes() {}

    public static List<Source> of(Fact<?>... facts) {
        return of(List.of(facts));
    }

    public static List<Source> of(Collection<? extends Fact<?>> facts) {
        return facts.stream()
                .flatMap(fact -> fact.evidence().stream())
                .flatMap(evidence -> of(evidence).stream())
                .distinct()
                .toList();
    }

    public static Stream<Fact<?>> present(Optional<? extends Fact<?>> fact) {
        return fact.<Stream<Fact<?>>>map(Stream::of).orElseGet(Stream::empty);
    }

    public static Source of(Citation citation) {
        var document = citation.document();
        return new Source(
                document.id().value(),
                document.titleWithStatus(),
                document.publisher(),
                document.publishedWording(),
                String.join(" / ", citation.headings()),
                citation.quote(),
                citation.page(),
                path(citation));
    }

    /** Where the web page shows the original; a browser opens a PDF at that page. */
    private static String path(Citation citation) {
        String path = "/documents/" + citation.document().id() + "/original";
        return path + (citation.page().isPresent() ? "#page=" + citation.page().getAsInt() : "");
    }

    private static Optional<Source> of(Fact.Evidence evidence) {
        return switch (evidence) {
            case Fact.Quoted quoted -> Optional.of(of(quoted.citation()));
            case Fact.OutsidePage page ->
                Optional.of(new Source(page.id(), page.title(), page.publisher(), page.published(), "", ""));
            case Fact.Derived derived -> Optional.empty();
        };
    }
}
