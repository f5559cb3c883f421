package tsunagu.atlas;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.MunicipalityId;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.atlas.change.ChangeSets;
import tsunagu.atlas.change.Contents;
import tsunagu.atlas.page.TruthTable;
import tsunagu.desk.Choice;
import tsunagu.desk.Towns;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.text.Folding;

/** Which town, school and postcode lies in which area, on any day; and what was ever said of one of them. */
@Controller(AtlasMenu.TABLE)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AtlasController {
    private static final int LONGEST_SEARCH = 100;

    private final Tables tables;
    private final Towns towns;
    private final ChangeSets sets;
    private final StaffPages pages;

    AtlasController(Tables tables, Towns towns, ChangeSets sets, StaffPages pages) {
        this.tables = tables;
        this.towns = towns;
        this.sets = sets;
        this.pages = pages;
    }

    /**
     * @param on a day, today if it is none
     * @param subject one of {@link TruthTable.Subject}, towns if it is none
     * @param fault one of {@link TruthTable.Fault}, all if it is none
     */
    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> table(
            Member member,
            Shell shell,
            @QueryValue Optional<String> municipality,
            @QueryValue Optional<String> on,
            @QueryValue Optional<String> subject,
            @QueryValue Optional<String> fault,
            @QueryValue Optional<String> q) {
        MunicipalityId id = new MunicipalityId(towns.choose(municipality, member));
        TruthTable table = tables.table(id, on.flatMap(AtlasController::day).orElseGet(sets::today));
        String words = q.map(one -> one.substring(0, Math.min(LONGEST_SEARCH, one.length())))
                .orElse("");
        TruthTable.Subject chosen = named(TruthTable.Subject.values(), subject).orElse(TruthTable.Subject.TOWN);
        Optional<TruthTable.Fault> amiss = named(TruthTable.Fault.values(), fault);
        List<TruthTable.Row> rows = table.rows().stream()
                .filter(row -> row.subject() == chosen)
                .filter(row -> amiss.filter(one -> one != row.fault()).isEmpty())
                .filter(row -> matches(row, Folding.name(words)))
                .toList();
        LocalDate today = sets.today();
        List<ChangeSet> ahead = sets.list(id.value()).stream()
                .filter(set -> set.state() == ChangeSet.State.APPROVED && !set.isInForce(today))
                .toList();
        List<Choice> own = towns.listFor(member);
        return pages.show(
                "atlas/table",
                shell,
                Map.of(
                        "table",
                        table,
                        "rows",
                        rows,
                        "subject",
                        chosen,
                        "fault",
                        amiss,
                        "words",
                        words,
                        "ahead",
                        ahead,
                        "municipalities",
                        own,
                        "today",
                        today));
    }

    private static boolean matches(TruthTable.Row row, String words) {
        return Stream.concat(
                        Stream.of(row.name(), row.reading(), row.more()),
                        row.standings().stream().map(TruthTable.Standing::area))
                .anyMatch(text -> Folding.name(text).contains(words));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, Optional<String> name) {
        return Stream.of(values)
                .filter(one -> name.filter(one.name().toLowerCase(java.util.Locale.ROOT)::equals)
                        .isPresent())
                .findFirst();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Every set that has ever spoken of a town or school, newest first. */
    @Get("/history")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> history(Member member, Shell shell, @QueryValue String municipality, @QueryValue String name) {
        MunicipalityId id = new MunicipalityId(towns.choose(Optional.of(municipality), member));
        TruthTable table = tables.table(id, sets.today());
        Optional<TruthTable.Row> row =
                table.rows().stream().filter(one -> one.name().equals(name)).findFirst();
        List<ChangeSet> spoken = sets.list(id.value()).stream()
                .filter(set ->
                        set.contents().lies().stream().map(Contents.Lies::name).anyMatch(name::equals))
                .toList();
        if (row.isEmpty() && spoken.isEmpty()) return HttpResponse.notFound();
        return pages.show(
                "atlas/history",
                shell,
                Map.of(
                        "municipality",
                        table.municipality(),
                        "name",
                        name,
                        "row",
                        row,
                        "sets",
                        spoken,
                        "today",
                        sets.today(),
                        "zone",
                        sets.zone()));
    }
}
