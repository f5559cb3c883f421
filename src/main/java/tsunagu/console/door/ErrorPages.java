package tsunagu.console.door;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Map;
import java.util.Optional;
import tsunagu.staff.StaffPages;

/** What is refused or goes wrong below {@code /console}, as a staff page where it would be a page for residents. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ErrorPages implements Ordered {
    /** Names the failure in the log; whoever answers a failure sends it. */
    private static final String INCIDENT = "X-Incident";

    private final ShellBinder shells;
    private final StaffPages pages;

    ErrorPages(ShellBinder shells, StaffPages pages) {
        this.shells = shells;
        this.pages = pages;
    }

    /** Around all others, so that it also sees what they answer themselves. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }

    @ResponseFilter
    void replace(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() < HttpStatus.BAD_REQUEST.getCode() || !ConsolePath.leadsHere(request)) return;
        if (StaffPages.isOne(response) || !isPage(response)) return;
        var model = Map.of(
                "status", response.code(),
                "incident", Optional.ofNullable(response.getHeaders().get(INCIDENT)));
        response.body(pages.show("console/error", shells.shell(request), model).body());
        response.contentType(StaffPages.HTML);
    }

    private static boolean isPage(MutableHttpResponse<?> response) {
        return response.getContentType()
                .map(MediaType::getName)
                .filter(MediaType.TEXT_HTML::equals)
                .isPresent();
    }
}
