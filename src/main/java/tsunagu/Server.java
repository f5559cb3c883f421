package tsunagu;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.logging.LogLevel;
import io.micronaut.logging.LoggingSystem;
import io.micronaut.runtime.server.EmbeddedServer;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.knowledge.Knowledge;
import tsunagu.staff.Invitations;

/** The product as a server: every part of it made before the first request, so that what is wrong shows at once. */
final class Server {
    /** In logback.xml: StartFailure says in a sentence what these say in a hundred lines. */
    private static final List<String> SILENT_WHILE_STARTING = List.of(
            "com.zaxxer.hikari.pool.HikariPool",
            "io.micronaut.context.DefaultBeanContext",
            "io.micronaut.scheduling.DefaultTaskExceptionHandler");

    /** It warns of a module that nobody can name in a jar's manifest; held here, as loggers are forgotten otherwise. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private Server() {}

    /** Runs until the process is asked to end; the exit code. */
    static int run() {
        LUCENE.setLevel(Level.SEVERE);
        Thread.ofPlatform().daemon().name("dictionary").start(Knowledge::loadDictionary);
        try {
            ApplicationContext context = ApplicationContext.builder()
                    .mainClass(Application.class)
                    .eagerInitConfiguration(true)
                    .build();
            context.start();
            makeOurs(context);
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            inviteFirst(context, server);
            report(context, server);
            awaitEnd(server);
            return 0;
        } catch (RuntimeException | LinkageError failure) {
            return StartFailure.print(failure);
        }
    }

    private static void makeOurs(ApplicationContext context) {
        String ours = Server.class.getPackageName() + ".";
        context.getAllBeanDefinitions().stream()
                .filter(definition -> definition.isSingleton()
                        && definition.getBeanType().getName().startsWith(ours))
                .forEach(definition -> make(context, definition));
    }

    /** By its definition, as a search by type is slow; but one for each entry of a list has no name yet. */
    private static void make(ApplicationContext context, BeanDefinition<?> definition) {
        if (definition.isIterable()) context.getBeansOfType(definition.getBeanType());
        else context.getBean(definition);
    }

    private static void report(ApplicationContext context, EmbeddedServer server) {
        context.findBean(LoggingSystem.class)
                .ifPresent(log -> SILENT_WHILE_STARTING.forEach(name -> log.setLogLevel(name, LogLevel.INFO)));
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        LoggerFactory.getLogger(Application.class)
                .info("つなぐ: {}/ で動いています（{} 秒）", server.getURI(), "%.1f".formatted(seconds));
    }

    /** To the console and not to the log, which others may read: whoever has the link is administrator. */
    private static void inviteFirst(ApplicationContext context, EmbeddedServer server) {
        context.getBean(Invitations.class).inviteFirst().ifPresent(path -> {
            System.out.println("職員用の画面を使う最初の人（管理者）は、次のリンクから登録してください。一度だけ使えます。期限が切れたら、起動し直すと新しいリンクが出ます。");
            System.out.println("  " + server.getURI() + path);
        });
    }

    private static void awaitEnd(EmbeddedServer server) {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            ended.countDown();
        }));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
