package tsunagu.groups.page;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.groups.entry.ContentReader;
import tsunagu.groups.entry.Field;
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

/** Writing: a new group or place, and other words for one. */
@Controller("/console/groups")
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GroupEditController {
    private final Groups groups;
    private final ContentReader reader;
    private final Towns towns;
    private final StaffPages pages;

    GroupEditController(Groups groups, ContentReader reader, Towns towns, StaffPages pages) {
        this.groups = groups;
        this.reader = reader;
        this.towns = towns;
        this.pages = pages;
    }

    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(Member member, Shell shell, @QueryValue Optional<String> municipality) {
        String town = towns.choose(municipality, member);
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.KIND, Kind.CIRCLE.label());
        return form(
                HttpStatus.OK,
                member,
                shell,
                GroupForm.fresh(town, reader.read(texts, town).content()));
    }

    @Post("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(Member member, Shell shell, @Body Map<String, Object> body) {
        Map<String, String> sent = Sent.texts(body);
        String town = towns.choose(Optional.ofNullable(sent.get("municipality")), member);
        ContentReader.Read read = reader.read(GroupForm.texts(sent, Sent.list(body, Field.AREAS.key())), town);
        if (!read.isGood()) {
            return form(
                    HttpStatus.UNPROCESSABLE_ENTITY, member, shell, GroupForm.wrong(Optional.empty(), town, 0, read));
        }
        boolean publish = sent.getOrDefault("then", "").equals("publish");
        Group group =
                groups.create(town, Optional.empty(), read.content(), publish ? State.PUBLISHED : State.DRAFT, member);
        return pages.moveOn(
                shell,
                GroupPaths.of(group),
                group.state() == State.PUBLISHED ? "登録して公開しました。" : "下書きを保存しました。公開は、承認の権限がある人ができます。");
    }

    @Get("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> edit(Member member, Shell shell, long id) {
        return groups.find(id, member)
                .map(group -> form(HttpStatus.OK, member, shell, GroupForm.of(group)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> save(Member member, Shell shell, long id, @Body Map<String, Object> body) {
        Optional<Group> found = groups.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Map<String, String> sent = Sent.texts(body);
        Group group = found.get();
        ContentReader.Read read =
                reader.read(GroupForm.texts(sent, Sent.list(body, Field.AREAS.key())), group.municipality());
        long revision = Sent.revision(sent);
        if (!read.isGood()) {
            var form = GroupForm.wrong(found, group.municipality(), revision, read);
            return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form);
        }
        Outcome outcome =
                revision == group.revision() ? groups.save(group, read.content(), member) : new Outcome.Conflict(group);
        return switch (outcome) {
            case Outcome.Done(Group now) -> pages.moveOn(shell, GroupPaths.of(now), "保存しました。");
            case Outcome.Conflict(Group theirs) ->
                form(HttpStatus.CONFLICT, member, shell, GroupForm.conflict(theirs, read.content()));
            case Outcome.NotAllowed(Group now) ->
                pages.moveOn(shell, GroupPaths.of(now), "公開中のものを直せるのは、承認の権限がある人だけです。");
        };
    }

    private HttpResponse<String> form(HttpStatus status, Member member, Shell shell, GroupForm form) {
        return pages.show(
                status,
                "groups/edit",
                shell,
                Map.of(
                        "form",
                        form,
                        "municipalities",
                        towns.listFor(member),
                        "areas",
                        towns.areas(form.municipality()),
                        "kinds",
                        List.copyOf(Choices.kinds())));
    }
}
