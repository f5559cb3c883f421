package tsunagu.text;

/** Which script a character belongs to. */
public final class Kana {
    private static final String O_OR_U = "おこそとのほもよろごぞどぼぽうくすつぬふむゆるぐずづぶぷ";

    private Kana() {}

    public static boolean isHiragana(char c) {
        return c >= 'ぁ' && c <= 'ゟ';
    }

    public static boolean isKatakana(char c) {
        return c >= 'ァ' && c <= 'ヿ';
    }

    /** Kanji, and the marks that stand among them in names: 々 ヶ ケ between kanji are judged by the caller. */
    public static boolean isKanji(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    public static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** True for text made of hiragana and the long vowel only. */
    public static boolean isAllHiragana(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isHiragana((char) c) || c == 'ー');
    }

    /** Hiragana without what is written in several ways: long vowels, small letters, っ. */
    public static String heard(String hiragana) {
        var heard = new StringBuilder();
        for (char c : hiragana.toCharArray()) {
            int small = "ぁぃぅぇぉゃゅょ".indexOf(c);
            char plain = small < 0 ? c : "あいうえおやゆよ".charAt(small);
            boolean lengthens = plain == 'ー' || plain == 'っ' || plain == 'う' && endsInOorU(heard);
            if (!lengthens) heard.append(plain);
        }
        return heard.toString();
    }

    private static boolean endsInOorU(StringBuilder heard) {
        return !heard.isEmpty() && O_OR_U.indexOf(heard.charAt(heard.length() - 1)) >= 0;
    }
}
