package tsunagu.areas;

import java.util.Optional;

/** A place that a resident named, and the area it lies in where that is known. */
public sealed interface Place {

    MunicipalityId municipality();

    Optional<AreaId> area();

    /** As the documents write it: 「青嵐中」. */
    String name();

    /** 西東京市: no area is named. */
    record Whole(MunicipalityId municipality, String name) implements Place {
        @Override
        public Optional<AreaId> area() {
            return Optional.empty();
        }
    }

    /** 北東部, or its network by name or nickname. */
    record OfArea(AreaId id, String name) implements Place {
        @Override
        public MunicipalityId municipality() {
            return id.municipality();
        }

        @Override
        public Optional<AreaId> area() {
            return Optional.of(id);
        }
    }

    /** 青嵐中. */
    record AtSchool(Area.School school) implements Place {
        @Override
        public MunicipalityId municipality() {
            return school.area().municipality();
        }

        @Override
        public Optional<AreaId> area() {
            return Optional.of(school.area());
        }

        @Override
        public String name() {
            return school.name();
        }
    }

    /** 田無町, or its postcode. */
    record InTown(Area.Town town, boolean byPostcode) implements Place {
        @Override
        public MunicipalityId municipality() {
            return town.municipality();
        }

        @Override
        public Optional<AreaId> area() {
            return town.area();
        }

        @Override
        public String name() {
            return town.name();
        }
    }
}
