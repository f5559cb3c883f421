package tsunagu.conversation.cues;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A sign in the words of what is wanted; its phrases are listed in {@code config/language/cues.yml}. */
public enum Cue {
    FIRE,
    AMBULANCE,
    ABUSE,
    CRIME,
    DESPAIR,
    /** 「助けて」; a phrase counts only as the whole message. */
    CRY,
    CALM,
    /** What happens at this moment, whatever sounds calm besides. */
    GRAVE,
    /** May be a cry for help, where nothing else is understood. */
    ALARM,
    PERSONAL,
    DANGEROUS,
    INJECTION,
    GREETING,
    THANKS,
    GOODBYE,
    PRAISE,
    COMPLAINT,
    WHO_ARE_YOU,
    /** 「間違えて送りました」 */
    APOLOGY,
    HELP,
    CORRECTION,
    /** 「違います」 of the answer before. */
    WRONG,
    FORGET,
    SHOW_MEMORY,
    /** Counts only as the whole message. */
    YES,
    /** Counts only as the whole message. */
    NO,
    /** 「出典は？」 of the answer before. */
    SOURCES,
    /** 「もっと詳しく」 of the answer before. */
    MORE,
    /** 「うちの地区」 */
    HOME,
    /** 「住んでいます」「近くです」 */
    LIVING,
    SAME,
    COMPARE,
    DIFFERENT,
    FOUNDING(Asks.CLEARLY),
    PREPARING(Asks.CLEARLY),
    ORDER(Asks.CLEARLY),
    OLDEST(Asks.CLEARLY),
    NEWEST(Asks.CLEARLY),
    NICKNAME(Asks.CLEARLY),
    SCHOOLS(Asks.CLEARLY),
    JUNIOR_HIGH(Asks.CLEARLY),
    ELEMENTARY(Asks.CLEARLY),
    MEMBERS(Asks.CLEARLY),
    PEOPLE(Asks.SOMETHING),
    MOST(Asks.CLEARLY),
    LEAST(Asks.CLEARLY),
    TOTAL(Asks.CLEARLY),
    TOWNS(Asks.CLEARLY),
    LIST(Asks.CLEARLY),
    COUNT(Asks.CLEARLY),
    DEFINITION(Asks.SOMETHING),
    PART_OF_CITY(Asks.CLEARLY),
    INDEPENDENCE(Asks.CLEARLY),
    UNIT(Asks.SOMETHING),
    OFFICE(Asks.SOMETHING),
    FAX(Asks.SOMETHING),
    JOIN(Asks.SOMETHING),
    WHO_MAY(Asks.SOMETHING),
    /** Individuals or groups, of whom the documents speak: narrows WHO_MAY. */
    ANYBODY,
    EVENTS(Asks.SOMETHING),
    GROUPS(Asks.SOMETHING),
    LAYERS(Asks.SOMETHING),
    NEWCOMER,
    /** 「地域の集まりに顔を出してみたい」: to know others there. */
    BELONG,
    POINTING,
    SWITCHING,
    FILLER,
    CONTENT,
    ABOUT_DOCUMENTS,
    /** A word for the networks themselves, taken from the municipality files. */
    NETWORK,
    /** Something the documents are silent about, taken from the municipality files. */
    GAP(Asks.SOMETHING),
    /** The name of a nested range, taken from the municipality files. */
    LAYER(Asks.SOMETHING),
    OUT_OF_SCOPE,
    /** 「知らせてほしい」「リマインドして」: to be told later. */
    NOTIFY,
    /** The same with its subject, where a language has no other word for that. */
    NOTIFY_EVENTS,
    /** Of an area, by staff. */
    NOTIFY_AREA,
    NOTIFY_NEWCOMER,
    /** 「回答ができたら知らせて」 */
    NOTIFY_ANSWER,
    /** 「全部の地区」, of what one wants to be told. */
    NOTIFY_ALL,
    /** 「通知を止めて」 */
    NOTIFY_STOP;

    /** Whether a cue asks for something. */
    private enum Asks {
        NOTHING,
        SOMETHING,
        /** Something certain of a network: trusted even among words we do not know. */
        CLEARLY
    }

    private final Asks asks;

    Cue() {
        this(Asks.NOTHING);
    }

    Cue(Asks asks) {
        this.asks = asks;
    }

    public boolean isAsking() {
        return asks != Asks.NOTHING;
    }

    public boolean isClear() {
        return asks == Asks.CLEARLY;
    }

    /** Cues whose phrases are too short to be looked for inside others: はい stands in 「入会はいつ」. */
    static final Set<Cue> WHOLE = EnumSet.of(YES, NO, CRY);

    /** The cue whose phrases have this key. */
    static Optional<Cue> find(String key) {
        return Arrays.stream(values()).filter(cue -> cue.key().equals(key)).findFirst();
    }

    /** The key of its phrases: {@code who-are-you}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
