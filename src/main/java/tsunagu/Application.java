package tsunagu;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import tsunagu.atlas.AreasCommand;
import tsunagu.console.StaffCommand;
import tsunagu.keeping.BackupCommand;
import tsunagu.keeping.RestoreCommand;
import tsunagu.knowledge.EvaluateCommand;
import tsunagu.line.LineCommand;
import tsunagu.subscriptions.SubscriptionsCommand;

/** Starts the server, or with arguments one of the commands, such as {@code ask} or {@code help}. */
public final class Application {
    /**
     * The commands of the jar. Each is a public bean with picocli's {@code @Command}; it gets the beans it asks for, an
     * empty database in memory and no web server, prints its answer to {@code System.out} and returns the exit code.
     */
    static final List<Class<? extends Callable<Integer>>> COMMANDS = List.of(
            AreasCommand.class,
            AskCommand.class,
            BackupCommand.class,
            CheckCommand.class,
            EvaluateCommand.class,
            LineCommand.class,
            RestoreCommand.class,
            SamplesCommand.class,
            StaffCommand.class,
            SubscriptionsCommand.class);

    private Application() {}

    /** Ends with 0 if all went well, with 1 if it could not be done, with 2 if the arguments make no sense. */
    public static void main(String[] args) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        // Lucene and the database drivers use Java's own logging, which would print beside the log.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if (args.length == 0) System.exit(Server.run());
        Commands.withoutMeters();
        System.exit(Commands.run(COMMANDS, Arguments.asTyped(args)));
    }

    /** Where no language is set, as in most containers, Java would print a question mark for every Japanese letter. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
