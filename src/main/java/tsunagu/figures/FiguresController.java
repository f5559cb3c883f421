package tsunagu.figures;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.desk.Download;
import tsunagu.figures.FigureRepository.Choice;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;
import tsunagu.tables.TableWriter;

/** Figures for staff: as charts with their tables, and as CSV. */
@Controller(FiguresMenu.PATH)
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FiguresController {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 1100;

    private final Reports reports;
    private final Municipalities municipalities;
    private final StaffPages pages;
    private final Clock clock;

    FiguresController(Reports reports, Municipalities municipalities, StaffPages pages, Clock clock) {
        this.reports = reports;
        this.municipalities = municipalities;
        this.pages = pages;
        this.clock = clock;
    }

    /** Days as {@code 2026-11-22}; what is no day is taken for the usual one. */
    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> show(
            Member member,
            Shell shell,
            @QueryValue Optional<String> from,
            @QueryValue Optional<String> to,
            @QueryValue Optional<String> channel,
            @QueryValue Optional<String> municipality) {
        Choice choice = choice(member, from, to, channel, municipality);
        return pages.show(
                "figures/report",
                shell,
                Map.of("report", reports.read(choice, towns(member, choice)), "today", LocalDate.now(clock)));
    }

    @Get(value = "/figures.csv", produces = Download.CSV)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> csv(
            Member member,
            @QueryValue Optional<String> from,
            @QueryValue Optional<String> to,
            @QueryValue Optional<String> channel,
            @QueryValue Optional<String> municipality) {
        Choice choice = choice(member, from, to, channel, municipality);
        String name = "figures-" + choice.from() + "-" + choice.to() + ".csv";
        return Download.of(TableWriter.csv(reports.listRows(choice)), name, Download.CSV);
    }

    /** Of whoever works for one municipality, it is that one. */
    private Choice choice(
            Member member,
            Optional<String> from,
            Optional<String> to,
            Optional<String> channel,
            Optional<String> municipality) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = to.flatMap(FiguresController::day)
                .filter(day -> !day.isAfter(today))
                .orElse(today);
        LocalDate first = from.flatMap(FiguresController::day)
                .filter(day -> !day.isAfter(last))
                .orElse(last.minusDays(USUAL_DAYS - 1L));
        LocalDate earliest = last.minusDays(MOST_DAYS);
        return new Choice(
                first.isBefore(earliest) ? earliest : first,
                last,
                channel.filter(one -> !one.isBlank()),
                member.municipality().or(() -> municipality.filter(one -> !one.isBlank())));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private List<Report.Choice> towns(Member member, Choice choice) {
        if (!member.worksForAll()) return List.of();
        var all = Stream.of(new Report.Choice("", "すべて", choice.municipality().isEmpty()));
        var each = municipalities.listMunicipalities().stream().map(town -> town(town, choice));
        return Stream.concat(all, each).toList();
    }

    private static Report.Choice town(Municipality town, Choice choice) {
        String id = town.id().value();
        return new Report.Choice(
                id, town.name(), choice.municipality().filter(id::equals).isPresent());
    }
}
