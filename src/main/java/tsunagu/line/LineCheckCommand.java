package tsunagu.line;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsunagu.line.api.AccountFinder;
import tsunagu.line.api.AccountFinder.Bot;
import tsunagu.line.api.AccountFinder.Quota;
import tsunagu.line.api.AccountFinder.Trial;
import tsunagu.line.api.AccountFinder.Webhook;
import tsunagu.line.api.Outcome;

/** {@code line check}: are token, webhook and quota in order, and if not, what is to be done? */
@Command(
        name = "check",
        header = "LINE のトークン、Webhook、送信数を確かめ、直すところを知らせます。",
        synopsisHeading = "使い方: ",
        optionListHeading = "%n")
@Singleton
final class LineCheckCommand implements Callable<Integer> {
    private final LineChannels channels;
    private final AccountFinder accounts;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    private boolean fine;

    LineCheckCommand(LineChannels channels, AccountFinder accounts) {
        this.channels = channels;
        this.accounts = accounts;
    }

    @Override
    public Integer call() {
        fine = true;
        List<LineChannel> all = channels.listChannels();
        if (all.isEmpty()) {
            wrong("アカウント", "設定されていません。LINE_CHANNEL_SECRET と LINE_CHANNEL_TOKEN を設定してください。");
        }
        for (LineChannel channel : all) {
            System.out.println(channel.name() + "（" + channel.account().municipality() + "）");
            if (token(channel)) {
                webhook(channel);
                quota(channel);
            }
        }
        System.out.println(fine ? "すべて整っています。" : "× のところを直してください。");
        return fine ? 0 : 1;
    }

    private boolean token(LineChannel channel) {
        switch (accounts.bot(channel.account())) {
            case Outcome.Done<Bot>(var bot) -> {
                right("トークン", "使えます。アカウントは「" + bot.name() + "」（" + bot.basicId() + "）です。");
                return true;
            }
            case Outcome.Refused<Bot>(int status)
            when status == 401 -> wrong("トークン", "LINE に断られました。LINE Developers の「チャネルアクセストークン（長期）」を発行し直し、設定に入れてください。");
            case Outcome.Refused<Bot>(int status) -> wrong("トークン", "確かめられませんでした（LINE の答え: " + status + "）。");
            case Outcome.Unreached<Bot> unreached ->
                wrong("トークン", "LINE から返事がありません。このコンピューターから api.line.me へ、外向きの通信ができるか確かめてください。");
        }
        return false;
    }

    private void webhook(LineChannel channel) {
        String path = "/line/" + channel.name() + "/webhook";
        switch (accounts.webhook(channel.account())) {
            case Outcome.Done<Webhook>(var webhook) when webhook.address().isEmpty() -> noAddress(path);
            case Outcome.Done<Webhook>(var webhook) -> {
                if (webhook.address().startsWith("https://")
                        && webhook.address().endsWith(path)) {
                    right("Webhook の宛先", webhook.address());
                } else {
                    wrong("Webhook の宛先", webhook.address() + " になっています。https://（このサーバーの名前）" + path + " にしてください。");
                }
                if (webhook.active()) right("Webhook の利用", "オンです。");
                else wrong("Webhook の利用", "オフです。LINE Developers の「Webhookの利用」をオンにしてください。");
                trial(channel);
            }
            case Outcome.Refused<Webhook>(int status) when status == 404 -> noAddress(path);
            case Outcome.Refused<Webhook>(int status) -> wrong("Webhook の宛先", "確かめられませんでした（LINE の答え: " + status + "）。");
            case Outcome.Unreached<Webhook> unreached -> wrong("Webhook の宛先", "LINE から返事がありません。");
        }
    }

    private void noAddress(String path) {
        wrong("Webhook の宛先", "まだ入っていません。LINE Developers の「Webhook URL」に https://（このサーバーの名前）" + path + " を入れてください。");
    }

    private void trial(LineChannel channel) {
        switch (accounts.tryWebhook(channel.account())) {
            case Outcome.Done<Trial>(var trial) when trial.success() -> right("Webhook の試し", "LINE から届き、正しく答えました。");
            case Outcome.Done<Trial>(var trial) -> wrong("Webhook の試し", reason(trial));
            case Outcome.Refused<Trial>(int status)
            when status == 429 -> wrong("Webhook の試し", "一時間に試せる回数を超えました。あとでもう一度お試しください。");
            case Outcome.Refused<Trial>(int status) -> wrong("Webhook の試し", "試せませんでした（LINE の答え: " + status + "）。");
            case Outcome.Unreached<Trial> unreached -> wrong("Webhook の試し", "LINE から返事がありません。");
        }
    }

    private static String reason(Trial trial) {
        return switch (trial.reason()) {
            case "COULD_NOT_CONNECT" -> "LINE からこのサーバーにつながりません。宛先の名前、ファイアウォール、証明書を確かめてください。";
            case "REQUEST_TIMEOUT" -> "LINE が待つ時間のうちに、このサーバーが答えませんでした。";
            case "ERROR_STATUS_CODE" -> reason(trial.status());
            default -> "うまくいきませんでした（LINE の言う理由: " + trial.reason() + "）。";
        };
    }

    private static String reason(int status) {
        return switch (status) {
            case 401 -> "署名が合いません。設定の secret が、LINE Developers の「チャネルシークレット」と同じか確かめてください。";
            case 404 -> "宛先に受け口がありません。サーバーの設定に、このアカウントの secret が入っているか確かめてください。";
            default -> "このサーバーが " + status + " と答えました。サーバーの記録を見てください。";
        };
    }

    private void quota(LineChannel channel) {
        switch (accounts.quota(channel.account())) {
            case Outcome.Done<Quota>(var quota)
            when quota.limit().isEmpty() -> right("送信数", "上限はありません（今月 " + quota.used() + " 通）。");
            case Outcome.Done<Quota>(var quota)
            when quota.used() < quota.limit().get() ->
                right("送信数", "今月は " + quota.limit().get() + " 通のうち " + quota.used() + " 通を使いました。返信は数に入りません。");
            case Outcome.Done<Quota>(var quota) ->
                wrong("送信数", "今月の " + quota.limit().get() + " 通を使い切りました。お知らせは届きません（返信は届きます）。");
            case Outcome.Refused<Quota>(int status) -> wrong("送信数", "確かめられませんでした（LINE の答え: " + status + "）。");
            case Outcome.Unreached<Quota> unreached -> wrong("送信数", "LINE から返事がありません。");
        }
    }

    private static void right(String what, String how) {
        System.out.println("  ○ " + what + ": " + how);
    }

    private void wrong(String what, String how) {
        fine = false;
        System.out.println("  × " + what + ": " + how);
    }
}
