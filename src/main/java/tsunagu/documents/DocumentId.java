package tsunagu.documents;

/** Id of a document in {@code seeds/manifest.yml}, such as {@code nishitokyo-report-2025}. */
public record DocumentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
