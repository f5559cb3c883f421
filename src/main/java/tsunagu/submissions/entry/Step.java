package tsunagu.submissions.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a resident is being asked in the chat, in this order. */
public enum Step {
    CONSENT(null),
    KIND(null),
    TITLE(Field.TITLE),
    WHEN(Field.WHEN),
    PLACE(Field.PLACE),
    ABOUT(Field.ABOUT),
    /** Fee and audience are one question. */
    AUDIENCE(Field.AUDIENCE),
    CONTACT(Field.CONTACT),
    /** Whether the contact may be published; asked only where there is one. */
    CONTACT_MAY(null),
    SOURCE(Field.SOURCE),
    CONFIRM(null);

    private static final List<Step> ALL = List.of(values());

    private final Field field;

    Step(Field field) {
        this.field = field;
    }

    /** What the answer is kept as; empty where it is a yes or a choice. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** @param contact whether a contact was given */
    public Step next(boolean contact) {
        Step next = ALL.get(Math.min(ordinal() + 1, ALL.size() - 1));
        return next == CONTACT_MAY && !contact ? SOURCE : next;
    }

    /** The question before; the first of all stays. */
    public Step before(boolean contact) {
        Step before = ALL.get(Math.max(ordinal() - 1, KIND.ordinal()));
        return before == CONTACT_MAY && !contact ? CONTACT : before;
    }
}
