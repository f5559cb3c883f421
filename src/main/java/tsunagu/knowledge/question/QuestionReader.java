package tsunagu.knowledge.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;

/** What a resident typed, as a {@link Question} to one index. */
public final class QuestionReader {
    private static final Pattern MEANING = Pattern.compile("(.+?)(?:(?<!こ)とは|って|というのは|と言うのは)"
            + "(?:(?:何|なに|なん)(?![をがにのかも])|どんな(?:もの|こと|意味|組織|制度|仕組み|会議|人)|どういう|どうゆう|[?!。\\s]*$).*");

    private static final Pattern MEANING_OF = Pattern.compile("(.+?)(?:という言葉)?の(?:意味|定義)(?:は|を|が|って|について|$).*");

    private static final Pattern BEFORE_TERM = Pattern.compile("^.*[、,。]\\s*|[「」『』｢｣\"“”\\s]");

    private static final String PART = "〜";

    private final TextIndex index;
    private final Set<String> framing;
    private final Pattern phrases;

    /**
     * @param stopPhrases words that frame a question, each left out in all its forms; one with 〜 is left out as it is
     *     written, wherever it stands
     */
    public QuestionReader(TextIndex index, WordReader words, List<String> stopPhrases) {
        this.index = index;
        phrases = Pattern.compile(stopPhrases.stream()
                .filter(phrase -> phrase.contains(PART))
                .map(phrase -> Pattern.quote(phrase.replace(PART, "")))
                .collect(Collectors.joining("|", "何|", "")));
        framing = stopPhrases.stream()
                .filter(phrase -> !phrase.contains(PART))
                .flatMap(phrase -> words.read(phrase).stream())
                .map(Word::term)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Question read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        List<Asked> asked = Asked.in(text);
        String topic = text;
        for (Asked each : asked) topic = each.withoutQuestionWords(topic);
        topic = phrases.matcher(topic).replaceAll(" ");
        return new Question(text, index.read(topic).without(framing), asked, terms(text));
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
