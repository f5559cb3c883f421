package tsunagu.events;

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
import tsunagu.events.entry.Content;
import tsunagu.events.entry.ContentReader;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Step;
import tsunagu.events.page.EventForm;
import tsunagu.events.store.Events;
import tsunagu.events.store.Events.Outcome;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** Writing an event: new, from another, or again. */
@Controller("/console/events")
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventEditController {
    /** Columns of the standard that no form of ours asks for. */
    private static final List<Field> HIDDEN = List.of(
            Field.CODE,
            Field.CORPORATE,
            Field.NICKNAME,
            Field.SUBTITLE,
            Field.CONTENT_URL,
            Field.KEYWORDS,
            Field.TAGS,
            Field.KIND,
            Field.FEE_KIND,
            Field.PARTNERS,
            Field.PREFECTURE,
            Field.CITY,
            Field.BUILDING,
            Field.LATITUDE,
            Field.LONGITUDE,
            Field.PARKING,
            Field.APPLY_UNTIL_TIME,
            Field.EXTENSION,
            Field.PICTURE);

    private final Events events;
    private final ContentReader reader;
    private final Towns towns;
    private final StaffPages pages;

    EventEditController(Events events, ContentReader reader, Towns towns, StaffPages pages) {
        this.events = events;
        this.reader = reader;
        this.towns = towns;
        this.pages = pages;
    }

    /** @param copy id of an event to begin with */
    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(
            Member member, Shell shell, @QueryValue Optional<String> copy, @QueryValue Optional<String> municipality) {
        Optional<Event> like =
                copy.filter(id -> id.matches("[0-9]{1,18}")).flatMap(id -> events.find(Long.parseLong(id), member));
        if (copy.isPresent() && like.isEmpty()) return HttpResponse.notFound();
        String town = towns.choose(like.map(Event::municipality).or(() -> municipality), member);
        Content content = like.map(event -> event.content().with(Field.ID, "").with(Field.EXCEPT, ""))
                .orElse(Content.EMPTY);
        return editor(HttpStatus.OK, member, shell, EventForm.fresh(town, content));
    }

    @Post("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(Member member, Shell shell, @Body Map<String, String> sent) {
        String town = towns.choose(Optional.ofNullable(sent.get("municipality")), member);
        ContentReader.Read read = reader.read(EventForm.texts(sent), town);
        if (!read.isGood()) return wrong(member, shell, EventForm.wrong(Optional.empty(), town, 0, read));
        return switch (events.create(town, read.content(), member, "")) {
            case Outcome.Done(Event event) -> saved(shell, event, member, sent);
            case Outcome.SameId _ -> wrong(member, shell, sameId(Optional.empty(), town, 0, read.content()));
            case Outcome.Conflict _, Outcome.NotAllowed _ -> HttpResponse.notFound();
        };
    }

    /** On to the event's page; told to residents at once where that button was pressed. */
    private HttpResponse<String> saved(Shell shell, Event event, Member member, Map<String, String> sent) {
        boolean published = Step.PUBLISH.key().equals(sent.get("then"))
                && events.take(Step.PUBLISH, event, member) instanceof Outcome.Done;
        String says = published
                ? "保存して、公開しました。住民への答えにも、行事のページにも、もう出ています。"
                : event.state().isTold() ? "保存しました。住民に見えている内容も変わりました。" : "下書きを保存しました。";
        return pages.moveOn(shell, EventMenu.LIST + "/" + event.id(), says);
    }

    @Get("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> edit(Member member, Shell shell, long id) {
        return events.find(id, member)
                .map(event -> editor(HttpStatus.OK, member, shell, EventForm.of(event)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> save(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Event> found = events.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Event event = found.get();
        ContentReader.Read read = reader.read(withHidden(EventForm.texts(sent), event), event.municipality());
        long seen = Sent.revision(sent);
        if (!read.isGood()) return wrong(member, shell, EventForm.wrong(found, event.municipality(), seen, read));
        if (seen != event.revision()) return conflict(member, shell, event, read.content());
        return switch (events.save(event, read.content(), member, "")) {
            case Outcome.Done(Event now) -> saved(shell, now, member, sent);
            case Outcome.Conflict(Event theirs) -> conflict(member, shell, theirs, read.content());
            case Outcome.SameId _ -> wrong(member, shell, sameId(found, event.municipality(), seen, read.content()));
            case Outcome.NotAllowed _ -> pages.moveOn(shell, EventMenu.LIST + "/" + id, "公開中の行事を直せるのは、承認の権限を持つ人です。");
        };
    }

    /** What a file has brought and the form does not show stays as it is. */
    private static Map<Field, String> withHidden(Map<Field, String> texts, Event event) {
        Map<Field, String> all = new EnumMap<>(texts);
        for (Field field : HIDDEN) all.put(field, event.content().text(field));
        return all;
    }

    private static EventForm sameId(Optional<Event> event, String municipality, long revision, Content content) {
        var read = new ContentReader.Read(content, Map.of(Field.ID, "このIDの行事がもうあります。"));
        return EventForm.wrong(event, municipality, revision, read);
    }

    private HttpResponse<String> conflict(Member member, Shell shell, Event theirs, Content mine) {
        return editor(HttpStatus.CONFLICT, member, shell, EventForm.conflict(theirs, mine));
    }

    private HttpResponse<String> wrong(Member member, Shell shell, EventForm form) {
        return editor(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form);
    }

    private HttpResponse<String> editor(HttpStatus status, Member member, Shell shell, EventForm form) {
        return pages.show(
                status,
                "event/edit",
                shell,
                Map.of(
                        "form",
                        form,
                        "municipalities",
                        towns.listFor(member),
                        "areas",
                        towns.areas(form.municipality())));
    }
}
