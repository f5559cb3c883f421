package tsunagu.line.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import tsunagu.line.fake.FakeLine;
import tsunagu.line.fake.FakeLine.Trouble;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.LineWebhook;

/**
 * Residents who write, and a LINE that delivers as badly as it may: several events to a body, some twice in it, some
 * again later, as a mere copy or as a redelivery, some before what was written earlier. What gets no 200 is delivered
 * again, as LINE does, until it gets one.
 */
final class Storm {
    private static final List<String> WORDS =
            List.of("青嵐中の近くに引っ越してきました", "けやき小", "こんにちは", "そこに入るには？", "どの学校がある？", "ありがとう", "あしたの天気は？");
    private static final int AT_ONCE = 12;
    private static final int MOST_IN_A_BODY = 4;
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_DELIVERIES = Duration.ofMillis(250);

    private final FakeLine line;
    private final Random random;
    private final List<Written> events = new ArrayList<>();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger copies = new AtomicInteger();
    private final AtomicInteger redeliveries = new AtomicInteger();

    Storm(FakeLine line, int count, int residents, long seed) {
        this.line = line;
        this.random = new Random(seed);
        long start = System.currentTimeMillis();
        for (int i = 0; i < count; i++) {
            String name = "住民" + random.nextInt(residents);
            LineResident resident = line.resident(name);
            ObjectNode event = resident.says(WORDS.get(random.nextInt(WORDS.size())));
            event.put("timestamp", start + i);
            events.add(new Written(i, name, event));
        }
    }

    /** What LINE does with requests for a reply: 70 of 100 are taken. */
    Trouble weather() {
        int any;
        synchronized (random) {
            any = random.nextInt(100);
        }
        if (any < 70) return null;
        if (any < 76) return Trouble.RATE_LIMIT;
        if (any < 84) return Trouble.ERROR_500;
        if (any < 90) return Trouble.HTML_502;
        if (any < 94) return Trouble.HANG;
        return any < 97 ? Trouble.TAKE_AND_HANG : Trouble.SLOW;
    }

    List<Written> events() {
        return events;
    }

    /** How many events have had a 200. */
    int delivered() {
        return delivered.get();
    }

    String figures() {
        return "%d deliveries, %d copies, %d redeliveries"
                .formatted(deliveries.get(), copies.get(), redeliveries.get());
    }

    /** Returns when every event has had a 200. */
    void blow() throws InterruptedException, ExecutionException {
        List<List<Written>> bodies = bodies();
        LineWebhook webhook = line.webhook(FakeLine.CHANNEL, FakeLine.SECRET);
        var places = new Semaphore(AT_ONCE);
        var done = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Written> body : bodies) {
                places.acquire();
                done.add(threads.submit(() -> {
                    try {
                        deliver(webhook, body);
                    } finally {
                        places.release();
                    }
                }));
                Copy.pause(8);
            }
            for (Future<?> each : done) each.get();
        }
    }

    private List<List<Written>> bodies() {
        var order = new ArrayList<>(events);
        for (int i = 0; i + 10 < order.size(); i++) {
            if (random.nextInt(10) == 0) Collections.swap(order, i, i + 1 + random.nextInt(9));
        }
        var bodies = new ArrayList<List<Written>>();
        for (int from = 0; from < order.size(); ) {
            int to = Math.min(order.size(), from + 1 + random.nextInt(MOST_IN_A_BODY));
            var body = new ArrayList<>(order.subList(from, to));
            if (random.nextInt(10) == 0) body.add(body.getFirst());
            bodies.add(body);
            if (random.nextInt(8) == 0) bodies.add(List.copyOf(body));
            if (bodies.size() > 5 && random.nextInt(8) == 0) bodies.add(bodies.get(bodies.size() - 5));
            from = to;
        }
        return bodies;
    }

    private void deliver(LineWebhook webhook, List<Written> body) {
        boolean again = body.stream().anyMatch(Written::wasTried);
        for (boolean accepted = false; !accepted; again = true) {
            JsonNode[] nodes = nodes(body, again);
            body.forEach(Written::begin);
            int status = post(webhook, nodes);
            accepted = status == 200;
            if (status >= 400 && status < 500) throw new AssertionError("LINE would give up: " + status);
            if (!accepted) Copy.pause(BETWEEN_DELIVERIES.toMillis());
        }
        for (Written event : body) if (event.end()) delivered.incrementAndGet();
    }

    /** What was delivered before comes as a redelivery, or now and then as a mere copy. */
    private JsonNode[] nodes(List<Written> body, boolean again) {
        deliveries.incrementAndGet();
        boolean marked;
        synchronized (random) {
            marked = again && random.nextInt(3) > 0;
        }
        if (again) (marked ? redeliveries : copies).addAndGet(body.size());
        return body.stream()
                .map(event -> {
                    ObjectNode node = event.event().deepCopy();
                    node.putObject("deliveryContext").put("isRedelivery", marked);
                    return node;
                })
                .toArray(JsonNode[]::new);
    }

    /** 0 where nobody answers. */
    private static int post(LineWebhook webhook, JsonNode... nodes) {
        try {
            return webhook.deliver(nodes).statusCode();
        } catch (java.io.UncheckedIOException nobodyThere) {
            return 0;
        }
    }

    /** LINE lets a reply token die a minute after its last delivery. */
    void expireTokens() {
        for (Written event : events) {
            if (event.isOlderThan(TOKEN_LIFE)) line.expire(LineResident.replyToken(event.event()));
        }
    }
}
