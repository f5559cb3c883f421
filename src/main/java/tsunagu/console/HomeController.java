package tsunagu.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Map;
import tsunagu.conversation.Feedback;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.State;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The page staff begin with. */
@Controller("/console")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {
    private static final Duration LATELY = Duration.ofDays(30);

    private final StaffPages pages;
    private final OpenQuestions questions;
    private final Feedback feedback;

    HomeController(StaffPages pages, OpenQuestions questions, Feedback feedback) {
        this.pages = pages;
        this.questions = questions;
        this.feedback = feedback;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> home(Member member, Shell shell) {
        Map<String, Object> model = Map.of(
                "waiting", questions.count(member.municipality(), State.NEW),
                "taken", questions.count(member.municipality(), State.TAKEN),
                "tally", feedback.tally(member.municipality(), LATELY));
        return pages.show("console/home", shell, model);
    }
}
