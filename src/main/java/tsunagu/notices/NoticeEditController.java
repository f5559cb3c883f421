package tsunagu.notices;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.notices.notice.ContentReader;
import tsunagu.notices.notice.Field;
import tsunagu.notices.notice.Notice;
import tsunagu.notices.notice.Notice.State;
import tsunagu.notices.notice.NoticeSettings;
import tsunagu.notices.notice.Notices;
import tsunagu.notices.notice.Outcome;
import tsunagu.notices.notice.Plans;
import tsunagu.notices.notice.Wording;
import tsunagu.notices.page.NoticeForm;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.text.Language;

/** Writing a notice, with what residents will see of it beside. */
@Controller(NoticesMenu.LIST)
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoticeEditController {
    private final Notices notices;
    private final ContentReader reader;
    private final Wording wording;
    private final Plans plans;
    private final Towns towns;
    private final NoticeSettings settings;
    private final StaffPages pages;

    NoticeEditController(
            Notices notices,
            ContentReader reader,
            Wording wording,
            Plans plans,
            Towns towns,
            NoticeSettings settings,
            StaffPages pages) {
        this.notices = notices;
        this.reader = reader;
        this.wording = wording;
        this.plans = plans;
        this.towns = towns;
        this.settings = settings;
        this.pages = pages;
    }

    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(Member member, Shell shell, @QueryValue Optional<String> municipality) {
        return form(HttpStatus.OK, member, shell, NoticeForm.fresh(towns.choose(municipality, member), Map.of()));
    }

    @Post("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(Member member, Shell shell, @Body Map<String, Object> body) {
        Map<String, String> sent = Sent.texts(body);
        String town = towns.choose(Optional.ofNullable(sent.get("municipality")), member);
        ContentReader.Read read = reader.read(NoticeForm.sent(sent, Sent.list(body, Field.AREAS.key())), town);
        if (!read.isGood()) {
            var form = NoticeForm.fresh(town, read.texts()).wrong(read.texts(), read.problems());
            return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form);
        }
        Notice notice = notices.create(town, read.content(), member);
        return pages.moveOn(shell, NoticesMenu.of(notice), "下書きを保存しました。住民に見える形を確かめて、確認に出してください。");
    }

    /** What residents would see of what is typed, and how many it would go to: a part of the page. */
    @Post("/preview")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> preview(Member member, Shell shell, @Body Map<String, Object> body) {
        Map<String, String> sent = Sent.texts(body);
        String town = towns.choose(Optional.ofNullable(sent.get("municipality")), member);
        ContentReader.Read read = reader.read(NoticeForm.sent(sent, Sent.list(body, Field.AREAS.key())), town);
        boolean correction = sent.containsKey("correction");
        Optional<Integer> recipients = correction
                ? Optional.empty()
                : Optional.of(plans.recipients(town, read.content()).size());
        boolean showable = !read.content().body().isEmpty()
                && !read.problems().containsKey(Field.LINK)
                && !read.problems().containsKey(Field.BODY);
        return pages.part(
                "notices/live",
                Map.of(
                        "messages",
                        showable
                                ? wording.in(Language.JAPANESE, notices.trained(read.content()), correction)
                                : List.of(),
                        "recipients",
                        recipients));
    }

    @Get("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> edit(Member member, Shell shell, long id) {
        return notices.find(id, member)
                .filter(notice -> notice.state() == State.DRAFT)
                .map(notice ->
                        form(HttpStatus.OK, member, shell, NoticeForm.of(notice, reader.texts(notice.content()))))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> save(Member member, Shell shell, long id, @Body Map<String, Object> body) {
        Optional<Notice> found = notices.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Notice notice = found.get();
        Map<String, String> sent = Sent.texts(body);
        ContentReader.Read read =
                reader.read(NoticeForm.sent(sent, Sent.list(body, Field.AREAS.key())), notice.municipality());
        NoticeForm form = NoticeForm.of(notice, reader.texts(notice.content()));
        if (!read.isGood()) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form.wrong(read.texts(), read.problems()));
        }
        Outcome outcome = Sent.revision(sent) == notice.revision()
                ? notices.save(notice, read.content(), member)
                : new Outcome.Conflict(notice);
        return switch (outcome) {
            case Outcome.Done(Notice now) -> pages.moveOn(shell, NoticesMenu.of(now), "保存しました。");
            case Outcome.Conflict(Notice theirs)
            when theirs.state() == State.DRAFT ->
                form(
                        HttpStatus.CONFLICT,
                        member,
                        shell,
                        NoticeForm.of(theirs, reader.texts(theirs.content())).conflict(read.texts()));
            case Outcome other ->
                pages.moveOn(shell, NoticesMenu.of(other.notice()), "ほかの人が先に進めたので、直せません。下書きに戻してから、直してください。");
        };
    }

    private HttpResponse<String> form(HttpStatus status, Member member, Shell shell, NoticeForm form) {
        return pages.show(
                status,
                "notices/edit",
                shell,
                Map.of(
                        "form",
                        form,
                        "municipalities",
                        towns.listFor(member),
                        "areas",
                        towns.areas(form.municipality()),
                        "training",
                        settings.training()));
    }
}
