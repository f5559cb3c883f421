package tsunagu.conversation;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.Databases;
import tsunagu.text.Language;

/** The assistant as it ships, over its real documents and settings, with a database of its own, on 22 November 2026. */
public final class TestTown implements AutoCloseable {
    private static final String MARK = "test.town";
    private final ApplicationContext context;
    private final Optional<String> database;

    private TestTown(ApplicationContext context, Optional<String> database) {
        this.context = context;
        this.database = database;
    }

    public static TestTown open() {
        return with(Map.of());
    }

    public static TestTown open(String url) {
        return open(url, Map.of(), Optional.empty());
    }

    /** With further settings. */
    public static TestTown with(Map<String, Object> settings) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        return open(url, settings, Optional.of(url));
    }

    /** @param database that nobody else knows */
    private static TestTown open(String url, Map<String, Object> more, Optional<String> database) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(MARK, "true");
        settings.put("datasources.default.url", url);
        settings.put("datasources.default.username", url.startsWith("jdbc:h2") ? "sa" : "postgres");
        return new TestTown(ApplicationContext.run(settings), database);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A resident with a conversation of their own. */
    public Resident resident() {
        return new Resident(context.getBean(Conversations.class), ConversationId.random());
    }

    /** Says things one after another. */
    public record Resident(Conversations conversations, ConversationId id) {
        public Reply says(String text) {
            return conversations.reply(new Utterance(id, text, Optional.empty(), Optional.<Language>empty()));
        }
    }

    @Override
    public void close() {
        context.close();
        database.ifPresent(Databases::shutDown);
    }

    @Factory
    @Requires(property = MARK)
    static class Time {
        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
        }
    }
}
