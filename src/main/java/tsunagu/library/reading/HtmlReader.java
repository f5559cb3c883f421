package tsunagu.library.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import tsunagu.library.print.Copy;
import tsunagu.library.print.CopyWriter;
import tsunagu.library.print.Limits;
import tsunagu.library.print.Unreadable;
import tsunagu.tables.TextOfFile;

/** A web page: what it says between its menus. */
final class HtmlReader {
    private static final String UNSEEN = "script, style, noscript, template, svg, iframe, object, head, [hidden]";
    private static final String AROUND =
            "nav, aside, form, body > header, body > footer, [role=navigation], [role=banner],"
                    + " [role=contentinfo], [role=search]";
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "ul");
    private static final int DEEPEST = 200;
    /** Between Japanese letters a line break of the source is no space. */
    private static final Pattern BROKEN_LINE =
            Pattern.compile("(?<=[^\\u0000-\\u1FFF])[ \\t]*\\R\\s*(?=[^\\u0000-\\u1FFF])");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private final CopyWriter writer;
    private final StringBuilder line = new StringBuilder();

    private HtmlReader(CopyWriter writer) {
        this.writer = writer;
    }

    static Copy read(byte[] file, Limits limits) {
        Document page = parse(file);
        var reader = new HtmlReader(new CopyWriter(limits));
        page.select(UNSEEN).remove();
        reader.leaveOut(page, AROUND, "メニューなど、本文のまわりの部分");
        Element main = page.selectFirst("main, [role=main]");
        Element body = main == null ? page.body() : main;
        if (main != null) {
            main.remove();
            reader.leaveOut(page.body().text(), "本文（main）の外の部分");
        }
        reader.leaveOut(body, "img[alt]:not([alt=''])", "画像");
        reader.children(body, 0);
        reader.end();
        if (reader.writer.isBlank()) throw new Unreadable("文字が1つもないHTMLです。中身を確かめて、もう一度送ってください。");
        Element heading = body.selectFirst("h1");
        return reader.writer.finish(heading == null ? page.title() : heading.text());
    }

    /** The page's own word for its charset counts; one that says none is tried as other files are. */
    private static Document parse(byte[] file) {
        String head = new String(file, 0, Math.min(2048, file.length), StandardCharsets.ISO_8859_1);
        try {
            if (head.toLowerCase(Locale.ROOT).contains("charset=")) {
                return Jsoup.parse(new ByteArrayInputStream(file), null, "");
            }
            return Jsoup.parse(
                    TextOfFile.find(file).orElseThrow(() -> new Unreadable("文字コードが分かりません。UTF-8 で保存し直して、もう一度送ってください。")));
        } catch (IOException | RuntimeException e) {
            if (e instanceof Unreadable unreadable) throw unreadable;
            throw new Unreadable("HTMLとして読めません。ブラウザーで開けるか確かめて、もう一度送ってください。", e);
        }
    }

    private void leaveOut(Element of, String what, String reason) {
        for (Element element : of.select(what)) {
            leaveOut(element.hasAttr("alt") ? element.attr("alt") : element.text(), reason);
            element.remove();
        }
    }

    private void leaveOut(String words, String reason) {
        if (!words.isBlank()) writer.leaveOut(0, words, reason);
    }

    private void children(Element element, int depth) {
        if (depth > DEEPEST) {
            line.append(element.text());
            return;
        }
        for (Node child : element.childNodes()) {
            switch (child) {
                case TextNode text ->
                    add(BROKEN_LINE.matcher(text.getWholeText()).replaceAll(""));
                case Element inner -> element(inner, depth + 1);
                default -> {}
            }
        }
    }

    private void add(String words) {
        String plain = SPACE.matcher(words).replaceAll(" ");
        boolean space = plain.startsWith(" ") && !line.isEmpty() && line.charAt(line.length() - 1) < 0x2000;
        line.append(space ? " " : "").append(plain.strip());
        if (plain.endsWith(" ") && !line.isEmpty() && line.charAt(line.length() - 1) < 0x2000) line.append(' ');
    }

    private void element(Element element, int depth) {
        String tag = element.normalName();
        if (tag.matches("h[1-6]")) {
            end();
            writer.gap();
            writer.line("#".repeat(tag.charAt(1) - '0') + " " + element.text());
            writer.gap();
        } else if (tag.equals("br")) {
            end();
        } else if (tag.equals("table") && isGrid(element)) {
            end();
            writer.gap();
            element.select("tr").forEach(this::row);
            writer.gap();
        } else if (tag.equals("li")) {
            end();
            line.append("- ");
            children(element, depth);
            end();
        } else if (BLOCKS.contains(tag)) {
            end();
            writer.gap();
            children(element, depth);
            end();
            writer.gap();
        } else {
            children(element, depth);
        }
    }

    /** Tables that only lay a page out hold others, or a single column. */
    private static boolean isGrid(Element table) {
        return table.select("table").size() == 1
                && table.select("tr").stream()
                        .anyMatch(row -> row.select("> td, > th").size() > 1);
    }

    private void row(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.select("> td, > th")) {
            cells.add(cell.text().replace('\t', ' '));
            int span = cell.attr("colspan").matches("[2-9]") ? Integer.parseInt(cell.attr("colspan")) : 1;
            for (int i = 1; i < span; i++) cells.add("");
        }
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) writer.line(String.join("\t", cells));
    }

    private void end() {
        String words = line.toString().strip();
        line.setLength(0);
        if (!words.isEmpty() && !words.equals("-")) writer.line(words);
    }
}
