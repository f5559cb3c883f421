package tsunagu.conversation.intent;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.cues.CueReading;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.wish.EventWish;
import tsunagu.text.DateRange;
import tsunagu.text.Years;

/** Everything that bears on the reading of one utterance. */
record Situation(
        String text,
        PlaceReading places,
        CueReading cues,
        Memory memory,
        MunicipalityId usual,
        Optional<DateRange> when,
        EventWish wish,
        LocalDate today) {

    /** 「どうしてできたの」 asks what for, not when. */
    private static final Pattern WHY = Pattern.compile("なぜ|どうして|なんで|何で");

    private static final Pattern POSTCODE =
            Pattern.compile("郵便番号|〒|\\b(?:post|postal|zip) ?code\\b|邮编|邮政编码|郵遞區號|우편번호", Pattern.CASE_INSENSITIVE);

    /** 「団体は？」, after how many people are members. */
    private static final Pattern OTHER_MEMBERS =
            Pattern.compile("(?:じゃあ|では|なら)?[、\\s]*(?:団体|個人)(?:の?数|のほう|の方|だけ)?(?:は|も|を|だと|なら)?"
                    + "(?:(?:教えて|知りたい)\\p{IsHiragana}{0,6})?[?。!、\\s]*");

    /** 「一番団体が多いのは」 ranks no schools, though they were counted before. */
    private static final Pattern OF_MEMBERS = Pattern.compile("団体|個人|人|会員|加入");

    /** 「個人で入っている人が一番多い地区」 counts people. */
    private static final Pattern INDIVIDUALS = Pattern.compile("^(?!.*団体).*(?:個人|人数)");

    private static final Pattern ITS_SCHOOL = Pattern.compile("(?:通う|近くの|子どもの|子供の)?学校[はが]\\s*★(?:です|だ|で)?[。!\\s]*"
            + "|.*(?:学校|学区|小学|中学).*(?:が|けど|は)、?★(?:です|だ|なんです|なんだけど)?(?:が|けど|ね|よ)?[。!\\s]*");

    private static final Pattern OWN_ADDRESS = Pattern.compile(".*住所[はが]\\s*★.*");

    /** 「練馬区の目的は」 asks of what its documents tell, not of its networks. */
    private static final String PURPOSE = "目的";

    /** 「じゃあ保谷町にします」 asks nothing again. */
    private static final Pattern DECIDES = Pattern.compile("に(?:します|しました|決め|住む|住み|引っ?越)");

    /** 「南部は？」: nothing but a name. */
    private static final Pattern ONLY_NAME =
            Pattern.compile("[★\\s]+(は|って|の場合は|のほう|の方|のほうは|の方は|も|呢|[은는]요?|[은는] 어때요?)?[?。!、\\s]*");

    /** What is asked of a range, after its name. */
    private static final Pattern OF_LAYER =
            Pattern.compile("(?:の|って|は|[、\\s])*(?:役割|範囲|区を(?:いくつ|何)|どんな範囲|どこまで|例(?!会)|具体例|活動例|機関)"
                    + "|で(?:は|に?は)?(?:誰|だれ|どんな(?:団体|組織|人))が?(?:活動|動い)");

    private static final Pattern FORMER = Pattern.compile("前者|(?:1|一)つ目|(?:最初|先)の(?:ほう|方)");
    private static final Pattern LATTER = Pattern.compile("後者|(?:2|二)つ目|(?:後|あと)の(?:ほう|方)");

    /** 「ほかの地区にも愛称はある？」 */
    private static final Pattern OTHER_AREAS = Pattern.compile("(?:ほか|他|別)の(?:地区|地域|ネットワーク|エリア|ところ|所)");

    private static final Pattern NEXT_TOPIC = Pattern.compile("[はも呢은는]");

    /** 「個人の合計」 asks how many, not whether one may join alone. */
    static final Set<Cue> FIGURES = EnumSet.of(Cue.MEMBERS, Cue.PEOPLE, Cue.TOTAL, Cue.MOST, Cue.LEAST);

    private static final Set<Cue> RANKING = EnumSet.of(Cue.MOST, Cue.LEAST);

    /** They ask of all areas together. */
    private static final Set<Cue> OF_ALL = EnumSet.of(Cue.COUNT, Cue.LIST, Cue.TOTAL, Cue.UNIT, Cue.LAYERS);

    private static final Set<Cue> SCHOOLS = EnumSet.of(Cue.SCHOOLS, Cue.JUNIOR_HIGH, Cue.ELEMENTARY);
    private static final Pattern WHICH = Pattern.compile("(?:どの|どこの|何)(?:ネットワーク|地区|地域|エリア)");

    private static final Pattern WAS_ON_A_DAY =
            Pattern.compile("[0-9]+月[0-9]+日.{0,12}(?:ありました|あった|でした|だった|行われ(?:た|まし)|開かれ(?:た|まし))");

    /** 「課題を知りたいと思います」 supposes nothing. */
    private static final Pattern SUPPOSITION =
            Pattern.compile("(?:みたい|らしい|っぽい|よう(?=です|だ)|(?<!たい|ほしい|欲しい)と思(?:う|います)|かもしれ(?:ない|ません))"
                    + "(?:です|だ)?(?:ね|よ|な|けど|が)*[。!、\\s]*$");

    private static final Set<Cue> COUNTABLE =
            EnumSet.of(Cue.SCHOOLS, Cue.JUNIOR_HIGH, Cue.ELEMENTARY, Cue.MEMBERS, Cue.TOWNS);

    /** 「新町二丁目7-1 よろしく」: where a house stands; 「柳沢2丁目の歴史」 asks of something there. */
    private static final Pattern HOUSE_AFTER =
            Pattern.compile("★(?:(?:[0-9]|[一二三四五六七]|[八九十])+(?:丁目|番)|[0-9]+[-ー－‐][0-9])"
                    + "(?!\\s*の(?!目の前|近|ちか|そば|隣|となり|裏|横|向か|あたり|辺|アパート|マンション|家|者))");

    private static final String HOUSE = "[\\p{IsKatakana}\\p{IsHan}ー]{1,12}";
    private static final String HOUSE_NUMBER = "[0-9](?:[0-9丁目番地号\\s-]|の(?=[0-9]))*";
    private static final String NAMED_HOUSE =
            HOUSE + "(?:ハイツ|コーポ|マンション|アパート|荘|ハイム|メゾン|パレス|レジデンス|ビル|団地|タワー|住宅|ハウス|コート|寮)";
    private static final Pattern ADDRESS = Pattern.compile(
            "[★\\s]+(?:" + HOUSE_NUMBER + HOUSE + "|" + NAMED_HOUSE + ")[0-9号室\\s-]*(です|に住んで.*|在住)?[。!\\s]*");

    MunicipalityId municipality() {
        return places.named()
                .or(() -> places.places().stream().map(Place::municipality).findFirst())
                .or(places::settled)
                .or(places::hinted)
                .or(() -> memory.municipality().map(MunicipalityId::new))
                .orElse(usual);
    }

    /** 「西原町3-4グリーンハイツ」: what follows the town is a house, not a question. */
    boolean isAddress() {
        return places.places().stream().anyMatch(Place.InTown.class::isInstance)
                && (ADDRESS.matcher(places.rest()).matches()
                        || !cues.has(Cue.CONTENT)
                                && HOUSE_AFTER.matcher(places.rest()).find());
    }

    /** 「令和5年1月28日に何があった」「12月23日に何がありましたか」: of what was the documents tell, not the list of what is on. */
    boolean isOfThePast() {
        return WAS_ON_A_DAY.matcher(text).find()
                || Years.find(text).isPresent()
                        && when.flatMap(DateRange::to).filter(today::isAfter).isPresent();
    }

    Optional<Claim> claim() {
        return ClaimReader.read(this);
    }

    /** 「身近な地域の役割は」「第3層の例」: a range, and what is known of it. */
    boolean asksOfLayer() {
        return cues.label(Cue.LAYER)
                .filter(layer -> text.contains(layer))
                .map(layer -> text.substring(text.indexOf(layer) + layer.length()))
                .filter(rest -> OF_LAYER.matcher(rest).lookingAt())
                .isPresent();
    }

    /** 「うちの地区は？」, of a resident who has said where they live. */
    Optional<Intent> home() {
        return memory.home()
                .filter(any -> cues.has(Cue.HOME))
                .map(AreaId::parse)
                .map(area -> about(EnumSet.noneOf(Cue.class), List.of(area)));
    }

    /** Whether a town or school was asked for, and none of several was to be chosen. */
    boolean awaitsTown() {
        return memory.awaitingPlace() && memory.told().isEmpty();
    }

    /** 「八王子ってどんな街」, of a place or of a municipality. */
    boolean onlyDefinition() {
        return cues.asked().equals(EnumSet.of(Cue.DEFINITION))
                && (!places.places().isEmpty() || places.named().isPresent() && !cues.hasPhrase(PURPOSE));
    }

    /** 「保谷小と谷戸小はそれぞれどこ」 lists places, not networks. */
    boolean asksOfEach() {
        return cues.asked().equals(EnumSet.of(Cue.LIST))
                && !cues.has(Cue.NETWORK)
                && !places.places().isEmpty()
                && places.places().stream().noneMatch(Place.OfArea.class::isInstance);
    }

    /** 「東町は何地区」 counts nothing, 「学校はけやき小です」 asks for no list of schools, 「住所は中町です」 for no office. */
    boolean asksWhichArea() {
        boolean schools =
                SCHOOLS.containsAll(cues.asked()) && places.places().stream().noneMatch(Place.OfArea.class::isInstance);
        if (schools && ITS_SCHOOL.matcher(places.rest()).matches()) return true;
        if (cues.asked().equals(EnumSet.of(Cue.OFFICE))
                && OWN_ADDRESS.matcher(places.rest()).matches()) return true;
        boolean atSchool = places.places().stream().anyMatch(Place.AtSchool.class::isInstance);
        if (atSchool
                && SCHOOLS.containsAll(cues.asked())
                && WHICH.matcher(places.rest()).find()) return true;
        return asksWhichAreaAlone()
                && places.places().stream().anyMatch(place -> place.area().isPresent());
    }

    /** 「東町は何地区」 */
    boolean asksWhichAreaAlone() {
        return cues.asked().equals(EnumSet.of(Cue.COUNT)) && places.rest().contains("何地区");
    }

    boolean onlyAsksAbout(String strange) {
        return !cues.has(Cue.CONTENT)
                && cues.leftover().stream().allMatch(strange::contains)
                && cues.asked().stream().noneMatch(cue -> cue == Cue.GROUPS || cue == Cue.DEFINITION);
    }

    /** The words themselves name a network or a place in its area. */
    boolean namesNetwork() {
        return cues.has(Cue.NETWORK)
                || places.places().stream().anyMatch(place -> place.area().isPresent());
    }

    /** 「6校ですか」, after the schools of an area were told, counts those; 「ネットワークの方向性は4つですか」 no networks. */
    boolean countsNetworks() {
        return namesNetwork() && !cues.has(Cue.CONTENT)
                || !cues.hasSubject()
                        && !memory.areas().isEmpty()
                        && !memory.asked().isEmpty();
    }

    /** Whether the words ask for it, or the question before did where they ask for nothing. */
    boolean asksFor(Cue cue) {
        return cues.has(cue) || cues.asked().isEmpty() && memory.asked().contains(cue.name());
    }

    boolean speaksOfNetworks() {
        return namesNetwork() || !memory.areas().isEmpty();
    }

    /** What waits for a place: a question asked back, or 「じゃあ南部は？」 after another question. */
    Set<Cue> waiting() {
        if (memory.awaitingPlace()) return cues(memory.pending());
        Set<Cue> before = askedAgain();
        // 「何地区？」「鶴川は？」: of one area nothing is counted.
        return OF_ALL.containsAll(before) ? EnumSet.noneOf(Cue.class) : before;
    }

    /** 「じゃあ八王子は？」: what was asked before, of another place; empty where something else is meant. */
    Set<Cue> askedAgain() {
        boolean sameQuestion =
                cues.has(Cue.SWITCHING) && !DECIDES.matcher(places.rest()).find()
                        || ONLY_NAME.matcher(places.rest()).matches()
                                && NEXT_TOPIC.matcher(places.rest()).find();
        return sameQuestion ? cues(memory.asked()) : EnumSet.noneOf(Cue.class);
    }

    /** 「うちの校区にはないみたい」 tells something, and is answered by no document. */
    boolean isSupposition() {
        return SUPPOSITION.matcher(places.rest()).find();
    }

    /** 「いくつ？」, after what is in an area was told, counts that. */
    Optional<Set<Cue>> countedAgain() {
        boolean bare = cues.asked().equals(EnumSet.of(Cue.COUNT))
                && !namesNetwork()
                && places.findings().isEmpty()
                && !memory.areas().isEmpty();
        if (!bare) return Optional.empty();
        return Optional.of(cues(memory.asked()))
                .filter(before -> COUNTABLE.stream().anyMatch(before::contains));
    }

    /** Groups and people are told together, of the same areas. */
    Optional<Intent> membersAgain() {
        Set<Cue> before = cues(memory.asked());
        boolean members = before.contains(Cue.MEMBERS) || before.contains(Cue.PEOPLE);
        boolean ranked = RANKING.stream().anyMatch(before::contains);
        if (!members && !ranked || !OTHER_MEMBERS.matcher(places.rest()).matches()) return Optional.empty();
        // 「個人が一番多いのは」「団体は？」: which has the most of those.
        return Optional.of(
                ranked
                        ? about(EnumSet.of(before.contains(Cue.MOST) ? Cue.MOST : Cue.LEAST), List.of())
                        : about(EnumSet.of(Cue.MEMBERS), areasOrRemembered()));
    }

    /** 「谷戸町の郵便番号」 */
    Optional<Intent> ofTown() {
        return places.places().stream()
                .filter(Place.InTown.class::isInstance)
                .map(Place.InTown.class::cast)
                .filter(town ->
                        !town.byPostcode() && POSTCODE.matcher(places.rest()).find())
                .findFirst()
                .map(Intent.AskPostcode::new);
    }

    static Set<Cue> cues(List<String> names) {
        var cues = EnumSet.noneOf(Cue.class);
        names.forEach(name -> cues.add(Cue.valueOf(name)));
        return cues;
    }

    List<AreaId> areas() {
        return places.places().stream()
                .flatMap(place -> place.area().stream())
                .distinct()
                .toList();
    }

    /** The areas last spoken of. */
    List<AreaId> areasBefore() {
        return memory.areas().stream().map(AreaId::parse).toList();
    }

    /** The one area last spoken of; empty where there were several. */
    Optional<AreaId> areaBefore() {
        return Optional.of(areasBefore()).filter(before -> before.size() == 1).map(List::getFirst);
    }

    /** Whether the words name a place, or a municipality by its own words. */
    boolean namesPlace() {
        return !places.findings().isEmpty()
                || places.named().isPresent()
                || places.hinted().isPresent();
    }

    /** The areas named, else those last spoken of, unless all of them are meant or another municipality is. */
    List<AreaId> areasOrRemembered() {
        if (!areas().isEmpty()) return areas();
        if (cues.has(Cue.HOME) && memory.home().isPresent())
            return List.of(AreaId.parse(memory.home().get()));
        boolean all = OTHER_AREAS.matcher(places.rest()).find()
                || cues.has(Cue.LIST, Cue.ORDER, Cue.OLDEST, Cue.NEWEST, Cue.MOST, Cue.LEAST, Cue.TOTAL);
        boolean another = !places.places().isEmpty()
                || places.named().isPresent()
                || places.hinted().isPresent();
        if (all || another && !cues.has(Cue.POINTING)) return List.of();
        List<AreaId> before = areasBefore();
        if (before.size() == 2 && FORMER.matcher(places.rest()).find()) return before.subList(0, 1);
        if (before.size() == 2 && LATTER.matcher(places.rest()).find()) return before.subList(1, 2);
        return before;
    }

    Intent about(Set<Cue> asked, List<AreaId> areas) {
        MunicipalityId municipality =
                areas.isEmpty() ? municipality() : areas.getFirst().municipality();
        if (asked.contains(Cue.NOTIFY)) return NoticeIntents.subscribe(this, asked, areas, false);
        boolean figures = FIGURES.stream().anyMatch(asked::contains);
        if (Joining.asksWhoIsIn(this)) {
            return new Intent.AboutNetworks(
                    municipality, List.of(), EnumSet.of(Cue.DEFINITION), Optional.empty(), Optional.empty());
        }
        boolean counted = figures && Joining.countsParticipants(this);
        boolean ranks = asked.contains(Cue.MOST) || asked.contains(Cue.LEAST);
        if (asked.contains(Cue.JOIN) && !counted && !ranks || asked.contains(Cue.WHO_MAY) && !figures)
            return new Intent.Join(municipality, areas);
        if (asked.contains(Cue.OFFICE)) return new Intent.Contact(municipality, areas);
        if (asked.contains(Cue.EVENTS)) return new Intent.Events(municipality, areas, when, wish, List.of());
        boolean why = asked.equals(EnumSet.of(Cue.FOUNDING))
                && WHY.matcher(places.rest()).find();
        Set<Cue> meant = why ? EnumSet.of(Cue.DEFINITION) : asked;
        boolean ranked = meant.contains(Cue.MOST) || meant.contains(Cue.LEAST);
        if (ranked && INDIVIDUALS.matcher(places.rest()).find()) {
            meant = EnumSet.copyOf(meant);
            meant.add(Cue.PEOPLE);
        }
        if (ranked
                && RANKING.containsAll(asked)
                && !OF_MEMBERS.matcher(places.rest()).find()) {
            // 「どっちが多い」, after schools were counted, counts schools.
            Set<Cue> schools = cues(memory.asked());
            schools.retainAll(SCHOOLS);
            meant = EnumSet.copyOf(meant);
            meant.addAll(schools);
        }
        return new Intent.AboutNetworks(
                municipality, areas, meant, Years.find(places.rest()), Years.findEra(places.rest()));
    }

    /** 「うちの地区の課題は何ですか、柳沢です」 asks of no 柳沢. */
    private String withoutHome() {
        String question = text;
        for (Finding finding : places.findings()) {
            if (finding instanceof Finding.One(var typed, var place) && !(place instanceof Place.OfArea)) {
                question = question.replaceFirst("[、,。]\\s*" + Pattern.quote(typed) + "(?:です|在住です|だよ)?[。!?\\s]*$", "");
            }
        }
        return question;
    }

    /** A question that no document answers. */
    Intent nothing() {
        return new Intent.AskDocuments(municipality(), true, "", Optional.empty(), true, List.of(), Optional.empty());
    }

    Intent documents(Optional<Intent> otherwise) {
        boolean stated = places.named().isPresent()
                || places.hinted().isPresent()
                || !areas().isEmpty()
                || !municipality().equals(usual)
                || !FollowUp.toldPassages(this).isEmpty();
        boolean groups = cues.has(Cue.GROUPS);
        List<String> subjects = cues.leftover().stream()
                .filter(word -> !wish.covers(List.of(word)))
                .toList();
        return new Intent.AskDocuments(
                municipality(), stated, withoutHome(), FollowUp.spokenOf(this), groups, subjects, otherwise);
    }
}
