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
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.serving.Publishing;
import tsunagu.faq.serving.Trials;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** What the assistant would answer with an entry, before it is published; and the questions kept for later. */
@Controller("/console/faq/{id}")
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaqTryController {
    private static final int LONGEST = 200;

    private final Faqs faqs;
    private final Trials trials;
    private final Publishing publishing;
    private final StaffPages pages;

    FaqTryController(Faqs faqs, Trials trials, Publishing publishing, StaffPages pages) {
        this.faqs = faqs;
        this.trials = trials;
        this.publishing = publishing;
        this.pages = pages;
    }

    /** @param text a sentence to try; the entry's own wordings where it is empty */
    @Get("/try")
    @AtLeast(Role.VIEWER)
    HttpResponse<String> attempt(Member member, Shell shell, long id, @QueryValue Optional<String> text) {
        Optional<Faq> found = faqs.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Faq faq = found.get();
        String typed = text.map(FaqTryController::bounded).orElse("");
        List<String> sentences = typed.isEmpty() ? faq.content().allWordings() : List.of(typed);
        return pages.show(
                "faq/try",
                shell,
                Map.of(
                        "faq",
                        faq,
                        "text",
                        typed,
                        "tried",
                        trials.answer(faq.id(), faq.municipality(), faq.content(), sentences)));
    }

    @Post("/golden")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> keep(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Faq> faq = faqs.find(id, member);
        if (faq.isEmpty()) return HttpResponse.notFound();
        String words = bounded(sent.getOrDefault("words", ""));
        if (words.isEmpty()) return pages.moveOn(shell, FaqPaths.of(faq.get()), "残しておく質問を書いてください。");
        publishing.keep(faq.get(), words, member);
        return pages.moveOn(shell, FaqPaths.of(faq.get()), "確認の質問に加えました。公開のたびに、答えが変わらないか確かめます。");
    }

    @Post("/golden/{kept}/remove")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> release(Member member, Shell shell, long id, long kept) {
        Optional<Faq> faq = faqs.find(id, member);
        if (faq.isEmpty()) return HttpResponse.notFound();
        publishing.release(faq.get(), kept);
        return pages.moveOn(shell, FaqPaths.of(faq.get()), "確認の質問から外しました。");
    }

    private static String bounded(String text) {
        String plain = text.replaceAll("\\p{Cc}", " ").strip();
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
