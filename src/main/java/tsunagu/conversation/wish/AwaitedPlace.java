package tsunagu.conversation.wish;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading;
import tsunagu.areas.PlaceReading.Finding;

/** A name that places of several municipalities have, as the memory keeps it until one is chosen: {@code place:中町}. */
public final class AwaitedPlace {
    private static final String MARK = "place:";

    /** A municipality and nothing else, in what is left of a message without names. */
    private static final Pattern BARE =
            Pattern.compile("\\s*★(?:の(?:方|ほう|ところ)?|方|ほう)?(?:に(?:住んで(?:い?ます|い?る)|あります))?(?:です|だよ?)?[。!\\s]*");

    private AwaitedPlace() {}

    /** Empty where the choice is not one of municipalities. */
    public static List<String> marks(Finding.Several several) {
        List<String> names =
                several.candidates().stream().map(Place::name).distinct().toList();
        boolean one = several.why() == Finding.Why.SAME_NAME && names.size() == 1;
        return one ? List.of(MARK + names.getFirst()) : List.of();
    }

    /**
     * 「西東京です」, after 「どちらの中町ですか」, with the name that was asked about; any other text as it is.
     *
     * @param told marks that the memory keeps of the answer before
     */
    public static String complete(String text, List<String> told, Supplier<PlaceReading> reading) {
        Optional<String> mark =
                told.stream().filter(any -> any.startsWith(MARK)).findFirst();
        if (mark.isEmpty()) return text;
        PlaceReading read = reading.get();
        boolean bare = read.named().isPresent()
                && read.places().isEmpty()
                && BARE.matcher(read.rest()).matches();
        return bare ? text + " " + mark.get().substring(MARK.length()) : text;
    }
}
