package tsunagu.knowledge.question;

import java.lang.ref.WeakReference;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.Phrasing;
import tsunagu.knowledge.index.words.Rewriting;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;

/** What a resident typed, as a {@link Question} to one index. */
public final class QuestionReader {
    private static final Pattern MEANING = Pattern.compile(
            "(.+?)(?:(?:(?<!こ)とは|というのは|と言うのは)(?:何|なに|なん)?(?![をがに])|って(?:何|なに|なん)?(?![をがにのかも]|どう(?!いう|ゆう)|本当))"
                    + "(?:(?:どんな|どのような)(?:もの|こと|意味|組織|制度|仕組み|会議|人|[^。、?]{1,6}(?=です|でしょう))"
                    + "|どういう|どうゆう|か|の|です|でしょう|だ|[?!。\\s]|$).*");

    /** 「検討委員会って何回」, 「自治会って正直」: else 会って is read as the verb; 「行って誰に」 is one. */
    private static final Pattern TOPIC =
            Pattern.compile("(?<![行言買使通思持待作入知立っ])って(?=\\s*(?:何[回人名年月日時枚個校件]|いつ|いくつ|どこ|誰|だれ|どの|なぜ))"
                    + "|(?<=\\p{IsHan}会)って(?!\\s*(?:何(?!か)|なに|なん|どう|どんな|い[うっ]|言|か|の|です|だ|[、?。!]|$))");

    /** 「ゆめこらぼって何するとこ」 */
    private static final Pattern WHAT_IT_DOES =
            Pattern.compile("って(?:結局|要するに|いったい|一体)?(?:何|なに)を?(?:する|してる|している|やる|やってる)"
                    + "(?:ところ|とこ|場所|所|会|人|組織|施設|こと(?![がにもで])).*"
                    + "|(?:という|って)(?:言葉|用語)?の?[、,]?意味が?(?:よう|よく)?(?:わか|分か).*"
                    + "|(?:って|とは|は)(?:どの程度|どのくらい|どれくらい)の[^、。?]{1,10}のこと.*"
                    + "|(?<=」)(?:って|とは|というのは|は)[^。?]{1,24}(?:のこと(?![はもで])|の話(?![はもを])|みたいなもの|レベル)[^。?]{0,24}[。?\\s]*$"
                    + "|(?<=[\\p{IsHan}\\p{IsKatakana}ー]{3})って[^。?]{2,20}"
                    + "(?:みたいな(?:もの|こと)|のようなもの|という意味|の話(?![はもを]))[^。?]{0,12}[。?\\s]*$");

    private static final Pattern MEANING_OF = Pattern.compile("(.+?)(?:という言葉)?の(?:意味|定義)(?:は|を|が|って|について|$).*");

    private static final Pattern BEFORE_TERM = Pattern.compile("^.*(?:[、,。]\\s*|に(?:出てくる|書いてある|書かれている|載っている|載ってる)"
            + "|(?:^|[でのが])(?:いう|言う|(?:言|い)って(?:い?る|い?ます)))|[「」『』｢｣\"“”\\s]");

    private static final String NUMBER_OF_THINGS = "(?<![第0-9])(?:[0-9]+|[一二三四五六七八九十]+(?=つ))";

    /** 「4つの」, 「30を超える」, 「17の各」 */
    private static final String COUNT =
            NUMBER_OF_THINGS + "\\s*(?:つ|個|校|団体|地区|か所|ヶ所|箇所|回)?(?:の|を超える|を超す|以上の|ほどの|余りの)?各?\\p{IsHan}{0,2}?";

    /** 「17の各地域に「地域活動支援拠点」」 */
    private static final String IN_EACH = "[0-9]+の各\\p{IsHan}{2}に\\s*「?[^「」。]{0,8}";

    /** 「将来像を3つ教えて」 asks to be told, whether there are three or not. */
    private static final Pattern TOLD_SO_MANY =
            Pattern.compile("[0-9一二三四五六七八九]つ(?:とも|ほど|くらい|ぐらい)?(?=[、\\s]*(?:教え|おしえ|挙げ|あげ|言って|言え|答え|紹介|お願い))"
                    + "|(?<=を)[0-9一二三四五六七八九]つ(?=[?。!\\s]*$)");

    private static final Pattern BACKGROUND = Pattern.compile("(?:[。!]|(?:です|ます|でした|ました|ません|たい|ない|[たるいん])"
            + "(?:が|けれども|けれど|けど|ので)[、,\\s]|(?:そう|よう|わけ)で[、,]|(?:では|によると|によれば|において)[、,])\\s*(?=.{3})");

    private static final String PART = "〜";

