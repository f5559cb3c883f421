package tsunagu.line.fault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tsunagu.line.fake.LineResident;
import tsunagu.line.fake.SentReply;

/**
 * What became of every event, by LINE's own account and by the inbox's.
 *
 * @param answered events with a reply that LINE took
 * @param twice events with more than one such reply
 * @param secondThoughts events for which requests with different words came
 * @param givenUp by reason, what the inbox says it gave up and LINE took nothing for
 * @param lost events that were neither answered nor are recorded as given up
 * @param claimed events the inbox calls sent, and LINE took nothing for
 * @param unconfirmed events the inbox calls sent though nobody told it so
 * @param outOfOrder pairs of one resident: the earlier event had its last 200 before the later was first delivered, and
 *     yet the later was answered first
 */
record Verdict(
        int answered,
        List<String> twice,
        List<String> secondThoughts,
        Map<String, Long> givenUp,
        List<String> lost,
        List<String> claimed,
        long unconfirmed,
        List<String> outOfOrder) {

    /** @param states what the inbox says, by event key: the state, and the reason where there is one */
    static Verdict of(
            List<Written> events, List<SentReply> replies, List<SentReply> tries, Map<String, String> states) {
        Map<String, Integer> place = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < replies.size(); i++) {
            if (place.putIfAbsent(replies.get(i).replyToken(), i) != null)
                twice.add(replies.get(i).replyToken());
        }
        Map<String, Set<String>> words = tries.stream()
                .collect(Collectors.groupingBy(
                        SentReply::replyToken,
                        Collectors.mapping(reply -> reply.messages().toString(), Collectors.toSet())));
        List<Written> unanswered = events.stream()
                .filter(event -> !place.containsKey(token(event)))
                .toList();
        return new Verdict(
                events.size() - unanswered.size(),
                List.copyOf(twice),
                events.stream()
                        .filter(event ->
                                words.getOrDefault(token(event), Set.of()).size() > 1)
                        .map(Written::key)
                        .toList(),
                unanswered.stream()
                        .map(event -> states.getOrDefault(event.key(), "missing"))
                        .filter(state -> state.startsWith("given-up"))
                        .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting())),
                unanswered.stream()
                        .filter(event ->
                                !states.getOrDefault(event.key(), "missing").startsWith("given-up"))
                        .map(event -> event.key() + " " + states.get(event.key()))
                        .toList(),
                unanswered.stream()
                        .filter(event ->
                                states.getOrDefault(event.key(), "missing").startsWith("sent"))
                        .map(Written::key)
                        .toList(),
                states.values().stream().filter("sent unconfirmed"::equals).count(),
                outOfOrder(events, place));
    }

    /** In one line; all but what is answered, unconfirmed or given up should be 0. */
    String figures() {
        return "%d answered (%d of them unconfirmed), given up %s, %d lost, %d answered twice, %d second thoughts, "
                        .formatted(answered, unconfirmed, givenUp, lost.size(), twice.size(), secondThoughts.size())
                + "%d called sent but not, %d out of order".formatted(claimed.size(), outOfOrder.size());
    }

    private static List<String> outOfOrder(List<Written> events, Map<String, Integer> place) {
        return events.stream().collect(Collectors.groupingBy(Written::resident)).values().stream()
                .flatMap(own -> own.stream()
                        .flatMap(earlier -> own.stream()
                                .filter(earlier::isKnownBefore)
                                .filter(later -> place.getOrDefault(token(earlier), -1)
                                        > place.getOrDefault(token(later), Integer.MAX_VALUE))
                                .map(later -> earlier.number() + " after " + later.number())))
                .toList();
    }

    private static String token(Written event) {
        return LineResident.replyToken(event.event());
    }
}
