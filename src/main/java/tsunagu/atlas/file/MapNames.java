package tsunagu.atlas.file;

import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Area;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipality;
import tsunagu.atlas.change.ChangeSet;
import tsunagu.text.Folding;

/** Which of our areas, towns and schools the names of a map are. */
record MapNames(Municipality municipality, ChangeSet.Kind kind) {
    private static final Pattern OWNER = Pattern.compile("^.{0,20}?[市区町村都道府県]立");
    private static final Pattern SCHOOL = Pattern.compile("(学校|学園)?(通学区域|学校区|学区|校区|区)?$");
    private static final Pattern CHOME = Pattern.compile("[0-9０-９一二三四五六七八九十]+丁目$");

    /**
     * Something of ours.
     *
     * @param kind of {@link tsunagu.areas.Amendment.Shape.Kind}
     */
    record Found(String kind, String place) {}

    /** A school, or the area that is called after it (「長房中学校区」). */
    Optional<Found> school(String name) {
        String wanted = plain(name);
        var level = kind == ChangeSet.Kind.JUNIOR_HIGH_DISTRICTS
                ? Area.School.Level.JUNIOR_HIGH
                : Area.School.Level.ELEMENTARY;
        return municipality.areas().stream()
                .flatMap(area -> area.schools().stream())
                .filter(school ->
                        school.level() == level && plain(school.name()).equals(wanted))
                .findFirst()
                .map(school -> new Found("SCHOOL", school.name()))
                .or(() -> municipality.areas().stream()
                        .filter(area -> plain(area.name()).equals(wanted))
                        .findFirst()
                        .map(area -> new Found("AREA", area.id().value())));
    }

    /** An area by its id or name. */
    Optional<Found> area(String name) {
        return municipality
                .findArea(new AreaId(municipality.id(), name))
                .or(() -> municipality.areas().stream()
                        .filter(area -> area.name().equals(name))
                        .findFirst())
                .map(area -> new Found("AREA", area.id().value()));
    }

    /** A town, or the town that a part belongs to. */
    Optional<Found> town(String name) {
        String whole = CHOME.matcher(name).replaceFirst("");
        return municipality
                .towns()
                .map(Area.Town::name)
                .filter(town -> town.equals(name) || town.equals(whole))
                .max(java.util.Comparator.comparingInt(String::length))
                .map(town -> new Found("TOWN", town));
    }

    private static String plain(String name) {
        String school = OWNER.matcher(name.strip()).replaceFirst("");
        return Folding.name(SCHOOL.matcher(school).replaceFirst(""));
    }
}
