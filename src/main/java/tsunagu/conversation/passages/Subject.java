package tsunagu.conversation.passages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What passages were told about, for questions that do not say it again: the compound that the questions known to be
 * answered by them have most, those before all that are like the one that was asked.
 */
final class Subject {
    /** 「検討委員会」; neither 「何階」 nor 「基本的」 is a subject. */
    private static final Pattern COMPOUND =
            Pattern.compile("(?:子ども|づくり|[\\p{IsHan}\\p{IsKatakana}ー&&[^何]]){2,20}+(?<!的)(?!何)");

    /** What is asked of a subject. */
    private static final Set<String> ASKED = Set.of("場所", "名前", "理由", "人数", "時期", "内容", "意味", "会場", "日程");

    /** So much more counts a question that is just the one asked than one that has nothing of it. */
    private static final double LIKE = 20;

    /** Each letter makes a compound say more. */
    private static final double LETTER = 0.15;

    /** Of what the resident has named, or has spoken of before. */
    private static final double NAMED = 2;

    private static final double HALF = 0.5;

    private Subject() {}

    /**
     * @param wordings questions that what was told is known to answer
     * @param question as it was asked
     * @param before what was spoken of before
     * @return one of their compounds; empty where they have none
     */
    static Optional<String> of(List<String> wordings, String question, Optional<String> before) {
        Set<String> asked = pairs(question);
        Map<String, Double> counted = new HashMap<>();
        double all = 0;
        for (String wording : wordings) {
            double likeness = 1 + LIKE * likeness(pairs(wording), asked);
            compounds(wording).forEach(compound -> counted.merge(compound, likeness, Double::sum));
            all += likeness;
        }
        double most = all * HALF;
        return counted.entrySet().stream()
                .filter(each -> each.getValue() >= most || named(each.getKey(), asked, before) > 0)
                .max(Comparator.comparingDouble((Map.Entry<String, Double> each) -> each.getValue()
                                * (1 + LETTER * each.getKey().length())
                                * (1 + NAMED * named(each.getKey(), asked, before)))
                        .thenComparing(
                                Map.Entry.<String, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    private static Set<String> compounds(String wording) {
        return COMPOUND.matcher(wording)
                .results()
                .map(MatchResult::group)
                .filter(compound -> !ASKED.contains(compound))
                .collect(Collectors.toSet());
    }

    /** How much of a compound the resident named, or all of it where it was spoken of before; else nothing. */
    private static double named(String compound, Set<String> asked, Optional<String> before) {
        if (before.equals(Optional.of(compound))) return 1;
        Set<String> own = pairs(compound);
        double named = (double) own.stream().filter(asked::contains).count() / own.size();
        return named < HALF ? 0 : named;
    }

    /** Dice's coefficient of pairs of neighbouring letters, 0 to 1. */
    private static double likeness(Set<String> one, Set<String> other) {
        int all = one.size() + other.size();
        return all == 0 ? 0 : 2.0 * one.stream().filter(other::contains).count() / all;
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) pairs.add(text.substring(i, i + 2));
        return pairs;
    }
}
