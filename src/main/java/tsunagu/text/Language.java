package tsunagu.text;

import java.util.Arrays;
import java.util.Optional;

/** A language the assistant can answer in; {@code tag} is its BCP 47 tag and the name of its messages file. */
public enum Language {
    JAPANESE("ja"),
    /** やさしい日本語: short sentences, names with their reading in brackets. */
    EASY_JAPANESE("ja-easy"),
    ENGLISH("en"),
    /** Written simplified; traditional characters are understood. */
    CHINESE("zh"),
    KOREAN("ko");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** 日本語 or やさしい日本語. */
    public boolean isJapanese() {
        return this == JAPANESE || this == EASY_JAPANESE;
    }

    /** The language of a tag such as {@code en} or {@code en-US}, if we speak it. */
    public static Optional<Language> findByTag(String tag) {
        String primary = tag.split("-", 2)[0];
        return Arrays.stream(values())
                .filter(l -> l.tag.equalsIgnoreCase(tag))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(l -> l.tag.equalsIgnoreCase(primary))
                        .findFirst());
    }
}
