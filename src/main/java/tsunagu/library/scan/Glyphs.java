package tsunagu.library.scan;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Characters as they are written, where a PDF names them by what they look like. */
final class Glyphs {
    /** Radicals of the dictionary that stand for the kanji of the same look, and those kanji. */
    private static final String RADICALS = "⺠⺟⻁⻄⻑⻘⻝⻤⻩⻫⻭⻯⻲⻨⻰⼾⻏⻖⻌⺡⺼";

    private static final String KANJI = "民母虎西長青食鬼黄斉歯竜亀麦龍戸阝阝辶氵月";

    /** Radicals, ligatures, and the forms that marks have in print that runs down the page. */
    private static final Pattern LOOKS =
            Pattern.compile("[\\u2E80-\\u2FDF\\uF900-\\uFAFF\\uFB00-\\uFB06\\uFE10-\\uFE19\\uFE30-\\uFE4F]");

    private Glyphs() {}

    static String written(String printed) {
        String text = Normalizer.normalize(printed, Normalizer.Form.NFC);
        if (!LOOKS.matcher(text).find()) return text;
        return LOOKS.matcher(text).replaceAll(found -> {
            int known = RADICALS.indexOf(found.group());
            return known >= 0
                    ? String.valueOf(KANJI.charAt(known))
                    : Normalizer.normalize(found.group(), Normalizer.Form.NFKC);
        });
    }
}
