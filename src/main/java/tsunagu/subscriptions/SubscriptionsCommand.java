package tsunagu.subscriptions;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code subscriptions …}: what operators do about the addresses of residents who have opted in. */
@Command(
        name = "subscriptions",
        header = "お知らせの届け先（暗号にした LINE の利用者 ID）の鍵を替えます。",
        synopsisHeading = "使い方: ",
        synopsisSubcommandLabel = "命令",
        commandListHeading = "%n命令:%n",
        optionListHeading = "%n",
        subcommands = SubscriptionsCommand.ResealCommand.class)
@Singleton
public final class SubscriptionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "subscriptions のあとに命令を書いてください（reseal）");
    }

    /** {@code subscriptions reseal}: whatever the old key has encrypted, by the new one. */
    @Command(
            name = "reseal",
            header = "古い鍵で暗号にした届け先を、新しい鍵で暗号にし直します。",
            description = {
                "%n新しい鍵を subscriptions.key に、元の鍵を subscriptions.old-key に書いてから使います。",
                "終わったら、元の鍵は設定から消せます。",
                "データベースが PostgreSQL なら、サーバーが動いているあいだも使えます。",
                "H2（初期設定）では、サーバーを止めてから使います。%n"
            },
            synopsisHeading = "使い方: ",
            optionListHeading = "%n")
    @Singleton
    static final class ResealCommand implements Callable<Integer> {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "この説明を見せます。")
        private boolean help;

        @Override
        public Integer call() {
            try (ApplicationContext copy =
                    ApplicationContext.builder().eagerInitConfiguration(true).start()) {
                int done = copy.getBean(Subscriptions.class).reseal();
                System.out.println(done + " 件を、新しい鍵で暗号にし直しました。元の鍵（subscriptions.old-key）は消せます。");
                return 0;
            }
        }
    }
}
