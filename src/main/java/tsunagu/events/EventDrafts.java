package tsunagu.events;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.desk.Alike;
import tsunagu.desk.Likeness;
import tsunagu.desk.Standing;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.ContentReader;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Picture;
import tsunagu.events.store.Events;
import tsunagu.events.store.Events.Filter;
import tsunagu.events.store.Events.Outcome;
import tsunagu.staff.Member;

/**
 * Drafts of events made of what came from elsewhere: staff go on with them in their editor, and publish them as any
 * other.
 */
@Singleton
public class EventDrafts {
    private static final int MOST_ALIKE = 5;

    private final Events events;
    private final ContentReader reader;

    EventDrafts(Events events, ContentReader reader) {
        this.events = events;
        this.reader = reader;
    }

    /**
     * What is known of an event; texts are empty where nothing is.
     *
     * @param note what was said of its days, besides
     */
    public record Proposal(
            String title,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            Optional<LocalTime> from,
            Optional<LocalTime> to,
            String note,
            String place,
            String audience,
            String fee,
            String description,
            String contact,
            String telephone,
            String source) {}

    /** The new draft's id; what does not fit into a field is left out of it. */
    public long create(String municipality, Proposal proposal, Member by) {
        Map<Field, String> texts = texts(proposal);
        ContentReader.Read read = reader.read(texts, municipality);
        Content content = read.content();
        for (Field wrong : read.problems().keySet()) content = content.with(wrong, "");
        return switch (events.create(municipality, content, by, "")) {
            case Outcome.Done(Event event) -> event.id();
            case Outcome.Conflict _, Outcome.NotAllowed _, Outcome.SameId _ ->
                throw new IllegalStateException("a draft without an ID was not made");
        };
    }

    private static Map<Field, String> texts(Proposal proposal) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.TITLE, proposal.title());
        texts.put(Field.START, proposal.first().map(LocalDate::toString).orElse(""));
        texts.put(Field.END, proposal.last().map(LocalDate::toString).orElse(""));
        texts.put(Field.FROM, proposal.from().map(LocalTime::toString).orElse(""));
        texts.put(Field.TO, proposal.to().map(LocalTime::toString).orElse(""));
        boolean undecided = proposal.first().isEmpty() && proposal.note().isEmpty();
        texts.put(Field.DATE_NOTE, undecided ? "日時は未定です" : proposal.note());
        texts.put(Field.PLACE, proposal.place());
        texts.put(Field.AUDIENCE, proposal.audience());
        texts.put(Field.FEE, proposal.fee());
        texts.put(Field.DESCRIPTION, proposal.description());
        texts.put(Field.CONTACT, proposal.contact());
        texts.put(Field.TELEPHONE, proposal.telephone());
        texts.put(Field.SOURCE, proposal.source());
        return texts;
    }

    /** Nothing where it is none, or the event may not be changed by this member. */
    public void putPicture(long event, byte[] bytes, Member by) {
        events.find(event, by)
                .ifPresent(found -> Picture.read(bytes).ifPresent(picture -> events.savePicture(found, picture, by)));
    }

    public Standing standing(long event) {
        return events.findState(event)
                .map(state -> switch (state) {
                    case DRAFT -> Standing.DRAFT;
                    case PUBLISHED, CANCELLED -> Standing.TOLD;
                    case WITHDRAWN -> Standing.TAKEN_BACK;
                })
                .orElse(Standing.GONE);
    }

    /** Events, whatever their state, whose name is like this one. */
    public List<Alike> listAlike(String municipality, String title) {
        var found = new LinkedHashMap<Long, Event>();
        for (String word : Likeness.words(title)) {
            var filter = new Filter(Optional.of(municipality), Optional.empty(), Filter.Time.ALL, word, 0);
            events.listLines(filter).forEach(event -> found.putIfAbsent(event.id(), event));
        }
        return found.values().stream()
                .filter(event -> Likeness.areAlike(event.title(), title))
                .limit(MOST_ALIKE)
                .map(event -> new Alike(
                        event.title(),
                        event.content()
                                .find(Field.START)
                                .orElseGet(() -> event.content().text(Field.DATE_NOTE)),
                        event.state().label(),
                        EventMenu.LIST + "/" + event.id()))
                .toList();
    }
}
