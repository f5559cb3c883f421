package tsunagu.line;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.LineWebhook;

/** The real server with its database in memory, and a LINE that delivers to it. */
final class LineTown implements AutoCloseable {
    final FakeLine line = FakeLine.start();
    final EmbeddedServer server;

    private LineTown(Map<String, Object> more) {
        var settings = new HashMap<>(line.settings());
        settings.put("datasources.default.url", inMemory());
        settings.put("micronaut.health.monitor.enabled", false);
        settings.put("endpoints.health.details-visible", "ANONYMOUS");
        settings.putAll(more);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        line.deliverTo(server.getURI());
    }

    static LineTown open() {
        return new LineTown(Map.of());
    }

    static LineTown open(Map<String, Object> more) {
        return new LineTown(more);
    }

    static String inMemory() {
        return "jdbc:h2:mem:line-%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                .formatted(UUID.randomUUID());
    }

    LineResident resident(String name) {
        return line.resident(name);
    }

    LineWebhook webhook() {
        return line.webhook(FakeLine.CHANNEL, FakeLine.SECRET);
    }

    /** Sum over all counters of this name with this tag. */
    double figure(String name, String tag, String value) {
        return server
                .getApplicationContext()
                .getBean(MeterRegistry.class)
                .find(name)
                .tag(tag, value)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Waits until the figure is at least that much. */
    void awaitFigure(String name, String tag, String value, double least) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (figure(name, tag, value) < least) {
            if (System.nanoTime() > end) throw new AssertionError(name + " is " + figure(name, tag, value));
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        // LINE first: the server need not wait for requests that hang.
        line.close();
        server.close();
    }
}
