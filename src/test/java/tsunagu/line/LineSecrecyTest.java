package tsunagu.line;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import tsunagu.areas.MunicipalityId;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.LineResident;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriptions;

/** With the loggers of the process at their most talkative, nothing of a resident and no key is told. */
@Isolated
class LineSecrecyTest {
    /** Micronaut's own, which print every setting and all that is stored: the log configuration keeps them quiet. */
    private static final List<String> SETTINGS_PRINTERS =
            List.of("io.micronaut.inject", "io.micronaut.context.DefaultApplicationContext", "io.micronaut.data.query");

    private static final String KEY = "a2V5IG9mIDMyIGJ5dGVzIHRoYXQgbm9ib2R5IHNlZXM=";
    private static final String WORDS = "ひみつの相談があります";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<Logger, Level> levels = new HashMap<>();
    private final Everything everything = new Everything();
    private final List<Appender<ILoggingEvent>> console = new ArrayList<>();
    private LineTown town;

    @BeforeEach
    void listen() {
        everything.setContext(context);
        everything.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(console::add);
        console.forEach(root::detachAppender);
        root.addAppender(everything);
        SETTINGS_PRINTERS.forEach(context::getLogger);
        for (Logger logger : context.getLoggerList()) {
            levels.put(logger, logger.getLevel());
            boolean printer = SETTINGS_PRINTERS.stream().anyMatch(logger.getName()::startsWith);
            logger.setLevel(printer ? Level.INFO : Level.TRACE);
        }
        everything.plain.listen();
        town = LineTown.open(Map.of("line.timeout", "700ms", "subscriptions.key", KEY));
    }

    @AfterEach
    void restore() {
        town.close();
        everything.plain.stop();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender(everything);
        console.forEach(root::addAppender);
        levels.forEach(Logger::setLevel);
    }

    @Test
    void no_words_no_ids_and_no_keys_are_logged_whatever_happens() {
        LineResident hanako = town.resident("花子");
        var replyTokens = new ArrayList<String>();
        String reply = hanako.asks(WORDS).text();
        hanako.asks("全部の地区のイベントを知らせて");
        var subscriptions = town.server.getApplicationContext().getBean(Subscriptions.class);
        var wanted = subscriptions.listFor(new MunicipalityId("nishitokyo"), Subject.EVENTS, Set.of());
        assertThat(subscriptions.reach("default", List.of(wanted.getFirst().id())))
                .containsValue(hanako.userId());
        for (Trouble trouble : Trouble.values()) {
            town.line.next(trouble);
            var event = hanako.says(WORDS);
            replyTokens.add(LineResident.replyToken(event));
            town.webhook().deliver(event, event, hanako.says(WORDS).put("timestamp", "abc"));
            hanako.asks(WORDS);
        }
        town.webhook().deliver((WORDS + "{").getBytes(StandardCharsets.UTF_8));
        town.webhook().post(WORDS.getBytes(StandardCharsets.UTF_8), "x-line-signature", "wrong");

        var secrets = new ArrayList<>(List.of(
                WORDS,
                KEY,
                hanako.userId(),
                FakeLine.SECRET,
                FakeLine.TOKEN,
                Base64.getEncoder().encodeToString(WORDS.getBytes(StandardCharsets.UTF_8))));
        secrets.addAll(replyTokens);
        if (reply.length() > 5) secrets.add(reply);
        assertThat(everything.lines).hasSizeGreaterThan(100).anyMatch(line -> line.contains("x-line-request-id"));
        assertThat(everything.lines)
                .filteredOn(line -> secrets.stream().anyMatch(line::contains))
                .isEmpty();
    }

    /** Catches what logback sees, and what libraries tell Java's own logging. */
    private static final class Everything extends AppenderBase<ILoggingEvent> {
        final Queue<String> lines = new ConcurrentLinkedQueue<>();
        final Plain plain = new Plain(lines);

        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown);
        }
    }

    private static final class Plain extends Handler {
        private final Queue<String> lines;
        private final java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        /** Held, lest they be collected with their levels. */
        private final List<java.util.logging.Logger> talkative = List.of(
                java.util.logging.Logger.getLogger("okhttp3"),
                java.util.logging.Logger.getLogger("okhttp3.OkHttpClient"),
                java.util.logging.Logger.getLogger("okhttp3.internal.http2.Http2"),
                java.util.logging.Logger.getLogger("okhttp3.internal.concurrent.TaskRunner"));

        Plain(Queue<String> lines) {
            this.lines = lines;
            setLevel(java.util.logging.Level.ALL);
        }

        void listen() {
            root.addHandler(this);
            talkative.forEach(logger -> logger.setLevel(java.util.logging.Level.ALL));
        }

        void stop() {
            talkative.forEach(logger -> logger.setLevel(null));
            root.removeHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getLoggerName() + " " + entry.getMessage() + " "
                    + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
