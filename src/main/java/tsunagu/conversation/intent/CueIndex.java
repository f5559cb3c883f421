package tsunagu.conversation.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsunagu.areas.PlaceFinder;
import tsunagu.conversation.intent.CueReading.Hit;
import tsunagu.text.FoldedText;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/** Finds cues from left to right; the longest phrase wins, so that 「設立準備会」 is not 「設立」. */
final class CueIndex {
    private final Map<String, List<Hit>> phrases = new HashMap<>();
    private int longest;

    void add(Cue cue, String phrase, String label) {
        String folded = Folding.name(phrase);
        if (folded.isEmpty()) return;
        phrases.computeIfAbsent(folded, any -> new ArrayList<>()).add(new Hit(cue, folded, label));
        longest = Math.max(longest, folded.length());
    }

    /** @param rest words in which names are replaced by {@link PlaceFinder#NAME_MARK} */
    CueReading read(String rest) {
        var text = FoldedText.of(rest);
        var hits = new ArrayList<Hit>();
        boolean[] explained = new boolean[text.source().length()];
        int i = 0;
        while (i < text.folded().length()) {
            int end = longestEnd(text, i);
            if (end < 0) {
                i++;
                continue;
            }
            hits.addAll(phrases.get(text.folded().substring(i, end)));
            for (int k = i; k < end; k++) explained[text.positions()[k]] = true;
            i = end;
        }
        return new CueReading(hits, leftover(text.source(), explained));
    }

    private int longestEnd(FoldedText text, int start) {
        for (int end = Math.min(text.folded().length(), start + longest); end > start; end--) {
            if (phrases.containsKey(text.folded().substring(start, end)) && isWhole(text, start, end)) return end;
        }
        return -1;
    }

    /** Latin words and numbers count whole: no 「hi」 in 「which」, no 「1人で」 in 「21人です」. */
    private static boolean isWhole(FoldedText text, int start, int end) {
        String source = text.source();
        int from = text.positions()[start];
        int to = text.positions()[end - 1] + 1;
        boolean left = from == 0 || !goOn(source.charAt(from - 1), source.charAt(from));
        boolean right = to == source.length() || !goOn(source.charAt(to - 1), source.charAt(to));
        return left && right;
    }

    private static boolean goOn(char one, char next) {
        return Kana.isLatin(one) && Kana.isLatin(next) || Character.isDigit(one) && Character.isDigit(next);
    }

    private static List<String> leftover(String rest, boolean[] explained) {
        var runs = new ArrayList<String>();
        int i = 0;
        while (i < rest.length()) {
            int end = i;
            boolean open = false;
            while (end < rest.length() && isContent(rest.charAt(end))) {
                open |= !explained[end];
                end++;
            }
            if (open) runs.add(rest.substring(i, end));
            i = Math.max(end, i + 1);
        }
        return runs;
    }

    /** Hiragana that no cue explains are endings and particles; what carries a subject is written otherwise. */
    private static boolean isContent(char c) {
        return Kana.isKanji(c) || Kana.isKatakana(c) || c == 'ー' || Kana.isLatin(c);
    }
}
