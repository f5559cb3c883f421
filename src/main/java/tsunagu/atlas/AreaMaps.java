package tsunagu.atlas;

import jakarta.inject.Singleton;
import java.util.Optional;
import tsunagu.areas.MunicipalityId;

/** The maps of areas as pictures that a chat can show. */
@Singleton
public class AreaMaps {
    private final Maps maps;

    AreaMaps(Maps maps) {
        this.maps = maps;
    }

    /**
     * A PNG.
     *
     * @param path on the web page, {@code /areas/nishitokyo.png}
     * @param width in pixels, as {@code height}
     */
    public record Image(String path, int width, int height) {}

    /** Empty where no boundaries are known, or no font of the machine has the letters. */
    public Optional<Image> findImage(MunicipalityId municipality) {
        return maps.findImage(municipality.value())
                .map(png -> new Image("/areas/" + municipality.value() + ".png", png.width(), png.height()));
    }
}
