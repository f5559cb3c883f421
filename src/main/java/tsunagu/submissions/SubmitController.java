package tsunagu.submissions;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.desk.Choice;
import tsunagu.desk.PublicPages;
import tsunagu.staff.StaffPages;
import tsunagu.submissions.check.Screening;
import tsunagu.submissions.check.Sign;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Kind;
import tsunagu.submissions.entry.Submissions;
import tsunagu.submissions.entry.Submissions.Same;
import tsunagu.submissions.page.SubmitForm;
import tsunagu.submissions.picture.Pictures;
import tsunagu.submissions.picture.UnfitPicture;

/** The page by which a resident sends in an event or a group. */
@Controller(SubmitController.PATH)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubmitController {
    static final String PATH = "/submit";

    private final Submissions submissions;
    private final Screening screening;
    private final Pictures pictures;
    private final FormGuard guard;
    private final PublicPages pages;
    private final Municipalities municipalities;
    private final Clock clock;
    private final String usual;

    SubmitController(
            Submissions submissions,
            Screening screening,
            Pictures pictures,
            FormGuard guard,
            PublicPages pages,
            Municipalities municipalities,
            Clock clock,
            @Value("${tsunagu.municipality}") String usual) {
        this.submissions = submissions;
        this.screening = screening;
        this.pictures = pictures;
        this.guard = guard;
        this.pages = pages;
        this.municipalities = municipalities;
        this.clock = clock;
        this.usual = usual;
    }

    /** Which of the two it is, or its form. */
    @Get
    HttpResponse<String> begin(
            HttpRequest<?> request, @QueryValue Optional<String> kind, @QueryValue Optional<String> municipality) {
        return kind.flatMap(Kind::findByKey)
                .map(chosen -> show(request, HttpStatus.OK, SubmitForm.empty(chosen, town(municipality))))
                .orElseGet(() -> HttpResponse.ok(pages.render("submissions/begin", Map.of()))
                        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache"));
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<String> submit(
            HttpRequest<?> request,
            @Nullable @Part String form,
            @Nullable @Part String website,
            @Nullable @Part String kind,
            @Nullable @Part String municipality,
            @Nullable @Part String title,
            @Nullable @Part String first,
            @Nullable @Part String last,
            @Nullable @Part String from,
            @Nullable @Part String to,
            @Nullable @Part String when,
            @Nullable @Part String place,
            @Nullable @Part String about,
            @Nullable @Part String audience,
            @Nullable @Part String fee,
            @Nullable @Part String contact,
            @Nullable @Part("contact-may") String contactMay,
            @Nullable @Part String source,
            @Nullable @Part String consent,
            @Nullable @Part CompletedFileUpload picture)
            throws IOException {
        Map<String, String> sent = new HashMap<>();
        sent.put("title", title);
        sent.put(SubmitForm.FIRST, first);
        sent.put(SubmitForm.LAST, last);
        sent.put(SubmitForm.FROM, from);
        sent.put(SubmitForm.TO, to);
        sent.put("when", when);
        sent.put("place", place);
        sent.put("about", about);
        sent.put("audience", audience);
        sent.put("fee", fee);
        sent.put("contact", contact);
        sent.put(SubmitForm.CONTACT_MAY, contactMay);
        sent.put("source", source);
        sent.put(SubmitForm.CONSENT, consent);
        sent.values().removeIf(text -> text == null);
        Kind chosen = Kind.findByKey(kind == null ? "" : kind).orElse(Kind.EVENT);
        var filled = new SubmitForm(chosen, town(Optional.ofNullable(municipality)), sent, Map.of());
        if (!guard.mayTry(request)) return tooMany(request, filled);
        if (!guard.isOurs(request, form == null ? "" : form)) {
            String says = "ページを開いてから時間がたちすぎたか、ほかのページから送られました。もう一度「送る」を押してください。";
            return show(request, HttpStatus.FORBIDDEN, filled.with(SubmitForm.WHOLE, says));
        }
        // Only programs see that field, and what fills forms by itself.
        if (website != null && !website.isBlank()) {
            String says = "送れませんでした。自動で入力された欄を消しました。もう一度「送る」を押してください。";
            return show(request, HttpStatus.UNPROCESSABLE_ENTITY, filled.with(SubmitForm.WHOLE, says));
        }
        return take(request, filled.checked(screening, LocalDate.now(clock)), picture);
    }

    private HttpResponse<String> take(HttpRequest<?> request, SubmitForm form, @Nullable CompletedFileUpload picture)
            throws IOException {
        SubmitForm checked = form;
        byte[] bytes = picture == null || picture.getFilename().isBlank() ? new byte[0] : picture.getBytes();
        Optional<byte[]> renewed = Optional.empty();
        try {
            if (bytes.length > 0) renewed = Optional.of(pictures.renew(bytes));
        } catch (UnfitPicture e) {
            checked = checked.with(SubmitForm.PICTURE, e.getMessage());
        }
        if (!checked.isGood()) return show(request, HttpStatus.UNPROCESSABLE_ENTITY, checked);
        Content content = checked.content();
        Same same = submissions.findSame(checked.municipality(), content);
        if (same == Same.WAITING) {
            String says = "同じ内容を、もうお預かりしています。職員が見ていますので、お待ちください。";
            return show(request, HttpStatus.UNPROCESSABLE_ENTITY, checked.with(SubmitForm.WHOLE, says));
        }
        if (!guard.maySend(request)) return tooMany(request, checked);
        return keep(checked, content, same == Same.BEFORE, renewed);
    }

    private HttpResponse<String> keep(SubmitForm form, Content content, boolean again, Optional<byte[]> picture) {
        Screening.Verdict verdict = screening.judge(content);
        var doubts = new ArrayList<>(verdict.doubts());
        if (again) doubts.add(Sign.SAME_AS_BEFORE.key());
        String token = submissions.submit(
                form.municipality(),
                form.kind(),
                content,
                form.ticked(SubmitForm.CONTACT_MAY) && !form.text("contact").isBlank(),
                doubts,
                again || verdict.isHeld());
        picture.ifPresent(bytes ->
                submissions.findByToken(token).ifPresent(one -> submissions.savePicture(one, Pictures.TYPE, bytes)));
        return HttpResponse.seeOther(URI.create(PATH + "/" + token));
    }

    private HttpResponse<String> tooMany(HttpRequest<?> request, SubmitForm form) {
        String says = "短い間にたくさん届いたので、いまはお預かりできません。1時間ほどたってから、もう一度送ってください。";
        return show(request, HttpStatus.TOO_MANY_REQUESTS, form.with(SubmitForm.WHOLE, says));
    }

    private HttpResponse<String> show(HttpRequest<?> request, HttpStatus status, SubmitForm form) {
        List<Choice> towns = municipalities.listMunicipalities().stream()
                .map(one -> new Choice(one.id().value(), one.name()))
                .toList();
        String html = pages.render(
                "submissions/form",
                Map.of(
                        "form",
                        form,
                        "towns",
                        towns,
                        "token",
                        guard.formToken(request),
                        "days",
                        submissions.keep().toDays()));
        MutableHttpResponse<String> response =
                HttpResponse.<String>status(status).body(html).header(HttpHeaders.CACHE_CONTROL, "no-store");
        return guard.give(request, response);
    }

    private String town(Optional<String> asked) {
        return asked.filter(id ->
                        municipalities.findMunicipality(new MunicipalityId(id)).isPresent())
                .orElse(usual);
    }
}
