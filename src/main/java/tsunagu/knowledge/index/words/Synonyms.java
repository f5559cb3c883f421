package tsunagu.knowledge.index.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Words that mean the same to a resident. A file a clerk can read, one group a line:
 *
 * <pre>
 * 加入, 入会, 参加, 入る     # each finds the others
 * 資料の語 &lt;= 言い換え, 別の言い方   # only the right side finds the left
 * </pre>
 *
 * <p>{@code #} starts a comment. Words are read as text is, so 入りたい is found under 入る.
 */
public final class Synonyms {

    /** What a span of a question may also be called. Each alternative is a word, or several in a row. */
    public record Span(List<String> terms, List<List<String>> alternatives) {}

    /** More words in a row than this make no headword. */
    private static final int LONGEST = 6;

    /** A word in more groups has too many meanings to say which one is meant. */
    private static final int MOST_GROUPS = 3;

    private final Map<List<String>, Set<List<String>>> alternatives = new LinkedHashMap<>();
    private final Map<List<String>, Integer> groups = new LinkedHashMap<>();

    private Synonyms() {}

    public static Synonyms none() {
        return new Synonyms();
    }

    /**
     * Reads the lines of a file.
     *
     * @param name of the file, for error messages
     * @throws IllegalArgumentException naming file and line, where a line says nothing
     */
    public static Synonyms parse(String name, List<String> lines, WordReader words) {
        var synonyms = new Synonyms();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) continue;
            try {
                synonyms.addLine(line, words);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + " の" + number + "行目: " + e.getMessage(), e);
            }
        }
        return synonyms;
    }

    private void addLine(String line, WordReader words) {
        Function<String, List<String>> terms =
                text -> words.read(text).stream().map(Word::term).toList();
        String[] sides = line.split("<=", -1);
        if (sides.length > 2) throw new IllegalArgumentException("<= は1行に1つだけ書けます。");
        if (sides.length == 2) {
            List<List<String>> meant = headwords(sides[0], terms);
            for (List<String> said : headwords(sides[1], terms)) add(said, meant);
        } else {
            List<List<String>> group = headwords(line, terms);
            if (group.size() < 2) throw new IllegalArgumentException("1組には、違う言葉が2つ以上要ります。");
            for (List<String> said : group) add(said, group);
        }
    }

    private static List<List<String>> headwords(String side, Function<String, List<String>> terms) {
        var headwords = new LinkedHashSet<List<String>>();
        for (String written : side.split("[,、，]", -1)) {
            List<String> headword = terms.apply(written);
            if (headword.isEmpty()) {
                throw new IllegalArgumentException("「" + written.strip() + "」には、探すときに使う言葉がありません。");
            }
            if (headword.size() > LONGEST) {
                throw new IllegalArgumentException("「" + written.strip() + "」は長すぎます。" + LONGEST + "語までにしてください。");
            }
            headwords.add(headword);
        }
        return new ArrayList<>(headwords);
    }

    private void add(List<String> said, List<List<String>> meant) {
        groups.merge(said, 1, Integer::sum);
        Set<List<String>> others = alternatives.computeIfAbsent(said, key -> new LinkedHashSet<>());
        meant.stream().filter(other -> !other.equals(said)).forEach(others::add);
    }

    /** The spans of the question that have other names, longest first from the left, not overlapping. */
    public List<Span> spans(List<String> terms) {
        var spans = new ArrayList<Span>();
        int at = 0;
        while (at < terms.size()) {
            List<String> headword = longestAt(terms, at);
            if (!headword.isEmpty() && !alternatives.get(headword).isEmpty()) {
                spans.add(new Span(headword, List.copyOf(alternatives.get(headword))));
            }
            at += Math.max(1, headword.size());
        }
        return spans;
    }

    /** Other names of several words, which are found where their words follow each other. */
    public Set<List<String>> longNames() {
        return alternatives.values().stream()
                .flatMap(Set::stream)
                .filter(name -> name.size() > 1)
                .collect(Collectors.toSet());
    }

    private List<String> longestAt(List<String> terms, int at) {
        for (int length = Math.min(LONGEST, terms.size() - at); length > 0; length--) {
            List<String> headword = terms.subList(at, at + length);
            if (groups.getOrDefault(headword, MOST_GROUPS + 1) <= MOST_GROUPS) return List.copyOf(headword);
        }
        return List.of();
    }
}
