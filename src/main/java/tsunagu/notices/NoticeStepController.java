package tsunagu.notices;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tsunagu.desk.Sent;
import tsunagu.notices.notice.Notice;
import tsunagu.notices.notice.Notices;
import tsunagu.notices.notice.Outcome;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.staff.Shell;
import tsunagu.staff.StaffPages;

/** The steps of a notice's life that a button takes. */
@Controller(NoticesMenu.LIST)
@Produces(StaffPages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoticeStepController {
    private final Notices notices;
    private final StaffPages pages;

    NoticeStepController(Notices notices, StaffPages pages) {
        this.notices = notices;
        this.pages = pages;
    }

    @Post("/{id}/submit")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> submit(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "確認に出しました。承認の権限があるほかの人が承認すると、送れます。", one -> notices.submit(one, member));
    }

    @Post("/{id}/send-back")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> sendBack(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "下書きに戻しました。", one -> notices.sendBack(one, member, Sent.reason(sent)));
    }

    @Post("/{id}/approve")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> approve(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "承認しました。まだ送っていません。", one -> notices.approve(one, member));
    }

    @Post("/{id}/withdraw")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> withdraw(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "取り下げました。送りません。", one -> notices.withdraw(one, member, Sent.reason(sent)));
    }

    @Post("/{id}/send")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> send(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "送信の列に入れました。", one -> notices.send(one, member, Sent.reason(sent)));
    }

    @Post("/{id}/stop")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> stop(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "止めました。まだ送っていない人には送りません。", one -> notices.stop(one, member));
    }

    @Post("/{id}/resume")
    @AtLeast(Role.APPROVER)
    HttpResponse<String> resume(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return take(member, shell, id, sent, "続きを送ります。", one -> notices.resume(one, member));
    }

    @Post("/{id}/correct")
    @AtLeast(Role.EDITOR)
    HttpResponse<String> correct(Member member, Shell shell, long id, @Body Map<String, String> sent) {
        return notices.find(id, member)
                .<HttpResponse<String>>map(notice -> switch (notices.correct(notice, member)) {
                    case Outcome.Done(Notice draft) ->
                        pages.moveOn(
                                shell,
                                NoticesMenu.of(draft) + "/edit",
                                "訂正の下書きを作りました。正しい内容に直してください。同じ人たちに、【訂正】として届きます。");
                    case Outcome refused -> tell(shell, refused, "");
                })
                .orElseGet(HttpResponse::notFound);
    }

    /** Nobody approves or sends what they have not seen. */
    private HttpResponse<String> take(
            Member member,
            Shell shell,
            long id,
            Map<String, String> sent,
            String done,
            Function<Notice, Outcome> step) {
        Optional<Notice> found = notices.find(id, member);
        if (found.isEmpty()) return HttpResponse.notFound();
        Notice notice = found.get();
        Outcome outcome = Sent.revision(sent) == notice.revision() ? step.apply(notice) : new Outcome.Conflict(notice);
        return tell(shell, outcome, done);
    }

    private HttpResponse<String> tell(Shell shell, Outcome outcome, String done) {
        return pages.moveOn(
                shell,
                NoticesMenu.of(outcome.notice()),
                switch (outcome) {
                    case Outcome.Done(Notice now) -> now.content().training() ? done + "（訓練：だれにも届きません）" : done;
                    case Outcome.Conflict conflict -> "ほかの人が先に進めたか、もう終わっています。いまの内容を確かめて、もう一度押してください。";
                    case Outcome.NotAllowed(Notice now) ->
                        "いまの状態（" + now.state().label() + "）か、あなたの権限では、できません。";
                    case Outcome.FourEyes eyes -> "自分が書いたお知らせは、自分では承認できません。ほかの人に頼んでください。";
                    case Outcome.Stale stale -> "出典が古くなっているので、送っていません。それでも送るなら、理由を書いてください。";
                    case Outcome.Nobody nobody -> "届ける相手がいないので、送っていません。";
                    case Outcome.TooMuch much -> "今月LINEで送れる残りの数が足りないので、送っていません。「試してみる」で残りの数が分かります。";
                });
    }
}
