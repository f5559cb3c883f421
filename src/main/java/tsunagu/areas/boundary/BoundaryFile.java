package tsunagu.areas.boundary;

import java.util.List;
import tsunagu.areas.file.MunicipalityFile.SourceEntry;

/**
 * {@code config/municipalities/<id>.geojson}: which part of the map is which area or town.
 *
 * @param source what says so, as in the municipality file
 */
public record BoundaryFile(List<SourceEntry> source, List<Feature> features) {

    public BoundaryFile {
        source = List.copyOf(source);
        features = List.copyOf(features);
    }

    /**
     * A shape and what it is.
     *
     * @param number of the feature in the file, from 1, for error sentences
     * @param name an area's id or a town's name, as the municipality file has them
     */
    public record Feature(int number, Kind kind, String name, Outline outline) {

        /** What a shape is the shape of. */
        public enum Kind {
            AREA,
            TOWN
        }
    }
}
