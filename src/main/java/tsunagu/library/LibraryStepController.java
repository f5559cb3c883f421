package tsunagu.library;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Sent;
import tsunagu.library.contradiction.Contradictions;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;
import tsunagu.library.entry.Outcome;
import tsunagu.library.entry.Step;
import tsunagu.library.serving.Publishing;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The steps of a document's life that a button takes. */
@Controller(LibraryMenu.LIST)
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LibraryStepController {
    private final Holdings holdings;
    private final Publishing publishing;
    private final Contradictions contradictions;
    private final StaffPages pages;

    LibraryStepController(Holdings holdings, Publishing publishing, Contradictions contradictions, StaffPages pages) {
        this.holdings = holdings;
        this.publishing = publishing;
        this.contradictions = contradictions;
        this.pages = pages;
    }

    @Post("/{id}/submit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> submit(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(Step.SUBMIT, member, shell, id, sent, "確認に出しました。承認者が公開できます。");
    }

    @Post("/{id}/send-back")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> sendBack(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(Step.SEND_BACK, member, shell, id, sent, "下書きに戻しました。");
    }

    @Post("/{id}/publish")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> publish(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Holding> found = holdings.find(id, member);
        boolean unchecked = found.isPresent()
                && !sent.containsKey("checked")
                && !contradictions
                        .list(found.get().print(), found.get().content().succeeds())
                        .isEmpty();
        if (unchecked) {
            return pages.moveOn(shell, LibraryMenu.of(found.get()), "まだ公開していません。食い違うかもしれない所を見て、確かめた印を付けてから押してください。");
        }
        return take(Step.PUBLISH, member, shell, id, sent, "公開しました。住民への答えに入るまで %.2f 秒でした。");
    }

    @Post("/{id}/withdraw")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> withdraw(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(Step.WITHDRAW, member, shell, id, sent, "取り下げました。住民には、もう案内しません。");
    }

    @Post("/{id}/delete")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> delete(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        Optional<Holding> found = holdings.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        boolean deleted = Sent.revision(sent) == found.get().revision() && holdings.delete(found.get(), member);
        return deleted
                ? pages.moveOn(shell, LibraryMenu.LIST, "資料とファイルを削除しました。")
                : pages.moveOn(shell, LibraryMenu.of(found.get()), "削除できませんでした。一度公開した資料は、取り下げてください。");
    }

    private HttpResponse<String> take(
            Step step, Member member, Shell shell, long id, Map<String, String> sent, String says) {
        Optional<Holding> found = holdings.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        // Nobody publishes a version they have not seen.
        if (Sent.revision(sent) != found.get().revision()) {
            return tell(shell, new Outcome.Conflict(found.get()), "");
        }
        Publishing.Result result = publishing.take(step, found.get(), member, Sent.reason(sent));
        return tell(
                shell,
                result.outcome(),
                String.format(Locale.ROOT, says, result.took().toNanos() / 1e9));
    }

    private HttpResponse<String> tell(Shell shell, Outcome outcome, String done) {
        return pages.moveOn(shell, LibraryMenu.of(Revisions.holding(outcome)), Revisions.says(outcome, done));
    }
}
