package tsunagu;

import io.micronaut.configuration.picocli.MicronautFactory;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.InitializationException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command and returns its exit code. Beside a running copy it touches nothing of that: the database is an
 * empty one in memory and no port is opened. What is logged goes to standard error; standard output is the answer.
 */
final class Commands {
    private static final Map<String, Object> OWN_SETTINGS = Map.of(
            "datasources.default.url",
            "jdbc:h2:mem:command;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "datasources.default.driver-class-name",
            "org.h2.Driver",
            "datasources.default.username",
            "sa",
            "datasources.default.password",
            "");

    private static final List<String> METERS = List.of("jvm", "processor", "uptime", "files", "logback", "executor");

    /** Nobody asks a command how its Java is; two threads that first need the registry warn of a gauge made twice. */
    static void withoutMeters() {
        METERS.forEach(meters -> System.setProperty("micronaut.metrics.binders." + meters + ".enabled", "false"));
    }

    private Commands() {}

    static int run(List<Class<? extends Callable<Integer>>> commands, String... args) {
        // Read by logback.xml when the first logger is made.
        System.setProperty("tsunagu.log.target", "System.err");
        System.setProperty("tsunagu.log.level", "WARN");
        try (var beans = new Beans()) {
            var commandLine = new CommandLine(new Tsunagu(), beans);
            commands.forEach(commandLine::addSubcommand);
            commandLine.addSubcommand(help());
            commandLine.setParameterExceptionHandler((failure, _) -> refuse(failure));
            commandLine.setExecutionExceptionHandler((failure, _, _) -> StartFailure.print(failure));
            return commandLine.execute(args);
        } catch (InitializationException e) {
            // What a command asks for could not be made: the settings are wrong, or a file they name.
            return StartFailure.print(e);
        }
    }

    private static CommandLine help() {
        var help = new CommandLine(new HelpCommand());
        help.getCommandSpec().usageMessage().header("命令の使い方を見せます。").description();
        return help;
    }

    private static int refuse(ParameterException failure) {
        String what = switch (failure) {
            case UnmatchedArgumentException unmatched -> "「" + String.join(" ", unmatched.getUnmatched()) + "」が分かりません";
            case MissingParameterException missing ->
                missing.getMissing().getFirst().paramLabel() + " がありません";
            default -> failure.getMessage();
        };
        String name = failure.getCommandLine().getCommandName();
        String help = name.equals(Tsunagu.NAME) ? "help" : "help " + name;
        System.err.println("使い方の誤り: " + what + "。java -jar tsunagu.jar " + help + " で使い方が見られます。");
        return failure.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The name is what the usage text shows. */
    @Command(
            name = Tsunagu.NAME,
            header = "つなぐ: 引数なしで起動するとサーバーになります。命令を付けると、それだけを行って終わります。",
            synopsisHeading = "使い方: ",
            synopsisSubcommandLabel = "[命令]",
            commandListHeading = "%n命令:%n",
            optionListHeading = "%n",
            sortOptions = false)
    private static final class Tsunagu {
        static final String NAME = "java -jar tsunagu.jar";

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "この説明を見せます。")
        private boolean help;
    }

    /** Makes commands with what they ask for; starts nothing before the first is asked for, so that help is quick. */
    private static final class Beans implements IFactory, AutoCloseable {
        private ApplicationContext context;
        private MicronautFactory factory;

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type.getPackageName().startsWith("java"))
                return CommandLine.defaultFactory().create(type);
            return factory().create(type);
        }

        private MicronautFactory factory() {
            if (factory == null) {
                context = ApplicationContext.builder()
                        .mainClass(Application.class)
                        .environments(Settings.COMMAND_ENVIRONMENT)
                        .properties(OWN_SETTINGS)
                        .eagerInitConfiguration(true)
                        .build();
                factory = new MicronautFactory(context);
            }
            return factory;
        }

        @Override
        public void close() {
            if (context != null) context.close();
        }
    }
}
