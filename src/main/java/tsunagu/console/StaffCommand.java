package tsunagu.console;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tsunagu.console.wording.Jurisdictions;
import tsunagu.staff.Invitations;
import tsunagu.staff.Role;

/** {@code staff …}: what operators do about staff. */
@Command(
        name = "staff",
        header = "職員用の画面を使う人を招待します。",
        synopsisHeading = "使い方: ",
        synopsisSubcommandLabel = "命令",
        commandListHeading = "%n命令:%n",
        optionListHeading = "%n",
        subcommands = StaffCommand.InviteCommand.class)
@Singleton
public final class StaffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "staff のあとに命令を書いてください（invite）");
    }

    /**
     * {@code staff invite}: one more link. Opens the database of the copy, which an H2 file allows only while that copy
     * is stopped.
     */
    @Command(
            name = "invite",
            header = "職員として登録するためのリンクを作ります。一度だけ使えます。",
            description = {
                "%nデータベースが PostgreSQL なら、サーバーが動いているあいだも使えます。",
                "H2（初期設定）では、サーバーを止めてから使います。動いているあいだは、管理の権限を持つ人が",
                "職員用の画面（/console/staff）から招待できます。%n"
            },
            synopsisHeading = "使い方: ",
            optionListHeading = "%n")
    @Singleton
    static final class InviteCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--role",
                paramLabel = "権限",
                defaultValue = "administrator",
                description = "viewer（閲覧）、editor（編集）、approver（承認）、administrator（管理、書かないとき）。")
        private String role;

        @Option(
                names = "--municipality",
                paramLabel = "自治体",
                description = "担当の自治体。config/municipalities のファイル名（nishitokyo など）。書かなければすべて。")
        private String municipality;

        @Option(
                names = "--address",
                paramLabel = "アドレス",
                defaultValue = "http://localhost:8080",
                description = "リンクの始まり。住民や職員から見えるアドレス（書かなければ http://localhost:8080）。")
        private String address;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "この説明を見せます。")
        private boolean help;

        @Override
        public Integer call() {
            Role chosen = Role.findByKey(role)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--role は "
                                    + Arrays.stream(Role.values())
                                            .map(Role::key)
                                            .collect(Collectors.joining("、"))
                                    + " のどれかです"));
            Optional<String> where = Optional.ofNullable(municipality);
            try (ApplicationContext copy =
                    ApplicationContext.builder().eagerInitConfiguration(true).start()) {
                if (!copy.getBean(Jurisdictions.class).exists(where)) {
                    throw new ParameterException(
                            spec.commandLine(), "config/municipalities に " + municipality + " がありません");
                }
                String path = copy.getBean(Invitations.class).inviteFromCommandLine(chosen, where);
                System.out.println("次のリンクを、招待する人だけに渡してください。一度だけ使えます。");
                System.out.println("  " + address.replaceAll("/+$", "") + path);
                return 0;
            } catch (ParameterException wrong) {
                throw wrong;
            } catch (RuntimeException closed) {
                System.err.println("動いている「つなぐ」には、管理の権限を持つ人が職員用の画面（/console/staff）から招待できます。");
                throw closed;
            }
        }
    }
}
