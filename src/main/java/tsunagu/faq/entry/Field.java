package tsunagu.faq.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of an entry as texts: in forms, in files, and side by side. */
public enum Field {
    QUESTION("質問", 200, Content::question),
    WORDINGS("ほかの言い方", 10_000, content -> String.join("\n", content.wordings())),
    ANSWER("答え", 4000, Content::answer),
    LINKS(
            "リンク",
            3000,
            content -> content.links().stream()
                    .map(link -> link.label() + " " + link.address())
                    .collect(Collectors.joining("\n"))),
    CONTACT("連絡先", 200, Content::contact),
    LANGUAGE("言語", 10, Content::language),
    AREA("地区", 100, Content::area),
    TAGS("タグ", 500, content -> String.join("、", content.tags())),
    OWNER("担当", 60, Content::owner),
    DOCUMENT("出典の資料", 100, content -> content.origin().document()),
    PLACE("出典の場所", 500, content -> content.origin().place()),
    PAGE("出典のページ", 200, content -> content.origin().page()),
    ADDRESS("出典のURL", 500, content -> content.origin().address()),
    SEEN("出典の日付", 10, content -> shown(content.origin().seen())),
    REVIEW_BY("見直し期限", 10, content -> shown(content.reviewBy())),
    PUBLISH_FROM("公開開始", 19, content -> shown(content.publishFrom())),
    EXPIRE_AT("公開終了", 19, content -> shown(content.expireAt()));

    private static final List<Field> SEVERAL_LINES = List.of(WORDINGS, ANSWER, LINKS);

    private final String label;
    private final int longest;
    private final Function<Content, String> text;

    Field(String label, int longest, Function<Content, String> text) {
        this.label = label;
        this.longest = longest;
        this.text = text;
    }

    /** 「ほかの言い方」, also the head of its column. */
    public String label() {
        return label;
    }

    /** As forms name it: {@code review-by}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its text, as {@link ContentReader} reads it again: items on lines of their own, dates as {@code 2026-11-22}. */
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

    private static String shown(Optional<?> time) {
        return time.map(Object::toString).orElse("");
    }
}
