package tsunagu.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.console.directory.StaffDirectory;
import tsunagu.console.door.StaffCookies;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.SignIns;
import tsunagu.staff.StaffPages;
import tsunagu.staff.WithoutSignIn;

/** Signing in with a password, and signing out. */
@Controller("/console")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
    private static final String HOME = "/console";

    /** Where to go on after signing in: a page of ours and nothing else. */
    private static final Pattern OURS = Pattern.compile("/console(/[\\w./~%-]*)?(\\?[\\w./~%&=+-]*)?");

    private static final String WRONG = "サインイン名かパスワードが違います。";
    private static final String TOO_OFTEN = "まちがいが続いたため、しばらくサインインできません。%d分ほど待ってから、もう一度お試しください。";
    private static final Map<String, String> NOTICES = Map.of(
            "signed-out", "サインアウトしました。",
            "directory-unknown", "まだ登録されていません。管理の権限を持つ人に、招待のリンクを頼んでください。",
            "directory-failed", "庁内の認証でサインインできませんでした。もう一度お試しください。",
            "set-up", "登録しました。決めたパスワードでサインインしてください。");

    private final StaffPages pages;
    private final SignIns signIns;
    private final StaffCookies cookies;
    private final StaffDirectory directory;
    private final HttpClientAddressResolver addresses;

    SignInController(
            StaffPages pages,
            SignIns signIns,
            StaffCookies cookies,
            StaffDirectory directory,
            HttpClientAddressResolver addresses) {
        this.pages = pages;
        this.signIns = signIns;
        this.cookies = cookies;
        this.directory = directory;
        this.addresses = addresses;
    }

    @Get("/sign-in")
    @WithoutSignIn
    HttpResponse<String> form(Shell shell, @Nullable @QueryValue String next, @Nullable @QueryValue String after) {
        if (shell.member().isPresent()) return HttpResponse.seeOther(URI.create(ours(next)));
        Optional<String> notice = Optional.ofNullable(after).map(NOTICES::get);
        return show(HttpStatus.OK, shell, ours(next), "", Optional.empty(), notice);
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @WithoutSignIn
    HttpResponse<String> signIn(
            HttpRequest<?> request,
            Shell shell,
            @Nullable @Body("login") String login,
            @Nullable @Body("password") String password,
            @Nullable @Body("next") String next) {
        String typed = login == null ? "" : login;
        String address = Optional.ofNullable(addresses.resolve(request)).orElse("");
        var outcome = signIns.signIn(typed, password == null ? "" : password, address);
        return switch (outcome) {
            case SignIns.Welcome welcome -> {
                MutableHttpResponse<String> response = HttpResponse.seeOther(URI.create(ours(next)));
                shell.session().ifPresent(signIns::signOut);
                cookies.signIn(request, response, welcome.token());
                yield response;
            }
            case SignIns.Wrong() ->
                show(HttpStatus.UNPROCESSABLE_ENTITY, shell, ours(next), typed, Optional.of(WRONG), Optional.empty());
            case SignIns.TooOften(Duration wait) ->
                show(
                        HttpStatus.TOO_MANY_REQUESTS,
                        shell,
                        ours(next),
                        typed,
                        Optional.of(TOO_OFTEN.formatted(wait.toMinutes() + 1)),
                        Optional.empty());
        };
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.VIEWER)
    HttpResponse<String> signOut(HttpRequest<?> request, Shell shell) {
        shell.session().ifPresent(signIns::signOut);
        MutableHttpResponse<String> response = HttpResponse.seeOther(URI.create("/console/sign-in?after=signed-out"));
        cookies.signOut(request, response);
        return response;
    }

    private HttpResponse<String> show(
            HttpStatus status,
            Shell shell,
            String next,
            String login,
            Optional<String> problem,
            Optional<String> notice) {
        Map<String, Object> model =
                Map.of("next", next, "login", login, "problem", problem, "notice", notice, "directory", directory);
        return pages.show(status, "console/signIn", shell, model);
    }

    private static String ours(@Nullable String next) {
        return next != null && OURS.matcher(next).matches() ? next : HOME;
    }
}
