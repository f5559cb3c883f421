package tsunagu.figures;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import tsunagu.staff.StaffPages;

/** A month's figures for everybody, where the town has switched it on; otherwise there is no such page. */
@Controller("/quality")
@Produces(StaffPages.HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QualityController {
    private final PublicMonths months;
    private final HtmlJteViewsRenderer<Map<String, Object>> templates;
    private final Clock clock;
    private final boolean published;

    QualityController(
            PublicMonths months,
            HtmlJteViewsRenderer<Map<String, Object>> templates,
            Clock clock,
            @Value("${figures.publish:false}") boolean published) {
        this.months = months;
        this.templates = templates;
        this.clock = clock;
        this.published = published;
    }

    @Get
    HttpResponse<String> now() {
        return month(YearMonth.now(clock).toString());
    }

    /** @param month {@code 2026-10}; of the last twelve */
    @Get("/{month}")
    HttpResponse<String> month(String month) {
        if (!published || !month.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) return HttpResponse.notFound();
        YearMonth wanted = YearMonth.parse(month);
        if (!months.isShown(wanted)) return HttpResponse.notFound();
        return HttpResponse.ok(render(months.read(wanted)))
                .contentType(StaffPages.HTML)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }

    private String render(Report.Month month) {
        var html = new StringWriter();
        try {
            templates
                    .render("figures/quality", new HashMap<>(Map.of("month", month)), null)
                    .writeTo(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }
}
