package tsunagu.web.page;

import java.util.List;
import java.util.Map;

/**
 * What the pages say in one language, as {@code config/messages/page.<tag>.yml} has it; no key may be missing.
 *
 * @param tag BCP 47 tag, the one in the file's name
 * @param language the language's name in that language, for the switch
 * @param suggestions questions a newcomer may tap
 * @param sources with {@code {label}} and {@code {count}}
 * @param problems by the name of a refusal such as {@code text-too-long}, or a status such as {@code 404}
 */
public record PageWords(
        String tag,
        String language,
        String title,
        String subtitle,
        String description,
        String skip,
        String menu,
        String startOver,
        String greeting,
        String suggestionsLabel,
        List<String> suggestions,
        String talk,
        String you,
        String assistant,
        String question,
        String questionHint,
        String send,
        String waiting,
        String unreachable,
        String choices,
        String sources,
        String newWindow,
        Emergency emergency,
        About about,
        String home,
        Map<String, Problem> problems) {

    /** The key of {@link #problems} for whatever has no sentence of its own. */
    public static final String OTHER_PROBLEM = "other";

    public PageWords {
        suggestions = List.copyOf(suggestions);
        problems = Map.copyOf(problems);
    }

    /** Whom to call first: a sentence and the numbers. */
    public record Emergency(String first, List<Number> numbers) {
        public Emergency {
            numbers = List.copyOf(numbers);
        }
    }

    /** A telephone number and what it is for. */
    public record Number(String number, String reason) {}

    /** What this page is, where its answers come from, and what is kept. */
    public record About(String title, List<String> lines) {
        public About {
            lines = List.copyOf(lines);
        }
    }

    /** What went wrong, in a few words and in a sentence with what to do. */
    public record Problem(String title, String detail) {}

    /** The words for a problem, {@code {name}} replaced by the details given. */
    public Problem problem(String key, Map<String, String> details) {
        Problem words = problems.getOrDefault(key, problems.get(OTHER_PROBLEM));
        return new Problem(words.title(), filled(words.detail(), details));
    }

    /** 「出典 2件」 */
    public String sourcesSummary(String label, int count) {
        return filled(sources, Map.of("label", label, "count", String.valueOf(count)));
    }

    private static String filled(String pattern, Map<String, String> details) {
        String text = pattern;
        for (var detail : details.entrySet()) text = text.replace("{" + detail.getKey() + "}", detail.getValue());
        return text;
    }
}
