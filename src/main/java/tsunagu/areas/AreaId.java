package tsunagu.areas;

/** Id of an area, unique over all municipalities: {@code nishitokyo/hokutobu}. */
public record AreaId(MunicipalityId municipality, String value) {

    /** @throws IllegalArgumentException unless of the form {@code municipality/area} */
    public static AreaId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) throw new IllegalArgumentException("not an area id: " + text);
        return new AreaId(new MunicipalityId(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return municipality + "/" + value;
    }
}
