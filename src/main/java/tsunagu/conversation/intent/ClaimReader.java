package tsunagu.conversation.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.areas.Place;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.intent.Claim.Counting;
import tsunagu.conversation.intent.Claim.Measure;
import tsunagu.text.Years;

/** Finds what is to be confirmed or put right in a question that wants yes or no, and what is told to it. */
final class ClaimReader {
    /** 「そこって南部ですか」, after an area was told. */
    private static final Pattern IS_THAT =
            Pattern.compile("(?:そこ|ここ|それ|そちら|そっち)(?:って|は|が)?[、\\s]*★(?:って|という|の)?(?:やつ|とこ|ところ|地区|こと)?"
                    + "(?:です|なの|なん|なんです|だ|でしょう|でしょ)?(?:か|よね|ね)*[?？。!\\s]*");

    private static final String ASKS_WHAT_ABROAD = "\\b(?:what|which|where|when|who|whom|how|number of|total)\\b"
            + "|哪|什|几|幾|多少|谁|誰|怎|어디|어느|어떤|몇|무엇|뭐|언제|누구|어떻게|알려";

    private static final Pattern ASKS_WHAT = Pattern.compile("どこ|どの|どれ|どっち(?!も)|どちら(?!も)|どんな|どう|いつ|何|なに"
            + "|(?<=^|[はがをって、\\s])なん(?!ぶ|だけど|だが|ですけど|ですが)|誰|だれ|いくつ|いくら|なぜ|教えて|おしえて|"
            + ASKS_WHAT_ABROAD);
    private static final Pattern WANTS_YES_OR_NO = Pattern.compile("(?:る|た|い|な)の\\s*$|(?:以上|以下|未満)\\s*\\?"
            + "|(?:です|ます|ません|でした|ました|る|た|い|だ|の|最後|最初|年|校|人|つ|体|こと|★)(?:よね|よな|ね)?(?:か|かな|かしら)?\\s*[?]"
            + "|(?:です|ます|ません|でした|ました|でしょう)か|(?:です|だ|る|た|い|ます)よね|对吧|對吧|是吗|是嗎|でしょ|っけ|じゃない(?:です)?か|はずです|ってこと|済み|本当|ほんと"
            + "|(?:同じ|おなじ|一緒|いっしょ|別の|別々|別|違う|ちがう)[^?]{0,8}\\?|★(?:な)?(?:の|ん)?(?:です|だ)?(?:か|かな|かしら|よね)[。!\\s]*$"
            + "|^(?:is|are|was|were|does|do|did|can|may|has|have|isn't|aren't)\\b|,"
            + " right|吗|嗎|是不是|对吧|인가요|입니까|습니까|나요|이죠|지요|예요\\?|이에요\\?|맞");
    private static final Pattern QUESTION_OF_A_TOPIC = Pattern.compile("(?:は|って|とは)\\s*[?]?\\s*$");
    private static final Pattern COUNT = Pattern.compile(
            "([0-9]{1,3}|(?:[一二三四]|[五六七]|[八九十]){1,3}|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b)"
                    + "\\s*(つ|個|校|団体|人|名|町|か所|箇所|ヶ所|地区|networks|schools|groups|所|个|個|개)(?!の中で|のうち)");
    /** 「60以上」, where the words say what is counted. */
    private static final Pattern BOUND =
            Pattern.compile("([0-9]{1,3})\\s*(?:つ|校|団体|人|名|町)?\\s*(?:(以上)|(以下|以内)|(未満|より(?:も)?少な|に満たな)"
                    + "|((?:を|は)?(?:超|越|こえ|上回)|より(?:も)?多))");

    private static final Pattern GROUPS = Pattern.compile("団体");
    static final Pattern PEOPLE = Pattern.compile("個人|人");

    private static final String FISCAL = "年度";
    /** 「去年できたの？」 asks for more than whether it is there. */
    private static final Pattern TIME = Pattern.compile("去年|昨年|今年|おととし|一昨年|先月|今月|最近|[0-9]+(?:年|か月|ヶ月|カ月)(?:前|以)");

    /** 「個人22人ですか」 is no question whether one may join. */
    private static final Pattern PEOPLE_COUNTED = Pattern.compile("個人\\s*[0-9]+\\s*[人名]");