    private final TextIndex index;
    private final Set<String> framing;
    private final Pattern phrases;
    private final List<Rewriting> rewritings;
    private final Set<String> light;
    /** Gone with the next time that memory is cleared: these are the words of a resident. */
    private volatile WeakReference<Read> last = new WeakReference<>(null);

    public QuestionReader(TextIndex index, WordReader words, Phrasing phrasing) {
        this.index = index;
        List<String> stopPhrases = phrasing.stopPhrases();
        rewritings = phrasing.rewritings();
        light = phrasing.lightWords();
        phrases = Pattern.compile(stopPhrases.stream()
                .filter(phrase -> phrase.contains(PART))
                .map(phrase -> "|" + Pattern.quote(phrase.replace(PART, "")))
                .collect(Collectors.joining("", "何か(?![月国所条])|何", "")));
        framing = stopPhrases.stream()
                .filter(phrase -> !phrase.contains(PART))
                .flatMap(phrase -> oneWord(phrase, words).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a phrase of several words each would be left out everywhere: 「手に入る」 would lose 入る. */
    private static Optional<String> oneWord(String phrase, WordReader words) {
        List<String> terms = words.read(phrase).stream().map(Word::term).toList();
        if (terms.size() > 1) {
            throw new IllegalArgumentException("stop-phrases.txt の「" + phrase + "」は" + terms.size() + "つの言葉（"
                    + String.join("、", terms) + "）に分かれます。1語にするか、〜を付けて「〜" + phrase + "」と書いてください。");
        }
        return terms.stream().findFirst();
    }

    /** What is searched for again, as one question often is, is read once; it is not kept beyond that. */
    public Question read(String typed) {
        Read before = last.get();
        if (before != null && before.typed().equals(typed)) return before.question();
        var read = new Read(typed, readAnew(typed));
        last = new WeakReference<>(read);
        return read.question();
    }

    private record Read(String typed, Question question) {}

    private Question readAnew(String typed) {
        String plain = WHAT_IT_DOES
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip())
                .replaceFirst("とは");
        Nth nth = Nth.in(plain);
        String text =
                TOLD_SO_MANY.matcher(TOPIC.matcher(nth.rest()).replaceAll("は")).replaceAll("");
        List<Asked> asked = Asked.in(text);
        String topic = text;
        for (Rewriting each : rewritings) topic = each.in(topic);
        for (Asked each : asked) topic = each.withoutQuestionWords(topic);
        topic = phrases.matcher(topic).replaceAll(" ");
        QueryReading whole = index.read(Question.withDigits(topic), Question.withDigits(text))
                .without(framing)
                .lightening(light);
        QueryReading reading = stressed(topic).map(whole::stressing).orElse(whole);
        return new Question(text, reading, asked, terms(text), counted(reading), nth.number());
    }

    /** The words of what is asked after what was told: 「迷っているのですが、メリットはありますか」. */
    private Optional<Set<String>> stressed(String topic) {
        return BACKGROUND.matcher(topic).results().map(MatchResult::end).toList().reversed().stream()
                .map(end -> Question.withDigits(topic.substring(end)))
                .map(asking -> index.read(asking, asking).without(framing).words())
                .filter(words -> words.stream().anyMatch(word -> word.kind().names()))
                .findFirst()
                .map(words -> words.stream().map(QueryWord::term).collect(Collectors.toSet()));
    }

    private static Pattern counted(QueryReading reading) {
        String things = reading.words().stream()
                .filter(word -> word.kind().names() && word.term().length() > 1)
                .map(word -> Pattern.quote(word.term()))
                .collect(Collectors.joining("|"));
        if (things.isEmpty()) return Pattern.compile("(?!)");
        return Pattern.compile(COUNT + "(?:" + things + ")|(?:" + things + ")[をはがも]?" + NUMBER_OF_THINGS + "|"
                + NUMBER_OF_THINGS + "つを(?:" + things + ")|" + IN_EACH
                + "(?:" + things + ")");
    }

    private static List<String> terms(String text) {
        Matcher meaning = MEANING.matcher(text);
        Matcher meaningOf = MEANING_OF.matcher(text);
        String asked;
        if (meaning.matches()) {
            asked = meaning.group(1);
        } else if (meaningOf.matches()) {
            asked = meaningOf.group(1);
        } else {
            return List.of();
        }
        String term = BEFORE_TERM.matcher(asked).replaceAll("");
        var terms = new ArrayList<String>();
        // 「八王子市の地域カルテ」 asks for 地域カルテ; 「集う場のあるコミュニティ」 may be the term itself.
        while (!term.isEmpty()) {
            if (term.length() > 1) terms.add(term);
            int cut = term.indexOf('の');
            term = cut < 0 ? "" : term.substring(cut + 1);
        }
        return terms;
    }
}
