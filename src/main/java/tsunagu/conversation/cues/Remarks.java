package tsunagu.conversation.cues;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tsunagu.areas.PlaceFinder;
import tsunagu.conversation.words.Wording;

/** What is said before a question and has nothing to do with it: 「猫の手も借りたいくらい忙しい笑 自治会の課題は？」 */
public final class Remarks {
    private static final Pattern ENDS = Pattern.compile("(?<=[。!?！？…\\n"
            + "])[\\s\\p{So}\\uFE0F]*|(?<=[笑ｗw草ー〜~\\p{So}])[\\s"
            + "　]+|(?<=(?:聞く|きく|聞き|質問)(?:ん|の|ます|たい)?(?:だ|です|ん)?(?:けど|が)、)");

    /** A question shorter than this may be about what was said before it. */
    private static final int LONG_ENOUGH = 12;

    /** 「土曜日しか休めません。」 */
    private static final Pattern RESTRICTS = Pattern.compile("しか|だけ|なら|休め|空いて|限り|希望|がいい|車いす");

    /** What a remark may hold. */
    private static final Set<Cue> NOTHING = EnumSet.of(
            Cue.GREETING,
            Cue.THANKS,
            Cue.GOODBYE,
            Cue.PRAISE,
            Cue.COMPLAINT,
            Cue.APOLOGY,
            Cue.OUT_OF_SCOPE,
            Cue.FILLER);

    private Remarks() {}

    /**
     * The words after the remarks at their beginning; as they are where there is none, or nothing else.
     *
     * @param words names may have been replaced by a mark
     * @param conditions whether a sentence speaks of what an answer may have to suit, such as a day: one that
     *     restricts it is no remark
     */
    public static String without(String words, Cues cues, Predicate<String> conditions) {
        String[] sentences = ENDS.split(words, 3);
        int from = 0;
        for (int i = 0; i + 1 < sentences.length && isRemark(sentences[i], cues, conditions); i++) {
            from = words.indexOf(sentences[i + 1], from + sentences[i].length());
        }
        String rest = words.substring(from);
        boolean question = rest.contains(PlaceFinder.NAME_MARK) || rest.length() >= LONG_ENOUGH;
        return question && !Wording.asksNothing(rest) ? rest : words;
    }

    /**
     * The end of words that is kept of them where names are replaced: what is left out holds no name.
     *
     * @param rest the words with the names replaced
     * @param kept the end of these
     */
    public static String sameEnd(String words, String rest, String kept) {
        return words.substring(Math.min(words.length(), rest.length() - kept.length()));
    }

    private static boolean isRemark(String sentence, Cues cues, Predicate<String> conditions) {
        boolean restricts = RESTRICTS.matcher(sentence).find() && conditions.test(sentence);
        return !restricts
                && !sentence.contains(PlaceFinder.NAME_MARK)
                && Wording.asksNothing(sentence)
                && isOfNothing(cues.read(sentence));
    }

    /** Whether words hold nothing that we answer. */
    public static boolean isOfNothing(CueReading reading) {
        return reading.hits().stream()
                .allMatch(hit -> NOTHING.contains(hit.cue())
                        || hit.cue() == Cue.CALM && hit.label().equals(Emergencies.SEEN));
    }
}
