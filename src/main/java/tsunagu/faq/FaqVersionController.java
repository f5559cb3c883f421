package tsunagu.faq;

import io.micronaut.http.HttpResponse;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Sent;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.page.Comparison;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** All versions of an entry: two side by side, and an old one brought back. */
@Controller("/console/faq/{id}/versions")
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaqVersionController {
    private final Faqs faqs;
    private final StaffPages pages;

    FaqVersionController(Faqs faqs, StaffPages pages) {
        this.faqs = faqs;
        this.pages = pages;
    }

    /** The newest two side by side, where none are chosen. */
    @Get
    @AtLeast(Role.VIEWER)
    HttpResponse<String> list(
            Member member,
            Shell shell,
            long id,
            @QueryValue Optional<String> left,
            @QueryValue Optional<String> right) {
        Optional<Faq> faq = faqs.find(id, member);
        if (faq.isEmpty()) return HttpResponse.notFound();
        List<Faq.Version> versions = faqs.listVersions(faq.get());
        Faq.Version newer = right.flatMap(number -> find(versions, number)).orElse(versions.getFirst());
        Faq.Version older =
                left.flatMap(number -> find(versions, number)).orElse(versions.get(Math.min(1, versions.size() - 1)));
        var comparison = Comparison.of(older, newer);
        return pages.show(
                "faq/versions", shell, Map.of("faq", faq.get(), "versions", versions, "comparison", comparison));
    }

    @Post("/{number}/restore")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> restore(Member member, Shell shell, long id, String number, @Body Map<String, String> sent) {
        Optional<Faq> found = faqs.find(id, member);
        Optional<Faq.Version> version = found.flatMap(faq -> find(faqs.listVersions(faq), number));
        if (version.isEmpty()) return HttpResponse.notFound();
        Faq faq = found.get();
        Outcome outcome = Sent.revision(sent) == faq.revision()
                ? faqs.restore(faq, version.get(), member)
                : new Outcome.Conflict(faq);
        String says = switch (outcome) {
            case Outcome.Done _ -> "第" + number + "版の内容に戻しました。いまは下書きです。";
            case Outcome.Conflict _ -> "ほかの人が先に変更しました。いまの内容を確かめて、もう一度押してください。";
            case Outcome.NotAllowed _, Outcome.FourEyes _ -> "できませんでした。";
        };
        return pages.moveOn(shell, FaqPaths.of(faq), says);
    }

    private static Optional<Faq.Version> find(List<Faq.Version> versions, String number) {
        return versions.stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .findFirst();
    }
}
