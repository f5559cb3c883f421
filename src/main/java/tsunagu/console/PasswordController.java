package tsunagu.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Invitations.Acceptance;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.SignIns;
import tsunagu.staff.StaffPages;

/** One's own password. */
@Controller("/console/password")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PasswordController {
    private final StaffPages pages;
    private final SignIns signIns;

    PasswordController(StaffPages pages, SignIns signIns) {
        this.pages = pages;
        this.signIns = signIns;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> form(Shell shell) {
        return show(HttpStatus.OK, shell, Optional.empty());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.VIEWER)
    HttpResponse<String> change(
            Member member,
            Shell shell,
            @Nullable @Body("old") String old,
            @Nullable @Body("password") String password,
            @Nullable @Body("again") String again) {
        String chosen = password == null ? "" : password;
        if (!chosen.equals(again)) {
            return show(HttpStatus.UNPROCESSABLE_ENTITY, shell, Optional.of(PasswordWords.NOT_TWICE));
        }
        String session = shell.session().orElseThrow();
        Acceptance outcome = signIns.changePassword(member, session, old == null ? "" : old, chosen);
        return outcome == Acceptance.ACCEPTED
                ? pages.moveOn(shell, "/console", "パスワードを変えました。ほかの端末でのサインインは終わりました。")
                : show(HttpStatus.UNPROCESSABLE_ENTITY, shell, Optional.of(PasswordWords.say(outcome)));
    }

    private HttpResponse<String> show(HttpStatus status, Shell shell, Optional<String> problem) {
        return pages.show(status, "console/password", shell, Map.of("problem", problem));
    }
}
