package tsunagu.events.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of an event as texts: in forms, in the database, and in the columns of the national standard イベント一覧, whose
 * order in its new layout this is. What the standard has no column for comes last.
 */
public enum Field {
    CODE("全国地方公共団体コード", 10, "全国地方公共団体コード", "都道府県コード又は市区町村コード"),
    CORPORATE("法人番号", 20, "法人番号"),
    ID("ID", 200, "ID", "NO"),
    TITLE("行事の名前", 200, "イベント名"),
    KANA("読み", 300, "イベント名_カナ"),
    ENGLISH("英語の名前", 300, "イベント名_英語"),
    NICKNAME("通称", 200, "イベント通称"),
    SUBTITLE("サブタイトル", 200, "サブタイトル"),
    CONTENT_URL("案内のURL", 1000, "コンテンツURL"),
    KEYWORDS("キーワード", 500, "キーワード"),
    TAGS("タグ", 500, "タグ"),
    REPEAT("くり返し", 200, "開催パターン"),
    START("はじまる日", 10, "開始日"),
    END("おわる日", 10, "終了日"),
    FROM("開始時刻", 5, "開始時間", "開始時刻"),
    TO("終了時刻", 5, "終了時間", "終了時刻"),
    DATE_NOTE("日時の補足", 500, "開始日時特記事項", "日時説明"),
    SUMMARY("ひとことで", 300, "概要"),
    DESCRIPTION("くわしい内容", 4000, "説明"),
    KIND("種類", 100, "イベント種類", "カテゴリー"),
    FEE("費用", 200, "料金(基本)"),
    FEE_NOTE("費用の補足", 1000, "料金(詳細)"),
    FEE_KIND("費用の要否", 50, "料金種別", "料金_要否", "料金有無"),
    ORGANIZER("主催", 300, "主催者", "主催団体"),
    PARTNERS("共催・協力", 500, "共催団体", "共催・協力団体", "共催協力"),
    AUDIENCE("対象", 300, "対象者", "参加条件_詳細"),
    PLACE("場所", 200, "場所名称", "開催場所"),
    ADDRESS("住所", 300, "所在地_連結表記", "所在地_連結標記", "住所", "開催場所住所"),
    PREFECTURE("都道府県", 20, "所在地_都道府県"),
    CITY("市区町村", 50, "所在地_市区町村"),
    BUILDING("建物名など", 200, "建物名等(方書)", "方書"),
    LATITUDE("緯度", 20, "緯度"),
    LONGITUDE("経度", 20, "経度"),
    ACCESS("行き方", 1000, "アクセス方法"),
    PARKING("駐車場", 500, "駐車場情報"),
    CAPACITY("定員", 200, "定員"),
    APPLY_UNTIL("申込の締切日", 10, "参加申込終了日"),
    APPLY_UNTIL_TIME("申込の締切時刻", 5, "参加申込終了時間"),
    APPLY("申し込み方", 1000, "参加申込方法"),
    CONTACT("問い合わせ先", 200, "連絡先名称"),
    TELEPHONE("電話", 60, "連絡先電話番号", "電話番号"),
    EXTENSION("内線", 30, "連絡先内線番号"),
    PICTURE("画像の名前やURL", 500, "画像"),
    URL("ページのURL", 1000, "URL"),
    NOTE("備考", 2000, "備考"),
    AREAS("地区", 500, "地区"),
    REPEAT_UNTIL("くり返しの終わり", 10, "くり返しの終わり"),
    EXCEPT("お休みの日", 2000, "除外日"),
    RAIN("雨のとき", 300, "雨天時"),
    SOURCE("出典", 300, "出典");

    private static final List<Field> SEVERAL_LINES =
            List.of(DESCRIPTION, FEE_NOTE, ACCESS, APPLY, NOTE, PARKING, DATE_NOTE, EXCEPT);
    private static final List<Field> DAYS = List.of(START, END, APPLY_UNTIL, REPEAT_UNTIL);
    private static final List<Field> TIMES = List.of(FROM, TO, APPLY_UNTIL_TIME);

    private final String label;
    private final int longest;
    private final String[] columns;

    Field(String label, int longest, String... columns) {
        this.label = label;
        this.longest = longest;
        this.columns = columns;
    }

    /** 「申し込み方」. */
    public String label() {
        return label;
    }

    /** As forms and the database name it: {@code apply-until}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its key; empty for anything else. */
    public static Optional<Field> findByKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** At most so many characters. */
    public int longest() {
        return longest;
    }

    /** The column in the new layout. */
    public String column() {
        return columns[0];
    }

    /** The column's names in all layouts, the new one first. */
    public String[] columns() {
        return columns.clone();
    }

    boolean hasLines() {
        return SEVERAL_LINES.contains(this);
    }

    boolean isDay() {
        return DAYS.contains(this);
    }

    boolean isTime() {
        return TIMES.contains(this);
    }
}
