package tsunagu.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tsunagu.console.directory.StaffDirectory;
import tsunagu.console.wording.Jurisdictions;
import tsunagu.staff.Invitations;
import tsunagu.staff.Invitations.Acceptance;
import tsunagu.staff.Invitations.Invitation;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.staff.WithoutSignIn;

/** Accepting an invitation: a new account, or a new password. */
@Controller("/console/set-up")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SetUpController {
    private final StaffPages pages;
    private final Invitations invitations;
    private final Jurisdictions jurisdictions;
    private final StaffDirectory directory;

    SetUpController(StaffPages pages, Invitations invitations, Jurisdictions jurisdictions, StaffDirectory directory) {
        this.pages = pages;
        this.invitations = invitations;
        this.jurisdictions = jurisdictions;
        this.directory = directory;
    }

    /** Only looks: whoever fetches a preview of the link must not use it up. */
    @Get("/{token}")
    @WithoutSignIn
    HttpResponse<String> form(Shell shell, String token) {
        return show(HttpStatus.OK, shell, token, "", "", Optional.empty());
    }

    @Post("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @WithoutSignIn
    HttpResponse<String> accept(
            Shell shell,
            String token,
            @Nullable @Body("login") String login,
            @Nullable @Body("name") String name,
            @Nullable @Body("password") String password,
            @Nullable @Body("again") String again) {
        String chosen = password == null ? "" : password;
        String typedLogin = login == null ? "" : login;
        String typedName = name == null ? "" : name;
        if (!chosen.equals(again)) {
            return wrong(shell, token, typedLogin, typedName, PasswordWords.NOT_TWICE);
        }
        Acceptance outcome = invitations.accept(token, typedLogin, typedName, chosen);
        return switch (outcome) {
            case ACCEPTED -> HttpResponse.seeOther(URI.create("/console/sign-in?after=set-up"));
            case NOT_VALID -> closed(shell);
            default -> wrong(shell, token, typedLogin, typedName, PasswordWords.say(outcome));
        };
    }

    /** Goes to the town's directory instead of choosing a name and a password. */
    @Post("/{token}/directory")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @WithoutSignIn
    HttpResponse<String> byDirectory(Shell shell, String token) {
        if (directory.name().isEmpty() || invitations.findInvitation(token).isEmpty()) return closed(shell);
        MutableHttpResponse<String> away = HttpResponse.seeOther(URI.create(directory.address()));
        directory.bring(away, token);
        return away;
    }

    private HttpResponse<String> wrong(Shell shell, String token, String login, String name, String problem) {
        return show(HttpStatus.UNPROCESSABLE_ENTITY, shell, token, login, name, Optional.of(problem));
    }

    private HttpResponse<String> show(
            HttpStatus status, Shell shell, String token, String login, String name, Optional<String> problem) {
        Optional<Invitation> found = invitations.findInvitation(token);
        if (found.isEmpty()) return closed(shell);
        Map<String, Object> model = Map.of(
                "invitation", found.get(),
                "jurisdiction", jurisdictions.name(found.get().municipality()),
                "token", token,
                "login", login,
                "name", name,
                "problem", problem,
                "directory", directory);
        return pages.show(status, "console/setUp", shell, model);
    }

    private HttpResponse<String> closed(Shell shell) {
        return pages.show(HttpStatus.GONE, "console/closedLink", shell, Map.of());
    }
}
