package tsunagu.notices.page;

import java.util.Arrays;
import java.util.List;
import tsunagu.notices.outbox.Progress;
import tsunagu.notices.outbox.Progress.Recipient;

/** What became of a notice that was sent, in staff's words. */
public record Report(Progress progress) {

    /** @param why what it means, may be empty */
    public record Line(String label, long count, String why) {}

    /** Those of which there are any, and what was sent in any case. */
    public List<Line> lines() {
        return Arrays.stream(Recipient.values())
                .filter(one -> one == Recipient.SENT || progress.count(one) > 0)
                .map(one -> new Line(label(one), progress.count(one), why(one)))
                .toList();
    }

    /** 「送信中」. */
    public String state() {
        return switch (progress.state()) {
            case SENDING -> "送信中";
            case STOPPED -> "止まっています";
            case DONE -> "終わりました";
        };
    }

    /** Why it stopped; empty where it did not. */
    public String reason() {
        return switch (progress.reason()) {
            case NONE -> "";
            case STAFF -> "職員が止めました。";
            case QUOTA -> "今月LINEで送れる数を使い切ったので、止まりました。";
            case FAILURES -> "LINEへの送信が続けて失敗したので、ひとりでに止まりました。";
            case REFUSED -> "LINEがこのアカウントからの送信を断ったので、止まりました。管理者に、トークンを確かめてもらってください。";
        };
    }

    private static String label(Recipient one) {
        return switch (one) {
            case WAITING -> "これから送る";
            case BATCHED -> "送りかけ";
            case SENT -> "送った";
            case OPTED_OUT -> "通知をやめた";
            case UNREACHABLE -> "届かない";
            case FAILED -> "送れなかった";
            case CAPPED -> "週の上限";
            case STALE -> "期限切れ";
            case UNCLEAR -> "分からない";
        };
    }

    private static String why(Recipient one) {
        return switch (one) {
            case WAITING, BATCHED -> "";
            case SENT -> "LINEが受け取りました。ブロックしている人には表示されません。";
            case OPTED_OUT -> "送る前に「通知を止めて」と言った人です。送っていません。";
            case UNREACHABLE -> "LINEにその人がもういません。";
            case FAILED -> "LINEがこのお知らせを断りました。";
            case CAPPED -> "この7日間に、決めた数のお知らせを受け取った人です。";
            case STALE -> "送れるときには、内容が古くなっていました。";
            case UNCLEAR -> "LINEの返事がなく、届いたかどうか確かめられません。二度送らないよう、送り直していません。";
        };
    }
}
