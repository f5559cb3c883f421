package tsunagu.areas;

/** Id of a municipality, the name of its file in {@code config/municipalities}: {@code nishitokyo}. */
public record MunicipalityId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
