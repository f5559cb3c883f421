package tsunagu.submissions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission as it is stored.
 *
 * @param kind empty while it is being asked
 * @param contactMay whether its sender says that the contact may be published
 * @param revision grows with every change
 */
public record Submission(
        UUID id,
        String municipality,
        Optional<Kind> kind,
        Sender sender,
        State state,
        Talk talk,
        Content content,
        boolean contactMay,
        Decision decision,
        boolean picture,
        long revision,
        Times times) {

    /** The channel of those that came by the page. */
    public static final String PAGE = "page";

    /**
     * Where it came from.
     *
     * @param channel {@code page}, or that of the chat
     * @param conversation empty for one by page, and once its sender was forgotten
     * @param linked whether somebody has the address of its page
     */
    public record Sender(String channel, String conversation, boolean linked, String language) {}

    /**
     * How far the chat has come.
     *
     * @param fixing asked once more, to be followed by the summary
     * @param paused set aside for a question that came between
     */
    public record Talk(Step step, boolean fixing, boolean paused) {}

    /**
     * What staff make of it.
     *
     * @param doubts keys of what made it doubtful
     * @param reason why it was declined, as its sender reads it
     * @param entry the event or group made of it
     */
    public record Decision(List<String> doubts, String reason, Optional<Long> entry, String handledName) {
        static final Decision NONE = new Decision(List.of(), "", Optional.empty(), "");
    }

    /** When what happened to it. */
    public record Times(Instant createdAt, Instant changedAt, Instant expiresAt) {}

    public String title() {
        return content.text(Field.TITLE);
    }

    /** Of what was sent; a draft may have none yet. */
    public Kind kindSent() {
        return kind.orElse(Kind.EVENT);
    }

    public Submission of(Kind other) {
        return new Submission(
                id,
                municipality,
                Optional.of(other),
                sender,
                state,
                talk,
                content,
                contactMay,
                decision,
                picture,
                revision,
                times);
    }

    public Submission at(Step step) {
        return with(new Talk(step, false, false), content, contactMay);
    }

    /** The one question once more. */
    public Submission fixing(Step step) {
        return with(new Talk(step, true, false), content, contactMay);
    }

    public Submission paused(boolean is) {
        return with(new Talk(talk.step(), talk.fixing(), is), content, contactMay);
    }

    /** On to the next question, or back to the summary it was asked from. */
    public Submission onward() {
        boolean contact = content.has(Field.CONTACT);
        boolean may = talk.step() == Step.CONTACT && contact;
        if (talk.fixing()) return may ? fixing(Step.CONTACT_MAY) : at(Step.CONFIRM);
        return at(talk.step().next(contact));
    }

    public Submission back() {
        return at(talk.fixing() ? Step.CONFIRM : talk.step().before(content.has(Field.CONTACT)));
    }

    public Submission with(Content other) {
        return with(talk, other, contactMay);
    }

    public Submission withContact(boolean may) {
        return with(talk, may ? content : content.with(Field.CONTACT, ""), may);
    }

    private Submission with(Talk asked, Content told, boolean may) {
        return new Submission(
                id, municipality, kind, sender, state, asked, told, may, decision, picture, revision, times);
    }

    Submission moved(State to, Decision by, Instant at, Instant expiresAt) {
        return new Submission(
                id,
                municipality,
                kind,
                sender,
                to,
                talk,
                content,
                contactMay,
                by,
                picture,
                revision,
                new Times(times.createdAt(), at, expiresAt));
    }

    /** Nothing of a resident's in a log. */
    @Override
    public String toString() {
        return "Submission[" + id + "]";
    }
}
