package tsunagu.text;

import java.util.regex.Pattern;

/** Takes out of a text what tells who wrote it: mail addresses, telephone and card-like numbers, house numbers. */
public final class Masking {
    private static final Pattern MAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?[0-9](?:[ ()-]{0,2}[0-9]){6,}");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("[0-9]{1,4}(?:-[0-9]{1,4}){1,3}");

    private Masking() {}

    /** Width unified, numbers and addresses replaced by 「＊」; a postcode is a long number too. */
    public static String mask(String text) {
        String plain = Folding.width(text);
        plain = MAIL.matcher(plain).replaceAll("＊");
        plain = LONG_NUMBER.matcher(plain).replaceAll("＊");
        return HOUSE_NUMBER.matcher(plain).replaceAll("＊");
    }
}
