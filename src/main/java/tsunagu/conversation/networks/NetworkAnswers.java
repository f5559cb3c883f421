package tsunagu.conversation.networks;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tsunagu.areas.Area;
import tsunagu.areas.Area.School;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.Municipality.Aspect;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.NotKnownAnswers;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.intent.Claim;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.intent.Intent.AboutNetworks.Which;
import tsunagu.conversation.words.ListPlace;
import tsunagu.conversation.words.Speech;

/** What is known of networks: founding, nickname, schools, towns, members, comparison, list, what they are. */
@Singleton
public class NetworkAnswers {
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;

    NetworkAnswers(Municipalities municipalities, NotKnownAnswers notKnown) {
        this.municipalities = municipalities;
        this.notKnown = notKnown;
    }

    public Answer about(Intent.AboutNetworks intent, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(intent.municipality());
        Optional<List<Area>> chosen = chosen(intent, municipality);
        List<Area> some = chosen.orElseGet(List::of);
        List<Area> areas = some.isEmpty() ? areasMeant(intent.areas(), municipality) : some;
        var told = new Telling(municipality, areas, intent.areas().isEmpty() && some.isEmpty(), speech);
        if (chosen.isPresent() && some.isEmpty()) told.noneSuch();
        if (intent.which().orElse(null) instanceof Which.Extreme(var by, boolean first)) told.extreme(by, first);
        Set<Cue> asked = meant(intent, municipality);
        if (asked.isEmpty() || !intent.areas().isEmpty() && OVERVIEW.contains(asked)) {
            told.overview();
        } else {
            intent.year().ifPresent(year -> told.counting().otherYear(asked, year));
            asked.forEach(cue -> tell(cue, asked, told));
        }
        boolean stated = !intent.areas().isEmpty()
                && areas.stream().anyMatch(area -> !area.network().statements().isEmpty());
        if (told.isEmpty() && stated) told.overview();
        if (told.isEmpty()) {
            return missing(asked)
                    .map(aspect -> notKnown.aspect(municipality, aspect, speech))
                    .orElseGet(() -> notKnown.nothingFound(municipality.id(), false, speech));
        }
        return told.answer();
    }

    /** The same of the one area that comes first, where one does: 「そこの愛称は」 may be asked next. */
    public Intent.AboutNetworks told(Intent.AboutNetworks intent) {
        Municipality municipality = municipalities.getMunicipality(intent.municipality());
        return extreme(intent)
                .map(which ->
                        ClaimAnswers.extremes(areasMeant(intent.areas(), municipality), which.by(), which.first()))
                .filter(first -> first.size() == 1 && intent.areas().size() != 1)
                .map(first -> intent.of(first.getFirst().id()))
                .orElse(intent);
    }

    /** What is ranked by, where anything is. */
    private static Optional<Which.Extreme> extreme(Intent.AboutNetworks intent) {
        if (intent.which().orElse(null) instanceof Which.Extreme extreme) return Optional.of(extreme);
        Set<Cue> asked = intent.asked();
        if (asked.contains(Cue.ORDER) || asked.contains(Cue.SCHOOLS)) return Optional.empty();
        if (asked.contains(Cue.OLDEST) || asked.contains(Cue.NEWEST)) {
            return Optional.of(new Which.Extreme(Claim.Measure.FOUNDING, asked.contains(Cue.OLDEST)));
        }
        return Optional.of(new Which.Extreme(measure(asked), asked.contains(Cue.MOST)))
                .filter(any -> ranks(asked));
    }

    private static Claim.Measure measure(Set<Cue> asked) {
        if (asked.contains(Cue.JUNIOR_HIGH)) return Claim.Measure.JUNIOR_HIGH_SCHOOLS;
        if (asked.contains(Cue.ELEMENTARY)) return Claim.Measure.ELEMENTARY_SCHOOLS;
        return asked.contains(Cue.PEOPLE) ? Claim.Measure.PEOPLE : Claim.Measure.GROUPS;
    }

    /** The name of the office that is asked about them. */
    public Optional<String> office(MunicipalityId id) {
        return municipalities
                .getMunicipality(id)
                .office()
                .map(office -> office.value().name());
    }

