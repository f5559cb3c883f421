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
    /** What remains of 「何回」 and 「何人」 after the question word says nothing; of 「何団体」, 団体 does. */
    private static final Pattern COUNTING = Pattern.compile("何(?:人|名|回|度|年|月|日|時|曜日?|つ|か所|ヶ所|カ所|箇所|円|割|枚|個|件|%|パーセント)?");

    private static final Pattern MEANING = Pattern.compile("(.+?)(?:とは|って|というのは|と言うのは)"
            + "(?:何|なに|なん|どんな(?:もの|こと|意味|組織|制度|仕組み|会議|人)|どういう|どうゆう|[?!。\\s]*$).*");

    private static final Pattern MEANING_OF = Pattern.compile("(.+?)(?:という言葉)?の(?:意味|定義)(?:は|を|が|って|について|$).*");

    private static final Pattern BEFORE_TERM = Pattern.compile("^.*[、,。]\\s*|[「」『』｢｣\"“”\\s]");

    private final TextIndex index;
    private final Set<String> framing;

    /** @param stopPhrases words that frame a question; each is left out in all its forms */
    public QuestionReader(TextIndex index, WordReader words, List<String> stopPhrases) {
        this.index = index;
        framing = stopPhrases.stream()
                .flatMap(phrase -> words.read(phrase).stream())
                .map(Word::term)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Question read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        String topic = COUNTING.matcher(text).replaceAll(" ");
        return new Question(text, index.read(topic).without(framing), Asked.in(text), terms(text));
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
