package tsunagu.knowledge.excerpt;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.documents.Passage.Body;
import tsunagu.documents.Passage.Body.Row;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Turn;
import tsunagu.knowledge.question.Wanted;

/** Rows of a table: those that say what heading and header do not, all where there is no such thing. */
final class RowChooser {
    private static final Pattern FOR_TOTALS = Pattern.compile("全部|合計|全体|全て|すべて|総数|トータル|合わせて");

    private static final double MOST_TOLD = 2;

    private static final String PEOPLE = "人";

    private final ExcerptChooser chooser;

    RowChooser(ExcerptChooser chooser) {
        this.chooser = chooser;
    }

    Chosen choose(ReadPassage passage, Body.Table table) {
        var wording = new TableWording(table);
        List<Integer> chosen = rows(passage, table);
        List<Integer> rows = chosen.stream().limit(ExcerptChooser.MOST_LINES).toList();
        OptionalInt asked = asked(wording);
        IntPredicate shown = column -> asked.isEmpty() || column == asked.getAsInt() || wording.isOfNames(column);
        String text = inWords(wording, table, rows, shown);
        double told = asked.isPresent() ? MOST_TOLD : 0;
        WordSet words = rows.stream()
                .map(row -> chooser.words(passage.pieces().get(row)))
                .reduce(WordSet.empty(), WordSet::and);
        OptionalInt names = names(wording, table, chosen, passage.surroundings().and(words));
        if (names.isPresent()) {
            text = chosen.size() + PEOPLE + "\n" + inWords(wording, table, rows, column -> column == names.getAsInt());
        } else if (text.length() > ExcerptChooser.LONGEST) {
            IntPredicate columns = narrowed(wording, table, rows);
            text = inWords(wording, table, rows, columns);
            told = chooser.told(withHeaders(wording, table, rows, columns));
        }
        String quote = rows.stream().map(row -> table.rows().get(row).printed()).collect(Collectors.joining("\n"));
        double definition = rows.stream()
                .mapToDouble(row -> Definitions.byRow(
                        table.rows().get(row), chooser.question().terms()))
                .max()
                .orElse(0);
        return new Chosen(text, quote.strip(), words, definition, told);
    }

    /** The column that the question ends in: 「地区協議会の成果」. */
    private OptionalInt asked(TableWording wording) {
        return IntStream.range(1, wording.columns())
                .filter(wording::isOfTexts)
                .filter(column -> chooser.wanted().asksFor(chooser.read(wording.header(column))))
                .findFirst();
    }

    /** The column of names, where it is asked how many they are: 「委員は何人」「公募市民は何人」. */
    private OptionalInt names(TableWording wording, Body.Table table, List<Integer> rows, WordSet evidence) {
        if (!chooser.question().asksHowManyPeople()) return OptionalInt.empty();
        // Whom 「何人来ますか」 means is in no table of names.
        if (chooser.wanted().without(evidence).weight() > 0) return OptionalInt.empty();
        OptionalInt names =
                IntStream.range(1, wording.columns()).filter(wording::isOfNames).findFirst();
        if (names.isEmpty()) return names;
        String whose = wording.header(names.getAsInt()).replace(TableWording.NAMES, "");
        boolean all = chooser.wanted().weight() == 0 && rows.size() > 1
                || Pattern.compile(Pattern.quote(whose) + "(?!会(?!(?:は|には|って)?何[人名]))")
                        .matcher(chooser.question().text())
                        .find();
        return all || rows.size() < table.rows().size() ? names : OptionalInt.empty();
    }

    private List<Integer> rows(ReadPassage passage, Body.Table table) {
        boolean totals = FOR_TOTALS.matcher(chooser.question().text()).find();
        List<Integer> summed = indexes(table, Row::totals);
        if (totals && !summed.isEmpty()) return summed;
        OptionalInt inTurn = inTurn(table);
        if (inTurn.isPresent()) return List.of(inTurn.getAsInt());
        Wanted rest = chooser.wanted().without(passage.surroundings());
        double[] scores = table.rows().stream().mapToDouble(row -> 0).toArray();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = rest.weightIn(chooser.words(passage.pieces().get(i)))
                    + chooser.wanted().weight()
                            * Definitions.byRow(
                                    table.rows().get(i), chooser.question().terms());
        }
        double highest = IntStream.range(0, scores.length)
                .filter(i -> !table.rows().get(i).totals())
                .mapToDouble(i -> scores[i])
                .max()
                .orElse(0);
        if (highest == 0) return IntStream.range(0, scores.length).boxed().toList();
        return IntStream.range(0, scores.length)
                .filter(i -> !table.rows().get(i).totals() && scores[i] >= 0.9 * highest)
                .boxed()
                .toList();
    }

    /** 「最後の会議はいつ」, of rows that tell which they are: 第1回, 第2回. */
    private OptionalInt inTurn(Body.Table table) {
        IntStream turns = IntStream.range(0, table.rows().size())
                .filter(i -> Turn.isToldIn(table.rows().get(i).cells().getFirst()));
        return switch (chooser.question().turn()) {
            case ANY -> OptionalInt.empty();
            case FIRST -> turns.findFirst();
            case LAST -> turns.reduce((earlier, later) -> later);
        };
    }

    private static List<Integer> indexes(Body.Table table, java.util.function.Predicate<Row> which) {
        return IntStream.range(0, table.rows().size())
                .filter(i -> which.test(table.rows().get(i)))
                .boxed()
                .toList();
    }

    private static String inWords(TableWording wording, Body.Table table, List<Integer> rows, IntPredicate columns) {
        return rows.stream()
                .map(row -> wording.inWords(table.rows().get(row), columns))
                .collect(Collectors.joining("\n"));
    }

    /** The columns whose header or cells say something wanted; all if none does. */
    private IntPredicate narrowed(TableWording wording, Body.Table table, List<Integer> rows) {
        Wanted wanted = chooser.wanted();
        double[] scores = new double[wording.columns()];
        for (int column = 1; column < scores.length; column++) {
            int only = column;
            String said = withHeaders(wording, table, rows, other -> other == only);
            scores[column] = wanted.weightIn(chooser.wordsOf(said)) + wanted.weight() * chooser.told(said);
        }
        double highest = java.util.Arrays.stream(scores).max().orElse(0);
        return column -> highest == 0 || scores[column] >= 0.9 * highest;
    }

    /** 「委員氏名」 tells who, though no cell below it says that it is a name. */
    private static String withHeaders(
            TableWording wording, Body.Table table, List<Integer> rows, IntPredicate columns) {
        return IntStream.range(1, wording.columns())
                .filter(columns)
                .mapToObj(column -> wording.header(column) + "\n" + cells(table, rows, column))
                .collect(Collectors.joining("\n"));
    }

    private static String cells(Body.Table table, List<Integer> rows, int column) {
        return rows.stream()
                .map(row -> table.rows().get(row).cells())
                .filter(cells -> column < cells.size())
                .map(cells -> cells.get(column))
                .collect(Collectors.joining("\n"));
    }
}
