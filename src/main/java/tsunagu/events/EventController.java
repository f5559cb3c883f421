package tsunagu.events;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Choice;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Picture;
import tsunagu.events.entry.Step;
import tsunagu.events.page.EventForm;
import tsunagu.events.page.Listing;
import tsunagu.events.store.Events;
import tsunagu.events.store.Events.Filter;
import tsunagu.events.store.Events.Outcome;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** Events as a list, each on its page, and what may be done there besides writing. */
@Controller("/console/events")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventController {
    private static final int LONGEST_SEARCH = 200;

    private final Events events;
    private final Towns towns;
    private final StaffPages pages;

    EventController(Events events, Towns towns, StaffPages pages) {
        this.events = events;
        this.towns = towns;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(
            Member member,
            Shell shell,
            @QueryValue Optional<String> state,
            @QueryValue Optional<String> time,
            @QueryValue Optional<String> q,
            @QueryValue Optional<String> page) {
        int number = page.filter(one -> one.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        String words = q.map(one -> one.substring(0, Math.min(LONGEST_SEARCH, one.length())))
                .orElse("");
        var filter = new Filter(
                member.municipality(),
                state.flatMap(Event.State::findByKey),
                Filter.Time.of(time.orElse("")),
                words,
                number);
        long count = events.count(filter);
        int most = (int) Math.max(1, (count + Filter.PAGE - 1) / Filter.PAGE);
        return pages.show(
                "event/list", shell, Map.of("listing", new Listing(filter, events.listLines(filter), count, most)));
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return events.find(id, member)
                .map(event -> show(HttpStatus.OK, shell, event, ""))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<String> show(HttpStatus status, Shell shell, Event event, String problem) {
        List<String> areas = towns.areas(event.municipality()).stream()
                .filter(area -> EventForm.of(event).isIn(area.value()))
                .map(Choice::label)
                .toList();
        return pages.show(
                status,
                "event/entry",
                shell,
                Map.of(
                        "event",
                        event,
                        "municipality",
                        towns.name(event.municipality()),
                        "areas",
                        String.join("、", areas),
                        "problem",
                        problem));
    }

    /** One of the buttons on an event's page. */
    @Post("/{id}/step")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.APPROVER)
    HttpResponse<String> step(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Event> found = events.find(id, member);
        Optional<Step> step = Step.findByKey(sent.getOrDefault("step", ""));
        if (found.isEmpty() || step.isEmpty()) return HttpResponse.notFound();
        Event event = found.get();
        if (Sent.revision(sent) != event.revision()) return changed(shell, event);
        return switch (events.take(step.get(), event, member)) {
            case Outcome.Done(Event now) -> pages.moveOn(shell, EventMenu.LIST + "/" + id, done(step.get()));
            case Outcome.Conflict(Event now) -> changed(shell, now);
            case Outcome.NotAllowed(Event now) -> changed(shell, now);
            case Outcome.SameId(Event now) -> changed(shell, now);
        };
    }

    private HttpResponse<String> changed(Shell shell, Event now) {
        return show(HttpStatus.CONFLICT, shell, now, now.editedName() + "さんが先に変更しました。いまの内容を見て、もう一度選んでください。");
    }

    private static String done(Step step) {
        return switch (step) {
            case PUBLISH -> "公開しました。住民への答えにも、行事のページにも、もう出ています。";
            case CANCEL -> "中止にしました。住民には「中止」として伝わります。";
            case RESTORE -> "中止を取り消しました。";
            case WITHDRAW -> "取り下げました。住民には見えません。";
        };
    }

    @Post("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> delete(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Event> found = events.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        if (!events.delete(found.get(), member)) return changed(shell, found.get());
        return pages.moveOn(shell, EventMenu.LIST, "下書きを消しました。");
    }

    @Post("/{id}/picture")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @AtLeast(Role.EDITOR)
    HttpResponse<String> picture(Member member, Shell shell, long id, @Nullable @Part CompletedFileUpload file)
            throws IOException {
        Optional<Event> found = events.find(id, member).filter(event -> mayChange(event, member));
        if (found.isEmpty()) return HttpResponse.notFound();
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        if (bytes.length > Picture.LARGEST) return problem(shell, found.get(), "画像は800KBまでです。小さくしてから送ってください。");
        Optional<Picture> picture = Picture.read(bytes);
        if (picture.isEmpty()) return problem(shell, found.get(), "JPEG、PNG、WebP の画像を選んでください。");
        events.savePicture(found.get(), picture.get(), member);
        return pages.moveOn(shell, EventMenu.LIST + "/" + id, "画像を付けました。");
    }

    @Post("/{id}/picture/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> removePicture(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Event> found = events.find(id, member).filter(event -> mayChange(event, member));
        if (found.isEmpty()) return HttpResponse.notFound();
        events.deletePicture(found.get(), member);
        return pages.moveOn(shell, EventMenu.LIST + "/" + id, "画像を外しました。");
    }

    private static boolean mayChange(Event event, Member member) {
        return !event.state().isTold() || member.may(Role.APPROVER);
    }

    private HttpResponse<String> problem(Shell shell, Event event, String says) {
        return show(HttpStatus.UNPROCESSABLE_ENTITY, shell, event, says);
    }

    /** Also of drafts, for those who work on them. */
    @Get(value = "/{id}/picture", produces = MediaType.ALL)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> picture(Member member, long id) {
        return events.find(id, member)
                .flatMap(events::findPicture)
                .<HttpResponse<byte[]>>map(picture -> HttpResponse.ok(picture.bytes())
                        .contentType(MediaType.of(picture.type()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElseGet(HttpResponse::notFound);
    }
}
