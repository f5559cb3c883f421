package tsunagu.library;

import io.micronaut.core.annotation.Nullable;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Sent;
import tsunagu.desk.Towns;
import tsunagu.documents.DocumentId;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;
import tsunagu.library.entry.Holdings.Upload;
import tsunagu.library.entry.LibrarySettings;
import tsunagu.library.entry.Outcome;
import tsunagu.library.page.Choices;
import tsunagu.library.page.DocumentForm;
import tsunagu.library.print.Unreadable;
import tsunagu.library.reading.ReadingProcess;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** A file becomes a document, takes the place of another file, and what is written of it is changed. */
@Controller(LibraryMenu.LIST)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UploadController {
    private static final int LONGEST_NAME = 150;

    private final Holdings holdings;
    private final LibrarySettings settings;
    private final Towns towns;
    private final Choices choices;
    private final StaffPages pages;

    UploadController(Holdings holdings, LibrarySettings settings, Towns towns, Choices choices, StaffPages pages) {
        this.holdings = holdings;
        this.settings = settings;
        this.towns = towns;
        this.choices = choices;
        this.pages = pages;
    }

    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(Member member, Shell shell, @QueryValue Optional<String> municipality) {
        String town = towns.choose(municipality, member);
        return form(HttpStatus.OK, member, shell, DocumentForm.fresh(town, towns.name(town)));
    }

    @Post("/new")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(
            Member member,
            Shell shell,
            @Nullable @Part CompletedFileUpload file,
            @Nullable @Part String municipality,
            @Nullable @Part String title,
            @Nullable @Part String publisher,
            @Nullable @Part String published,
            @Nullable @Part String year,
            @Nullable @Part String status,
            @Nullable @Part String succeeds) {
        String town = towns.choose(Optional.ofNullable(municipality), member);
        var sent = new HashMap<String, String>();
        sent.put("title", title);
        sent.put("publisher", publisher);
        sent.put("published", published);
        sent.put("year", year);
        sent.put("status", status);
        sent.put("succeeds", succeeds);
        DocumentForm form = DocumentForm.sent(Optional.empty(), town, 0, sent);
        Upload upload;
        try {
            upload = read(file);
        } catch (Unreadable e) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form.with("file", e.getMessage()));
        }
        if (form.text("title").isEmpty()) {
            sent.put("title", upload.reading().copy().title());
            form = DocumentForm.sent(Optional.empty(), town, 0, sent);
        }
        form = checked(form.check());
        if (!form.isGood()) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form.with("file", "もう一度、同じファイルを選んでください。"));
        }
        Holding holding = holdings.create(town, form.content(), upload, member);
        return pages.moveOn(shell, LibraryMenu.of(holding), "ファイルを読みました。まだ住民には案内していません。");
    }

    @Get("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> edit(Member member, Shell shell, long id) {
        return holdings.find(id, member)
                .map(holding -> form(HttpStatus.OK, member, shell, DocumentForm.of(holding)))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> save(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Holding> found = holdings.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Holding holding = found.get();
        DocumentForm form = checked(DocumentForm.sent(found, holding.municipality(), holding.revision(), sent)
                .check());
        if (!form.isGood()) return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form);
        if (Sent.revision(sent) != holding.revision()) {
            return form(
                    HttpStatus.CONFLICT, member, shell, form.with("title", "ほかの人が先に変更しました。いまの内容を確かめて、もう一度保存してください。"));
        }
        if (form.content().equals(holding.content())) {
            return pages.moveOn(shell, LibraryMenu.of(holding), "変わったところはありませんでした。");
        }
        return tell(shell, holdings.save(holding, form.content(), Optional.empty(), member), "下書きを保存しました。");
    }

    /** Residents are told from the file before until this one is published. */
    @Post("/{id}/file")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @AtLeast(Role.EDITOR)
    HttpResponse<String> replace(
            Member member,
            Shell shell,
            long id,
            @Nullable @Part CompletedFileUpload file,
            @Nullable @Part String revision,
            @Nullable @Part String published) {
        Optional<Holding> found = holdings.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Holding holding = found.get();
        DocumentForm form = DocumentForm.of(holding);
        if (published != null && !published.isBlank()) {
            var texts = new HashMap<>(form.texts());
            texts.put("published", published);
            form = DocumentForm.sent(found, holding.municipality(), holding.revision(), texts)
                    .check();
        }
        try {
            Upload upload = read(file);
            if (!form.isGood()) return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form);
            if (Sent.revision(revision) != holding.revision()) return tell(shell, new Outcome.Conflict(holding), "");
            return tell(
                    shell,
                    holdings.save(holding, form.content(), Optional.of(upload), member),
                    "新しいファイルを読みました。公開するまでは、前の版を案内します。");
        } catch (Unreadable e) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, form.with("file", e.getMessage()));
        }
    }

    private Upload read(@Nullable CompletedFileUpload file) {
        if (file == null || file.getFilename() == null || file.getFilename().isBlank()) {
            throw new Unreadable("ファイルを選んでください。");
        }
        if (file.getSize() > settings.largest()) {
            throw new Unreadable("ファイルが大きすぎます。" + settings.megabytes() + "MBまでです。画像の質を下げたPDFにするか、章ごとに分けて、1つずつ送ってください。");
        }
        try {
            byte[] bytes = file.getBytes();
            String name = name(file.getFilename());
            int megabytes = (int) (settings.memory() >> 20);
            return new Upload(bytes, name, ReadingProcess.read(bytes, name, settings.limits(), megabytes));
        } catch (IOException e) {
            throw new Unreadable("ファイルを受け取れませんでした。もう一度送ってください。", e);
        }
    }

    /** The last part of what browsers send, which may be a whole path; it is shown, and never used as a path. */
    private static String name(String sent) {
        String last =
                sent.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "").replaceFirst("^.*[/\\\\]", "");
        String name = last.isBlank() || last.matches("\\.+") ? "名前のないファイル" : last.strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    /** A document can take the place of another of the same municipality alone. */
    private DocumentForm checked(DocumentForm form) {
        String succeeds = form.text("succeeds");
        if (succeeds.isEmpty()) return form;
        long self = form.holding().map(Holding::id).orElse(0L);
        boolean known = choices.predecessors(form.municipality(), self).stream()
                .anyMatch(choice -> choice.value().equals(succeeds));
        if (!known) return form.with("succeeds", "この自治体の資料にありません。");
        boolean circle = form.holding()
                .filter(own -> holdings.goesInACircle(own.documentId(), new DocumentId(succeeds)))
                .isPresent();
        return circle ? form.with("succeeds", "たがいに後継となってしまいます。ほかの資料を選んでください。") : form;
    }

    private HttpResponse<String> tell(Shell shell, Outcome outcome, String done) {
        return pages.moveOn(shell, LibraryMenu.of(Revisions.holding(outcome)), Revisions.says(outcome, done));
    }

    private HttpResponse<String> form(HttpStatus status, Member member, Shell shell, DocumentForm form) {
        return pages.show(
                status,
                "library/edit",
                shell,
                Map.of(
                        "form",
                        form,
                        "megabytes",
                        settings.megabytes(),
                        "municipalities",
                        towns.listFor(member),
                        "predecessors",
                        choices.predecessors(
                                form.municipality(),
                                form.holding().map(Holding::id).orElse(0L))));
    }
}
