package tsunagu.console;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.console.wording.Jurisdictions;
import tsunagu.staff.Accounts;
import tsunagu.staff.Accounts.Account;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Invitations;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** Who works here: inviting colleagues, and changing what they may do. */
@Controller("/console/staff")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StaffController {
    private static final String PATH = "/console/staff";

    private final StaffPages pages;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Jurisdictions jurisdictions;
    private final HttpHostResolver hosts;

    StaffController(
            StaffPages pages,
            Accounts accounts,
            Invitations invitations,
            Jurisdictions jurisdictions,
            HttpHostResolver hosts) {
        this.pages = pages;
        this.accounts = accounts;
        this.invitations = invitations;
        this.jurisdictions = jurisdictions;
        this.hosts = hosts;
    }

    @Get
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> list(Member member, Shell shell) {
        return list(HttpStatus.OK, member, shell, Optional.empty());
    }

    @Get("/{id}")
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> one(Member member, Shell shell, UUID id) {
        return accounts.findAccount(member, id)
                .map(account -> one(HttpStatus.OK, member, shell, account, Optional.empty()))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> invite(
            HttpRequest<?> request,
            Member member,
            Shell shell,
            @Nullable @Body("role") String role,
            @Nullable @Body("municipality") String municipality) {
        Optional<Role> chosen = role(role);
        Optional<String> path = chosen.filter(any -> jurisdictions.exists(municipality(municipality)))
                .flatMap(one -> invitations.invite(member, one, municipality(municipality)));
        return path.map(link -> link(request, shell, link, "招待のリンクができました", "招待する人"))
                .orElseGet(() -> list(
                        HttpStatus.UNPROCESSABLE_ENTITY, member, shell, Optional.of("その権限や担当では招待できません。選び直してください。")));
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> change(
            Member member,
            Shell shell,
            UUID id,
            @Nullable @Body("role") String role,
            @Nullable @Body("municipality") String municipality,
            @Nullable @Body("active") String active) {
        Optional<Account> account = accounts.findAccount(member, id);
        if (account.isEmpty()) return HttpResponse.notFound();
        if (role(role).isEmpty() || !jurisdictions.exists(municipality(municipality))) {
            return wrong(member, shell, account.get(), "権限と担当を選んでください。");
        }
        var outcome = accounts.change(member, id, role(role).get(), municipality(municipality), "yes".equals(active));
        return switch (outcome) {
            case CHANGED -> pages.moveOn(shell, PATH, account.get().name() + "さんの権限を変えました。");
            case NOT_FOUND -> HttpResponse.notFound();
            case NOT_ALLOWED -> wrong(member, shell, account.get(), "自分の権限や、自分の担当を超える権限には変えられません。");
            case LAST_ADMINISTRATOR ->
                wrong(member, shell, account.get(), "すべての自治体の管理ができる人が、いなくなってしまいます。先に別の人を管理にしてください。");
        };
    }

    @Post("/{id}/new-password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.ADMINISTRATOR)
    HttpResponse<String> newPassword(HttpRequest<?> request, Member member, Shell shell, UUID id) {
        return invitations
                .inviteToNewPassword(member, id)
                .map(path -> link(request, shell, path, "パスワードを決め直すリンクができました", "本人"))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<String> wrong(Member member, Shell shell, Account account, String problem) {
        return one(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, account, Optional.of(problem));
    }

    private HttpResponse<String> list(HttpStatus status, Member member, Shell shell, Optional<String> problem) {
        Map<String, Object> model = Map.of(
                "accounts", accounts.listAccounts(member),
                "jurisdictions", jurisdictions,
                "choices", jurisdictions.listFor(member),
                "roles", List.of(Role.values()),
                "problem", problem);
        return pages.show(status, "console/staff", shell, model);
    }

    private HttpResponse<String> one(
            HttpStatus status, Member member, Shell shell, Account account, Optional<String> problem) {
        Map<String, Object> model = Map.of(
                "account", account,
                "own", account.id().equals(member.id()),
                "choices", jurisdictions.listFor(member),
                "roles", List.of(Role.values()),
                "problem", problem);
        return pages.show(status, "console/account", shell, model);
    }

    private HttpResponse<String> link(HttpRequest<?> request, Shell shell, String path, String title, String whom) {
        return pages.show(
                "console/link", shell, Map.of("link", hosts.resolve(request) + path, "title", title, "whom", whom));
    }

    private static Optional<Role> role(@Nullable String key) {
        return Optional.ofNullable(key).flatMap(Role::findByKey);
    }

    private static Optional<String> municipality(@Nullable String key) {
        return Optional.ofNullable(key).filter(one -> !one.isEmpty());
    }
}
