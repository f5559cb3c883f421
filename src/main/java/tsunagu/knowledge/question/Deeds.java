package tsunagu.knowledge.question;

import java.util.regex.Pattern;
import tsunagu.knowledge.index.QueryReading;

/** What somebody does, wants to do or wants done, in what reads like a question. */
final class Deeds {
    private static final String DONE = "たい(?!と)|[てで](?:ほしい|欲しい|ください|下さい|もら|くれ)|(?<!っ)[てで][。!]*$|には[?。!\\s]*$|方法|やり方";

    private static final Pattern WISH = Pattern.compile(DONE + "|[てで]も(?:いい|良い|よい|大丈夫)|(?<!まし)た[。!]*$"
            + "|手続|誰|だれ|とき|場合|^[^はも?]{0,30}[をに][^はも?]{0,30}(?<!て)[うくぐすつぬぶむる][。!\\s]*$");

    private static final Pattern DEED = Pattern.compile(DONE);

    /** What tells nothing of this is only stated. */
    private static final Pattern ASKS =
            Pattern.compile("[?？]|か[な。!\\s]*$|[何誰](?!か|も|とか)|なに(?!か|も)|なん(?!と)|だれ(?!か|も)|どこ(?!か)|いつ(?!も|か(?!ら(?!か)))"
                    + "|どう(?!ぞ|して?も)|なぜ|どん|どの|いく[らつ]|教え|おしえ|知り(?!合)|とは|は[。\\s]*$|の$");

    private Deeds() {}

    /** 「アンケートを見せて」「子ども食堂で働きたい」「パソコンが壊れました」 are of nothing else than what one does. */
    static boolean isOf(QueryReading question) {
        return DEED.matcher(question.text()).find() || !isAsking(question);
    }

    static boolean isAsking(QueryReading question) {
        return ASKS.matcher(question.typed()).find();
    }

    /** Whether its verb says what somebody wants to do: 「マルシェで売りたい」. */
    static boolean isWished(QueryReading question) {
        return WISH.matcher(question.text()).find();
    }
}
