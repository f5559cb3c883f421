package tsunagu.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.console.wording.Jurisdictions;
import tsunagu.console.wording.Times;
import tsunagu.staff.AtLeast;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.AuditTrail.Line;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** What staff did, newest first; administrators of one municipality see what concerns it. */
@Controller("/console/trail")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrailController {
    private static final int ON_A_PAGE = 50;

    private final StaffPages pages;
    private final AuditTrail trail;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    TrailController(StaffPages pages, AuditTrail trail, Jurisdictions jurisdictions, Clock clock) {
        this.pages = pages;
        this.trail = trail;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    @Get
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> list(Member member, Shell shell, @Nullable @QueryValue Long before) {
        List<Line> lines = trail.listLines(member.municipality(), Optional.ofNullable(before), ON_A_PAGE + 1);
        boolean more = lines.size() > ON_A_PAGE;
        List<Line> shown = more ? lines.subList(0, ON_A_PAGE) : lines;
        Map<String, Object> model = Map.of(
                "lines",
                shown,
                "older",
                more ? Optional.of(shown.getLast().id()) : Optional.empty(),
                "jurisdictions",
                jurisdictions,
                "times",
                new Times(clock.getZone()));
        return pages.show("console/trail", shell, model);
    }
}
