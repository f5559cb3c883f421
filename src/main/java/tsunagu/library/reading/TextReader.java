package tsunagu.library.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.library.print.Copy;
import tsunagu.library.print.CopyWriter;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;
import tsunagu.tables.TextOfFile;

/** Text and Markdown: the parser of documents reads both, but for tables drawn with bars, links and pictures. */
final class TextReader {
    private static final Pattern BARS = Pattern.compile("^\\s*\\|(.*)\\|\\s*$");
    private static final Pattern BARS_RULE = Pattern.compile("^[\\s|:-]+$");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]{0,200})]\\([^)]{0,1000}\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{1,300})]\\(<?([^)\\s>]{1,1000})>?[^)]{0,300}\\)");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(\\S.*)");

    private TextReader() {}

    static Copy read(byte[] file, boolean markdown, Limits limits) {
        String text = TextOfFile.find(file)
                .orElseThrow(() -> new Unreadable("文字コードが分かりません。UTF-8 か Shift_JIS で保存し直して、もう一度送ってください。"));
        if (text.indexOf('\0') >= 0) throw new Unreadable("文字のファイルではありません。PDF・テキスト・Markdown・HTML のどれかを送ってください。");
        var writer = new CopyWriter(limits);
        String title = "";
        for (String line : (Iterable<String>) text.replace('\f', '\n').lines()::iterator) {
            if (title.isEmpty()) title = title(line);
            if (markdown) markdownLine(line, writer);
            else writer.line(line);
        }
        if (writer.isBlank()) throw new Unreadable("文字が1つもないファイルです。中身を確かめて、もう一度送ってください。");
        return writer.finish(title);
    }

    private static String title(String line) {
        Matcher heading = HEADING.matcher(line);
        String words = heading.matches() ? heading.group(1) : line;
        return words.codePoints().anyMatch(Character::isLetterOrDigit) && words.length() <= 60 ? words.strip() : "";
    }

    private static void markdownLine(String line, CopyWriter writer) {
        if (FENCE.matcher(line).matches()) return;
        String words = line;
        Matcher picture = PICTURE.matcher(words);
        while (picture.find()) writer.leaveOut(0, picture.group(1), "画像");
        words = picture.replaceAll("");
        words = LINK.matcher(words).replaceAll("$1");
        Matcher bars = BARS.matcher(words);
        if (!bars.matches()) {
            writer.line(words);
        } else if (!BARS_RULE.matcher(words).matches()) {
            List<String> cells = List.of(bars.group(1).split("\\|", -1));
            writer.line(String.join("\t", cells.stream().map(String::strip).toList()));
        }
    }
}
