package tsunagu.documents.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.documents.layout.Layout.Dropped;
import tsunagu.documents.layout.Page.Line;

/** Removes what is on the page for the eye only, and keeps a record of it. */
final class Ornaments {
    private static final Pattern CONTENTS =
            Pattern.compile("^[0-9０-９.．\\s]*(.*?)\\s*(?:…|[.．・‥]{3})[…‥.．・]*\\s*(?:[Pp]\\.?\\s*)?[0-9０-９]+$");
    private static final Pattern RULE = Pattern.compile("^[-=_*─━―—]{3,}$");
    private static final Pattern GOAL = Pattern.compile("^(1[0-7]|[1-9])(\\D.*)$");
    /** The goals' own names: the icon prints number and name, and its page does not speak of them. */
    private static final List<String> SUSTAINABLE_GOALS = List.of(
            "貧困をなくそう",
            "飢餓をゼロに",
            "すべての人に健康と福祉を",
            "質の高い教育をみんなに",
            "ジェンダー平等を実現しよう",
            "安全な水とトイレを世界中に",
            "エネルギーをみんなにそしてクリーンに",
            "働きがいも経済成長も",
            "産業と技術革新の基盤をつくろう",
            "人や国の不平等をなくそう",
            "住み続けられるまちづくりを",
            "つくる責任つかう責任",
            "気候変動に具体的な対策を",
            "海の豊かさを守ろう",
            "陸の豊かさも守ろう",
            "平和と公正をすべての人に",
            "パートナーシップで目標を達成しよう");

    /** One line alone that ends in a number is no table of contents. */
    private static final int MIN_CONTENTS = 2;

    private static final int MIN_VERTICAL_RUN = 3;
    private static final int MAX_ABOVE_TITLE = 10;
    private static final int TITLE_WITHIN_LINES = 12;

    private final String title;
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> chapters = new ArrayList<>();

    Ornaments(String title) {
        this.title = folded(title);
    }

    List<Dropped> dropped() {
        return dropped;
    }

    /** What the table of contents lists, if the document has one. */
    List<String> chapters() {
        return chapters;
    }

    List<Line> remove(List<Line> lines) {
        boolean contents = lines.stream()
                        .filter(line -> CONTENTS.matcher(line.words()).matches())
                        .count()
                >= MIN_CONTENTS;
        var kept = new ArrayList<Line>();
        int verticalRun = 0;
        int gap = 0;
        int i = 0;
        while (i < lines.size()) {
            Line line = lines.get(i);
            gap = Math.max(gap, line.gap());
            int goal = linesOfGoal(lines, i);
            Optional<String> reason = goal > 0 ? Optional.of("SDGs のアイコンの文字") : findReason(lines, i, contents);
            if (reason.isPresent()) {
                int end = i + Math.max(goal, 1);
                for (Line ornament : lines.subList(i, end)) drop(ornament, ornament.words(), reason.get());
                verticalRun = isSingleCharacter(line) ? verticalRun + 1 : 0;
                i = end;
            } else {
                Line rest = verticalRun >= MIN_VERTICAL_RUN ? withoutLastOfVerticalPrint(line) : line;
                kept.add(rest.with(rest.text(), gap));
                verticalRun = 0;
                gap = 0;
                i++;
            }
        }
        return kept;
    }

    private Optional<String> findReason(List<Line> lines, int i, boolean hasContents) {
        Line line = lines.get(i);
        String words = line.words();
        if (RULE.matcher(words).matches()) return Optional.of("区切り線");
        Matcher contents = CONTENTS.matcher(words);
        if (hasContents && contents.matches()) {
            if (Marks.hasWord(contents.group(1))) chapters.add(contents.group(1));
            return Optional.of("目次");
        }
        // Cells of a table may hold a single character or a dash.
        if (line.isRow()) return Optional.empty();
        if (!Marks.hasWord(words)) {
            return Optional.of(Marks.findItem(words).isPresent() ? "中身のない項目" : "文字のない飾り");
        }
        if (isSingleCharacter(line)) return Optional.of("1文字だけの行（縦書き）");
        if (i < TITLE_WITHIN_LINES && isTitle(lines, i)) return Optional.of("表題");
        return Optional.empty();
    }

    private static boolean isSingleCharacter(Line line) {
        return line.words().codePointCount(0, line.words().length()) == 1;
    }

    private Line withoutLastOfVerticalPrint(Line line) {
        String words = line.words();
        int end = words.offsetByCodePoints(0, 1);
        if (end + 1 >= words.length() || words.charAt(end) != ' ') return line;
        drop(line, words.substring(0, end), "縦書きの最後の文字");
        return line.with(words.substring(end + 1).strip(), line.gap());
    }

    /** The title may stand on several lines, and whose it is on a short line right above it. */
    private boolean isTitle(List<Line> lines, int i) {
        if (printsTitle(lines.get(i))) return true;
        boolean aboveTitle = i + 1 < lines.size() && i < 3 && printsTitle(lines.get(i + 1));
        return aboveTitle && bare(lines.get(i)).length() <= MAX_ABOVE_TITLE;
    }

    private boolean printsTitle(Line line) {
        String printed = bare(line);
        return printed.length() >= 3
                && !title.isEmpty()
                && (title.contains(printed) || printed.contains(title) || isSubsequence(title, printed));
    }

    private static String bare(Line line) {
        return folded(line.words().replaceAll("^#+\\s", ""));
    }

    /** A manifest may shorten a title by leaving out a subtitle in its middle. */
    private static boolean isSubsequence(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            if (whole.charAt(i) == part.charAt(at)) at++;
        }
        return at == part.length() && part.length() * 2 >= whole.length();
    }

    /** How many lines, at most three, an icon of a sustainable development goal takes from here; 0 if none. */
    private static int linesOfGoal(List<Line> lines, int i) {
        var words = new StringBuilder();
        for (int count = 1; count <= 3 && i + count <= lines.size(); count++) {
            words.append(lines.get(i + count - 1).words());
            var goal = GOAL.matcher(folded(words.toString()));
            if (goal.matches()
                    && SUSTAINABLE_GOALS
                            .get(Integer.parseInt(goal.group(1)) - 1)
                            .equals(goal.group(2))) {
                return count;
            }
        }
        return 0;
    }

    private void drop(Line line, String text, String reason) {
        dropped.add(new Dropped(line.number(), text, reason));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s・、]", "")
                .replace('〜', '~');
    }
}
