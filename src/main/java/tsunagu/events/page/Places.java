package tsunagu.events.page;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;

/** What the addresses of public pages and calendars call municipalities and areas. */
@Singleton
public class Places {
    private final Municipalities municipalities;

    Places(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /**
     * A municipality, or one of its areas.
     *
     * @param area its id; empty for the whole municipality
     */
    public record Place(String slug, String name, String municipality, Optional<String> area) {

        /** Whether it is told what is meant for these areas; none mean the whole municipality. */
        public boolean isToldOf(List<String> areas) {
            return area.isEmpty() || areas.isEmpty() || areas.contains(area.get());
        }
    }

    /** By its slug, or by an area's own id where only one municipality has it. */
    public Optional<Place> find(String slug) {
        return listAll().filter(place -> place.slug().equals(slug)).findFirst().or(() -> {
            List<Place> named = listAll()
                    .filter(place ->
                            place.area().filter(id -> id.endsWith("/" + slug)).isPresent())
                    .toList();
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        });
    }

    /** The municipality, then its areas. */
    public List<Place> listOf(String municipality) {
        return listAll()
                .filter(place -> place.municipality().equals(municipality))
                .toList();
    }

    private Stream<Place> listAll() {
        return municipalities.listMunicipalities().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(
                                new Place(one.id().value(), one.name(), one.id().value(), Optional.empty())),
                        one.areas().stream().map(area -> place(one, area))));
    }

    private static Place place(Municipality one, Area area) {
        return new Place(
                one.id() + "-" + area.id().value(),
                one.name() + " " + area.name(),
                one.id().value(),
                Optional.of(area.id().toString()));
    }
}
