package tsunagu.notices.notice;

import java.util.Locale;
import java.util.Optional;
import tsunagu.text.Language;

/** What staff fill in. */
public enum Field {
    TITLE("見出し（なくてもよい）", 60),
    BODY("本文", 2000),
    BODY_EASY("本文（やさしい日本語）", 2000),
    BODY_EN("本文（英語）", 2000),
    BODY_ZH("本文（中国語）", 2000),
    BODY_KO("本文（韓国語）", 2000),
    LINK("くわしいページのURL（なくてもよい）", 900),
    CONTACT("問い合わせ先（なくてもよい）", 100),
    SOURCE("出典", 200),
    SOURCED_AT("出典の日時", 16),
    AREAS("地区", 4000),
    TRAINING("訓練", 3),
    SCHEDULED_AT("送る日時（空なら、送るボタンを押したとき）", 16);

    private final String label;
    private final int longest;

    Field(String label, int longest) {
        this.label = label;
        this.longest = longest;
    }

    public String label() {
        return label;
    }

    /** Characters it may have. */
    public int longest() {
        return longest;
    }

    /** As the form sends it: {@code sourced-at}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a body in another language than Japanese. */
    public Optional<Language> language() {
        return Optional.ofNullable(
                switch (this) {
                    case BODY_EASY -> Language.EASY_JAPANESE;
                    case BODY_EN -> Language.ENGLISH;
                    case BODY_ZH -> Language.CHINESE;
                    case BODY_KO -> Language.KOREAN;
                    default -> null;
                });
    }
}
