package tsunagu.knowledge.question;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.words.Word.Kind;

/**
 * A question as it was understood.
 *
 * @param text as typed, in NFKC
 * @param reading its words without those that only frame a question
 * @param asked what an answer must have
 * @param terms what it asks the meaning of, from the longest wording to the shortest; empty for other questions
 */
public record Question(String text, QueryReading reading, List<Asked> asked, List<String> terms) {
    private static final String FIGURE =
            "(?:[0-9]+|[一二三四五六七八九十]+)\\s*" + "(?:つ|個|校|団体|地区|か所|ヶ所|箇所)?(?:の|を超える|を超す|以上の|ほどの|余りの)?各?";

    private static final Pattern ORDINAL = Pattern.compile("第[0-9一二三四五六七八九十]+(?:回|層|次|期|号|条|章)");

    public Question {
        asked = List.copyOf(asked);
        terms = List.copyOf(terms);
    }

    /** 「地域カルテとは」 */
    public boolean asksMeaning() {
        return !terms.isEmpty();
    }

    /** Whether it asks for a figure or a date: then only the newest of the documents that tell it counts. */
    public boolean asksWhatAges() {
        return asked.stream().anyMatch(Asked::ages);
    }

    /** Whether a text has all that an answer must have; NFKC text expected. */
    public boolean isToldIn(String text) {
        return ordinals().allMatch(text::contains) && asked.stream().allMatch(each -> each.isToldIn(text));
    }

    /** 「第5回」 is not answered by what is known of the first to the fourth. */
    private Stream<String> ordinals() {
        return ORDINAL.matcher(text).results().map(MatchResult::group);
    }

    /** Whether a text has what an answer must have, and no doubt about it; NFKC text expected. */
    public boolean isSurelyToldIn(String text) {
        return isCountedIn(text) || asked.stream().anyMatch(each -> each.isSurelyToldIn(text));
    }

    /** Whether a number was asked for, and the text counts the very thing: 「4つのネットワーク」. */
    private boolean isCountedIn(String text) {
        return asked.contains(Asked.NUMBER)
                && reading.words().stream()
                        .filter(word -> word.kind() != Kind.OTHER && word.term().length() > 1)
                        .anyMatch(word -> Pattern.compile(FIGURE + Pattern.quote(word.term()))
                                .matcher(text)
                                .find());
    }
}
