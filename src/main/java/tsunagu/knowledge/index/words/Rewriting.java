package tsunagu.knowledge.index.words;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a question may be said as, and what documents call it: 「なぜ…を始めたの」 asks for 「…の背景」.
 *
 * @param said what is looked for in the question
 * @param meant what is put in its place; may hold groups of it, {@code $1}
 */
public record Rewriting(Pattern said, String meant) {
    private static final String TO = "=>";

    private static final Pattern GROUP = Pattern.compile("\\$([0-9])");

    /** @throws IllegalArgumentException naming what is wrong with the line */
    static Rewriting parse(String line) {
        String[] sides = line.split(TO, -1);
        if (sides.length != 2) throw new IllegalArgumentException("「" + line + "」: 「言い方 => 資料の言葉」の形で書いてください。");
        try {
            var rewriting = new Rewriting(Pattern.compile(sides[0].strip()), sides[1].strip());
            rewriting.checkGroups(line);
            return rewriting;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("「" + line + "」: 左側を正規表現として読めません。" + e.getDescription());
        }
    }

    private void checkGroups(String line) {
        int groups = said.matcher("").groupCount();
        boolean there = GROUP.matcher(meant).results().allMatch(group -> Integer.parseInt(group.group(1)) <= groups);
        if (!there || GROUP.matcher(meant).replaceAll("").contains("$")) {
            throw new IllegalArgumentException("「" + line + "」: 右側の $ は、左側の ( ) の数までの $1、$2 … にしてください。");
        }
    }

    public String in(String question) {
        return said.matcher(question).replaceAll(meant);
    }
}
