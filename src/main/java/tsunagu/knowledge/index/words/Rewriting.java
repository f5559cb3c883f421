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

    /** @throws IllegalArgumentException naming what is wrong with the line */
    static Rewriting parse(String line) {
        String[] sides = line.split(TO, -1);
        if (sides.length != 2) throw new IllegalArgumentException("「" + line + "」: 「言い方 => 資料の言葉」の形で書いてください。");
        try {
            return new Rewriting(Pattern.compile(sides[0].strip()), sides[1].strip());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("「" + line + "」: 左側を正規表現として読めません。" + e.getDescription());
        }
    }

    public String in(String question) {
        return said.matcher(question).replaceAll(meant);
    }
}
