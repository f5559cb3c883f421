package tsunagu.staff;

import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in. A controller below {@code /console} gets it by naming it as a parameter.
 *
 * @param name as colleagues know them
 * @param municipality id of the only one they work for, empty for all
 */
public record Member(UUID id, String name, Role role, Optional<String> municipality) {

    public boolean may(Role atLeast) {
        return role.isAtLeast(atLeast);
    }

    /** Whether what belongs to this municipality is theirs to see; what belongs to none is everybody's to see. */
    public boolean worksFor(Optional<String> other) {
        return municipality.isEmpty() || other.isEmpty() || municipality.equals(other);
    }

    /** The same for a municipality's id. */
    public boolean worksFor(String other) {
        return worksFor(Optional.of(other));
    }

    /** Whether they may change what belongs to all municipalities at once. */
    public boolean worksForAll() {
        return municipality.isEmpty();
    }
}
