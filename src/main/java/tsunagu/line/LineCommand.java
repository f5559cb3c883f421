package tsunagu.line;

import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tsunagu.line.inbox.InboxCommand;

/** {@code line …}: what operators do about LINE. A new command is one more class in the list. */
@Command(
        name = "line",
        header = "LINE の受信箱とつながりを確かめ、メニューを作ります。",
        synopsisHeading = "使い方: ",
        synopsisSubcommandLabel = "命令",
        commandListHeading = "%n命令:%n",
        optionListHeading = "%n",
        subcommands = {InboxCommand.class, LineCheckCommand.class, LineMenuCommand.class})
@Singleton
public final class LineCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Override
    public Integer call() {
        String names = String.join("、", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "line のあとに命令を書いてください（" + names + "）");
    }
}