    /** What a municipality calls its networks. */
    public String word(MunicipalityId id) {
        return municipalities.getMunicipality(id).networkWord().name();
    }

    public Answer aboutMunicipality(MunicipalityId id, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(id);
        var told = new Telling(municipality, municipality.areas(), true, speech);
        told.aspect(Aspect.DEFINITION);
        told.aspect(Aspect.COUNT);
        municipality.office().ifPresent(told::office);
        return told.answer();
    }

    public Answer layers(Intent.Layers intent, Speech speech) {
        Municipality asked = municipalities.getMunicipality(intent.municipality());
        Municipality municipality = intent.layer()
                .filter(layer -> asked.layers().stream().noneMatch(one -> one.isCalled(layer)))
                .flatMap(layer -> municipalities.listMunicipalities().stream()
                        .filter(other -> other.layers().stream().anyMatch(one -> one.isCalled(layer)))
                        .findFirst())
                .orElse(asked);
        var told = new Telling(municipality, municipality.areas(), true, speech);
        List<Municipality.Layer> layers = municipality.layers().stream()
                .filter(one -> intent.layer().map(one::isCalled).orElse(true))
                .toList();
        if (layers.isEmpty()) return notKnown.aspect(municipality, "unit", speech);
        List<Municipality.Layer> meant = ListPlace.pick(intent.text(), layers)
                .map(List::of)
                .orElseGet(() -> layers.stream()
                        .filter(one -> one.tellsOf(intent.text()))
                        .toList());
        told.layers(meant.isEmpty() ? layers : meant);
        return told.answer();
    }

    /**
     * 「中部は団体と個人合わせていくつ」 asks for no total of all, 「区域は中学校区と同じ」 for no towns, and 「2022年にはいくつあった」 for what
     * there was then: when each was founded.
     */
    private static Set<Cue> meant(Intent.AboutNetworks intent, Municipality municipality) {
        if (intent.asked().isEmpty()) return intent.asked();
        boolean dated = municipality.areas().stream()
                .anyMatch(area -> area.network().founded().isPresent());
        // 「2016年度までにいくつの地区でできていましたか」, where no more is known than how many.
        if (!dated && intent.asked().contains(Cue.COUNT)) return EnumSet.of(Cue.COUNT);
        boolean then = intent.year().isPresent() && intent.asked().equals(EnumSet.of(Cue.COUNT));
        if (then) return EnumSet.of(Cue.ORDER);
        Set<Cue> meant = EnumSet.copyOf(intent.asked());
        if (meant.contains(Cue.UNIT)) meant.remove(Cue.TOWNS);
        int named = intent.areas().size();
        boolean ofSome = named > 0 && named < municipality.areas().size();
        if (!ofSome || !meant.contains(Cue.TOTAL)) return meant;
        boolean other = meant.stream().anyMatch(cue -> SPECIFIC.contains(cue) && cue != Cue.COUNT);
        if (!other) meant.add(Cue.MEMBERS);
        return meant;
    }

    /**
     * Those that have so many, have the most, or were founded then; empty where nothing of the kind is said, or it is
     * not known whether there are any.
     */
    private static Optional<List<Area>> chosen(Intent.AboutNetworks intent, Municipality municipality) {
        return intent.which()
                .map(which -> switch (which) {
                    case Which.Having(var so) -> those(municipality, area -> ClaimAnswers.has(so, area));
                    case Which.Extreme(var by, boolean first) ->
                        Optional.of(ClaimAnswers.extremes(municipality.areas(), by, first));
                })
                .orElseGet(() -> foundedThen(intent, municipality));
    }

    /** 「平成29年度にできたのはどこ」 asks for those of that year, however it is counted; 「令和に」 for those of the era. */
    private static Optional<List<Area>> foundedThen(Intent.AboutNetworks intent, Municipality municipality) {
        if (!intent.areas().isEmpty() || !intent.asked().contains(Cue.FOUNDING)) return Optional.empty();
        // A year may be that of the document; an era is when they were founded.
        return those(municipality, area -> isFoundedThen(intent, area.network()))
                .filter(then -> !then.isEmpty() || intent.era().isPresent());
    }

