package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A sign in the words of what is wanted; its phrases are listed in {@code config/language/cues.yml}. */
public enum Cue {
    FIRE,
    AMBULANCE,
    CRIME,
    DESPAIR,
    CALM,
    PERSONAL,
    DANGEROUS,
    INJECTION,
    GREETING,
    THANKS,
    GOODBYE,
    PRAISE,
    COMPLAINT,
    WHO_ARE_YOU,
    HELP,
    CORRECTION,
    FORGET,
    SHOW_MEMORY,
    /** Counts only as the whole message. */
    YES,
    /** Counts only as the whole message. */
    NO,
    FOUNDING,
    PREPARING,
    ORDER,
    OLDEST,
    NEWEST,
    NICKNAME,
    SCHOOLS,
    JUNIOR_HIGH,
    ELEMENTARY,
    MEMBERS,
    PEOPLE,
    MOST,
    LEAST,
    TOTAL,
    TOWNS,
    LIST,
    COUNT,
    DEFINITION,
    PART_OF_CITY,
    INDEPENDENCE,
    UNIT,
    OFFICE,
    JOIN,
    WHO_MAY,
    EVENTS,
    GROUPS,
    LAYERS,
    NEWCOMER,
    POINTING,
    SWITCHING,
    FILLER,
    CONTENT,
    ABOUT_DOCUMENTS,
    /** A word for the networks themselves, taken from the municipality files. */
    NETWORK,
    /** Something the documents are silent about, taken from the municipality files. */
    GAP,
    /** The name of a nested range, taken from the municipality files. */
    LAYER,
    OUT_OF_SCOPE;

    /** Cues that ask for something certain of a network; they are trusted even among words we do not know. */
    static final Set<Cue> CLEAR = EnumSet.of(
            FOUNDING,
            PREPARING,
            ORDER,
            OLDEST,
            NEWEST,
            NICKNAME,
            SCHOOLS,
            JUNIOR_HIGH,
            ELEMENTARY,
            MEMBERS,
            MOST,
            LEAST,
            TOTAL,
            TOWNS,
            LIST,
            COUNT,
            PART_OF_CITY,
            INDEPENDENCE);

    /** Cues that ask for something at all. */
    static final Set<Cue> ASKING = EnumSet.of(
            FOUNDING,
            PREPARING,
            ORDER,
            OLDEST,
            NEWEST,
            NICKNAME,
            SCHOOLS,
            JUNIOR_HIGH,
            ELEMENTARY,
            MEMBERS,
            PEOPLE,
            MOST,
            LEAST,
            TOTAL,
            TOWNS,
            LIST,
            COUNT,
            DEFINITION,
            PART_OF_CITY,
            INDEPENDENCE,
            UNIT,
            OFFICE,
            JOIN,
            WHO_MAY,
            EVENTS,
            GROUPS,
            LAYERS,
            GAP,
            LAYER);

    /** Cues whose phrases are too short to be looked for inside others: はい stands in 「入会はいつ」. */
    static final Set<Cue> WHOLE = EnumSet.of(YES, NO);

    /** The key of its phrases: {@code who-are-you}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
