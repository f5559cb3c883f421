package tsunagu.atlas;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.ChangeSets;
import tsunagu.atlas.change.Contents;
import tsunagu.atlas.change.SetReader;
import tsunagu.atlas.file.Imports;
import tsunagu.desk.Towns;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.tables.UnreadableFile;

/** Towns, postcodes and maps from a file: what it says becomes a draft, which changes nothing until it is approved. */
@Controller(AtlasMenu.FILES)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {
    private static final int LONGEST_NAME = 100;

    private final Imports imports;
    private final ChangeSets sets;
    private final SetReader reader;
    private final Tables tables;
    private final Towns towns;
    private final StaffPages pages;
    private final String largest;

    FileController(
            Imports imports,
            ChangeSets sets,
            SetReader reader,
            Tables tables,
            Towns towns,
            StaffPages pages,
            @Value("${tsunagu.largest-upload}") String largest) {
        this.imports = imports;
        this.sets = sets;
        this.reader = reader;
        this.tables = tables;
        this.towns = towns;
        this.pages = pages;
        this.largest = largest;
    }

    @Get
    @AtLeast(Role.EDITOR)
    HttpResponse<String> files(Member member, Shell shell, @QueryValue Optional<String> municipality) {
        Map<String, String> texts =
                new HashMap<>(Map.of("effective", sets.today().toString()));
        return form(
                HttpStatus.OK, member, shell, new MunicipalityId(towns.choose(municipality, member)), texts, Map.of());
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @AtLeast(Role.EDITOR)
    HttpResponse<String> read(
            Member member,
            Shell shell,
            @Nullable @Part CompletedFileUpload file,
            @Nullable @Part("municipality") String municipality,
            @Nullable @Part("kind") String kind,
            @Nullable @Part("effective") String effective,
            @Nullable @Part("publisher") String publisher,
            @Nullable @Part("page-title") String pageTitle,
            @Nullable @Part("published") String published,
            @Nullable @Part("address") String address,
            @Nullable @Part("confidence") String confidence,
            @Nullable @Part("decides") String decides) {
        Map<String, String> texts = new HashMap<>();
        put(texts, "kind", kind);
        put(texts, "effective", effective);
        put(texts, "publisher", publisher);
        put(texts, "page-title", pageTitle);
        put(texts, "published", published);
        put(texts, "address", address);
        put(texts, "confidence", confidence);
        put(texts, "decides", decides);
        MunicipalityId id = new MunicipalityId(towns.choose(Optional.ofNullable(municipality), member));
        Optional<ChangeSet.Kind> chosen =
                ChangeSet.Kind.find(texts.getOrDefault("kind", "")).filter(Imports.listKinds()::contains);
        if (file == null || file.getFilename().isEmpty() || chosen.isEmpty()) {
            return wrong(member, shell, id, texts, Map.of("file", "何のファイルかと、ファイルを選んでください。"));
        }
        String name = file.getFilename();
        texts.put("title", chosen.get().label() + "：" + name.substring(0, Math.min(LONGEST_NAME, name.length())));
        try {
            Municipality town = tables.table(id, sets.today()).municipality();
            Contents contents = imports.read(chosen.get(), file::getInputStream, town, texts.containsKey("decides"));
            SetReader.Read read = reader.read(texts, contents);
            if (!read.isGood()) return wrong(member, shell, id, texts, read.problems());
            return keep(member, shell, read.draft(id.value(), chosen.get()));
        } catch (UnreadableFile e) {
            return wrong(member, shell, id, texts, Map.of("file", e.getMessage()));
        }
    }

    private HttpResponse<String> keep(Member member, Shell shell, ChangeSets.Draft draft) {
        Optional<ChangeSet> same = sets.findInForce(draft.municipality(), draft.kind(), draft.effectiveOn())
                .filter(set -> set.contents().saysTheSame(draft.contents()));
        if (same.isPresent()) {
            return pages.moveOn(shell, SetController.path(same.get()), "いま使っているものと同じ内容なので、何も取り込みませんでした。");
        }
        ChangeSet set = sets.create(draft, member);
        return pages.moveOn(shell, SetController.path(set), "ファイルを読みました。まだ何も変えていません。");
    }

    private static void put(Map<String, String> texts, String field, @Nullable String value) {
        if (value != null) texts.put(field, value);
    }

    private HttpResponse<String> wrong(
            Member member, Shell shell, MunicipalityId id, Map<String, String> texts, Map<String, String> problems) {
        return form(HttpStatus.UNPROCESSABLE_ENTITY, member, shell, id, texts, problems);
    }

    private HttpResponse<String> form(
            HttpStatus status,
            Member member,
            Shell shell,
            MunicipalityId id,
            Map<String, String> texts,
            Map<String, String> problems) {
        return pages.show(
                status,
                "atlas/files",
                shell,
                Map.of(
                        "id", id.value(),
                        "municipalities", towns.listFor(member),
                        "texts", texts,
                        "problems", problems,
                        "largest", largest));
    }
}
