package tsunagu.areas;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Something staff have said of a municipality's towns, schools and borders, over what its file says. */
public sealed interface Amendment {

    MunicipalityId municipality();

    Fact.Basis basis();

    /**
     * A town, or one of its parts (「田無町三丁目」), lies in these areas: none where that is not known, several where
     * it is in dispute. It need not be in the file.
     */
    record TownLies(MunicipalityId municipality, String town, List<AreaId> areas, LocalDate since, Fact.Basis basis)
            implements Amendment {
        public TownLies {
            areas = List.copyOf(areas);
        }
    }

    /** A school of the file lies in another area. */
    record SchoolLies(MunicipalityId municipality, String school, AreaId area, LocalDate since, Fact.Basis basis)
            implements Amendment {}

    /** These towns there are; those the file has not are known from now on, their area is not. */
    record TownsExist(MunicipalityId municipality, List<Named> towns, Fact.Basis basis) implements Amendment {
        public TownsExist {
            towns = List.copyOf(towns);
        }

        /**
         * A town by name.
         *
         * @param reading in hiragana, may be empty
         * @param spellings other ways to write it, such as in Latin letters
         */
        public record Named(String name, String reading, List<String> spellings) {
            public Named {
                spellings = List.copyOf(spellings);
            }
        }
    }

    /** The postcodes of these towns, in place of those of the file; other towns keep theirs. */
    record PostcodesAre(MunicipalityId municipality, Map<String, List<String>> ofTowns, Fact.Basis basis)
            implements Amendment {
        public PostcodesAre {
            ofTowns = Map.copyOf(ofTowns);
        }
    }

    /**
     * Where areas, towns or school districts lie on the map, in place of the shapes of the same kind in its file.
     *
     * @param decides whether a point's area may be told from them; they are drawn in any case
     */
    record Drawn(MunicipalityId municipality, List<Shape> shapes, boolean decides, Fact.Basis basis)
            implements Amendment {
        public Drawn {
            shapes = List.copyOf(shapes);
        }
    }

    /**
     * The shape of something.
     *
     * @param name an area's id, a town's or a school's name
     * @param polygons each a closed outer ring and its holes: longitude and latitude of each point, in degrees
     */
    record Shape(Kind kind, String name, List<List<double[][]>> polygons) {
        public Shape {
            polygons = List.copyOf(polygons);
        }

        /** What a shape is the shape of. */
        public enum Kind {
            AREA,
            SCHOOL,
            TOWN
        }
    }

    /** A room that keeps amendments; every copy follows it within about a second. */
    interface Source {

        /** In force on that day, in the order in which they are to be applied. */
        List<Amendment> listInForce(LocalDate day);

        /** A number that is another one after each change of what {@link #listInForce} gives. */
        long revision();
    }
}
