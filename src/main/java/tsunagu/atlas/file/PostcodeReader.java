package tsunagu.atlas.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tsunagu.atlas.change.Contents;
import tsunagu.tables.UnreadableFile;
import tsunagu.text.Folding;
import tsunagu.text.Years;

/**
 * The postcodes of Japan Post ({@code utf_ken_all.csv}, or KEN_ALL.CSV before it): fifteen columns, no head. A town may
 * go on in the next rows until its bracket closes; what stands in the bracket is told, and parts of a town (「１〜３丁目」)
 * are told apart.
 */
final class PostcodeReader {
    private static final int COLUMNS = 15;
    private static final int TOWN = 8;
    private static final Pattern CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern POSTCODE = Pattern.compile("[0-9]{7}");
    private static final String NUMBER = "[0-9一二三四五六七八九十]+";
    private static final Pattern PARTS =
            Pattern.compile("(%1$s)(?:丁目)?〜(%1$s)丁目|([0-9、]+)丁目|(%1$s)丁目".formatted(NUMBER));
    private static final Pattern NO_TOWN = Pattern.compile("以下に掲載がない場合|.*の次に.*番地がくる場合|.*一円");
    private static final int LONGEST_PART = 500;

    private final String code;
    private final Faults faults;
    private final Set<Contents.Post> posts = new LinkedHashSet<>();
    private boolean anyRow;
    /** A town whose bracket is open: where it began, its postcode, and its words so far. */
    private long openLine;

    private String openPostcode = "";
    private final StringBuilder open = new StringBuilder();

    PostcodeReader(String code, Faults faults) {
        this.code = code.substring(0, 5);
        this.faults = faults;
    }

    List<Contents.Post> read(Incoming file) {
        file.eachRow(faults, this::row);
        close();
        if (!anyRow) throw new UnreadableFile("郵便番号のファイルではありません。日本郵便の utf_ken_all.csv（15列、見出しなし）を選んでください。");
        return List.copyOf(posts);
    }

    private void row(long line, List<String> cells) {
        if (cells.size() != COLUMNS || !CODE.matcher(cells.getFirst().strip()).matches()) {
            faults.add(
                    line,
                    cells.size() == COLUMNS ? "1列目が5桁の自治体コードではありません。" : "列が" + cells.size() + "しかありません（15列のはずです）。");
            return;
        }
        anyRow = true;
        if (!cells.getFirst().strip().equals(code)) {
            close();
            return;
        }
        String postcode = cells.get(2).strip();
        String town = cells.get(TOWN).strip();
        if (!POSTCODE.matcher(postcode).matches()) {
            faults.add(line, "3列目が7桁の郵便番号ではありません。");
        } else if (town.isEmpty()) {
            faults.add(line, "9列目（町域）が空です。");
        } else if (!open.isEmpty() && postcode.equals(openPostcode)) {
            open.append(town);
            if (isClosed(open)) close();
        } else {
            close();
            openLine = line;
            openPostcode = postcode;
            open.append(town);
            if (isClosed(open)) close();
        }
    }

    private static boolean isClosed(CharSequence text) {
        long opened = text.chars().filter(c -> c == '（' || c == '(').count();
        long closed = text.chars().filter(c -> c == '）' || c == ')').count();
        return opened <= closed;
    }

    private void close() {
        if (open.isEmpty()) return;
        String town = open.toString();
        open.setLength(0);
        if (!isClosed(town)) faults.add(openLine, "「" + shortened(town, 30) + "」の括弧が閉じていません。");
        else if (!posts.add(post(town))) faults.add(openLine, "同じ郵便番号と町域の行が2つあります。");
    }

    private Contents.Post post(String written) {
        String postcode = openPostcode.substring(0, 3) + "-" + openPostcode.substring(3);
        int bracket = bracket(written);
        String name = written.substring(0, bracket).strip();
        String part = bracket < written.length()
                ? written.substring(bracket + 1).replaceAll("[）)]$", "").strip()
                : "";
        if (NO_TOWN.matcher(name).matches())
            return new Contents.Post(postcode, List.of(), shortened(written, LONGEST_PART));
        var towns = new ArrayList<String>();
        for (String town : name.split("、")) {
            if (town.isBlank()) continue;
            towns.add(town.strip());
            parts(part).forEach(number -> towns.add(town.strip() + RegistryReader.kanji(number) + "丁目"));
        }
        return new Contents.Post(postcode, towns, shortened(part, LONGEST_PART));
    }

    private static int bracket(String written) {
        int wide = written.indexOf('（');
        int narrow = written.indexOf('(');
        if (wide < 0 && narrow < 0) return written.length();
        return wide < 0 ? narrow : narrow < 0 ? wide : Math.min(wide, narrow);
    }

    /** 「１〜３丁目、５丁目」 as 1, 2, 3, 5; nothing where it speaks of house numbers. */
    private static List<Integer> parts(String part) {
        String text = Folding.width(part).replace('～', '〜').replace('~', '〜');
        if (!text.contains("丁目")) return List.of();
        var numbers = new LinkedHashSet<Integer>();
        Matcher one = PARTS.matcher(text);
        while (one.find()) {
            if (one.group(1) != null) {
                int from = Years.number(one.group(1));
                int to = Years.number(one.group(2));
                if (to - from < 100) IntStream.rangeClosed(from, to).forEach(numbers::add);
            } else if (one.group(3) != null) {
                for (String number : one.group(3).split("、")) {
                    if (!number.isEmpty() && number.length() < 3) numbers.add(Integer.valueOf(number));
                }
            } else {
                numbers.add(Years.number(one.group(4)));
            }
        }
        numbers.remove(0);
        return List.copyOf(numbers);
    }

    private static String shortened(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