    private static final Pattern ALL = Pattern.compile("全部|ぜんぶ|全て|すべて|みんな|どれも|とも");
    private static final String THAN = "より";
    private static final Pattern SECOND_THAN_FIRST = Pattern.compile("★[^★]{0,8}より(?:も|、)*[^★]{0,4}★");
    private static final Pattern MORE = Pattern.compile("より.{0,12}(?:(多い|大き|多く)|(少な|小さ)|(古い|早く|先に)|(新しい|後に|あとに|遅く))");
    private static final Pattern UNIT =
            Pattern.compile("(中学校区|小学校区|学区|[中小]学校)(?:の(?:学区|区域|範囲))?(ごと|単位|[とに]同じ|と違|とちが|と別)");
    private static final Pattern REPORT = Pattern.compile("報告書|\\breport\\b|报告|報告|보고서");
    /** 「新町も入る？」, after an area was told of. */
    private static final Pattern LIES_THERE =
            Pattern.compile("(?:じゃあ|では)?[、\\s]*★[はもっ]て?(?:その(?:中|地区|地域|エリア)に?|そこに|ここに)?"
                    + "(?:入(?:る|って|り)|含ま|ふくま|(?:そこ|同じ|一緒))\\p{IsHiragana}*[?？。!、\\s]*"
                    + "|(?i:is ★ (?:included|in (?:it|there)|part of it)(?: too| as well)?\\W*)");

    private static final Pattern DECIDED = Pattern.compile(
            "決定|決ま|確定|最終|正式|\\b(?:final|decided|official)\\b|最终|决定|确定|최종|확정|정식|(案(?!内)|\\bdraft\\b|초안)");
    private static final Pattern NAMES = Pattern.compile("[\\p{IsHan}\\p{IsKatakana}]{2}");
    private static final Pattern NOT = Pattern.compile("(?<!じゃ|では)ない|まだ|未");
    private static final Pattern MAY_NOT = Pattern.compile("[はも](?:入れ|はいれ|参加でき|加入でき)(?:ない|ません)"
            + "|(?:団体|自治会|町内会|町会)(?:だけ|のみ|しか)(?!で(?!す))|only groups|groups only|只有团体|단체만");
    private static final Pattern TELEPHONE = Pattern.compile("0[0-9]{1,4}[-( ]?[0-9]{1,4}[-) ]?[0-9]{3,4}");

    private ClaimReader() {}

    static Optional<Claim> read(Situation s) {
        String words = s.places().rest().strip();
        Matcher telephone = TELEPHONE.matcher(words);
        if (telephone.find() && WANTS_YES_OR_NO.matcher(words).find()) {
            return Optional.of(new Claim.Number(telephone.group()));
        }
        if (IS_THAT.matcher(words).matches()
                && s.areas().size() == 1
                && s.areaBefore().isPresent()) {
            var before = new Place.OfArea(s.areaBefore().get(), "");
            return Optional.of(new Claim.InArea(List.of(before), s.areas().getFirst()));
        }
        boolean open = ASKS_WHAT.matcher(words).find()
                || QUESTION_OF_A_TOPIC.matcher(words).find();
        if (open || !WANTS_YES_OR_NO.matcher(words).find()) return Optional.empty();
        return ofPlaces(s)
                .or(() -> dividedBy(s))
                .or(() -> counted(s))
                .or(() -> ranked(s))
                .or(() -> foundedIn(s))
                .or(() -> foundedInEra(s))
                .or(() -> general(s));
    }

    /** 「報告書は決まったもの？」, 「まだ案ですか」 false; empty where no yes or no is wanted. */
    static Optional<Boolean> readDecided(Situation s) {
        String words = s.places().rest().strip();
        Matcher decided = DECIDED.matcher(words);
        boolean alone = !NAMES.matcher(DECIDED.matcher(words).replaceAll("")).find();
        boolean report = REPORT.matcher(words).find() || alone && FollowUp.isOfWhatWasTold(s);
        boolean wanted = report
                && decided.find()
                && !ASKS_WHAT.matcher(words).find()
                && WANTS_YES_OR_NO.matcher(words).find();
        if (!wanted) return Optional.empty();
        boolean draft = decided.group(1) != null;
        return Optional.of(!draft && !NOT.matcher(words).find());
    }

