package tsunagu.groups.page;

import io.micronaut.http.HttpResponse;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.groups.entry.Filter;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;
import tsunagu.groups.entry.Outcome;
import tsunagu.groups.entry.State;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The list, each group or place on its page, and the buttons there. */
@Controller("/console/groups")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GroupController {
    private static final int LONGEST_SEARCH = 100;

    private final Groups groups;
    private final Towns towns;
    private final Choices choices;
    private final StaffPages pages;

    GroupController(Groups groups, Towns towns, Choices choices, StaffPages pages) {
        this.groups = groups;
        this.towns = towns;
        this.choices = choices;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(
            Member member,
            Shell shell,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> kind,
            @QueryValue Optional<String> q,
            @QueryValue Optional<String> page) {
        var filter = new Filter(
                member.municipality(),
                state.flatMap(State::find),
                kind.flatMap(Kind::find),
                q.map(one -> one.substring(0, Math.min(LONGEST_SEARCH, one.length())))
                        .orElse(""),
                page.filter(one -> one.matches("[0-9]{1,5}"))
                        .map(Integer::parseInt)
                        .orElse(0));
        long count = groups.count(filter);
        var listing = new Listing(
                filter,
                groups.list(filter).stream()
                        .map(group -> new Listing.Line(
                                group,
                                choices.areaNames(group.content().areas()),
                                group.state() == State.PUBLISHED && group.isStale(groups.today())))
                        .toList(),
                count,
                (int) Math.max(1, (count + Filter.PAGE - 1) / Filter.PAGE),
                groups.countStale(member.municipality()),
                groups.today());
        return pages.show("groups/list", shell, Map.of("listing", listing));
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return groups.find(id, member)
                .<HttpResponse<String>>map(group -> pages.show(
                        "groups/entry",
                        shell,
                        Map.of(
                                "group",
                                group,
                                "areas",
                                choices.areaNames(group.content().areas()),
                                "municipality",
                                towns.name(group.municipality()),
                                "stale",
                                group.isStale(groups.today()))))
                .orElseGet(HttpResponse::notFound);
    }

    /** @param sent {@code back} is {@code list} where the button stands in the list */
    @Post("/{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> confirm(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return press(groups::confirm, member, shell, id, sent, "今日の日付で確認しました。");
    }

    @Post("/{id}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.APPROVER)
    HttpResponse<String> publish(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return press(groups::publish, member, shell, id, sent, "公開しました。住民への答えに入りました。");
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.APPROVER)
    HttpResponse<String> withdraw(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return press(groups::withdraw, member, shell, id, sent, "取り下げました。住民には、もう案内しません。");
    }

    private HttpResponse<String> press(
            BiFunction<Group, Member, Outcome> button,
            Member member,
            Shell shell,
            long id,
            Map<String, String> sent,
            String done) {
        Optional<Group> found = groups.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Group group = found.get();
        boolean list = sent.getOrDefault("back", "").equals("list");
        String path = list ? GroupPaths.LIST : GroupPaths.of(group);
        Outcome outcome =
                Sent.revision(sent) == group.revision() ? button.apply(group, member) : new Outcome.Conflict(group);
        return switch (outcome) {
            case Outcome.Done _ -> pages.moveOn(shell, path, done);
            case Outcome.Conflict _ -> pages.moveOn(shell, path, "ほかの人が先に変更しました。いまの内容を確かめて、もう一度押してください。");
            case Outcome.NotAllowed _ -> pages.moveOn(shell, path, "この操作をする権限がありません。");
        };
    }
}
