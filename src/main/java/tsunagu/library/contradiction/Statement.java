package tsunagu.library.contradiction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.documents.Passage;

/**
 * A figure and what it is said of.
 *
 * @param words that carry the subject, without figures
 * @param sentence it stands in
 * @param place where that sentence is printed, as staff read it
 */
record Statement(Figure figure, Set<String> words, String sentence, String place) {
    /** A row of kanji and katakana is one word: names of offices and networks are made of both. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}々\\p{IsKatakana}ー]{2,}|[A-Za-z]{2,}");

    private static final Pattern SENTENCES = Pattern.compile("(?<=[。！？!?])|\\n");
    private static final int LONGEST = 160;

    /** All that stands in passages. */
    static List<Statement> listAll(Collection<Passage> passages) {
        var statements = new ArrayList<Statement>();
        for (Passage passage : passages) {
            if (!passage.quotable()) continue;
            String place = place(passage);
            switch (passage.body()) {
                case Passage.Body.Paragraph(String text) -> addSentences(text, place, statements);
                case Passage.Body.Bullets(String lead, List<String> items) -> {
                    addSentences(lead, place, statements);
                    items.forEach(item -> addSentences(item, place, statements));
                }
                case Passage.Body.Table table -> addRows(table, place, statements);
            }
        }
        return statements;
    }

    static void addSentences(String text, String place, List<Statement> statements) {
        for (String raw : SENTENCES.split(text)) {
            String sentence = plain(raw);
            List<Figure> figures = Figure.listAll(sentence);
            if (figures.isEmpty()) continue;
            Set<String> words = words(sentence, figures);
            for (Figure figure : figures) statements.add(new Statement(figure, words, shortened(sentence), place));
        }
    }

    /** A cell is said of its row and its column. */
    private static void addRows(Passage.Body.Table table, String place, List<Statement> statements) {
        for (Passage.Body.Row row : table.rows()) {
            String head = plain(row.cells().getFirst());
            for (int column = 1; column < row.cells().size(); column++) {
                String name =
                        column < table.header().size() ? plain(table.header().get(column)) : "";
                String cell = plain(row.cells().get(column));
                List<Figure> figures = Figure.listAll(cell);
                Set<String> words = words(head + " " + name + " " + cell, List.of());
                String sentence = head + (name.isEmpty() ? "" : "・" + name) + "：" + cell;
                for (Figure figure : figures) statements.add(new Statement(figure, words, shortened(sentence), place));
            }
        }
    }

    private static String place(Passage passage) {
        var place = new StringBuilder(passage.document().titleWithStatus())
                .append("（")
                .append(passage.document().publishedWording())
                .append("）");
        if (passage.page().isPresent()) place.append(passage.page().getAsInt()).append("ページ");
        if (!passage.headings().isEmpty())
            place.append(" ").append(passage.headings().getLast());
        return place.toString();
    }

    private static Set<String> words(String sentence, List<Figure> figures) {
        var rest = new StringBuilder(sentence);
        for (Figure figure : figures) {
            for (int i = figure.start(); i < figure.end(); i++) rest.setCharAt(i, ' ');
        }
        var words = new HashSet<String>();
        WORD.matcher(rest).results().forEach(found -> words.add(found.group()));
        return words;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[‐‑–—−ー－](?=[0-9])", "-")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }
}
