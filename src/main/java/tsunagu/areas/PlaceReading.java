package tsunagu.areas;

import java.util.List;
import java.util.Optional;

/**
 * The places in a resident's words.
 *
 * @param findings in the order they were typed, each place once
 * @param named the municipality that the words themselves name
 * @param settled the municipality that the words leave no doubt about, named or by a place that lies only there
 * @param hinted the municipality whose own words (the name of its bodies, 「地域カルテ」) were used
 * @param rest the words with {@link PlaceFinder#NAME_MARK} in place of the names, width unified
 */
public record PlaceReading(
        List<Finding> findings,
        Optional<MunicipalityId> named,
        Optional<MunicipalityId> settled,
        Optional<MunicipalityId> hinted,
        String rest) {

    public PlaceReading {
        findings = List.copyOf(findings);
    }

    /** The same places in other words. */
    public PlaceReading with(String otherRest) {
        return new PlaceReading(findings, named, settled, hinted, otherRest);
    }

    /** Places that are certain and narrower than a municipality. */
    public List<Place> places() {
        return findings.stream()
                .filter(Finding.One.class::isInstance)
                .map(finding -> ((Finding.One) finding).place())
                .filter(place -> !(place instanceof Place.Whole))
                .toList();
    }

    public Optional<Finding.Several> ambiguity() {
        return findings.stream()
                .filter(Finding.Several.class::isInstance)
                .map(Finding.Several.class::cast)
                .findFirst();
    }

    public Optional<Finding.None> unknown() {
        return findings.stream()
                .filter(Finding.None.class::isInstance)
                .map(Finding.None.class::cast)
                .findFirst();
    }

    /** What one name in a resident's words turned out to be. */
    public sealed interface Finding {

        /** As typed, width unified. */
        String typed();

        /** Exactly one place. */
        record One(String typed, Place place) implements Finding {}

        /** Several places bear this name; which is meant only the resident can say. */
        record Several(String typed, Why why, List<Place> candidates) implements Finding {
            public Several {
                candidates = List.copyOf(candidates);
            }
        }

        /** A name, but of nothing we know. */
        record None(String typed, Why why) implements Finding {}

        /** Why a name led to several places, or to none. */
        enum Why {
            /** Towns of this name lie in several municipalities. */
            SAME_NAME,
            /** The name is part of several names: 保谷. */
            BROAD_NAME,
            /** The name is like names of ours, and may be another's. */
            SIMILAR_NAME,
            /** A municipality that we hold no documents of. */
            ELSEWHERE,
            /** Not a postcode of the towns we know. */
            UNKNOWN_POSTCODE,
            /** Looks like a school's or town's name and is none of those we know. */
            UNKNOWN_NAME
        }
    }
}
