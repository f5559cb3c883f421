package tsunagu.groups.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The fields of a group as texts: in forms and in files. */
public enum Field {
    NAME("団体名", 100, Content::name),
    READING("団体名_カナ", 200, Content::reading),
    KIND("種別", 40, content -> content.kind().label()),
    AREAS("地区ID", 500, content -> String.join(";", content.areas())),
    WHAT("活動内容", 1000, Content::what),
    WHEN("活動日時", 300, Content::when),
    PLACE("場所名称", 200, content -> content.venue().name()),
    ADDRESS("住所", 300, content -> content.venue().address()),
    LATITUDE("緯度", 20, content -> degrees(content, Content.Point::latitude)),
    LONGITUDE("経度", 20, content -> degrees(content, Content.Point::longitude)),
    FOR_WHOM("対象者", 300, Content::forWhom),
    FEE("会費", 300, Content::fee),
    JOINING("参加方法", 500, Content::joining),
    CONTACT("連絡先名称", 100, content -> content.contact().name().value()),
    CONTACT_SHOWN("連絡先名称_公開", 10, content -> shown(content.contact().name())),
    TELEPHONE("連絡先電話番号", 20, content -> content.contact().telephone().value()),
    TELEPHONE_SHOWN("連絡先電話番号_公開", 10, content -> shown(content.contact().telephone())),
    MAIL("連絡先メールアドレス", 200, content -> content.contact().mail().value()),
    MAIL_SHOWN("連絡先メールアドレス_公開", 10, content -> shown(content.contact().mail())),
    FORM("連絡先FormURL", 500, content -> content.contact().form().value()),
    FORM_SHOWN("連絡先FormURL_公開", 10, content -> shown(content.contact().form())),
    REQUESTS("参加申込の受付", 10, content -> yes(content.takesRequests())),
    KEYWORDS("キーワード", 500, content -> String.join(";", content.keywords())),
    HOMEPAGE("URL", 500, Content::homepage),
    CONFIRMED(
            "最終確認日", 10, content -> content.confirmedOn().map(Object::toString).orElse("")),
    SOURCE("出典", 200, content -> content.origin().title()),
    SOURCE_ADDRESS("出典URL", 500, content -> content.origin().address());

    /** What a column of consent says. */
    public static final String YES = "可";

    public static final String NO = "不可";

    private static final List<Field> SEVERAL_LINES = List.of(WHAT, WHEN, FOR_WHOM, FEE, JOINING);

    private final String label;
    private final int longest;
    private final Function<Content, String> text;

    Field(String label, int longest, Function<Content, String> text) {
        this.label = label;
        this.longest = longest;
        this.text = text;
    }

    /** 「団体名」, also the head of its column. */
    public String label() {
        return label;
    }

    /** As forms name it: {@code for-whom}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its text, as {@link ContentReader} reads it again: items parted by {@code ;}, dates as {@code 2026-11-22}. */
    public String of(Content content) {
        return text.apply(content);
    }

    /** At most so many characters. */
    public int longest() {
        return longest;
    }

    boolean hasLines() {
        return SEVERAL_LINES.contains(this);
    }

    private static String shown(Content.Detail detail) {
        return detail.value().isEmpty() ? "" : yes(detail.shown());
    }

    private static String yes(boolean is) {
        return is ? YES : NO;
    }

    private static String degrees(Content content, Function<Content.Point, Double> of) {
        return content.venue()
                .point()
                .map(of)
                .map(number -> BigDecimal.valueOf(number).toPlainString())
                .orElse("");
    }
}
