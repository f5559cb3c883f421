package tsunagu.areas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.text.Hangul;
import tsunagu.text.Language;
import tsunagu.text.Romaji;

/**
 * A municipality and all that is known of its areas. Read from {@code config/municipalities/<id>.yml}.
 *
 * @param networkWord what it calls the bodies that look after areas
 * @param otherTowns towns whose area is not known
 * @param postcodes what says which postcode is which town
 * @param gaps what people ask for and the documents do not say
 * @param ownWords words that tell that this municipality is meant
 */
public record Municipality(
        MunicipalityId id,
        String name,
        Title title,
        NetworkWord networkWord,
        List<Area> areas,
        Optional<Fact<List<Area.Town>>> otherTowns,
        Optional<Fact<String>> postcodes,
        Optional<Fact<Office>> office,
        Optional<Joining> joining,
        List<Gap> gaps,
        Map<Aspect, Fact<Statement>> aboutNetworks,
        List<Layer> layers,
        List<String> ownWords) {

    /**
     * An official name, which stays Japanese in every language, with its reading for those who cannot read it.
     *
     * @param reading in hiragana, empty where it is not known
     * @param english what an English sentence calls it, Japanese included
     */
    public record Title(String written, String reading, Optional<String> english) {

        /** Without an English name of its own. */
        public Title(String written, String reading) {
            this(written, reading, Optional.empty());
        }

        /** 「青嵐中」「青嵐中（せいらんちゅう）」「青嵐中 (Seiranchū)」「青嵐中(세이란추)」 */
        public String in(Language language) {
            if (language == Language.ENGLISH && english.isPresent()) return english.get();
            if (language == Language.JAPANESE || reading.isEmpty() || reading.equals(written)) return written;
            return switch (language) {
                case JAPANESE -> written;
                case EASY_JAPANESE -> written + "（" + reading + "）";
                case ENGLISH -> written + " (" + Romaji.shown(reading) + ")";
                case CHINESE -> written + "（" + Romaji.shown(reading) + "）";
                case KOREAN -> written + "(" + Hangul.of(reading) + ")";
            };
        }
    }

    /** 「地域協力ネットワーク」; {@code spellings} are all the ways to write it, the name itself among them. */
    public record NetworkWord(String name, Title title, List<String> spellings) {}

    /** A sentence that staff wrote down, in Japanese and where possible in other languages. */
    public record Statement(String says, Map<Language, String> translations) {
        public Statement {
            translations = Map.copyOf(translations);
        }

        /** The sentence in a language where there is one, else the Japanese. */
        public String in(Language language) {
            return translations.getOrDefault(language, says);
        }
    }

    /** What is stated of all networks of a municipality together. */
    public enum Aspect {
        DEFINITION,
        INDEPENDENCE,
        COUNT,
        UNIT,
        MEMBERS_TOTAL
    }

    /**
     * Whom to ask.
     *
     * @param title how it is called for short: 「協働コミュニティ課」
     * @param telephone absent where the documents name none; none is ever guessed
     * @param fax told only to those who ask for it, or take it for the telephone
     */
    public record Office(
            String name,
            Title title,
            List<String> spellings,
            Optional<String> address,
            Optional<String> telephone,
            Optional<Fact<String>> fax) {}

    /** Who may take part, and how one begins. */
    public record Joining(Fact<Statement> who, Fact<Statement> how) {}

    /** Something the documents are silent about, and the words by which people ask for it. */
    public record Gap(Statement what, List<String> words) {}

    /** One of the nested ranges in which community life is thought of: 「第1層 身近な地域」. */
    public record Layer(String name, List<String> spellings, Fact<Statement> says) {}

    /** All towns, those whose area is not known last. */
    public Stream<Area.Town> towns() {
        return Stream.concat(areas.stream().flatMap(area -> area.towns().stream()), otherTowns.stream())
                .flatMap(fact -> fact.value().stream());
    }

    public Optional<Area> findArea(AreaId wanted) {
        return areas.stream().filter(area -> area.id().equals(wanted)).findFirst();
    }
}
