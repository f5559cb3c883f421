package tsunagu.line.inbox;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tsunagu.line.inbox.Inbox.Counted;
import tsunagu.line.inbox.Inbox.Shown;

/**
 * {@code line inbox}: what waits and what was given up, and {@code --retry} to try it again. Never shows what a
 * resident wrote. Opens the database of the copy, which an H2 file allows only while that copy is stopped.
 */
@Command(
        name = "inbox",
        header = "LINE の受信箱を見せます。返信を待っているもの、返信できなかったもの（文面は見せません）。",
        description = {
            "%nデータベースが PostgreSQL なら、サーバーが動いているあいだも使えます。",
            "H2（初期設定）では、サーバーを止めてから使います。動いているあいだの件数は /health に出ます。%n"
        },
        synopsisHeading = "使い方: ",
        optionListHeading = "%n")
@Singleton
public final class InboxCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 200;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--retry",
            paramLabel = "番号|all",
            description = "返信できなかったものを、もう一度送る列に戻します。受信から20分を過ぎたものは、LINE が返信を受け付けないので戻しません。")
    private String retried;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Override
    public Integer call() {
        Optional<Long> id = retriedId();
        try (ApplicationContext copy =
                ApplicationContext.builder().eagerInitConfiguration(true).start()) {
            Inbox inbox = copy.getBean(Inbox.class);
            return retried == null ? show(inbox, copy.getBean(Clock.class)) : retry(inbox, id);
        }
    }

    private Optional<Long> retriedId() {
        if (retried == null || retried.equals("all")) return Optional.empty();
        try {
            return Optional.of(Long.parseLong(retried));
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), "--retry には番号か all を書いてください");
        }
    }

    private static int retry(Inbox inbox, Optional<Long> id) {
        int count = inbox.retry(id);
        System.out.println(count + " 件を、もう一度送る列に戻しました。動いているサーバーが、すぐに送ります。");
        if (count == 0) System.out.println("受信から20分を過ぎたもの、文面を消したものは戻せません。");
        return id.isPresent() && count == 0 ? 1 : 0;
    }

    private static int show(Inbox inbox, Clock clock) {
        Map<String, Counted> counted = inbox.countByChannel();
        if (counted.isEmpty()) System.out.println("返信を待っているものも、この24時間に返信できなかったものもありません。");
        counted.forEach((channel, count) -> System.out.printf(
                "%s: 待っているもの %d 件（いちばん古いもの %d 秒前）、この24時間に返信できなかったもの %d 件%n",
                channel,
                count.waiting(),
                count.oldest().map(Duration::toSeconds).orElse(0L),
                count.givenUp()));
        List<Shown> entries = inbox.listUnsent(MOST_SHOWN);
        entries.forEach(entry -> System.out.println(line(entry, clock.getZone())));
        if (entries.size() == MOST_SHOWN) System.out.println("（古いものから " + MOST_SHOWN + " 件まで）");
        return 0;
    }

    private static String line(Shown entry, ZoneId zone) {
        var time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
        return "%d  %s  %s  %s  送信 %d 回"
                .formatted(
                        entry.id(),
                        time.format(entry.receivedAt()),
                        entry.channel(),
                        entry.state()
                                + entry.reason()
                                        .map(reason -> " (" + reason + ")")
                                        .orElse(""),
                        entry.attempts());
    }
}
