package tsunagu.groups.stint;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Choice;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.State;
import tsunagu.groups.request.Requests;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The small jobs: a list, and each in its form. */
@Controller("/console/stints")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StintController {
    private static final String LIST = "/console/stints";

    private final Stints stints;
    private final Groups groups;
    private final Requests requests;
    private final Towns towns;
    private final StaffPages pages;

    StintController(Stints stints, Groups groups, Requests requests, Towns towns, StaffPages pages) {
        this.stints = stints;
        this.groups = groups;
        this.requests = requests;
        this.towns = towns;
        this.pages = pages;
    }

    @Factory
    static final class Menu {
        @Singleton
        @Named("stints")
        MenuEntry stints() {
            return new MenuEntry(41, "出番", LIST, Role.VIEWER);
        }
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(Member member, Shell shell) {
        List<StintLine> lines = stints.list(member.municipality()).stream()
                .map(stint -> new StintLine(stint, requests.countOffers(stint.id()), stints.isPast(stint)))
                .toList();
        return pages.show("groups/stints", shell, Map.of("lines", lines));
    }

    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(
            Member member, Shell shell, @QueryValue Optional<String> municipality, @QueryValue Optional<String> group) {
        String town = towns.choose(municipality, member);
        return form(HttpStatus.OK, member, shell, StintForm.fresh(town, group.orElse("")), "");
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(Member member, Shell shell, @Body Map<String, String> sent) {
        String town = towns.choose(Optional.ofNullable(sent.get("municipality")), member);
        return save(member, shell, StintForm.read(0, 0, town, State.DRAFT, sent), sent);
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return stints.find(id, member)
                .map(stint -> form(HttpStatus.OK, member, shell, StintForm.of(stint), ""))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> change(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Stint> found = stints.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Stint stint = found.get();
        return save(
                member,
                shell,
                StintForm.read(id, Sent.revision(sent), stint.municipality(), stint.state(), sent),
                sent);
    }

    private HttpResponse<String> save(Member member, Shell shell, StintForm form, Map<String, String> sent) {
        boolean known = form.text("area").isEmpty()
                || towns.areas(form.municipality()).stream()
                        .anyMatch(area -> area.value().equals(form.text("area")));
        if (!form.isGood() || !known) return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form, "");
        State to = State.find(sent.getOrDefault("then", "")).orElse(form.state());
        return stints.save(form.stint(to), member)
                .<HttpResponse<String>>map(saved ->
                        pages.moveOn(shell, LIST, "保存しました（" + saved.state().label() + "）。"))
                .orElseGet(() -> form(
                        HttpStatus.CONFLICT,
                        member,
                        shell,
                        form,
                        "保存していません。ほかの人が先に変更したか、公開中のものを直す権限がありません。一覧から開き直してください。"));
    }

    private HttpResponse<String> form(HttpStatus status, Member member, Shell shell, StintForm form, String alert) {
        List<Choice> own = groups.listAll(form.municipality()).stream()
                .map(group ->
                        new Choice(Long.toString(group.id()), group.content().name()))
                .toList();
        return pages.show(
                status,
                "groups/stint",
                shell,
                Map.of(
                        "form",
                        form,
                        "areas",
                        towns.areas(form.municipality()),
                        "groups",
                        own,
                        "offers",
                        requests.countOffers(form.id()),
                        "alert",
                        alert));
    }
}
