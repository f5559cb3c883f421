package tsunagu.knowledge.index.words;

import java.util.Optional;

/** Other forms of a verb, by its last kana: most dictionaries have them as words of their own. */
public final class Verb {
    private static final String ENDINGS = "うくぐすつぬぶむる";
    private static final String OF_NOUNS = "いきぎしちにびみり";
    private static final String OF_ABILITY = "えけげせてねべめれ";

    private Verb() {}

    /** Whether a word ends as a verb. */
    public static boolean is(String word) {
        return ENDINGS.indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    /** 「担う」 of 「担える」; empty for what does not end so, whether it is a verb or not. */
    public static Optional<String> ofAbility(String verb) {
        if (verb.length() < 2 || !verb.endsWith("る")) return Optional.empty();
        return changed(verb.substring(0, verb.length() - 1), OF_ABILITY, ENDINGS);
    }

    /** 「取り組み」 of 「取り組む」; empty for what does not end as a verb. */
    public static Optional<String> asNoun(String verb) {
        return changed(verb, ENDINGS, OF_NOUNS);
    }

    private static Optional<String> changed(String word, String from, String to) {
        int end = word.length() - 1;
        int ending = from.indexOf(word.charAt(end));
        return ending < 0 ? Optional.empty() : Optional.of(word.substring(0, end) + to.charAt(ending));
    }
}
