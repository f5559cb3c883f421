package tsunagu.submissions.entry;

import java.util.Locale;
import java.util.Optional;

/** What a resident tells in words. */
public enum Field {
    TITLE("行事の名前", "団体・場所の名前", 100),
    ABOUT("どんな内容か", "どんなことをしているか", 1000),
    /** As it was said; the days that were understood stand beside it, see {@link When}. */
    WHEN("日時の補足", "いつ活動しているか", 200),
    PLACE("場所", "場所", 200),
    AUDIENCE("だれ向けか", "だれ向けか", 200),
    FEE("費用", "会費・費用", 100),
    CONTACT("公開してよい連絡先", "公開してよい連絡先", 200),
    SOURCE("主催者、または何で知ったか", "代表の団体名、または何で知ったか", 200);

    private final String ofEvent;
    private final String ofGroup;
    private final int longest;

    Field(String ofEvent, String ofGroup, int longest) {
        this.ofEvent = ofEvent;
        this.ofGroup = ofGroup;
        this.longest = longest;
    }

    public String label(Kind kind) {
        return kind == Kind.EVENT ? ofEvent : ofGroup;
    }

    /** As forms and the database name it: {@code about}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** At most so many characters. */
    public int longest() {
        return longest;
    }

    /** Whether a submission of this kind is nothing without it. */
    public boolean isNeeded(Kind kind) {
        return this == TITLE || this == (kind == Kind.EVENT ? PLACE : ABOUT);
    }

    public static Optional<Field> findByKey(String key) {
        for (Field field : values()) if (field.key().equals(key)) return Optional.of(field);
        return Optional.empty();
    }
}
