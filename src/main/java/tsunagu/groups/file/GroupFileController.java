package tsunagu.groups.file;

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
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.desk.Download;
import tsunagu.desk.Towns;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.Groups;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.tables.UnreadableFile;

/** Groups and places out to a file and in from one. */
@Controller("/console/groups/files")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GroupFileController {
    private static final String LIST = "/console/groups";
    private static final String FILES = LIST + "/files";

    private final Groups groups;
    private final Imports imports;
    private final Towns towns;
    private final ObjectMapper json;
    private final StaffPages pages;

    GroupFileController(Groups groups, Imports imports, Towns towns, ObjectMapper json, StaffPages pages) {
        this.groups = groups;
        this.imports = imports;
        this.towns = towns;
        this.json = json;
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
                "groups/files",
                shell,
                Map.of(
                        "municipalities",
                        towns.listFor(member),
                        "waiting",
                        imports.listWaiting(member),
                        "samples",
                        towns.listFor(member).stream()
                                .mapToLong(one -> imports.countSamples(one.value()))
                                .sum(),
                        "problem",
                        problem));
    }

    @Get(value = "/groups.csv", produces = Download.CSV)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> csv(Member member, @QueryValue Optional<String> municipality) {
        return Download.of(Exports.csv(list(member, municipality)), "groups.csv", Download.CSV);
    }

    @Get(value = "/groups.xlsx", produces = Download.XLSX)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> xlsx(Member member, @QueryValue Optional<String> municipality) {
        return Download.of(Exports.xlsx(list(member, municipality)), "groups.xlsx", Download.XLSX);
    }

    @Get(value = "/hsds.json", produces = MediaType.APPLICATION_JSON)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> hsds(Member member, @QueryValue Optional<String> municipality) throws IOException {
        String town = towns.choose(municipality, member);
        byte[] page = json.writeValueAsBytes(Hsds.page(groups.listAll(town), towns.name(town)));
        return Download.of(page, "hsds.json", MediaType.APPLICATION_JSON);
    }

    private List<Group> list(Member member, Optional<String> municipality) {
        return groups.listAll(towns.choose(municipality, member));
    }

    /** A dry run: what each row would do, and what is wrong with the bad ones. */
    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @AtLeast(Role.EDITOR)
    HttpResponse<String> read(
            Member member, Shell shell, @Nullable @Part CompletedFileUpload file, @Nullable @Part String municipality) {
        if (file == null) return files(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, "ファイルを選んでください。");
        try {
            String town = towns.choose(Optional.ofNullable(municipality), member);
            Batch batch = imports.read(file.getBytes(), file.getFilename(), town, member);
            return pages.moveOn(shell, FILES + "/" + batch.id(), "ファイルを読みました。まだ何も変えていません。");
        } catch (UnreadableFile e) {
            return files(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, e.getMessage());
        } catch (IOException e) {
            return files(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, "ファイルを受け取れませんでした。もう一度送ってください。");
        }
    }

    /** Those of {@code config/samples}, of the member's own municipality. */
    @Post("/remove-samples")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.APPROVER)
    HttpResponse<String> removeSamples(Member member, Shell shell, @Body Map<String, String> sent) {
        int removed = towns.listFor(member).stream()
                .mapToInt(one -> imports.removeSamples(one.value(), member.name()))
                .sum();
        return pages.moveOn(shell, FILES, "見本を" + removed + "件消しました。");
    }

    @Get("/{batch}")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> show(Member member, Shell shell, UUID batch) {
        return imports.find(batch, member)
                .<HttpResponse<String>>map(found -> pages.show(
                        "groups/batch",
                        shell,
                        Map.of("batch", found, "municipality", towns.name(found.municipality()))))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{batch}/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.APPROVER)
    HttpResponse<String> take(Member member, Shell shell, UUID batch, @Body Map<String, String> sent) {
        Optional<Batch> found = imports.find(batch, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Imports.Taken taken = imports.take(found.get(), member);
        String conflicts = taken.conflicts() == 0 ? "" : taken.conflicts() + "件は、ほかの人が先に変更したので、そのままにしました。";
        return pages.moveOn(shell, LIST, "新しく" + taken.created() + "件、変更" + taken.changed() + "件を取り込みました。" + conflicts);
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
