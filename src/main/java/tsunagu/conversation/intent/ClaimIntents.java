package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.areas.AreaId;
import tsunagu.areas.Place;

/** What is told to a resident who wants yes or no. */
final class ClaimIntents {
    private ClaimIntents() {}

    /** What would be said anyway, with yes or no before it where the claim goes with it. */
    static Optional<Intent> verify(Claim claim, Intent plain, Situation s) {
        boolean telling = plain instanceof Intent.WhichArea
                || plain instanceof Intent.AboutNetworks
                || plain instanceof Intent.Join
                || plain instanceof Intent.Contact
                || plain instanceof Intent.AskDocuments;
        if (!telling) return Optional.empty();
        Optional<Intent> told = switch (claim) {
            case Claim.SameArea(var places, boolean same) -> Optional.of(new Intent.WhichArea(places, false, false));
            case Claim.InArea(var places, var area) -> Optional.of(inArea(places, s));
            case Claim.Counted counted ->
                Optional.of(counted(counted, s))
                        .filter(any -> !(plain instanceof Intent.AskDocuments) || s.countsNetworks());
            case Claim.Number number -> Optional.of(plain).filter(Intent.Contact.class::isInstance);
            case Claim.MayJoin join -> Optional.of(plain).filter(Intent.Join.class::isInstance);
            case Claim.Ranked ranked -> ranked(ranked, plain, s);
            case Claim.DividedBy unit -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
            case Claim.Founded founded -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
            case Claim.FoundedInEra(var areas, var era, boolean all) -> founding(plain, areas);
            case Claim.FoundedIn founded -> founding(plain, List.of(founded.area()));
            case Claim.Nicknamed nicknamed -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
            case Claim.Independent independent -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
        };
        return told.map(intent -> new Intent.Verify(claim, intent));
    }

    private static Optional<Intent> founding(Intent plain, List<AreaId> areas) {
        if (!(plain instanceof Intent.AboutNetworks about)) return Optional.empty();
        return Optional.of(new Intent.AboutNetworks(
                about.municipality(), areas, EnumSet.of(Cue.FOUNDING), about.year(), Optional.empty()));
    }

    private static Intent inArea(List<Place> places, Situation s) {
        if (!(places.getFirst() instanceof Place.OfArea)) return new Intent.WhichArea(places, false, false);
        List<AreaId> areas =
                places.stream().flatMap(place -> place.area().stream()).toList();
        return s.about(EnumSet.of(Cue.NICKNAME), areas);
    }

    private static Optional<Intent> ranked(Claim.Ranked claim, Intent plain, Situation s) {
        boolean asking = plain instanceof Intent.AboutNetworks about && !about.asked().isEmpty();
        if (asking) return Optional.of(plain);
        if (claim.others().isEmpty() || s.cues().has(Cue.CONTENT)) return Optional.empty();
        Set<Cue> asked = EnumSet.of(
                switch (claim.measure()) {
                    case FOUNDING -> Cue.FOUNDING;
                    case GROUPS, PEOPLE -> Cue.MEMBERS;
                    case JUNIOR_HIGH_SCHOOLS -> Cue.JUNIOR_HIGH;
                    case ELEMENTARY_SCHOOLS -> Cue.ELEMENTARY;
                });
        return Optional.of(s.about(asked, s.compared()));
    }

    private static Intent counted(Claim.Counted claim, Situation s) {
        return s.about(
                switch (claim.what()) {
                    case NETWORKS -> EnumSet.of(Cue.COUNT);
                    case JUNIOR_HIGH_SCHOOLS -> EnumSet.of(Cue.JUNIOR_HIGH);
                    case ELEMENTARY_SCHOOLS -> EnumSet.of(Cue.ELEMENTARY);
                    case SCHOOLS -> EnumSet.of(Cue.SCHOOLS);
                    case TOWNS -> EnumSet.of(Cue.TOWNS);
                    case GROUPS, PEOPLE ->
                        claim.areas().isEmpty() ? EnumSet.of(Cue.MEMBERS, Cue.TOTAL) : EnumSet.of(Cue.MEMBERS);
                },
                claim.areas());
    }
}
