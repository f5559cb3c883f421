package tsunagu.documents;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts withheld words out of the passages they stand in. They become passages of their own that may not be quoted, so
 * that a wrong sentence costs its paragraph nothing.
 */
final class Withholding {
    private Withholding() {}

    /** The passages after all cuts, numbered anew. */
    static List<Passage> apply(SourceDocument document, List<Passage> passages, List<Manifest.Withheld> withheld) {
        List<Passage> current = passages;
        for (Manifest.Withheld entry : withheld) current = apply(document, current, entry.words());
        return numbered(current);
    }

    /** Words that are a passage of their own are withheld there only: elsewhere they may be part of a good one. */
    private static List<Passage> apply(SourceDocument document, List<Passage> passages, String words) {
        boolean whole = passages.stream().anyMatch(passage -> isWhole(passage, words));
        List<Passage> touched = passages.stream()
                .filter(passage -> whole ? isWhole(passage, words) : contains(passage, words))
                .toList();
        if (touched.isEmpty()) {
            throw new BrokenSeeds(Manifest.FILE_NAME + " の documents." + document.id() + ".withheld の「" + words
                    + "」が、資料の1か所にまとまった形では見つかりません。資料に印刷されているとおりに書いてください。");
        }
        var after = new ArrayList<Passage>();
        for (Passage passage : passages) {
            boolean cut = passage.quotable() && touched.contains(passage);
            after.addAll(cut ? cut(passage, words) : List.of(passage));
        }
        return after;
    }

    private static boolean isWhole(Passage passage, String words) {
        return Print.fold(passage.body().text()).equals(Print.fold(words));
    }

    private static boolean contains(Passage passage, String words) {
        return new Print(passage.body().text()).find(words).isPresent();
    }

    private static List<Passage> cut(Passage passage, String words) {
        return new Print(passage.body().text())
                .find(words)
                .map(range -> switch (passage.body()) {
                    case Passage.Body.Paragraph paragraph -> cutParagraph(passage, paragraph.text(), range, words);
                    case Passage.Body.Bullets bullets -> cutBullets(passage, bullets, range, words);
                    case Passage.Body.Table table -> cutTable(passage, table, range, words);
                })
                .orElse(List.of(passage));
    }

    private static List<Passage> cutParagraph(Passage passage, String text, Print.Range range, String words) {
        int to = range.to();
        while (to < text.length() && "。、！？!?）)」』".indexOf(text.charAt(to)) >= 0) to++;
        var parts = new ArrayList<Passage>();
        String before = text.substring(0, range.from()).strip();
        if (!before.isEmpty()) parts.add(with(passage, new Passage.Body.Paragraph(before), true));
        parts.add(with(passage, new Passage.Body.Paragraph(text.substring(range.from(), to)), false));
        String after = text.substring(to).strip();
        if (!after.isEmpty()) parts.addAll(cut(with(passage, new Passage.Body.Paragraph(after), true), words));
        return parts;
    }

    private static List<Passage> cutBullets(
            Passage passage, Passage.Body.Bullets bullets, Print.Range range, String words) {
        var kept = new ArrayList<String>();
        var withheld = new ArrayList<String>();
        int at = bullets.lead().isEmpty() ? 0 : bullets.lead().length() + 1;
        boolean leadWithheld = range.from() < at;
        for (String item : bullets.items()) {
            boolean touched = range.from() < at + item.length() && range.to() > at;
            (touched ? withheld : kept).add(item);
            at += item.length() + 1;
        }
        String lead = bullets.lead();
        var parts = new ArrayList<Passage>();
        if (!kept.isEmpty()) {
            var body = new Passage.Body.Bullets(leadWithheld ? "" : lead, kept);
            parts.addAll(cut(with(passage, body, true), words));
        }
        parts.add(with(passage, new Passage.Body.Bullets(leadWithheld ? lead : "", withheld), false));
        return parts;
    }

    private static List<Passage> cutTable(Passage passage, Passage.Body.Table table, Print.Range range, String words) {
        var kept = new ArrayList<Passage.Body.Row>();
        var withheld = new ArrayList<Passage.Body.Row>();
        int at =
                table.header().isEmpty() ? 0 : String.join("\t", table.header()).length() + 1;
        for (Passage.Body.Row row : table.rows()) {
            int length = String.join("\t", row.cells()).length();
            boolean touched = range.from() < at + length && range.to() > at;
            (touched ? withheld : kept).add(row);
            at += length + 1;
        }
        // Words of the header alone: without it the rows say nothing.
        if (withheld.isEmpty()) return List.of(with(passage, table, false));
        var parts = new ArrayList<Passage>();
        if (!kept.isEmpty()) {
            parts.addAll(cut(with(passage, new Passage.Body.Table(table.header(), kept), true), words));
        }
        parts.add(with(passage, new Passage.Body.Table(table.header(), withheld), false));
        return parts;
    }

    private static Passage with(Passage passage, Passage.Body body, boolean quotable) {
        return new Passage(
                passage.document(),
                passage.ordinal(),
                passage.headings(),
                passage.firstLine(),
                passage.lastLine(),
                body,
                quotable,
                passage.page());
    }

    private static List<Passage> numbered(List<Passage> passages) {
        var numbered = new ArrayList<Passage>();
        for (Passage passage : passages) {
            numbered.add(new Passage(
                    passage.document(),
                    numbered.size(),
                    passage.headings(),
                    passage.firstLine(),
                    passage.lastLine(),
                    passage.body(),
                    passage.quotable(),
                    passage.page()));
        }
        return List.copyOf(numbered);
    }
}
