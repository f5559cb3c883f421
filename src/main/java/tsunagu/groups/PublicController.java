package tsunagu.groups;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import tsunagu.areas.Municipalities;
import tsunagu.desk.PublicPages;
import tsunagu.groups.entry.Kind;
import tsunagu.staff.StaffPages;

/** A group or place on a page of its own, for everybody, as far as residents are told of it. */
@Controller("/groups")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicController {
    private final GatheringFinder gatherings;
    private final Municipalities municipalities;
    private final PublicPages pages;

    PublicController(GatheringFinder gatherings, Municipalities municipalities, PublicPages pages) {
        this.gatherings = gatherings;
        this.municipalities = municipalities;
        this.pages = pages;
    }

    @Get("/{id}")
    HttpResponse<String> group(String id) {
        if (!id.matches("[0-9]{1,18}")) return HttpResponse.notFound();
        return gatherings
                .find(Long.parseLong(id))
                .<HttpResponse<String>>map(
                        one -> HttpResponse.ok(page(one)).header(HttpHeaders.CACHE_CONTROL, "public, no-cache"))
                .orElseGet(HttpResponse::notFound);
    }

    private String page(Gathering one) {
        String town = municipalities.getMunicipality(one.municipality()).name();
        String kind = Kind.find(one.kind()).map(Kind::label).orElse("");
        return pages.render("groups/gathering", Map.of("one", one, "kind", kind, "town", town));
    }
}
