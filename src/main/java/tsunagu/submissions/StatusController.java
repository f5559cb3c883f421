package tsunagu.submissions;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.desk.PublicPages;
import tsunagu.staff.StaffPages;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;
import tsunagu.submissions.picture.Pictures;
import tsunagu.submissions.picture.UnfitPicture;

/** What became of a submission, for whoever has its address: to see, to add a picture to, to take back. */
@Controller(SubmitController.PATH + "/{token}")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatusController {
    private final Submissions submissions;
    private final Entries entries;
    private final Pictures pictures;
    private final FormGuard guard;
    private final PublicPages pages;
    private final Municipalities municipalities;

    StatusController(
            Submissions submissions,
            Entries entries,
            Pictures pictures,
            FormGuard guard,
            PublicPages pages,
            Municipalities municipalities) {
        this.submissions = submissions;
        this.entries = entries;
        this.pictures = pictures;
        this.guard = guard;
        this.pages = pages;
        this.municipalities = municipalities;
    }

    @Get
    HttpResponse<String> status(HttpRequest<?> request, String token) {
        return find(token)
                .<HttpResponse<String>>map(one -> show(request, HttpStatus.OK, token, one, ""))
                .orElseGet(HttpResponse::notFound);
    }

    @Get(value = "/picture", produces = MediaType.ALL)
    HttpResponse<byte[]> picture(String token) {
        return find(token)
                .flatMap(submissions::findPicture)
                .<HttpResponse<byte[]>>map(bytes -> HttpResponse.ok(bytes)
                        .contentType(MediaType.of(Pictures.TYPE))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/picture")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<String> addPicture(
            HttpRequest<?> request,
            String token,
            @Nullable @Part String form,
            @Nullable @Part CompletedFileUpload picture)
            throws IOException {
        Optional<Submission> found = find(token);
        if (found.isEmpty()) return HttpResponse.notFound();
        Submission one = found.get();
        String problem = refusal(request, form);
        if (!problem.isEmpty()) return show(request, HttpStatus.FORBIDDEN, token, one, problem);
        try {
            byte[] bytes = picture == null ? new byte[0] : picture.getBytes();
            boolean saved = submissions.savePicture(one, Pictures.TYPE, pictures.renew(bytes));
            String late = "職員が引き受けたあとなので、画像は足せませんでした。";
            return saved ? again(token) : show(request, HttpStatus.CONFLICT, token, one, late);
        } catch (UnfitPicture e) {
            return show(request, HttpStatus.UNPROCESSABLE_ENTITY, token, one, e.getMessage());
        }
    }

    @Post("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> withdraw(HttpRequest<?> request, String token, @Body Map<String, String> sent) {
        Optional<Submission> found = find(token);
        if (found.isEmpty()) return HttpResponse.notFound();
        String problem = refusal(request, sent.get(FormGuard.FIELD));
        if (!problem.isEmpty()) return show(request, HttpStatus.FORBIDDEN, token, found.get(), problem);
        if (submissions.withdraw(found.get())) return again(token);
        return show(request, HttpStatus.CONFLICT, token, found.get(), "いまは取り下げられません。いまの様子を確かめてください。");
    }

    private String refusal(HttpRequest<?> request, @Nullable String form) {
        if (!guard.mayTry(request)) return "短い間にたくさん届いたので、いまはお受けできません。しばらくしてから、もう一度どうぞ。";
        return guard.isOurs(request, form == null ? "" : form) ? "" : "ページを開いてから時間がたちすぎました。もう一度押してください。";
    }

    private Optional<Submission> find(String token) {
        return token.matches("[A-Za-z0-9_-]{32}") ? submissions.findByToken(token) : Optional.empty();
    }

    private static HttpResponse<String> again(String token) {
        return HttpResponse.seeOther(URI.create(SubmitController.PATH + "/" + token));
    }

    private HttpResponse<String> show(
            HttpRequest<?> request, HttpStatus status, String token, Submission one, String problem) {
        Municipality town = municipalities.getMunicipality(new MunicipalityId(one.municipality()));
        Map<String, Object> model = new HashMap<>();
        model.put("one", one);
        model.put("fate", entries.fate(one));
        model.put("path", SubmitController.PATH + "/" + token);
        model.put("shown", entries.publicPath(one));
        model.put("town", town.name());
        model.put("problem", problem);
        model.put("form", guard.formToken(request));
        model.put("days", submissions.keep().toDays());
        MutableHttpResponse<String> response = HttpResponse.<String>status(status)
                .body(pages.render("submissions/status", model))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex");
        return guard.give(request, response);
    }
}
