package tsunagu.line;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tsunagu.line.api.Outcome;
import tsunagu.line.menu.Menu;
import tsunagu.line.menu.MenuInstaller;
import tsunagu.line.menu.MenuInstaller.Installation;
import tsunagu.line.menu.MenuInstaller.Step;
import tsunagu.line.menu.MenuPicture;

/** {@code line menu preview FILE} and {@code line menu apply}: the menu at the foot of the chat. */
@Command(
        name = "menu",
        header = "トークの下に出るメニューを、config/line-menu.yml から作ります。",
        synopsisHeading = "使い方: ",
        synopsisSubcommandLabel = "命令",
        commandListHeading = "%n命令:%n",
        optionListHeading = "%n")
@Singleton
final class LineMenuCommand implements Callable<Integer> {
    /** LINE's limit for the picture. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final String NO_FONT =
            "日本語の文字の入った書体が見つかりません。Noto Sans CJK JP などを入れてください" + "（Debian や Ubuntu では: apt install fonts-noto-cjk）。";

    private final LineChannels channels;
    private final Menu menu;
    private final MenuInstaller installer;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    LineMenuCommand(LineChannels channels, Menu menu, MenuInstaller installer) {
        this.channels = channels;
        this.menu = menu;
        this.installer = installer;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "line menu のあとに preview か apply を書いてください");
    }

    @Command(name = "preview", header = "メニューの絵を PNG のファイルに書きます。", synopsisHeading = "使い方: ")
    Integer preview(@Parameters(paramLabel = "ファイル", description = "例: menu.png") Path file) throws IOException {
        Optional<byte[]> picture = MenuPicture.draw(menu);
        if (picture.isEmpty()) return refuse(NO_FONT);
        Files.write(file, picture.get());
        System.out.printf("%s に書きました（%d KB）。%n", file, picture.get().length / 1024);
        return 0;
    }

    @Command(
            name = "apply",
            header = "メニューを LINE に送り、前のものと入れ替えます。",
            synopsisHeading = "使い方: ",
            optionListHeading = "%n")
    Integer apply(
            @Option(names = "--channel", paramLabel = "名前", description = "一つのアカウントだけに送ります。書かなければ、設定されたすべてに送ります。")
                    String name) {
        List<LineChannel> chosen = channels.listChannels().stream()
                .filter(channel -> name == null || channel.name().equals(name))
                .toList();
        if (chosen.isEmpty())
            return refuse("LINE のアカウントが設定されていません。LINE_CHANNEL_SECRET と LINE_CHANNEL_TOKEN を設定してください。");
        Optional<byte[]> picture = MenuPicture.draw(menu);
        if (picture.isEmpty()) return refuse(NO_FONT);
        if (picture.get().length > MAX_BYTES) return refuse("メニューの絵が 1 MB を超えました。config/line-menu.yml の言葉を減らしてください。");
        boolean all = true;
        for (LineChannel channel : chosen) all &= apply(channel, picture.get());
        return all ? 0 : 1;
    }

    private boolean apply(LineChannel channel, byte[] picture) {
        return switch (installer.install(channel.account(), picture)) {
            case Installation.Done done -> {
                System.out.printf("%s: メニューを入れ替えました（前のものを %d 件消しました）。トークを開き直すと見えます。%n", channel.name(), done.removed());
                yield true;
            }
            case Installation.Failed failed -> {
                System.err.printf("%s: %s%s%n", channel.name(), step(failed.step()), reason(failed.outcome()));
                yield false;
            }
        };
    }

    private static String step(Step step) {
        return switch (step) {
            case CREATE -> "メニューを作れませんでした。";
            case PICTURE -> "メニューの絵を送れませんでした。前のメニューのままです。";
            case SHOW -> "メニューを表示に切り替えられませんでした。前のメニューのままです。";
            case REMOVE -> "新しいメニューにはなりましたが、前のものを消せませんでした。もう一度行うと消えます。";
        };
    }

    private static String reason(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(int status) when status == 401 -> "トークンが正しくありません。line check で確かめてください。";
            case Outcome.Refused<?>(int status) when status == 429 -> "LINE への回数の制限です。一時間ほど待ってください。";
            case Outcome.Refused<?>(int status) -> "LINE の答え: " + status;
            default -> "LINE から返事がありません。";
        };
    }

    private static int refuse(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