    private static Optional<List<Area>> those(Municipality municipality, Function<Area, Optional<Boolean>> such) {
        List<Area> some = municipality.areas().stream()
                .filter(area -> such.apply(area).orElse(false))
                .toList();
        boolean known =
                municipality.areas().stream().allMatch(area -> such.apply(area).isPresent());
        return Optional.of(some).filter(any -> known || !some.isEmpty());
    }

    private static Optional<Boolean> isFoundedThen(Intent.AboutNetworks intent, Area.Network network) {
        Optional<Boolean> inEra = intent.era().flatMap(era -> ClaimAnswers.foundedIn(network, era));
        if (inEra.isPresent()) return inEra;
        return intent.year().map(year -> isFoundedIn(network, year, true) || isFoundedIn(network, year, false));
    }

    private static boolean isFoundedIn(Area.Network network, int year, boolean fiscal) {
        return ClaimAnswers.foundedIn(network, year, fiscal).orElse(false);
    }

    private List<Area> areasMeant(List<AreaId> ids, Municipality municipality) {
        return ids.isEmpty()
                ? municipality.areas()
                : ids.stream().map(municipalities::getArea).toList();
    }

    /** One arm a cue; a cue that only narrows another has none of its own. */
    private static void tell(Cue cue, Set<Cue> asked, Telling told) {
        if (ranks(asked) && RANKED.contains(cue)) return;
        boolean alone = asked.stream().noneMatch(other -> other != cue && SPECIFIC.contains(other));
        switch (cue) {
            case FOUNDING -> {
                if (asked.contains(Cue.LIST)) told.aspect(Aspect.COUNT);
                if (!asked.contains(Cue.PREPARING) && !orders(asked)) told.founded();
            }
            case PREPARING -> told.notPreparing();
            case ORDER -> {
                if (!ranks(asked)) told.inOrder(asked.contains(Cue.NEWEST));
            }
            case OLDEST -> {
                if (!asked.contains(Cue.ORDER)) told.extreme(false);
            }
            case NEWEST -> {
                if (!asked.contains(Cue.ORDER)) told.extreme(true);
            }
            case NICKNAME -> told.nickname();
            case SCHOOLS -> {
                if (!asked.contains(Cue.JUNIOR_HIGH) && !asked.contains(Cue.ELEMENTARY)) {
                    told.counting().schools(School.Level.JUNIOR_HIGH);
                    told.counting().schools(School.Level.ELEMENTARY);
                    told.counting().schoolsTogether();
                }
            }
            case JUNIOR_HIGH -> told.counting().schools(School.Level.JUNIOR_HIGH);
            case ELEMENTARY -> {
                told.counting().schools(School.Level.ELEMENTARY);
                if (asked.contains(Cue.JUNIOR_HIGH)) told.counting().schoolsTogether();
            }
            case MEMBERS, PEOPLE -> {
                boolean once = cue == Cue.MEMBERS || !asked.contains(Cue.MEMBERS);
                if (once) members(asked.contains(Cue.TOTAL), told);
            }
            case MOST, LEAST -> ranked(cue == Cue.MOST, asked, told.counting());
            case TOTAL -> {
                boolean networks = asked.contains(Cue.COUNT) && !asked.contains(Cue.GROUPS);
                if (alone && networks) told.aspect(Aspect.COUNT);
                else if (alone) members(true, told);
            }
            case TOWNS -> told.counting().towns();
            case LIST -> {
                if (alone) told.list();
            }
            case COUNT -> {
                if (alone) told.aspect(Aspect.COUNT);
            }
            case DEFINITION -> {
                if (alone && !asked.contains(Cue.INDEPENDENCE)) told.aspect(Aspect.DEFINITION);
            }
            case PART_OF_CITY -> told.notPartOfCity();
            case INDEPENDENCE -> told.aspect(Aspect.INDEPENDENCE);
            case UNIT -> told.aspect(Aspect.UNIT);
            default -> {}
        }
    }

