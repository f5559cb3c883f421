package tsunagu.atlas;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.ChangeSets;
import tsunagu.atlas.change.Contents;
import tsunagu.atlas.change.SetReader;
import tsunagu.atlas.page.SetForm;
import tsunagu.atlas.page.TruthTable;
import tsunagu.desk.Towns;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** Sets of changes: the list, each on its page, writing one, and the buttons. */
@Controller(AtlasMenu.SETS)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SetController {
    private final ChangeSets sets;
    private final SetReader reader;
    private final Tables tables;
    private final Towns towns;
    private final StaffPages pages;

    SetController(ChangeSets sets, SetReader reader, Tables tables, Towns towns, StaffPages pages) {
        this.sets = sets;
        this.reader = reader;
        this.tables = tables;
        this.towns = towns;
        this.pages = pages;
    }

    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(Member member, Shell shell, @QueryValue Optional<String> municipality) {
        MunicipalityId id = new MunicipalityId(towns.choose(municipality, member));
        return pages.show(
                "atlas/sets",
                shell,
                Map.of(
                        "sets",
                        sets.list(id.value()),
                        "municipality",
                        tables.table(id, sets.today()).municipality(),
                        "municipalities",
                        towns.listFor(member),
                        "today",
                        sets.today(),
                        "zone",
                        sets.zone()));
    }

    /** @param town the only one to move, with its parts; all if it is empty */
    @Get("/new")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> begin(
            Member member, Shell shell, @QueryValue Optional<String> municipality, @QueryValue Optional<String> town) {
        Map<String, String> texts = new HashMap<>();
        texts.put("effective", sets.today().toString());
        town.ifPresent(name -> texts.put("title", name + "の区域の訂正"));
        town.ifPresent(name -> texts.put("only", name));
        MunicipalityId id = new MunicipalityId(towns.choose(municipality, member));
        return form(HttpStatus.OK, shell, Optional.empty(), id, texts, Map.of());
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> create(Member member, Shell shell, @Body Map<String, String> sent) {
        MunicipalityId id = new MunicipalityId(towns.choose(Optional.ofNullable(sent.get("municipality")), member));
        SetReader.Read read = reader.read(sent, municipality(id));
        if (!read.isGood()) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, shell, Optional.empty(), id, sent, read.problems());
        }
        ChangeSet set = sets.create(read.draft(id.value(), ChangeSet.Kind.AREAS), member);
        return pages.moveOn(shell, path(set), "下書きを保存しました。承認されると、その日から住民への答えが変わります。");
    }

    @Get("/{id}")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(Member member, Shell shell, long id) {
        return sets.find(id, member)
                .<HttpResponse<String>>map(set -> pages.show(
                        "atlas/set",
                        shell,
                        Map.of(
                                "set",
                                set,
                                "municipality",
                                municipality(new MunicipalityId(set.municipality())),
                                "before",
                                before(set),
                                "borneOut",
                                reader.isBorneOut(set.origin()),
                                "today",
                                sets.today(),
                                "zone",
                                sets.zone())))
                .orElseGet(HttpResponse::notFound);
    }

    /** What an import would take the place of. */
    private Optional<Contents> before(ChangeSet set) {
        if (set.kind() == ChangeSet.Kind.AREAS) return Optional.empty();
        return sets.findInForce(set.municipality(), set.kind(), sets.today())
                .filter(now -> now.id() != set.id())
                .map(ChangeSet::contents);
    }

    @Get("/{id}/edit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> edit(Member member, Shell shell, long id) {
        return sets.find(id, member)
                .filter(SetController::isWritten)
                .map(set -> form(
                        HttpStatus.OK,
                        shell,
                        Optional.of(set),
                        new MunicipalityId(set.municipality()),
                        texts(set),
                        Map.of()))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> save(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<ChangeSet> found = sets.find(id, member).filter(SetController::isWritten);
        if (found.isEmpty()) return HttpResponse.notFound();
        ChangeSet set = found.get();
        var town = new MunicipalityId(set.municipality());
        SetReader.Read read = reader.read(sent, municipality(town));
        if (!read.isGood()) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, shell, found, town, sent, read.problems());
        }
        ChangeSets.Outcome outcome = seen(set, sent)
                ? sets.save(set, read.draft(set.municipality(), set.kind()), member)
                : ChangeSets.Outcome.CONFLICT;
        if (outcome != ChangeSets.Outcome.CONFLICT) return pages.moveOn(shell, path(set), said(outcome, "保存しました。"));
        return form(
                HttpStatus.CONFLICT,
                shell,
                found,
                town,
                sent,
                Map.of("lies", "ほかの人が先に変更しました。あなたが書いたものは、このまま残っています。確かめて、もう一度保存してください。"));
    }

    @Post("/{id}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.APPROVER)
    HttpResponse<String> approve(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return sets.find(id, member)
                .<HttpResponse<String>>map(set -> {
                    boolean later = set.effectiveOn().isAfter(sets.today());
                    String done = later ? "承認しました。" + set.effectiveOn() + "の0時に、ひとりでに変わります。" : "承認しました。住民への答えに入りました。";
                    var outcome = seen(set, sent) ? sets.approve(set, member) : ChangeSets.Outcome.CONFLICT;
                    return pages.moveOn(shell, path(set), said(outcome, done));
                })
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AtLeast(Role.EDITOR)
    HttpResponse<String> withdraw(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return sets.find(id, member)
                .<HttpResponse<String>>map(set -> {
                    var outcome = seen(set, sent) ? sets.withdraw(set, member) : ChangeSets.Outcome.CONFLICT;
                    return pages.moveOn(shell, path(set), said(outcome, "取り下げました。前の区域に戻りました。"));
                })
                .orElseGet(HttpResponse::notFound);
    }

    private static boolean isWritten(ChangeSet set) {
        return set.kind() == ChangeSet.Kind.AREAS && set.state() == ChangeSet.State.DRAFT;
    }

    private static boolean seen(ChangeSet set, Map<String, String> sent) {
        return Long.toString(set.revision()).equals(sent.get("revision"));
    }

    private static String said(ChangeSets.Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> done;
            case CONFLICT -> "ほかの人が先に変更しました。いまの内容を確かめて、もう一度押してください。";
            case NOT_ALLOWED -> "この操作をする権限がありません。";
            case FOUR_EYES -> "自分が書いた変更は、自分では承認できません。ほかの人に頼んでください。";
        };
    }

    static String path(ChangeSet set) {
        return AtlasMenu.SETS + "/" + set.id();
    }

    private Municipality municipality(MunicipalityId id) {
        return tables.table(id, sets.today()).municipality();
    }

    private HttpResponse<String> form(
            HttpStatus status,
            Shell shell,
            Optional<ChangeSet> set,
            MunicipalityId id,
            Map<String, String> texts,
            Map<String, String> problems) {
        Optional<String> only = Optional.ofNullable(texts.get("only")).filter(name -> !name.isBlank());
        TruthTable table = tables.table(id, sets.today());
        List<String> parts =
                only.map(name -> tables.parts(id, name, sets.today())).orElse(List.of());
        var form = new SetForm(
                set,
                table.municipality(),
                texts,
                problems,
                SetForm.lines(table, texts, only, parts),
                reader.listDocuments(id.value()));
        return pages.show(status, "atlas/edit", shell, Map.of("form", form));
    }

    private static Map<String, String> texts(ChangeSet set) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "title", set.title(),
                "effective", set.effectiveOn().toString(),
                "basis", set.origin().isDocument() ? "document" : "page",
                "document", set.origin().document(),
                "quote", set.origin().quote(),
                "publisher", set.origin().publisher(),
                "page-title", set.origin().title(),
                "published", set.origin().published(),
                "address", set.origin().address(),
                "confidence", set.origin().certain() ? "high" : "medium"));
        for (Contents.Lies lies : set.contents().lies()) {
            texts.put(
                    (lies.school() ? SetReader.SCHOOL : SetReader.TOWN) + lies.name(),
                    lies.area().isEmpty() ? SetReader.NOT_KNOWN : lies.area());
        }
        return texts;
    }
}
