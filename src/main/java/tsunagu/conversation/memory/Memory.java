package tsunagu.conversation.memory;

import java.util.List;
import java.util.Optional;

/**
 * What one conversation has settled so far. None of the resident's own words are kept.
 *
 * @param municipality id of the municipality last spoken of
 * @param settled whether the resident has named it, or a place that lies only there
 * @param areas ids of the areas last spoken of, {@code nishitokyo/hokutobu}
 * @param home id of the area the resident said to live in
 * @param asked names of the cues last answered, for 「じゃあ南部は？」
 * @param told by what the passages or events of the last answer are found again, or the name that several places have
 * @param subject what the last answer was about, in words of our own
 * @param pending names of the cues that wait for the resident to choose a place, or to say yes
 * @param awaitingPlace whether a place was asked for
 * @param languageTag language of the last reply
 * @param languageChosen whether the resident asked for it
 */
public record Memory(
        Optional<String> municipality,
        boolean settled,
        List<String> areas,
        Optional<String> home,
        List<String> asked,
        List<String> told,
        Optional<String> subject,
        List<String> pending,
        boolean awaitingPlace,
        Optional<String> languageTag,
        boolean languageChosen) {

    public static final Memory NONE = new Memory(
            Optional.empty(),
            false,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            false);

    public Memory {
        areas = List.copyOf(areas);
        asked = List.copyOf(asked);
        told = List.copyOf(told);
        pending = List.copyOf(pending);
    }

    /** The same, where something else was spoken of. */
    public Memory about(Optional<String> other) {
        return new Memory(
                municipality,
                settled,
                areas,
                home,
                asked,
                told,
                other,
                pending,
                awaitingPlace,
                languageTag,
                languageChosen);
    }

    /** The same, of a resident whose language has become known. */
    public Memory inLanguage(String tag) {
        return new Memory(
                municipality,
                settled,
                areas,
                home,
                asked,
                told,
                subject,
                pending,
                awaitingPlace,
                Optional.of(tag),
                languageChosen);
    }
}
