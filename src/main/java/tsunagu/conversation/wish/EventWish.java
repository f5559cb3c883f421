package tsunagu.conversation.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.events.Wish.ForWhom;
import tsunagu.text.Folding;

/**
 * What the words of a question say of the events that are looked for.
 *
 * @param aspects what is asked of an event
 * @param names kinds of event looked for by name, each with all the ways to write it
 * @param phrases those found, folded
 */
public record EventWish(
        boolean free, Optional<ForWhom> forWhom, Set<Aspect> aspects, List<List<String>> names, List<String> phrases) {
    public static final EventWish NONE = new EventWish(false, Optional.empty(), Set.of(), List.of(), List.of());

    public EventWish {
        aspects = Set.copyOf(aspects);
        names = List.copyOf(names);
        phrases = List.copyOf(phrases);
    }

    /** What may be asked of an event. */
    public enum Aspect {
        RAIN,
        PLACE,
        TIME,
        FEE,
        APPLY,
        CONTACT
    }

    /** Whether it narrows what is looked for. */
    public boolean isNarrow() {
        return free || forWhom.isPresent();
    }

    /** With words that are explained by something else, such as a day. */
    public EventWish besides(List<String> explained) {
        var all = new ArrayList<>(phrases);
        explained.forEach(words -> all.add(Folding.name(words)));
        return new EventWish(free, forWhom, aspects, names, all);
    }

    /** Whether this phrase, folded, is part of the wish. */
    public boolean explains(String phrase) {
        return phrases.stream().anyMatch(one -> one.contains(phrase) || phrase.contains(one));
    }

    /** Whether these words, which nothing else explains, are part of the wish. */
    public boolean covers(List<String> words) {
        return words.stream().map(Folding::name).allMatch(this::covers);
    }

    private boolean covers(String word) {
        String left = word;
        for (String phrase : phrases) {
            if (phrase.contains(left)) return true;
            left = left.replace(phrase, "");
        }
        return left.isEmpty();
    }
}
