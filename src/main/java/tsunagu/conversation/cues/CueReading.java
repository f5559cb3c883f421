package tsunagu.conversation.cues;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cues in a resident's words.
 *
 * @param hits in the order they stand
 * @param leftover stretches of kanji, katakana or letters that no cue explains: the subject of a question
 */
public record CueReading(List<Hit> hits, List<String> leftover) {

    public CueReading {
        hits = List.copyOf(hits);
        leftover = List.copyOf(leftover);
    }

    /**
     * @param phrase as listed, folded
     * @param label of a field, a gap or a layer: 「ごみ」「会費」; else empty
     */
    public record Hit(Cue cue, String phrase, String label) {}

    /** Besides these hits, others that were found by other means. */
    CueReading with(List<Hit> others) {
        if (others.isEmpty()) return this;
        var all = new ArrayList<>(hits);
        all.addAll(others);
        return new CueReading(all, leftover);
    }

    public boolean has(Cue... wanted) {
        return hits.stream().anyMatch(hit -> Arrays.asList(wanted).contains(hit.cue()));
    }

    public Optional<String> label(Cue cue) {
        return hits.stream().filter(hit -> hit.cue() == cue).map(Hit::label).findFirst();
    }

    public Set<Cue> all() {
        var all = EnumSet.noneOf(Cue.class);
        hits.forEach(hit -> all.add(hit.cue()));
        return all;
    }

    /** Every cue that asks for something. */
    public Set<Cue> asked() {
        var asked = EnumSet.noneOf(Cue.class);
        hits.stream().map(Hit::cue).filter(Cue::isAsking).forEach(asked::add);
        return asked;
    }

    /** A certain kind of group, such as 自治会; 団体 alone may be the members of a network. */
    public boolean namesGroups() {
        return hits.stream()
                .anyMatch(hit -> hit.cue() == Cue.GROUPS && !hit.phrase().equals("団体"));
    }

    /** Whether a cue was heard in just these words. */
    public boolean hasPhrase(String phrase) {
        return hits.stream().anyMatch(hit -> hit.phrase().equals(phrase));
    }

    /** True where words are left that say what the question is about. */
    public boolean hasSubject() {
        return !leftover.isEmpty() || has(Cue.CONTENT);
    }
}