    private static void members(boolean total, Telling told) {
        if (total && told.counting().isOfAll()) {
            told.aspect(Aspect.MEMBERS_TOTAL);
            told.counting().membersTogether();
            return;
        }
        told.counting().members();
        if (total) told.counting().membersTogether();
        else if (told.counting().isOfAll()) told.aspect(Aspect.MEMBERS_TOTAL);
        else told.counting().membersApart();
    }

    /** 「小学校が多いのは」 ranks schools, 「多いのは」 alone members. */
    private static void ranked(boolean most, Set<Cue> asked, Counting counting) {
        boolean juniorHigh = asked.contains(Cue.JUNIOR_HIGH);
        boolean elementary = asked.contains(Cue.ELEMENTARY);
        boolean both = asked.contains(Cue.SCHOOLS) && !juniorHigh && !elementary;
        if (juniorHigh || both) counting.mostSchools(School.Level.JUNIOR_HIGH, most);
        if (elementary || both) counting.mostSchools(School.Level.ELEMENTARY, most);
        if (!juniorHigh && !elementary && !both) counting.mostMembers(asked.contains(Cue.PEOPLE), most);
    }

    /** 「北東部って何」「北東部のこと全部」 */
    private static final Set<Set<Cue>> OVERVIEW = Set.of(Set.of(Cue.DEFINITION), Set.of(Cue.LIST));

    /** Beside one of these a general cue, such as LIST, asks nothing of its own. */
    private static final Set<Cue> SPECIFIC = EnumSet.of(
            Cue.FOUNDING,
            Cue.PREPARING,
            Cue.ORDER,
            Cue.OLDEST,
            Cue.NEWEST,
            Cue.NICKNAME,
            Cue.SCHOOLS,
            Cue.JUNIOR_HIGH,
            Cue.ELEMENTARY,
            Cue.MEMBERS,
            Cue.PEOPLE,
            Cue.MOST,
            Cue.LEAST,
            Cue.TOTAL,
            Cue.TOWNS,
            Cue.PART_OF_CITY);

    /** What is ranked is told with the ranking, by MOST or LEAST. */
    private static final Set<Cue> RANKED =
            EnumSet.of(Cue.SCHOOLS, Cue.JUNIOR_HIGH, Cue.ELEMENTARY, Cue.MEMBERS, Cue.PEOPLE);

    private static boolean ranks(Set<Cue> asked) {
        return asked.contains(Cue.MOST) || asked.contains(Cue.LEAST);
    }

    private static boolean orders(Set<Cue> asked) {
        return asked.contains(Cue.ORDER) || asked.contains(Cue.OLDEST) || asked.contains(Cue.NEWEST);
    }

    /** What was asked for, to be named where the documents do not say it. */
    private static Optional<String> missing(Set<Cue> asked) {
        return MISSING.entrySet().stream()
                .filter(entry -> asked.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static final Map<Cue, String> MISSING = new EnumMap<>(Map.ofEntries(
            Map.entry(Cue.NICKNAME, "nickname"),
            Map.entry(Cue.TOWNS, "towns"),
            Map.entry(Cue.SCHOOLS, "schools"),
            Map.entry(Cue.JUNIOR_HIGH, "schools"),
            Map.entry(Cue.ELEMENTARY, "schools"),
            Map.entry(Cue.MEMBERS, "members"),
            Map.entry(Cue.PEOPLE, "members"),
            Map.entry(Cue.MOST, "members"),
            Map.entry(Cue.LEAST, "members"),
            Map.entry(Cue.TOTAL, "members"),
            Map.entry(Cue.PART_OF_CITY, "independence"),
            Map.entry(Cue.INDEPENDENCE, "independence"),
            Map.entry(Cue.UNIT, "unit"),
            Map.entry(Cue.DEFINITION, "definition"),
            Map.entry(Cue.FOUNDING, "founding"),
            Map.entry(Cue.PREPARING, "founding"),
            Map.entry(Cue.ORDER, "founding"),
            Map.entry(Cue.OLDEST, "founding"),
            Map.entry(Cue.NEWEST, "founding")));
}
