package tsunagu.groups;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.desk.Alike;
import tsunagu.desk.Likeness;
import tsunagu.desk.Standing;
import tsunagu.groups.entry.ContentReader;
import tsunagu.groups.entry.Field;
import tsunagu.groups.entry.Filter;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;
import tsunagu.groups.entry.State;
import tsunagu.staff.Member;
import tsunagu.text.Folding;

/**
 * Drafts of groups made of what came from elsewhere: staff go on with them in their editor, and publish them as any
 * other.
 */
@Singleton
public class GroupDrafts {
    private static final int MOST_ALIKE = 5;

    private final Groups groups;
    private final ContentReader reader;

    GroupDrafts(Groups groups, ContentReader reader) {
        this.groups = groups;
        this.reader = reader;
    }

    /**
     * What is known of a group; texts are empty where nothing is.
     *
     * @param shown whether its contact may be told to residents
     */
    public record Proposal(
            String name,
            String what,
            String when,
            String place,
            String forWhom,
            String fee,
            String contact,
            String telephone,
            String mail,
            boolean shown,
            String source) {}

    /** The new draft's id; what does not fit into a field is left out of it. */
    public long create(String municipality, Proposal proposal, Member by) {
        Map<Field, String> texts = texts(proposal);
        var read = reader.read(texts, municipality);
        read.problems().keySet().forEach(texts::remove);
        texts.putIfAbsent(Field.KIND, Kind.OTHER.label());
        return groups.create(
                        municipality,
                        Optional.empty(),
                        reader.read(texts, municipality).content(),
                        State.DRAFT,
                        by)
                .id();
    }

    private static Map<Field, String> texts(Proposal proposal) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        String shown = proposal.shown() ? Field.YES : Field.NO;
        texts.put(Field.NAME, proposal.name());
        texts.put(Field.KIND, kind(proposal).label());
        texts.put(Field.WHAT, proposal.what());
        texts.put(Field.WHEN, proposal.when());
        texts.put(Field.PLACE, proposal.place());
        texts.put(Field.FOR_WHOM, proposal.forWhom());
        texts.put(Field.FEE, proposal.fee());
        texts.put(Field.CONTACT, proposal.contact());
        texts.put(Field.CONTACT_SHOWN, shown);
        texts.put(Field.TELEPHONE, proposal.telephone());
        texts.put(Field.TELEPHONE_SHOWN, shown);
        texts.put(Field.MAIL, proposal.mail());
        texts.put(Field.MAIL_SHOWN, shown);
        texts.put(Field.SOURCE, proposal.source());
        return texts;
    }

    /** The one whose name stands in what is told; staff see it in the editor, and choose. */
    private static Kind kind(Proposal proposal) {
        String told = Folding.name(proposal.name() + " " + proposal.what());
        return Arrays.stream(Kind.values())
                .filter(kind ->
                        Stream.of(kind.label().split("・")).map(Folding::name).anyMatch(told::contains))
                .findFirst()
                .orElse(Kind.CIRCLE);
    }

    public Standing standing(long group) {
        return groups.findState(group)
                .map(state -> switch (state) {
                    case DRAFT -> Standing.DRAFT;
                    case PUBLISHED -> Standing.TOLD;
                    case WITHDRAWN -> Standing.TAKEN_BACK;
                })
                .orElse(Standing.GONE);
    }

    /** Groups and places, whatever their state, whose name is like this one. */
    public List<Alike> listAlike(String municipality, String name) {
        var found = new LinkedHashMap<Long, Group>();
        for (String word : Likeness.words(name)) {
            var filter = new Filter(Optional.of(municipality), Optional.empty(), Optional.empty(), word, 0);
            groups.list(filter).forEach(group -> found.putIfAbsent(group.id(), group));
        }
        return found.values().stream()
                .filter(group -> Likeness.areAlike(group.content().name(), name))
                .limit(MOST_ALIKE)
                .map(group -> new Alike(
                        group.content().name(),
                        group.content().when(),
                        group.state().label(),
                        "/console/groups/" + group.id()))
                .toList();
    }
}