    private static Optional<Claim> ofPlaces(Situation s) {
        List<Place> placed = s.places().places().stream()
                .filter(place -> place.area().isPresent())
                .toList();
        boolean ranked = s.cues().has(Cue.OLDEST, Cue.NEWEST, Cue.MOST, Cue.LEAST);
        if (ranked || s.places().rest().contains(THAN)) return Optional.empty();
        boolean same = s.cues().has(Cue.SAME);
        if (placed.size() > 1 && (same || s.cues().has(Cue.DIFFERENT))) {
            return Optional.of(new Claim.SameArea(placed, same));
        }
        List<AreaId> named = placed.stream()
                .filter(Place.OfArea.class::isInstance)
                .flatMap(place -> place.area().stream())
                .toList();
        boolean otherAsked =
                s.cues().asked().stream().anyMatch(cue -> cue.isClear() && cue != Cue.NICKNAME && cue != Cue.SCHOOLS);
        // 「中部の人が北東部のネットワークに参加していい？」 takes nothing for the other's.
        if (otherAsked || s.cues().has(Cue.JOIN)) return Optional.empty();
        List<Place> within = placed.stream()
                .filter(place -> !(place instanceof Place.OfArea))
                .toList();
        if (named.isEmpty()
                && !within.isEmpty()
                && LIES_THERE.matcher(s.places().rest()).matches()) {
            return s.areaBefore().map(area -> new Claim.InArea(within, area));
        }
        if (named.size() == 1 && !within.isEmpty()) {
            return Optional.of(new Claim.InArea(within, named.getFirst()));
        }
        if (placed.size() == 2 && named.size() == 2) {
            return Optional.of(new Claim.InArea(List.of(placed.getFirst()), named.getLast()));
        }
        return Optional.empty();
    }

    /** 「中学校区ごとにあるんですよね」「学区と同じ？」 */
    private static Optional<Claim> dividedBy(Situation s) {
        Matcher unit = UNIT.matcher(s.places().rest());
        if (!s.cues().has(Cue.UNIT) || !unit.find()) return Optional.empty();
        boolean so = !unit.group(2).matches("と[違ちが別]+");
        String named = unit.group(1).equals("学区") ? "校区" : unit.group(1).replaceFirst("校$", "校区");
        return Optional.of(new Claim.DividedBy(named, so));
    }

    static Optional<Claim.Counted> counted(Situation s) {
        String words = s.places().rest();
        boolean joining = s.cues().has(Cue.JOIN, Cue.WHO_MAY, Cue.ANYBODY)
                && !PEOPLE_COUNTED.matcher(words).find();
        if (joining) return Optional.empty();
        Matcher bounded = BOUND.matcher(words);
        if (bounded.find()) {
            int number = Integer.parseInt(bounded.group(1));
            return countable(s).map(what -> new Claim.Counted(what, s.areasOrRemembered(), bound(bounded), number));
        }
        Matcher count = COUNT.matcher(words);
        if (!count.find() || words.substring(count.end()).startsWith("とも")) return Optional.empty();
        Counting what = switch (count.group(2)) {
            case "校", "schools", "所" -> schools(s);
            case "団体", "groups" -> Counting.GROUPS;
            case "人", "名" -> Counting.PEOPLE;
            case "町" -> Counting.TOWNS;
            default ->
                s.cues().has(Cue.SCHOOLS, Cue.ELEMENTARY, Cue.JUNIOR_HIGH)
                        ? schools(s)
                        : s.cues().has(Cue.TOWNS) ? Counting.TOWNS : Counting.NETWORKS;
        };
        return Optional.of(
                new Claim.Counted(what, s.areasOrRemembered(), Claim.Bound.EXACTLY, Years.number(count.group(1))));
    }

    private static Claim.Bound bound(Matcher bounded) {
        if (bounded.group(2) != null) return Claim.Bound.AT_LEAST;
        if (bounded.group(3) != null) return Claim.Bound.AT_MOST;
        return bounded.group(4) != null ? Claim.Bound.FEWER_THAN : Claim.Bound.MORE_THAN;
    }

    /** What the words themselves say is counted. */
    private static Optional<Counting> countable(Situation s) {
        String words = s.places().rest();
        if (s.cues().has(Cue.SCHOOLS, Cue.ELEMENTARY, Cue.JUNIOR_HIGH)) return Optional.of(schools(s));
        if (s.cues().namesGroups()) return Optional.empty();
        if (s.cues().has(Cue.TOWNS)) return Optional.of(Counting.TOWNS);
        if (GROUPS.matcher(words).find()) return Optional.of(Counting.GROUPS);
        if (PEOPLE.matcher(words).find()) return Optional.of(Counting.PEOPLE);
        return Optional.of(Counting.NETWORKS).filter(any -> s.cues().has(Cue.NETWORK));
    }

