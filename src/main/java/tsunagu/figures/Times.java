package tsunagu.figures;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long replies took, in slots: enough to say how long most of them took, without keeping each. */
final class Times {
    /** Slower than the last slot that has an end. */
    static final String SLOWER = "slower";

    private static final List<Integer> ENDS = List.of(5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000);

    private Times() {}

    /** The slot by its end, in milliseconds. */
    static String slot(Duration took) {
        return ENDS.stream()
                .filter(end -> took.compareTo(Duration.ofMillis(end)) <= 0)
                .findFirst()
                .map(String::valueOf)
                .orElse(SLOWER);
    }

    static List<String> listSlots() {
        return Stream.concat(ENDS.stream().map(String::valueOf), Stream.of(SLOWER))
                .toList();
    }

    /** 「20ミリ秒以内」「2秒以内」. */
    static String label(String slot) {
        if (slot.equals(SLOWER)) return ENDS.getLast() / 1000 + "秒より長い";
        int millis = Integer.parseInt(slot);
        return millis < 1000 ? millis + "ミリ秒以内" : millis / 1000 + "秒以内";
    }

    /** The slot in which so many of a hundred replies have come; empty where none were counted. */
    static Optional<String> percentile(int percent, Map<String, Long> bySlot) {
        long all = bySlot.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) return Optional.empty();
        long come = 0;
        for (String slot : listSlots()) {
            come += bySlot.getOrDefault(slot, 0L);
            if (come * 100 >= all * percent) return Optional.of(slot);
        }
        return Optional.of(SLOWER);
    }
}
