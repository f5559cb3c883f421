package tsunagu.faq.page;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.Field;

/** One field of two versions, side by side, with what differs marked. */
public record Side(Field field, List<Line> lines) {
    private static final String FROM = "\u0001";
    private static final String TO = "\u0002";

    private static final DiffRowGenerator DIFF = DiffRowGenerator.create()
            .showInlineDiffs(true)
            .inlineDiffByWord(false)
            .mergeOriginalRevised(false)
            // Templates escape; marks that no text contains stand for what differs.
            .lineNormalizer(Function.identity())
            .oldTag(begins -> begins ? FROM : TO)
            .newTag(begins -> begins ? FROM : TO)
            .build();

    /** A line of both; an empty list where one has none. */
    public record Line(List<Part> left, List<Part> right) {}

    /** Some characters of a line. */
    public record Part(String text, boolean differs) {}

    /** The fields in which they differ; none if they are the same. */
    public static List<Side> changed(Content left, Content right) {
        return Arrays.stream(Field.values())
                .filter(field -> !field.of(left).equals(field.of(right)))
                .map(field -> of(field, field.of(left), field.of(right)))
                .toList();
    }

    private static Side of(Field field, String left, String right) {
        List<DiffRow> rows =
                DIFF.generateDiffRows(left.lines().toList(), right.lines().toList());
        return new Side(
                field,
                rows.stream()
                        .map(row -> new Line(parts(row.getOldLine()), parts(row.getNewLine())))
                        .toList());
    }

    private static List<Part> parts(String marked) {
        var parts = new ArrayList<Part>();
        boolean differs = false;
        for (String piece : marked.split("(?<=[" + FROM + TO + "])|(?=[" + FROM + TO + "])")) {
            switch (piece) {
                case FROM -> differs = true;
                case TO -> differs = false;
                case "" -> {}
                default -> parts.add(new Part(piece, differs));
            }
        }
        return parts;
    }
}
