package tsunagu.knowledge.excerpt;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import tsunagu.documents.Passage.Body;
import tsunagu.text.Folding;

/** Whether a text says what a term means, rather than merely using it. */
final class Definitions {
    /** Says it in so many words. */
    static final double DEFINES = 1;
    /** Says it in passing: 「…を共有するための資料として「地域カルテ」を作成します」. */
    static final double TELLS = 0.8;
    /** Is about the term, and may well say what it is. */
    static final double DESCRIBES = 0.6;

    private static final Pattern ASKING = Pattern.compile("(とは|ってなに|って何|とはなにか|とは何か|の定義|の意味)?[?!。]*$");
    private static final String OPEN = "[「『\"“｢]?";
    private static final String CLOSE = "[」』\"”｣]?";

    /** 「すれ違う際に挨拶を交わす程度の「弱いつながり」」: a clause before the quoted term tells what it is. */
    private static final String CLAUSE = "[^。、「」『』]{5,}(?<!における|に関する|に対する|による)(?:[るたのなうくすつむぶ]|として)";

    private Definitions() {}

    /** How a heading announces the term: 「地域協力ネットワークってなに？」, or the bare term. */
    static double byHeading(List<String> headings, List<String> terms) {
        if (headings.isEmpty()) return 0;
        String heading = plain(headings.getLast());
        String name = ASKING.matcher(heading).replaceFirst("");
        boolean asks = !name.equals(heading);
        boolean same = terms.stream().anyMatch(term -> Folding.name(plain(term)).equals(Folding.name(unquoted(name))));
        if (!same) return 0;
        return asks ? DEFINES : DESCRIBES;
    }

    /** How a sentence, item or row explains the term. */
    static double byText(String text, List<String> terms) {
        String plain = plain(text);
        double best = 0;
        for (String term : terms) best = Math.max(best, byText(plain, plain(term)));
        return best;
    }

    private static double byText(String text, String term) {
        if (!text.contains(term)) return 0;
        String quoted = Pattern.quote(term);
        String named = OPEN + quoted + CLOSE;
        if (matches(text, named + "(とは|という|といい|と呼|のこと|を指し|の定義|\\.\\.\\.|:)")) return DEFINES;
        boolean tells = matches(text, CLAUSE + "[「『\"“｢]" + quoted + "[」』\"”｣]")
                || matches(text, "、" + named + "です")
                || matches(text, "^" + named + "は.*(です|である|こと|もの|を指します|とします)。?$");
        if (tells) return TELLS;
        return matches(text, "^" + named + "(は|が|には|では)") ? DESCRIBES : 0;
    }

    private static boolean matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    /** A table whose first cell is the term says in the other cells what it is, if they are more than figures. */
    static double byRow(Body.Row row, List<String> terms) {
        if (row.cells().isEmpty()) return 0;
        String label = Folding.name(plain(row.cells().getFirst()));
        boolean named = terms.stream().anyMatch(term -> label.contains(Folding.name(plain(term))));
        boolean told = row.cells().stream().skip(1).anyMatch(cell -> cell.length() >= 12);
        return named && told ? DEFINES : 0;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String unquoted(String text) {
        return text.replaceAll("[「」『』\"“”｢｣]", "");
    }
}
