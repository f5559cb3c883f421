package tsunagu.knowledge.excerpt;

import java.util.List;
import java.util.regex.Pattern;
import tsunagu.knowledge.index.words.WordSet;

/** One to three sentences in a row: the one that says most of what is wanted, and what it needs to be understood. */
final class SentenceChooser {
    private static final int MOST_SENTENCES = 3;
    /** A sentence shorter than this is easier to understand with the next. */
    private static final int SHORT = 60;

    /** Begins with something that points back to the sentence before. */
    private static final Pattern POINTS_BACK =
            Pattern.compile("^(また|一方|さらに|しかし|そのうえ|その上|そのため|これ|それ|その|この|そこ|あわせて|なお|更に)");

    private final ExcerptChooser chooser;

    SentenceChooser(ExcerptChooser chooser) {
        this.chooser = chooser;
    }

    Chosen choose(String text, List<Piece> sentences) {
        int best = best(sentences);
        Piece sentence = sentences.get(best);
        if (sentence.text().length() > ExcerptChooser.LONGEST) return shortened(sentence);
        var window = new Window(text, sentences, best);
        window.addWhatIsMissing();
        window.addWhatItPointsBackTo();
        window.addContextIfShort();
        return window.chosen();
    }

    private int best(List<Piece> sentences) {
        int best = 0;
        double highest = -1;
        for (int i = 0; i < sentences.size(); i++) {
            double score = score(sentences.get(i).text(), chooser.words(sentences.get(i)));
            if (score > highest + 1e-9) {
                highest = score;
                best = i;
            }
        }
        return best;
    }

    /** Having the date that was asked for, or saying what the term means, counts as much as all the words. */
    private double score(String text, WordSet words) {
        double whole = chooser.wanted().weight();
        return chooser.wanted().weightIn(words) + whole * chooser.told(text) + whole * chooser.definition(text);
    }

    /** A sentence too long to show, cut at commas around what is wanted. */
    private Chosen shortened(Piece sentence) {
        String[] clauses = sentence.text().split("(?<=、)");
        String best = "";
        double highest = -1;
        for (int from = 0; from < clauses.length; from++) {
            var part = new StringBuilder();
            for (int to = from; to < clauses.length; to++) {
                if (part.length() + clauses[to].length() > ExcerptChooser.LONGEST - 2 && to > from) break;
                part.append(clauses[to]);
            }
            String candidate = part.substring(0, Math.min(part.length(), ExcerptChooser.LONGEST - 2));
            double score = score(candidate, chooser.wordsOf(candidate));
            if (score > highest + 1e-9) {
                highest = score;
                best = candidate;
            }
        }
        String before = sentence.text().startsWith(best) ? "" : "…";
        String after = sentence.text().endsWith(best) ? "" : "…";
        return new Chosen(before + best + after, best, chooser.wordsOf(best), chooser.definition(best));
    }

    /** Sentences {@code from} to {@code to} of a text. */
    private final class Window {
        private final String text;
        private final List<Piece> sentences;
        private int from;
        private int to;

        Window(String text, List<Piece> sentences, int only) {
            this.text = text;
            this.sentences = sentences;
            from = only;
            to = only;
        }

        void addWhatIsMissing() {
            boolean grown = true;
            while (grown) {
                grown = grow(from, to + 1, true) || grow(from - 1, to, true);
            }
        }

        void addWhatItPointsBackTo() {
            while (POINTS_BACK.matcher(sentences.get(from).text()).find() && grow(from - 1, to, false)) {
                // grow() moved the beginning back by one sentence
            }
        }

        void addContextIfShort() {
            while (print(from, to).length() < SHORT && grow(from, to + 1, false)) {
                // grow() moved the end on by one sentence
            }
        }

        private boolean grow(int newFrom, int newTo, boolean onlyForMore) {
            if (newFrom < 0 || newTo >= sentences.size() || newTo - newFrom >= MOST_SENTENCES) return false;
            if (print(newFrom, newTo).length() > ExcerptChooser.LONGEST) return false;
            double now = chooser.wanted().weightIn(words(from, to));
            if (onlyForMore && chooser.wanted().weightIn(words(newFrom, newTo)) <= now + 1e-9) return false;
            from = newFrom;
            to = newTo;
            return true;
        }

        private WordSet words(int first, int last) {
            WordSet words = WordSet.empty();
            for (Piece piece : sentences.subList(first, last + 1)) words = words.and(chooser.words(piece));
            return words;
        }

        /** The text from the first to the last sentence, as printed. */
        private String print(int first, int last) {
            int start = 0;
            for (int i = 0; i < first; i++) start = after(sentences.get(i).text(), start);
            start = text.indexOf(sentences.get(first).text(), start);
            int end = start;
            for (int i = first; i <= last; i++) end = after(sentences.get(i).text(), end);
            return text.substring(start, end);
        }

        private int after(String sentence, int start) {
            return text.indexOf(sentence, start) + sentence.length();
        }

        Chosen chosen() {
            String print = print(from, to);
            return new Chosen(print, print, words(from, to), chooser.definition(print));
        }
    }
}
