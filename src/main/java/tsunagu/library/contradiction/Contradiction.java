package tsunagu.library.contradiction;

/**
 * Two figures said of what seems to be the same.
 *
 * @param kind 「電話番号」
 * @param subject the words both share
 * @param here as the document has it, in its sentence and at its place
 * @param there what holds today: of a fact, or of another document
 */
public record Contradiction(String kind, String subject, Said here, Said there) {

    /** One side. */
    public record Said(String figure, String sentence, String place) {
        static Said of(Statement statement) {
            return new Said(statement.figure().said(), statement.sentence(), statement.place());
        }
    }
}
