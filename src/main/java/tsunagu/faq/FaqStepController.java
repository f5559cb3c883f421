package tsunagu.faq;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Sent;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.entry.Step;
import tsunagu.faq.serving.Publishing;
import tsunagu.faq.serving.Publishing.Result;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The steps of an entry's life that a button takes. */
@Controller("/console/faq")
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaqStepController {
    private final Faqs faqs;
    private final Publishing publishing;
    private final StaffPages pages;

    FaqStepController(Faqs faqs, Publishing publishing, StaffPages pages) {
        this.faqs = faqs;
        this.publishing = publishing;
        this.pages = pages;
    }

    @Post("/{id}/submit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> submit(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(Step.SUBMIT, member, shell, id, sent, "確認に出しました。承認されると公開できます。");
    }

    @Post("/{id}/send-back")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> sendBack(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(Step.SEND_BACK, member, shell, id, sent, "下書きに戻しました。");
    }

    @Post("/{id}/approve")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> approve(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(Step.APPROVE, member, shell, id, sent, "承認しました。");
    }

    @Post("/{id}/withdraw")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> withdraw(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Faq> found = faqs.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        return changed(shell, found.get(), sent)
                .orElseGet(() -> tell(
                        shell, publishing.withdraw(found.get(), member, Sent.reason(sent)), "取り下げました。住民には、もう答えません。"));
    }

    /** Submits and approves first where that is still to be done: one click for who may do all of it. */
    @Post("/{id}/publish")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> publish(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Faq> found = faqs.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Faq faq = found.get();
        Optional<HttpResponse<String>> changed = changed(shell, faq, sent);
        if (changed.isPresent()) return changed.get();
        List<Step> before = faqs.isStraight(faq) ? List.of(Step.SUBMIT, Step.APPROVE) : List.of(Step.APPROVE);
        for (Step step : before) {
            if (!step.isAllowedFrom(faq.state())) continue;
            switch (faqs.take(step, faq, member, "")) {
                case Outcome.Done(Faq now) -> faq = now;
                case Outcome refused -> {
                    return tell(shell, refused, "");
                }
            }
        }
        Optional<String> reason = Optional.of(Sent.reason(sent)).filter(text -> !text.isEmpty());
        return switch (publishing.publish(faq, member, reason)) {
            case Result.Published(Faq now, var took) ->
                pages.moveOn(
                        shell,
                        FaqPaths.of(now),
                        took.map(time -> String.format(
                                        Locale.ROOT, "公開しました。住民への答えに入るまで %.2f 秒でした。", time.toNanos() / 1e9))
                                .orElse("公開を予約しました。"));
            case Result.Stopped stopped ->
                pages.show(HttpStatus.CONFLICT, "faq/stopped", shell, Map.of("stopped", stopped));
            case Result.Refused(Outcome outcome) -> tell(shell, outcome, "");
        };
    }

    private HttpResponse<String> take(
            Step step, Member member, Shell shell, long id, Map<String, String> sent, String says) {
        Optional<Faq> found = faqs.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        return changed(shell, found.get(), sent)
                .orElseGet(() -> tell(shell, faqs.take(step, found.get(), member, Sent.reason(sent)), says));
    }

    /** Nobody approves or publishes a version they have not seen. */
    private Optional<HttpResponse<String>> changed(Shell shell, Faq faq, Map<String, String> sent) {
        return Sent.revision(sent) == faq.revision()
                ? Optional.empty()
                : Optional.of(tell(shell, new Outcome.Conflict(faq), ""));
    }

    private HttpResponse<String> tell(Shell shell, Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Done(Faq faq) -> pages.moveOn(shell, FaqPaths.of(faq), done);
            case Outcome.Conflict(Faq faq) ->
                pages.moveOn(shell, FaqPaths.of(faq), "ほかの人が先に変更しました。いまの内容を確かめて、もう一度押してください。");
            case Outcome.NotAllowed(Faq faq) ->
                pages.moveOn(shell, FaqPaths.of(faq), "いまの状態（" + faq.state().label() + "）では、できません。");
            case Outcome.FourEyes(Faq faq) ->
                pages.moveOn(shell, FaqPaths.of(faq), "自分が書いた版は、自分では承認できません。ほかの承認者に頼んでください。");
        };
    }
}
