package tsunagu.notices.outbox;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tsunagu.areas.MunicipalityId;
import tsunagu.line.fake.FakeLine;
import tsunagu.message.Message;
import tsunagu.subscriptions.Address;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** A copy without a web server, a LINE that it sends to, and residents who have opted in. It sends when told to. */
public final class NoticeTown implements AutoCloseable {
    public static final MunicipalityId TOWN = new MunicipalityId("nishitokyo");
    /** Thirty-two bytes of nothing. */
    public static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    final FakeLine line;
    final ApplicationContext context;
    final Outbox outbox;
    final Subscriptions subscriptions;
    private final SendingWorker worker;

    NoticeTown(FakeLine line, Map<String, Object> database, Map<String, Object> more) {
        this.line = line;
        Map<String, Object> settings = new HashMap<>(line.settings());
        settings.putAll(database);
        settings.put(NoticeClock.MARK, "true");
        settings.put("subscriptions.key", KEY);
        settings.put("line.timeout", "1s");
        settings.put("notices.sending.per-second", 200);
        settings.putAll(more);
        context = ApplicationContext.run(settings);
        outbox = context.getBean(Outbox.class);
        subscriptions = context.getBean(Subscriptions.class);
        worker = context.getBean(SendingWorker.class);
    }

    /** Residents of these names, who want to hear of area notices. */
    List<Subscriber> residents(Language language, String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> subscriptions.begin(
                        name + i, new Address(FakeLine.CHANNEL, user(name, i)), TOWN, language, Subject.AREA_NOTICES))
                .toList();
    }

    /** The same name and number are the same resident. */
    public static String user(String name, int number) {
        return "U"
                + UUID.nameUUIDFromBytes((name + number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    int received(String name, int number) {
        return line.multicast().received().getOrDefault(user(name, number), 0);
    }

    /** One request, if one is due. */
    boolean step() {
        return worker.step();
    }

    /** All that are due. */
    void sendAll() {
        while (worker.step()) {}
    }

    static Map<Language, List<Message>> said(String words) {
        return Map.of(Language.JAPANESE, List.of(new Message.Text(words)));
    }

    @Override
    public void close() {
        context.close();
    }
}
