package tsunagu.knowledge;

import java.util.Optional;
import tsunagu.documents.SourceDocument;

/** Whose documents may answer. A municipality is named by its id, such as {@code nishitokyo}. */
public sealed interface Scope {

    /** Every document alike. */
    record Everywhere() implements Scope {}

    /** Every document; another municipality's wins only where it fits clearly better. */
    record Preferring(String municipality) implements Scope {}

    /** No document but this municipality's. */
    record Only(String municipality) implements Scope {}

    static Scope everywhere() {
        return new Everywhere();
    }

    static Scope preferring(String municipality) {
        return new Preferring(municipality);
    }

    static Scope only(String municipality) {
        return new Only(municipality);
    }

    /** Whether the document comes before others that fit as well. */
    default boolean prefers(SourceDocument document) {
        return switch (this) {
            case Everywhere() -> false;
            case Preferring(String municipality) -> document.municipality().equals(municipality);
            case Only(String municipality) -> false;
        };
    }

    /** So many words ask for a heading: 「町田市の課題」 is asked as 課題, of its documents only. */
    default int fewestWords() {
        return this instanceof Only ? 1 : 2;
    }

    /** Whether the document is of the municipality that is asked about. */
    default boolean isOwn(SourceDocument document) {
        return own().filter(document.municipality()::equals).isPresent();
    }

    /** The municipality whose residents ask, if it is known. */
    default Optional<String> own() {
        return switch (this) {
            case Everywhere() -> Optional.empty();
            case Preferring(String municipality) -> Optional.of(municipality);
            case Only(String municipality) -> Optional.of(municipality);
        };
    }
}
