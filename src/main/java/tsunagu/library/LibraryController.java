package tsunagu.library;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.desk.Towns;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.SourceDocument;
import tsunagu.library.contradiction.Contradiction;
import tsunagu.library.contradiction.Contradictions;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;
import tsunagu.library.entry.State;
import tsunagu.library.page.Choices;
import tsunagu.library.page.Shown;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The documents as a list, and each on its page with what it became. */
@Controller(LibraryMenu.LIST)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LibraryController {
    private final Holdings holdings;
    private final DocumentLibrary library;
    private final Contradictions contradictions;
    private final Towns towns;
    private final Choices choices;
    private final StaffPages pages;

    LibraryController(
            Holdings holdings,
            DocumentLibrary library,
            Contradictions contradictions,
            Towns towns,
            Choices choices,
            StaffPages pages) {
        this.holdings = holdings;
        this.library = library;
        this.contradictions = contradictions;
        this.towns = towns;
        this.choices = choices;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(Member member, Shell shell, @QueryValue Optional<String> state) {
        Optional<State> only = state.flatMap(State::findByKey);
        Set<DocumentId> succeeded = new HashSet<>(holdings.listSucceeded());
        List<SourceDocument> seeds = library.listSeeds().stream()
                .filter(document -> member.worksFor(document.municipality()))
                .toList();
        return pages.show(
                "library/list",
                shell,
                Map.of(
                        "state",
                        only,
                        "lines",
                        holdings.listLines(member.municipality(), only),
                        "seeds",
                        seeds,
                        "succeeded",
                        succeeded));
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return holdings.find(id, member)
                .<HttpResponse<String>>map(holding -> show(shell, holding))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<String> show(Shell shell, Holding holding) {
        DocumentLibrary.Reading reading = DocumentLibrary.read(holding.print());
        boolean told = holding.state() == State.PUBLISHED;
        return pages.show(
                "library/document",
                shell,
                Map.of(
                        "holding",
                        holding,
                        "municipality",
                        towns.name(holding.municipality()),
                        "predecessor",
                        holding.content().succeeds().isEmpty()
                                ? ""
                                : choices.title(holding.content().succeeds(), holding.municipality()),
                        "succeeded",
                        holdings.listSucceeded().contains(holding.documentId()),
                        "shown",
                        Shown.of(reading.passages(), holding.file().copy().leftOut(), reading.dropped()),
                        "contradictions",
                        told
                                ? List.<Contradiction>of()
                                : contradictions.list(
                                        holding.print(), holding.content().succeeds()),
                        "versions",
                        holdings.listVersions(holding)));
    }

    /** A document of {@code seeds/}, which is changed in its folder and not here. */
    @Get("/seeds/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> seed(Member member, Shell shell, String id) {
        var document = new DocumentId(id);
        if (!library.isSeed(document)
                || !member.worksFor(library.getDocument(document).municipality())) {
            return HttpResponse.notFound();
        }
        return pages.show(
                "library/seed",
                shell,
                Map.of(
                        "document",
                        library.getDocument(document),
                        "municipality",
                        towns.name(library.getDocument(document).municipality()),
                        "succeeded",
                        holdings.listSucceeded().contains(document),
                        "shown",
                        Shown.of(library.listPassages(document), List.of(), library.listDropped(document))));
    }
}
