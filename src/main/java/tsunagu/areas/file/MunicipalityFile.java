package tsunagu.areas.file;

import java.util.List;
import java.util.Map;

/**
 * One {@code config/municipalities/<id>.yml}, as written. Names bear their readings in brackets: {@code 柳沢[やぎさわ]中}.
 * Lists that are left out are empty; other things left out are null.
 */
public record MunicipalityFile(
        String id,
        String name,
        String english,
        List<String> spellings,
        String code,
        Word networkWord,
        List<Page> pages,
        AreaDefaults areaDefaults,
        List<AreaEntry> areas,
        List<SourceEntry> postcodesSource,
        Map<String, List<String>> schoolSpellings,
        List<BroadName> broadNames,
        OtherTowns otherTowns,
        OfficeEntry office,
        JoiningEntry joining,
        List<Gap> notDocumented,
        Map<String, StatementEntry> aboutNetworks,
        List<LayerEntry> layers,
        List<String> ownWords) {

    public MunicipalityFile {
        spellings = orEmpty(spellings);
        pages = orEmpty(pages);
        areas = orEmpty(areas);
        postcodesSource = orEmpty(postcodesSource);
        schoolSpellings = orEmpty(schoolSpellings);
        broadNames = orEmpty(broadNames);
        notDocumented = orEmpty(notDocumented);
        aboutNetworks = orEmpty(aboutNetworks);
        layers = orEmpty(layers);
        ownWords = orEmpty(ownWords);
    }

    /** What the municipality calls its bodies. */
    public record Word(String name, String english, List<String> spellings) {
        public Word {
            spellings = orEmpty(spellings);
        }
    }

    /** An outside page that facts may name as their source. */
    public record Page(
            String id, String publisher, String title, String published, String address, String confidence) {}

    /** A source: words of a document, an outside page, or a conclusion in words; exactly one of the three. */
    public record SourceEntry(String document, String quote, String page, String derived) {}

    /** Source of all areas that name none themselves. */
    public record AreaDefaults(String confidence, List<SourceEntry> source) {
        public AreaDefaults {
            source = orEmpty(source);
        }
    }

    public record AreaEntry(
            String id,
            String name,
            String english,
            List<String> spellings,
            String confidence,
            List<SourceEntry> source,
            NetworkEntry network,
            SchoolsEntry juniorHighSchools,
            SchoolsEntry elementarySchools,
            TownsEntry towns) {
        public AreaEntry {
            spellings = orEmpty(spellings);
            source = orEmpty(source);
        }
    }

    public record NetworkEntry(
            String name,
            List<SourceEntry> source,
            NicknameEntry nickname,
            List<SourceEntry> nicknameAbsent,
            FoundedEntry founded,
            StatementEntry oncePlanned,
            MembersEntry members,
            List<StatementEntry> statements) {
        public NetworkEntry {
            source = orEmpty(source);
            nicknameAbsent = orEmpty(nicknameAbsent);
            statements = orEmpty(statements);
        }
    }

    public record NicknameEntry(String name, List<String> spellings, List<SourceEntry> source) {
        public NicknameEntry {
            spellings = orEmpty(spellings);
        }
    }

    /**
     * {@code sorts}: fiscal year, or fiscal year and month, so that networks can be put in order. {@code in}, here and
     * below: the same in other languages, by their tags; each may be left out.
     */
    public record FoundedEntry(
            String says, Map<String, String> in, String sorts, String detail, List<SourceEntry> source) {}

    public record MembersEntry(int groups, int people, int year, List<SourceEntry> source) {}

    public record SchoolsEntry(List<String> names, List<SourceEntry> source) {}

    public record TownsEntry(List<TownEntry> names, String confidence, List<SourceEntry> source) {}

    public record TownEntry(String name, String postcode, int chome, List<String> spellings) {
        public TownEntry {
            spellings = orEmpty(spellings);
        }
    }

    /** A name of several places. {@code alone}: only when it is all that was typed. */
    public record BroadName(String name, List<String> spellings, List<String> choices, boolean alone) {
        public BroadName {
            spellings = orEmpty(spellings);
            choices = orEmpty(choices);
        }
    }

    /** Towns that exist but whose area is not known. */
    public record OtherTowns(List<String> names, List<SourceEntry> source) {}

    public record OfficeEntry(
            String name,

            @com.fasterxml.jackson.annotation.JsonProperty("short")
            String shortName,

            String english,
            List<String> spellings,
            String address,
            String telephone,
            FaxEntry fax,
            List<SourceEntry> source) {
        public OfficeEntry {
            spellings = orEmpty(spellings);
        }
    }

    public record FaxEntry(String number, List<SourceEntry> source) {}

    public record JoiningEntry(StatementEntry who, StatementEntry how) {}

    /** Something people ask for and the documents do not say. */
    public record Gap(String what, Map<String, String> in, List<String> words) {}

    public record StatementEntry(String says, Map<String, String> in, List<SourceEntry> source) {}

    public record LayerEntry(
            String name, List<String> spellings, String says, Map<String, String> in, List<SourceEntry> source) {
        public LayerEntry {
            spellings = orEmpty(spellings);
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : new java.util.LinkedHashMap<>(map);
    }
}
