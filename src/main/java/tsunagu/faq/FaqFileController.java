package tsunagu.faq;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.desk.Download;
import tsunagu.desk.Towns;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.file.Batch;
import tsunagu.faq.file.Exports;
import tsunagu.faq.file.Imports;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.tables.UnreadableFile;

/** Entries out to a file and in from one. */
@Controller("/console/faq/files")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaqFileController {
    private static final String FILES = FaqPaths.LIST + "/files";

    private final Faqs faqs;
    private final Exports exports;
    private final Imports imports;
    private final Towns towns;
    private final StaffPages pages;

    FaqFileController(Faqs faqs, Exports exports, Imports imports, Towns towns, StaffPages pages) {
        this.faqs = faqs;
        this.exports = exports;
        this.imports = imports;
        this.towns = towns;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> files(Member member, Shell shell) {
        return files(HttpStatus.OK, member, shell, "");
    }

    private HttpResponse<String> files(HttpStatus status, Member member, Shell shell, String problem) {
        return pages.show(
                status,
                "faq/files",
                shell,
                Map.of(
                        "municipalities",
                        towns.listFor(member),
                        "waiting",
                        imports.listWaiting(member),
                        "problem",
                        problem));
    }

    @Get(value = "/faq.csv", produces = Download.CSV)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> csv(Member member, @QueryValue Optional<String> municipality) {
        return Download.of(exports.csv(list(member, municipality)), "faq.csv", Download.CSV);
    }

    @Get(value = "/faq.xlsx", produces = Download.XLSX)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> xlsx(Member member, @QueryValue Optional<String> municipality) {
        return Download.of(exports.xlsx(list(member, municipality)), "faq.xlsx", Download.XLSX);
    }

    private List<Faq> list(Member member, Optional<String> municipality) {
        return faqs.listAll(Optional.of(towns.choose(municipality, member)));
    }

    /** A dry run: what each row would do, and what is wrong with the bad ones. */
    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @AtLeast(Role.EDITOR)
    HttpResponse<String> read(
            Member member, Shell shell, @Nullable @Part CompletedFileUpload file, @Nullable @Part String municipality) {
        if (file == null) {
            return files(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, "ファイルを選んでください。");
        }
        try {
            Batch batch = imports.read(
                    file.getBytes(),
                    file.getFilename(),
                    towns.choose(Optional.ofNullable(municipality), member),
                    member);
            return pages.moveOn(shell, FILES + "/" + batch.id(), "ファイルを読みました。まだ何も変えていません。");
        } catch (UnreadableFile e) {
            return files(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, e.getMessage());
        } catch (IOException e) {
            return files(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, "ファイルを受け取れませんでした。もう一度送ってください。");
        }
    }

    @Get("/{batch}")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> show(Member member, Shell shell, UUID batch) {
        return imports.find(batch, member)
                .<HttpResponse<String>>map(found -> pages.show(
                        "faq/batch", shell, Map.of("batch", found, "municipality", towns.name(found.municipality()))))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{batch}/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> take(Member member, Shell shell, UUID batch, @Body Map<String, String> sent) {
        Optional<Batch> found = imports.find(batch, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Imports.Taken taken = imports.take(found.get(), member);
        String conflicts = taken.conflicts() == 0 ? "" : taken.conflicts() + "件は、ほかの人が先に変更したので、そのままにしました。";
        return pages.moveOn(
                shell,
                FaqPaths.LIST + "?state=draft",
                "新しい下書き" + taken.created() + "件、変更の下書き" + taken.changed() + "件を取り込みました。" + conflicts);
    }

    @Post("/{batch}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> discard(Member member, Shell shell, UUID batch, @Body Map<String, String> sent) {
        Optional<Batch> found = imports.find(batch, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        imports.discard(found.get());
        return pages.moveOn(shell, FILES, "取り込まずに捨てました。");
    }
}