    private static Counting schools(Situation s) {
        if (s.asksFor(Cue.ELEMENTARY)) {
            return s.asksFor(Cue.JUNIOR_HIGH) ? Counting.SCHOOLS : Counting.ELEMENTARY_SCHOOLS;
        }
        return s.asksFor(Cue.JUNIOR_HIGH) ? Counting.JUNIOR_HIGH_SCHOOLS : Counting.SCHOOLS;
    }

    private static Optional<Claim> ranked(Situation s) {
        List<AreaId> areas = FollowUp.compared(s);
        // 「南部より西部のほうが」 speaks of the second.
        if (areas.size() == 2 && SECOND_THAN_FIRST.matcher(s.places().rest()).find()) areas = areas.reversed();
        Matcher more = MORE.matcher(s.places().rest());
        boolean compares = areas.size() == 2 && more.find();
        boolean ranks = s.cues().has(Cue.OLDEST, Cue.NEWEST, Cue.MOST, Cue.LEAST);
        if (areas.isEmpty() || !ranks && !compares || s.cues().namesGroups()) return Optional.empty();
        AreaId area = areas.getFirst();
        List<AreaId> others = areas.subList(1, areas.size());
        boolean founding = compares
                ? more.group(3) != null || more.group(4) != null
                : s.cues().has(Cue.OLDEST, Cue.NEWEST);
        boolean first = compares
                ? more.group(1) != null || more.group(3) != null
                : s.cues().has(Cue.OLDEST, Cue.MOST);
        Optional<Measure> measure = founding ? Optional.of(Measure.FOUNDING) : measure(s);
        return measure.map(by -> new Claim.Ranked(area, others, by, first));
    }

    /** None for schools of both levels: an area may have the most of one and the fewest of the other. */
    private static Optional<Measure> measure(Situation s) {
        if (!s.cues().has(Cue.SCHOOLS, Cue.ELEMENTARY, Cue.JUNIOR_HIGH)) {
            boolean groups = GROUPS.matcher(s.places().rest()).find();
            boolean people = s.cues().has(Cue.PEOPLE)
                    || !groups && PEOPLE.matcher(s.places().rest()).find();
            return Optional.of(people ? Measure.PEOPLE : Measure.GROUPS);
        }
        return switch (schools(s)) {
            case ELEMENTARY_SCHOOLS -> Optional.of(Measure.ELEMENTARY_SCHOOLS);
            case JUNIOR_HIGH_SCHOOLS -> Optional.of(Measure.JUNIOR_HIGH_SCHOOLS);
            default -> Optional.empty();
        };
    }

    /** 「西部は平成30年ですか」 asks of nothing but the founding. */
    private static Optional<Claim> foundedIn(Situation s) {
        List<AreaId> areas = s.areasOrRemembered();
        boolean bare = s.cues().asked().isEmpty() && !s.cues().hasSubject();
        if (areas.size() != 1 || !bare && !s.cues().has(Cue.FOUNDING)) return Optional.empty();
        boolean fiscal = s.places().rest().contains(FISCAL);
        return Years.find(s.places().rest()).map(year -> new Claim.FoundedIn(areas.getFirst(), year, fiscal));
    }

    private static Optional<Claim> foundedInEra(Situation s) {
        boolean all = ALL.matcher(s.places().rest()).find();
        if (!s.cues().has(Cue.FOUNDING) && !all) return Optional.empty();
        return Years.findEra(s.places().rest()).map(era -> new Claim.FoundedInEra(s.areasOrRemembered(), era, all));
    }

    private static Optional<Claim> general(Situation s) {
        if (s.cues().has(Cue.NICKNAME) && s.areas().size() == 1) {
            return Optional.of(new Claim.Nicknamed(s.areas().getFirst()));
        }
        if (s.cues().has(Cue.ANYBODY))
            return Optional.of(
                    new Claim.MayJoin(!MAY_NOT.matcher(s.places().rest()).find()));
        if (s.cues().has(Cue.INDEPENDENCE)) return Optional.of(new Claim.Independent());
        boolean founded = s.cues().has(Cue.FOUNDING)
                && !s.cues().has(Cue.PREPARING, Cue.ORDER)
                && !TIME.matcher(s.places().rest()).find();
        return founded && !s.cues().hasSubject()
                ? Optional.of(new Claim.Founded(s.areasOrRemembered()))
                : Optional.empty();
    }

