package tsunagu.faq;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Towns;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Filter;
import tsunagu.faq.entry.State;
import tsunagu.faq.page.Listing;
import tsunagu.faq.serving.Publishing;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The entries as a list, and each on its page. */
@Controller("/console/faq")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaqController {
    private static final int LONGEST_SEARCH = 200;

    private final Faqs faqs;
    private final Publishing publishing;
    private final Towns towns;
    private final StaffPages pages;

    FaqController(Faqs faqs, Publishing publishing, Towns towns, StaffPages pages) {
        this.faqs = faqs;
        this.publishing = publishing;
        this.towns = towns;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(
            Member member,
            Shell shell,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> q,
            @QueryValue Optional<String> overdue,
            @QueryValue Optional<String> page) {
        int number = page.filter(one -> one.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        String words = q.map(one -> one.substring(0, Math.min(LONGEST_SEARCH, one.length())))
                .orElse("");
        var filter =
                new Filter(member.municipality(), state.flatMap(State::findByKey), words, overdue.isPresent(), number);
        long count = faqs.count(filter);
        int most = (int) Math.max(1, (count + Filter.PAGE - 1) / Filter.PAGE);
        return pages.show(
                "faq/list", shell, Map.of("listing", new Listing(filter, faqs.listLines(filter), count, most)));
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return faqs.find(id, member)
                .<HttpResponse<String>>map(faq -> pages.show(
                        "faq/entry",
                        shell,
                        Map.of(
                                "faq",
                                faq,
                                "municipality",
                                towns.name(faq.municipality()),
                                "straight",
                                faqs.isStraight(faq),
                                "golden",
                                publishing.listGolden(faq))))
                .orElseGet(HttpResponse::notFound);
    }
}
