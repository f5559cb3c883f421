package tsunagu.groups;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.entry.Content;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Kind;

/** What residents may be told of groups and places: a change of staff's is seen by the next question, on every copy. */
@Singleton
public class GatheringFinder {
    private final Groups groups;
    private final AtomicReference<Shelved> shelved =
            new AtomicReference<>(new Shelved(-1, new GatheringShelf(List.of())));

    private final ReentrantLock fetching = new ReentrantLock();

    GatheringFinder(Groups groups) {
        this.groups = groups;
    }

    private record Shelved(long revision, GatheringShelf shelf) {}

    /** Keys of all kinds there are. */
    public static List<String> listKinds() {
        return Arrays.stream(Kind.values()).map(Kind::key).toList();
    }

    /** Whether any are entered for this municipality; where none are, nothing can be said about who is there. */
    public boolean knowsAny(MunicipalityId municipality) {
        return shelf().knowsAny(municipality);
    }

    public Optional<Gathering> find(long id) {
        return shelf().find(id);
    }

    /** The one whose name stands in these words; of several the longest. */
    public Optional<Gathering> findNamed(String words, MunicipalityId municipality) {
        return shelf().findNamed(words, municipality);
    }

    /** These words without the name of a group, by which nobody's language can be told. */
    public String withoutName(String words, MunicipalityId municipality) {
        return findNamed(words, municipality)
                .map(one -> words.replace(one.name(), " ").replace(GatheringShelf.bare(one.name()), " "))
                .orElse(words);
    }

    /** The best first: how well they fit, then how near they are, then how lately they were confirmed. */
    public List<Gathering> find(GatheringSearch search) {
        return shelf().find(search);
    }

    /** While one question fetches what has changed, others are answered from what was known before. */
    private GatheringShelf shelf() {
        long revision = groups.revision();
        Shelved now = shelved.get();
        if (now.revision() == revision) return now.shelf();
        boolean first = now.revision() < 0;
        if (first) fetching.lock();
        else if (!fetching.tryLock()) return now.shelf();
        try {
            if (shelved.get().revision() != revision) shelved.set(new Shelved(revision, fetched()));
            return shelved.get().shelf();
        } finally {
            fetching.unlock();
        }
    }

    private GatheringShelf fetched() {
        return new GatheringShelf(
                groups.listPublished().stream().map(this::gathering).toList());
    }

    private Gathering gathering(Group group) {
        Content content = group.content();
        Content.Contact contact = content.contact();
        return new Gathering(
                group.id(),
                new MunicipalityId(group.municipality()),
                content.name(),
                content.reading(),
                content.kind().key(),
                content.areas().stream().map(AreaId::parse).toList(),
                content.what(),
                content.when(),
                new Gathering.Venue(
                        content.venue().name(),
                        content.venue().address(),
                        content.venue().point().map(point -> new Gathering.Point(point.latitude(), point.longitude()))),
                content.forWhom(),
                content.fee(),
                content.joining(),
                new Gathering.Contact(
                        contact.name().told(),
                        contact.telephone().told(),
                        contact.mail().told(),
                        contact.form().told()),
                content.takesRequests(),
                content.keywords(),
                content.homepage(),
                content.confirmedOn(),
                group.isStale(groups.today()),
                content.origin().title(),
                content.origin().address());
    }
}
