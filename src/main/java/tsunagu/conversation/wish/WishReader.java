package tsunagu.conversation.wish;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.PlaceFinder;
import tsunagu.groups.Gathering;
import tsunagu.groups.GatheringFinder;
import tsunagu.groups.StintFinder;
import tsunagu.text.Folding;
import tsunagu.text.Kana;

/** Reads what somebody looks for; the longest phrase counts, so that 「子育てサークル」 is no 「サークル」. */
@Singleton
public class WishReader {
    private static final String GAP = "、";
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\s]+");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,3})\\s*(分|時間|minutes?|mins?|hours?|分钟|小时|분|시간)(半)?");

    private final GatheringFinder gatherings;
    private final List<Phrase> phrases = new ArrayList<>();
    private final StintFinder stints;
    private final List<String> withdrawing;
    private final List<String> agreeing;
    private final List<String> stopping;

    WishReader(GatheringFinder gatherings, StintFinder stints, @Value("${tsunagu.config:config}") String config) {
        this.gatherings = gatherings;
        this.stints = stints;
        WishFile file = WishFile.read(config, GatheringFinder.listKinds());
        file.kinds().forEach((kind, said) -> add(said, true, found -> found.kinds.add(kind)));
        file.themes().forEach((theme, said) -> add(said, true, found -> found.words.add(withName(theme, said))));
        file.situations().forEach(situation -> add(situation.said(), false, found -> found.situation(situation)));
        add(file.aspects(), false, found -> {});
        add(file.looking(), false, found -> found.looks = true);
        add(file.requesting(), false, found -> found.asksToJoin = true);
        add(file.helping(), false, found -> found.offersHelp = true);
        add(file.groupWords(), false, found -> found.speaksOfGroups = true);
        add(file.small(), false, found -> {});
        phrases.sort(
                Comparator.comparingInt((Phrase one) -> one.folded().length()).reversed());
        withdrawing = file.withdrawing().stream().map(Folding::name).toList();
        agreeing = file.agreeing().stream().map(WishReader::bare).toList();
        stopping = file.stopping().stream().map(WishReader::bare).toList();
    }

    /**
     * A phrase of the file.
     *
     * @param folded as it is looked for; of Latin letters it must stand as a word of its own
     * @param names whether it says what is looked for
     */
    private record Phrase(String said, String folded, boolean names, Optional<Pattern> word, Consumer<Found> means) {

        static Phrase of(String said, boolean names, Consumer<Found> means) {
            boolean latin = said.codePoints().allMatch(c -> c < 128);
            Optional<Pattern> word = latin
                    ? Optional.of(Pattern.compile("(?<![a-z])" + Pattern.quote(Folding.width(said)) + "(?![a-z])"))
                    : Optional.empty();
            return new Phrase(said, Folding.name(said), names, word, means);
        }
    }

    /** The words, twice: with their spaces for Latin letters, and folded; what was found is taken out of both. */
    private static final class Words {
        private String spaced;
        private String folded;

        Words(String rest) {
            spaced = Folding.width(rest.replace(PlaceFinder.NAME_MARK, GAP));
            folded = Folding.name(spaced);
        }

        boolean stillHas(String part) {
            return folded.contains(part);
        }

        boolean take(Phrase phrase) {
            boolean stands = phrase.word()
                    .map(word -> word.matcher(spaced).find())
                    .orElseGet(() -> folded.contains(phrase.folded()));
            if (stands) {
                spaced = phrase.word()
                        .map(word -> word.matcher(spaced).replaceAll(GAP))
                        .orElse(spaced);
                folded = folded.replace(phrase.folded(), GAP);
            }
            return stands;
        }
    }

    private static final class Found {
        private final Set<String> kinds = new LinkedHashSet<>();
        private final List<List<String>> words = new ArrayList<>();
        private final Set<String> helpful = new LinkedHashSet<>();
        private boolean strange;
        private boolean speaksOfGroups;
        private boolean looks;
        private boolean asksToJoin;
        private boolean offersHelp;

        private void situation(WishFile.Situation situation) {
            looks = true;
            kinds.addAll(situation.kinds());
            helpful.addAll(situation.helpful());
        }
    }

    private void add(List<String> said, boolean names, Consumer<Found> means) {
        said.forEach(one -> phrases.add(Phrase.of(one, names, means)));
    }

    private static List<String> withName(String theme, List<String> said) {
        var all = new LinkedHashSet<String>();
        all.add(theme);
        all.addAll(said);
        return List.copyOf(all);
    }

    /**
     * What these words look for.
     *
     * @param rest the words without the names of places
     * @param subjects what nothing else has explained in them: 「将棋」
     */
    public Wish read(String text, String rest, List<String> subjects, MunicipalityId municipality) {
        Optional<Gathering> named = gatherings.findNamed(text, municipality);
        var found = new Found();
        var said = new ArrayList<String>();
        var words = new Words(rest);
        for (Phrase phrase : phrases) {
            if (!words.take(phrase)) continue;
            phrase.means().accept(found);
            if (phrase.names()) said.add(phrase.said());
        }
        for (String subject : subjects) {
            String unexplained = Folding.name(subject);
            for (Phrase phrase : phrases) unexplained = unexplained.replace(phrase.folded(), "");
            if (!carriesMeaning(unexplained) || !words.stillHas(unexplained)) continue;
            found.words.add(List.of(unexplained));
            found.strange = true;
            said.add(subject);
        }
        return new Wish(
                named.map(Gathering::id),
                stints.findNamed(text, municipality),
                minutes(text),
                List.copyOf(found.kinds),
                found.words,
                List.copyOf(found.helpful),
                found.strange,
                found.speaksOfGroups,
                said.isEmpty() ? "" : said.getFirst(),
                found.looks,
                found.asksToJoin,
                found.offersHelp);
    }

    /** 「参加の申し込みを取り消す」. */
    public boolean withdraws(String text) {
        String folded = Folding.name(text);
        return withdrawing.stream().anyMatch(folded::contains);
    }

    /** 「同意して進む」「はい」, as the whole message. */
    public boolean agrees(String text) {
        return agreeing.contains(bare(text));
    }

    /** 「やめる」「いいえ」, as the whole message. */
    public boolean stops(String text) {
        return stopping.contains(bare(text));
    }

    private static String bare(String words) {
        return MARKS.matcher(Folding.name(words)).replaceAll("");
    }

    /** 「90分くらい」「1時間半」「2 hours」. */
    private static Optional<Integer> minutes(String text) {
        Matcher time = TIME.matcher(Folding.width(text));
        if (!time.find()) return Optional.empty();
        int number = Integer.parseInt(time.group(1));
        boolean hours = time.group(2).startsWith("時")
                || time.group(2).startsWith("h")
                || time.group(2).equals("小时")
                || time.group(2).equals("시간");
        return Optional.of(hours ? number * 60 + (time.group(3) == null ? 0 : 30) : number);
    }

    private static boolean carriesMeaning(String word) {
        return word.chars().anyMatch(c -> Kana.isKanji((char) c))
                || word.length() > 1 && word.chars().anyMatch(c -> Kana.isHiragana((char) c) || Kana.isLatin((char) c));
    }
}
