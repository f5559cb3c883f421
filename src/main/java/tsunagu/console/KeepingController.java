package tsunagu.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Map;
import tsunagu.console.wording.Times;
import tsunagu.keeping.Keeping;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** What was deleted because its time had come, and the last backup: of the whole copy, whoever looks. */
@Controller("/console/keeping")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeepingController {
    private static final int DAYS = 30;

    private final StaffPages pages;
    private final Keeping keeping;
    private final Clock clock;

    KeepingController(StaffPages pages, Keeping keeping, Clock clock) {
        this.pages = pages;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Get
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> show(Member member, Shell shell) {
        Map<String, Object> model = Map.of(
                "deleted",
                keeping.listDeleted(DAYS),
                "backup",
                keeping.findLastBackup(),
                "times",
                new Times(clock.getZone()));
        return pages.show("console/keeping", shell, model);
    }
}
