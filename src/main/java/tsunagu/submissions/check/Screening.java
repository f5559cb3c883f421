package tsunagu.submissions.check;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Field;

/** Looks at what a resident wrote, before it is kept and before anybody reads it. */
@Singleton
public class Screening {
    private static final int MOST_LINKS = 2;
    private static final Pattern LINK = Pattern.compile("https?://|www\\.|(?<![a-z])[a-z0-9-]+\\.(?:com|net|xyz|top)/");
    private static final Pattern MARKUP =
            Pattern.compile("<\\s*/?\\s*(?:script|iframe|object|embed|style|svg|img|form|meta|link)|javascript\\s*:"
                    + "|<[^>]{0,99}\\bon[a-z]{3,20}\\s*=");
    private static final Pattern REPEATS = Pattern.compile("(\\S)\\1{11,}|(\\S.{1,15}?)\\2{5,}", Pattern.DOTALL);
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\n]]");
    private static final Pattern PILED = Pattern.compile("(\\p{Mn}{2})\\p{Mn}+");
    private static final Pattern PERSONAL = Pattern.compile("0[789]0[-()"
            + " ]{0,2}[0-9]{4}|@(?:gmail|yahoo|icloud|outlook|hotmail|docomo|ezweb|au|softbank|i\\.softbank)\\.");
    private static final int LONG_TEXT = 20;
    private static final int FEWEST_LETTERS = 4;

    private final JunkWords words;

    Screening(JunkWords words) {
        this.words = words;
    }

    /**
     * A text as it may be kept.
     *
     * @param text without what must not stay
     */
    public record Screened(String text, Set<Sign> signs) {
        public boolean isRefused() {
            return signs.stream().anyMatch(Sign::isRefused);
        }
    }

    /** All of a submission. */
    public record Verdict(Map<Field, Set<Sign>> found) {

        /** What has to be changed, by field: what is refused, and what was masked. */
        public Map<Field, List<Sign>> faults() {
            Map<Field, List<Sign>> faults = new EnumMap<>(Field.class);
            found.forEach((field, signs) -> {
                List<Sign> wrong = signs.stream()
                        .filter(sign -> sign.isRefused() || sign.isMasked())
                        .toList();
                if (!wrong.isEmpty()) faults.put(field, wrong);
            });
            return faults;
        }

        /** Keys of what staff are told. */
        public List<String> doubts() {
            return all().filter(Sign::isNoted).map(Sign::key).distinct().toList();
        }

        public boolean isHeld() {
            return all().anyMatch(Sign::isDoubted);
        }

        private Stream<Sign> all() {
            return found.values().stream().flatMap(Set::stream);
        }
    }

    /** Lines parted by {@code \n}, nothing unseen, no more than two marks upon a letter. */
    public static String tidy(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return PILED.matcher(ODD.matcher(lines).replaceAll("")).replaceAll("$1").strip();
    }

    /** One answer. */
    public Screened screen(Field field, String text) {
        var masked = PersonalDetails.mask(tidy(text), field == Field.CONTACT);
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        signs.addAll(masked.found());
        String plain = PersonalDetails.plain(masked.text());
        long links = LINK.matcher(plain).results().count();
        boolean advertises = words.advertises(plain);
        if (links > MOST_LINKS) signs.add(Sign.MANY_LINKS);
        if (advertises && links > 0) signs.add(Sign.JUNK);
        else if (advertises || words.isHarsh(plain)) signs.add(Sign.ODD_WORDS);
        if (repeats(plain)) signs.add(Sign.REPEATS);
        if (MARKUP.matcher(plain).find()) signs.add(Sign.MARKUP);
        if (field == Field.CONTACT && PERSONAL.matcher(plain).find()) signs.add(Sign.PERSONAL_CONTACT);
        return new Screened(masked.text(), signs);
    }

    /** All answers, each for itself and together. */
    public Verdict judge(Content content) {
        Map<Field, Set<Sign>> found = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Set<Sign> signs = screen(field, content.text(field)).signs();
            if (!signs.isEmpty()) found.put(field, signs);
        }
        String all = Stream.of(Field.values()).map(content::text).collect(Collectors.joining("\n"));
        String plain = PersonalDetails.plain(all);
        long links = LINK.matcher(plain).results().count();
        if (links > MOST_LINKS) add(found, Sign.MANY_LINKS);
        if (links > 0 && words.advertises(plain)) add(found, Sign.JUNK);
        return new Verdict(found);
    }

    private static void add(Map<Field, Set<Sign>> found, Sign sign) {
        boolean known = found.values().stream().anyMatch(signs -> signs.contains(sign));
        if (!known)
            found.computeIfAbsent(Field.ABOUT, any -> EnumSet.noneOf(Sign.class))
                    .add(sign);
    }

    private static boolean repeats(String text) {
        if (REPEATS.matcher(text).find()) return true;
        return text.length() >= LONG_TEXT
                && text.codePoints()
                                .filter(Character::isLetterOrDigit)
                                .distinct()
                                .count()
                        < FEWEST_LETTERS;
    }
}
