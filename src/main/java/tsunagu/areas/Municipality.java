package tsunagu.areas;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        String english,
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

    /** 「地域協力ネットワーク」; {@code spellings} are all the ways to write it, the name itself among them. */
    public record NetworkWord(String name, String english, List<String> spellings) {}

    /** A sentence that staff wrote down, in Japanese and where possible in English. */
    public record Statement(String says, Optional<String> english) {

        /** The English sentence where there is one and it is wanted, else the Japanese. */
        public String in(boolean englishWanted) {
            return englishWanted ? english.orElse(says) : says;
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
     * @param telephone absent where the documents name none; none is ever guessed
     */
    public record Office(
            String name,
            String shortName,
            String english,
            List<String> spellings,
            Optional<String> address,
            Optional<String> telephone) {}

    /** Who may take part, and how one begins. */
    public record Joining(Fact<Statement> who, Fact<Statement> how) {}

    /** Something the documents are silent about, and the words by which people ask for it. */
    public record Gap(String what, String english, List<String> words) {}

    /** One of the nested ranges in which community life is thought of: 「第1層 身近な地域」. */
    public record Layer(String name, List<String> spellings, Fact<Statement> says) {}

    public Optional<Area> findArea(AreaId wanted) {
        return areas.stream().filter(area -> area.id().equals(wanted)).findFirst();
    }
}