    /** What would be said anyway, with yes or no before it where the claim goes with it. */
    static Optional<Intent> verify(Claim claim, Intent plain, Situation s) {
        boolean telling = plain instanceof Intent.WhichArea
                || plain instanceof Intent.AboutNetworks
                || plain instanceof Intent.Join
                || plain instanceof Intent.Contact
                || plain instanceof Intent.AskDocuments;
        if (!telling) return Optional.empty();
        Optional<Intent> told = switch (claim) {
            case Claim.SameArea(var places, boolean same) -> Optional.of(new Intent.WhichArea(places, false, false));
            case Claim.InArea(var places, var area) -> Optional.of(inArea(places, s));
            case Claim.Counted counted ->
                Optional.of(counted(counted, s))
                        .filter(any -> !chooses(plain))
                        .filter(any -> !(plain instanceof Intent.AskDocuments) || s.countsNetworks());
            case Claim.Number number -> Optional.of(plain).filter(Intent.Contact.class::isInstance);
            case Claim.MayJoin join -> Optional.of(plain).filter(Intent.Join.class::isInstance);
            case Claim.Ranked ranked -> ranked(ranked, plain, s);
            case Claim.DividedBy unit -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
            case Claim.Founded founded -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
            case Claim.FoundedInEra(var areas, var era, boolean all) -> founding(plain, areas);
            case Claim.FoundedIn founded -> founding(plain, List.of(founded.area()));
            case Claim.Nicknamed nicknamed -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
            case Claim.Independent independent -> Optional.of(plain).filter(Intent.AboutNetworks.class::isInstance);
        };
        return told.map(intent -> new Intent.Verify(claim, intent));
    }

    /** 「個人が50人以上のところはある？」 asks of each, not of all together. */
    private static boolean chooses(Intent plain) {
        return plain instanceof Intent.AboutNetworks about && about.which().isPresent();
    }

    private static Optional<Intent> founding(Intent plain, List<AreaId> areas) {
        if (!(plain instanceof Intent.AboutNetworks about)) return Optional.empty();
        return Optional.of(new Intent.AboutNetworks(
                about.municipality(), areas, EnumSet.of(Cue.FOUNDING), about.year(), Optional.empty()));
    }

    private static Intent inArea(List<Place> places, Situation s) {
        if (!(places.getFirst() instanceof Place.OfArea)) return new Intent.WhichArea(places, false, false);
        List<AreaId> areas =
                places.stream().flatMap(place -> place.area().stream()).toList();
        // 「それってふらわーネット？」: of the area that was told, whose card has its nickname.
        boolean ofTold = s.areas().size() == 1;
        return s.about(ofTold ? EnumSet.noneOf(Cue.class) : EnumSet.of(Cue.NICKNAME), areas);
    }

    private static Optional<Intent> ranked(Claim.Ranked claim, Intent plain, Situation s) {
        boolean asking =
                plain instanceof Intent.AboutNetworks about && !about.asked().isEmpty();
        if (asking && (claim.others().isEmpty() || s.areas().size() > 1)) return Optional.of(plain);
        if (claim.others().isEmpty() || s.cues().has(Cue.CONTENT)) return Optional.empty();
        Set<Cue> asked = EnumSet.of(
                switch (claim.measure()) {
                    case FOUNDING -> Cue.FOUNDING;
                    case GROUPS, PEOPLE -> Cue.MEMBERS;
                    case JUNIOR_HIGH_SCHOOLS -> Cue.JUNIOR_HIGH;
                    case ELEMENTARY_SCHOOLS -> Cue.ELEMENTARY;
                });
        return Optional.of(s.about(asked, FollowUp.compared(s)));
    }

    private static Intent counted(Claim.Counted claim, Situation s) {
        return s.about(counted(claim, claim.areas().isEmpty()), claim.areas());
    }

    /** @param all whether all are counted together */
    static Set<Cue> counted(Claim.Counted claim, boolean all) {
        return switch (claim.what()) {
            case NETWORKS -> EnumSet.of(Cue.COUNT);
            case JUNIOR_HIGH_SCHOOLS -> EnumSet.of(Cue.JUNIOR_HIGH);
            case ELEMENTARY_SCHOOLS -> EnumSet.of(Cue.ELEMENTARY);
            case SCHOOLS -> EnumSet.of(Cue.SCHOOLS);
            case TOWNS -> EnumSet.of(Cue.TOWNS);
            case GROUPS, PEOPLE -> all ? EnumSet.of(Cue.MEMBERS, Cue.TOTAL) : EnumSet.of(Cue.MEMBERS);
        };
    }
}
