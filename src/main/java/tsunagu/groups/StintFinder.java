package tsunagu.groups;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.entry.State;
import tsunagu.groups.request.Requests;
import tsunagu.groups.stint.Stint;
import tsunagu.groups.stint.Stints;
import tsunagu.text.Folding;

/** Small jobs residents may be offered: never one that is past, and none that has all the people it needs. */
@Singleton
public class StintFinder {
    private static final int SHORTEST_NAME = 3;

    private final Stints stints;
    private final Requests requests;
    private final GatheringFinder gatherings;
    private final Clock clock;

    StintFinder(Stints stints, Requests requests, GatheringFinder gatherings, Clock clock) {
        this.stints = stints;
        this.requests = requests;
        this.gatherings = gatherings;
        this.clock = clock;
    }

    /** The soonest first. */
    public List<OpenStint> listOpen(MunicipalityId municipality) {
        return stints.listToCome(municipality.value()).stream()
                .map(this::open)
                .filter(stint -> stint.left() > 0)
                .toList();
    }

    /** Also one that is full or past, for whoever asks for just this one. */
    public Optional<OpenStint> find(long id) {
        return stints.find(id).filter(stint -> stint.state() == State.PUBLISHED).map(this::open);
    }

    /** Of those to come, full ones too, the one whose title stands in these words; of several the longest. */
    public Optional<Long> findNamed(String words, MunicipalityId municipality) {
        String said = Folding.name(words);
        return stints.listToCome(municipality.value()).stream()
                .filter(stint -> stint.title().length() >= SHORTEST_NAME && said.contains(Folding.name(stint.title())))
                .max(Comparator.comparingInt(stint -> stint.title().length()))
                .map(Stint::id);
    }

    private OpenStint open(Stint stint) {
        long offered = requests.countOffers(stint.id());
        return new OpenStint(
                stint.id(),
                new MunicipalityId(stint.municipality()),
                stint.title(),
                stint.notes(),
                stint.group().flatMap(gatherings::find).map(Gathering::name).orElse(""),
                Optional.of(stint.area()).filter(area -> !area.isEmpty()).map(AreaId::parse),
                stint.startsAt(),
                stint.minutes(),
                stint.place(),
                stint.needed(),
                (int) Math.max(0, stint.needed() - offered),
                stints.isPast(stint),
                stint.editedAt().atZone(clock.getZone()).toLocalDate());
    }
}
