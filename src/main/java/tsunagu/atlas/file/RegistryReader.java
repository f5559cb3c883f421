package tsunagu.atlas.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.atlas.change.Contents;
import tsunagu.tables.UnreadableFile;
import tsunagu.text.Folding;
import tsunagu.text.Years;

/** The towns of the Address Base Registry (町字マスター, {@code mt_town_*.csv}): by the names in its head. */
final class RegistryReader {
    private static final List<String> NEEDED =
            List.of("lg_code", "machiaza_id", "oaza_cho", "oaza_cho_kana", "chome", "koaza");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern KANA = Pattern.compile("[ぁ-ゖー・]+");
    private static final Pattern CHOME = Pattern.compile("([0-9]{1,2}|[一二三四五六七八九十]{1,3})丁目");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int LONGEST_NAME = 60;

    private final String code;
    private final Faults faults;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Contents.Town> towns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    RegistryReader(String code, Faults faults) {
        this.code = code;
        this.faults = faults;
    }

    List<Contents.Town> read(Incoming file) {
        file.eachRow(faults, this::take);
        if (columns.isEmpty()) throw new UnreadableFile("ファイルが空です。");
        return towns;
    }

    private void take(long line, List<String> cells) {
        if (columns.isEmpty()) head(cells);
        else row(line, cells);
    }

    private void head(List<String> cells) {
        for (int i = 0; i < cells.size(); i++)
            columns.putIfAbsent(cells.get(i).strip().toLowerCase(java.util.Locale.ROOT), i);
        List<String> missing =
                NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile(
                    "町字マスターではありません。1行目に " + String.join("、", missing) + " の列がありません（mt_town_… のファイルを選んでください）。");
        }
    }

    private void row(long line, List<String> cells) {
        String municipality = cell(cells, "lg_code");
        if (!CODE.matcher(municipality).matches()) {
            faults.add(line, "lg_code が6桁の数字ではありません。列がずれていませんか。");
            return;
        }
        boolean abolished = !cell(cells, "ablt_date").isEmpty();
        boolean part = !cell(cells, "koaza").isEmpty();
        if (!municipality.equals(code) || abolished || part) return;
        String town = cell(cells, "oaza_cho");
        String reading = hiragana(cell(cells, "oaza_cho_kana"));
        Matcher chome = CHOME.matcher(Folding.width(cell(cells, "chome")));
        boolean whole = cell(cells, "chome").isEmpty();
        if (town.isEmpty() || town.length() > LONGEST_NAME) {
            faults.add(line, "oaza_cho（町の名前）が空か、長すぎます。");
        } else if (!reading.isEmpty() && !KANA.matcher(reading).matches()) {
            faults.add(line, "oaza_cho_kana が「" + shortened(reading) + "」です。カナで書いてください。");
        } else if (!whole && !chome.matches()) {
            faults.add(line, "chome が「" + shortened(cell(cells, "chome")) + "」です。「一丁目」の形で書いてください。");
        } else if (!ids.add(cell(cells, "machiaza_id"))) {
            faults.add(line, "machiaza_id " + shortened(cell(cells, "machiaza_id")) + " の行が2つあります。");
        } else {
            String kanji = whole ? "" : kanji(Years.number(chome.group(1))) + "丁目";
            // The register has a row for the old and one for the new way of numbering houses.
            if (!names.add(town + kanji)) return;
            towns.add(
                    new Contents.Town(cell(cells, "machiaza_id"), town, kanji, reading, cell(cells, "oaza_cho_roma")));
        }
    }

    private String cell(List<String> cells, String column) {
        int index = columns.getOrDefault(column, Integer.MAX_VALUE);
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    static String hiragana(String kana) {
        return Folding.hiragana(Folding.width(kana)).replace(" ", "");
    }

    /** 23 as 「二十三」. */
    static String kanji(int number) {
        int tens = number / 10;
        String ten = tens == 0 ? "" : (tens == 1 ? "" : DIGITS.substring(tens, tens + 1)) + "十";
        return ten + (number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(30, text.length()));
    }
}
