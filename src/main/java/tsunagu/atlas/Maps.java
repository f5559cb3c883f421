package tsunagu.atlas;

import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.atlas.map.MapImage;
import tsunagu.atlas.map.MapPicture;

/** The maps of all municipalities, each drawn once for as long as it stays the same. */
@Singleton
class Maps {
    private final Municipalities municipalities;
    private final HtmlJteViewsRenderer<Map<String, Object>> templates;
    private final Clock clock;
    private final Map<MunicipalityId, Drawn> drawn = new ConcurrentHashMap<>();

    /** @param of the municipality it was drawn of: another object after each change */
    private record Drawn(Municipality of, LocalDate day, Optional<MapPicture> picture, Optional<MapImage> image) {}

    Maps(Municipalities municipalities, HtmlJteViewsRenderer<Map<String, Object>> templates, Clock clock) {
        this.municipalities = municipalities;
        this.templates = templates;
        this.clock = clock;
    }

    Optional<Municipality> findMunicipality(String id) {
        return municipalities.findMunicipality(new MunicipalityId(id));
    }

    Optional<Fact<Place>> findPlace(Municipality municipality, double latitude, double longitude) {
        return municipalities.findPlaceAt(municipality.id(), latitude, longitude);
    }

    Optional<MapPicture> findPicture(String id) {
        return findMunicipality(id).flatMap(one -> drawn(one).picture());
    }

    Optional<MapImage> findImage(String id) {
        return findMunicipality(id).flatMap(one -> drawn(one).image());
    }

    private Drawn drawn(Municipality municipality) {
        LocalDate day = LocalDate.now(clock);
        return drawn.compute(municipality.id(), (id, before) -> {
            if (before != null && before.of() == municipality && before.day().equals(day)) return before;
            Optional<MapPicture> picture = MapPicture.of(municipality, municipalities.listShapes(id), day);
            return new Drawn(municipality, day, picture, picture.flatMap(MapImage::of));
        });
    }

    String render(String template, Map<String, ?> model) {
        var text = new StringWriter();
        try {
            templates.render(template, new HashMap<>(model), null).writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
