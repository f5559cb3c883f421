package tsunagu.conversation.intent;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.cues.CueReading;
import tsunagu.conversation.cues.Cues;
import tsunagu.conversation.cues.Remarks;
import tsunagu.conversation.intent.Intent.Forget;
import tsunagu.conversation.intent.Intent.SmallTalk;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.wish.EventWish;
import tsunagu.conversation.wish.EventWords;
import tsunagu.conversation.wish.WishReader;
import tsunagu.conversation.words.KanaWords;
import tsunagu.conversation.words.Wording;
import tsunagu.text.DateReader;
import tsunagu.text.Folding;

/**
 * Reads the intent: what endangers first, then what must be asked back, then what is certain, then the documents.
 * The order of the questions below is the order of precedence.
 */
@Singleton
public class IntentReader {

    private static final Pattern ASKING = Pattern.compile("\\?$|(?:です|ます|でした|ました|でしょう)か[。\\s]*$");

    private static final Pattern STATES =
            Pattern.compile("(?<!たい|ほしい|欲しい)(?:です|ます|ました|でした|だよ|と申します|といいます|いる|てる)[。!、\\s]*$");

    private static final String NAME_OF_DOCUMENT = "資料の名前";

    private static final Pattern ISSUE = Pattern.compile("第[0-9]+号");

    /** Of how a document is printed and sold none tells. */
    private static final Pattern OF_PRINT = Pattern.compile("何[部枚冊]|何ページ|印刷|値段|いくら|置いて(?:い|あ)|配って");

    private static final Pattern FIGURE = Pattern.compile("何(?:[%％]|パーセント|割|番|位|年|人|回|月|時)|いくら|いつ");

    /** These ask how many or which, of whatever is spoken of. */
    private static final Set<Cue> GENERAL = EnumSet.of(
            Cue.COUNT,
            Cue.LIST,
            Cue.TOTAL,
            Cue.MOST,
            Cue.LEAST,
            Cue.OLDEST,
            Cue.NEWEST,
            Cue.TOWNS,
            Cue.MEMBERS,
            Cue.FOUNDING,
            Cue.SCHOOLS,
            Cue.JUNIOR_HIGH,
            Cue.ELEMENTARY);

    private final Cues cues;
    private final KanaWords kana;
    private final WishReader wishes;
    private final EventWords eventWords;
    private final DateReader dates;
    private final Clock clock;

    IntentReader(Cues cues, KanaWords kana, WishReader wishes, EventWords eventWords, Clock clock) {
        this.cues = cues;
        this.kana = kana;
        this.wishes = wishes;
        this.eventWords = eventWords;
        this.dates = new DateReader(clock);
        this.clock = clock;
    }

    /** @param usual the municipality the channel stands for */
    public Intent read(String typed, PlaceReading found, Memory memory, MunicipalityId usual) {
        String rest = kana.inKanji(found.rest());
        String asked = Remarks.without(rest, cues, this::isCondition);
        // What is left out is counted in the rest, whose width is unified.
        String said = asked.equals(rest) ? typed : Folding.width(typed);
        String text = Wording.plain(Remarks.sameEnd(kana.inKanji(said), rest, asked));
        PlaceReading places = found.with(Wording.plain(asked));
        CueReading reading = cues.read(places.rest(), rest);
        EventWish wish = eventWords
                .read(places.rest())
                .besides(reading.leftover().stream()
                        .filter(words -> dates.find(words).isPresent())
                        .toList());
        var situation =
                new Situation(text, places, reading, memory, usual, dates.find(text), wish, LocalDate.now(clock));
        Intent plain = GatheringIntents.of(situation, FollowUp.ofTold(situation, plain(situation)), wishes);
        return situation
                .claim()
                .flatMap(claim -> ClaimReader.verify(claim, plain, situation))
                .orElse(plain);
    }

    /** 「土曜日」, 「車いす」 */
    private boolean isCondition(String sentence) {
        return dates.find(sentence).isPresent() || !eventWords.read(sentence).equals(EventWish.NONE);
    }

    /** A message as Japanese is written, where it was typed in katakana or Latin letters alone. */
    public String inKana(String typed) {
        return kana.inKana(typed);
    }

    /** Whether words ask for something, or are a field of their own. */
    public boolean asks(PlaceReading places) {
        CueReading reading = cues.read(places.rest());
        return !reading.asked().isEmpty()
                || reading.has(Cue.OUT_OF_SCOPE, Cue.ABOUT_DOCUMENTS)
                || ASKING.matcher(places.rest()).find();
    }

    /** The answer before, for a resident who asks for another language. */
    public Intent readAgain(PlaceReading places, Memory memory, MunicipalityId usual) {
        var situation = new Situation(
                "",
                places,
                cues.read(places.rest()),
                memory,
                usual,
                Optional.empty(),
                EventWish.NONE,
                LocalDate.now(clock));
        return new Intent.Again(Intent.Again.Kind.LANGUAGE, FollowUp.last(situation));
    }

    private Intent plain(Situation situation) {
        CueReading reading = situation.cues();
        return Intent.Urgent.find(reading)
                .or(() -> NoticeIntents.find(situation))
                .or(() -> rights(situation))
                .or(() -> declined(reading))
                .or(() -> FollowUp.others(situation))
                .or(() -> FollowUp.ofListed(situation))
                .or(() -> FollowUp.again(situation))
                .or(() -> again(situation))
                .or(() -> aboutDocuments(situation))
                .or(() -> EventIntents.find(situation))
                .or(() -> choosePlace(situation))
                .or(() -> unknownPlace(situation))
                .or(() -> correction(situation))
                .or(() -> WhichAreas.ofHome(situation, cues))
                .or(() -> WhichAreas.ofUnknownHome(situation))
                .or(() -> Intent.Urgent.findFeared(
                        reading, ASKING.matcher(situation.text()).find()))
                .or(() -> outOfScope(situation))
                .or(() -> OtherThings.ofSchool(situation))
                .or(situation::ofTown)
                .or(() -> ofNamedPlaces(situation))
                .or(() -> asked(situation))
                .or(() -> SmallTalk.find(reading))
                .or(() -> WhichAreas.ofNewcomer(situation))
                .or(() -> networks(situation))
                .or(() -> FollowUp.difference(situation))
                .or(() -> WhichAreas.ofNeighbour(situation))
                .orElseGet(() -> documents(situation));
    }

    /** 「参加方法を忘れてしまった」 asks something else. */
    private static Optional<Intent> rights(Situation s) {
        boolean awaited = s.memory().pending().contains(Cue.FORGET.name());
        if (s.cues().has(Cue.YES, Cue.NO)) {
            if (!awaited) return Optional.of(new SmallTalk(SmallTalk.Kind.NOT_UNDERSTOOD));
            return Optional.of(new Forget(s.cues().has(Cue.YES) ? Forget.Step.CONFIRMED : Forget.Step.DECLINED));
        }
        boolean other = s.cues().hasSubject() || s.cues().has(Cue.INJECTION);
        if (other || !s.cues().asked().isEmpty()) return Optional.empty();
        if (s.cues().has(Cue.FORGET)) return Optional.of(new Forget(Forget.Step.ASKED));
        if (s.cues().has(Cue.SHOW_MEMORY)) return Optional.of(new Intent.ShowMemory(s.memory()));
        return Optional.empty();
    }

    private static Optional<Intent> declined(CueReading cues) {
        if (cues.has(Cue.INJECTION)) return Optional.of(new Intent.Declined(Intent.Declined.Kind.INJECTION));
        if (cues.has(Cue.DANGEROUS)) return Optional.of(new Intent.Declined(Intent.Declined.Kind.DANGEROUS));
        if (cues.has(Cue.PERSONAL)) return Optional.of(new Intent.Declined(Intent.Declined.Kind.PERSONAL));
        return Optional.empty();
    }

    /** 「出典は？」「もっと詳しく」, of the answer before. */
    private static Optional<Intent> again(Situation s) {
        boolean other = s.cues().hasSubject()
                || !s.cues().asked().isEmpty()
                || !s.places().findings().isEmpty();
        if (other) return Optional.empty();
        if (s.cues().has(Cue.SOURCES))
            return Optional.of(new Intent.Again(Intent.Again.Kind.SOURCES, FollowUp.last(s)));
        // 「ネットワークについて詳しく」 asks of them, whatever was said before.
        if (s.cues().has(Cue.MORE) && !s.cues().has(Cue.NETWORK))
            return Optional.of(new Intent.Again(Intent.Again.Kind.MORE, FollowUp.last(s)));
        return Optional.empty();
    }

    private static Optional<Intent> aboutDocuments(Situation s) {
        Optional<Boolean> decided = ClaimReader.readDecided(s);
        // 「まちを知るための資料の名前は」 asks for one that is spoken of.
        boolean spokenOf =
                s.cues().hasPhrase(NAME_OF_DOCUMENT) && s.cues().leftover().size() > 1;
        boolean about = s.cues().has(Cue.ABOUT_DOCUMENTS) && !spokenOf;
        if (!about && decided.isEmpty()) return Optional.empty();
        if (OF_PRINT.matcher(s.text()).find()) return Optional.of(s.nothing());
        Optional<String> issue =
                ISSUE.matcher(s.text()).results().map(MatchResult::group).findFirst();
        return Optional.of(new Intent.AboutDocuments(s.municipality(), decided, issue));
    }

    private static Optional<Intent> choosePlace(Situation s) {
        if (s.cues().has(Cue.OUT_OF_SCOPE)) return Optional.empty();
        return s.places()
                .ambiguity()
                .filter(several -> several.why() == Finding.Why.SAME_NAME
                        || !s.cues().hasSubject()
                        || WhichAreas.livesThere(s)
                        || WhichAreas.asksForOne(s))
                .map(several -> new Intent.ChoosePlace(
                        several, s.asksWhichAreaAlone() ? Set.of() : s.cues().asked()));
    }

    /** A municipality elsewhere ends it; a strange school or town only where nothing else is asked. */
    private static Optional<Intent> unknownPlace(Situation s) {
        boolean known = s.places().findings().stream().anyMatch(Finding.One.class::isInstance);
        return s.places()
                .unknown()
                .filter(none -> switch (none.why()) {
                    case ELSEWHERE -> !known;
                    case UNKNOWN_POSTCODE -> s.places().places().isEmpty();
                    case UNKNOWN_NAME -> s.places().places().isEmpty() && s.onlyAsksAbout(none.typed());
                    case SAME_NAME, BROAD_NAME, SIMILAR_NAME -> false;
                })
                .map(none -> new Intent.UnknownPlace(none, s.places().named()));
    }

    private static Optional<Intent> correction(Situation s) {
        boolean bare = s.cues().has(Cue.CORRECTION, Cue.WRONG)
                && s.places().findings().isEmpty()
                && s.cues().asked().isEmpty()
                && !s.cues().hasSubject();
        if (!bare) return Optional.empty();
        // 「違います」, where no place was spoken of, says that something else was meant.
        boolean ofPlace = s.cues().has(Cue.CORRECTION)
                || !s.areasBefore().isEmpty()
                || s.memory().awaitingPlace();
        return Optional.of(ofPlace ? new Intent.Correction() : new SmallTalk(SmallTalk.Kind.COMPLAINT));
    }

    private static Optional<Intent> outOfScope(Situation s) {
        return s.cues().label(Cue.OUT_OF_SCOPE).map(field -> new Intent.OutOfScope(s.municipality(), field));
    }

    /** A place and nothing asked of it: which area it is, or the question that was waiting for it. */
    private Optional<Intent> ofNamedPlaces(Situation s) {
        Optional<Intent> compared = FollowUp.comparedWithBefore(s);
        if (compared.isPresent()) return compared;
        List<Place> places = s.places().places();
        if (s.cues().asked().isEmpty() && s.isAddress()) return Optional.of(new Intent.WhichArea(places, false, true));
        boolean other = !s.cues().asked().isEmpty() && !s.onlyDefinition() && !s.asksOfEach() && !s.asksWhichArea();
        boolean subject = s.cues().hasSubject() || OtherThings.areUnread(s);
        if (other || subject && !statesHome(s)) return Optional.empty();
        if (OtherThings.areOfPlace(s)) return Optional.of(s.nothing());
        if (places.isEmpty()) {
            // 「八王子で令和5年1月28日に何があった」 asks of the day.
            if (s.places().named().isPresent() && asksFigure(s) && !s.isOfThePast()) return Optional.of(s.nothing());
            Set<Cue> again = s.askedAgain();
            if (s.places().named().isPresent() && !again.isEmpty()) return Optional.of(s.about(again, List.of()));
            boolean moved = s.cues().asked().isEmpty() && (s.cues().has(Cue.NEWCOMER) || s.awaitsTown());
            if (moved && s.places().named().isPresent()) return Optional.of(new Intent.AskWhere());
            return s.home()
                    .or(() -> s.places()
                            .named()
                            .filter(any -> !s.isOfThePast() && !s.cues().has(Cue.HOME))
                            .map(Intent.AboutMunicipality::new));
        }
        Set<Cue> waiting = s.waiting();
        if (!waiting.isEmpty()) return Optional.of(s.about(waiting, s.areas()));
        boolean areasOnly = places.stream().allMatch(Place.OfArea.class::isInstance);
        if (areasOnly) return Optional.of(s.about(EnumSet.noneOf(Cue.class), s.areas()));
        boolean newcomer = s.cues().has(Cue.NEWCOMER);
        boolean living =
                newcomer || s.cues().has(Cue.LIVING, Cue.HOME) || s.memory().awaitingPlace();
        return Optional.of(new Intent.WhichArea(places, newcomer, living));
    }

    /** 「西東京市は何%」, where what is counted was said before or never. */
    private static boolean asksFigure(Situation s) {
        return FIGURE.matcher(s.places().rest()).find();
    }

    /** 「ひばりが丘に引っ越してきた田中です」: whatever else is said, it is no question. */
    private static boolean statesHome(Situation s) {
        return s.cues().asked().isEmpty()
                && !s.cues().has(Cue.CONTENT)
                && s.cues().has(Cue.NEWCOMER, Cue.LIVING)
                && STATES.matcher(s.places().rest()).find();
    }

    private Optional<Intent> asked(Situation s) {
        Optional<Intent> members = s.membersAgain().or(() -> WhichAreas.find(s));
        if (members.isPresent()) return members;
        Set<Cue> asked = s.cues().asked();
        if (asked.isEmpty()) return Optional.empty();
        if (OtherThings.areOfEach(s)
                || OtherThings.areOfAnother(s)
                || OtherThings.areBefore(s)
                || OtherThings.joinFromElsewhere(s)) return Optional.of(s.documents(Optional.empty()));
        if (OtherThings.areChanges(s)) return Optional.of(s.nothing());
        if (asked.contains(Cue.FAX)) return Optional.of(new Intent.Fax(s.municipality()));
        if (OtherThings.areOfOffice(s)) return Optional.of(new Intent.Contact(s.municipality(), List.of()));
        if (asked.contains(Cue.GAP) && !s.cues().has(Cue.CONTENT) && !asked.contains(Cue.EVENTS)) {
            var gap = new Intent.Undocumented(
                    s.municipality(), s.cues().label(Cue.GAP).orElseThrow());
            return Optional.of(OtherThings.areNamed(s) ? s.documents(Optional.of(gap)) : gap);
        }
        if (OtherThings.areCounted(s))
            return Optional.of(s.areas().isEmpty() ? s.documents(Optional.empty()) : s.nothing());
        boolean number = asked.contains(Cue.OFFICE)
                && s.claim().filter(Claim.Number.class::isInstance).isPresent();
        if (!s.cues().hasSubject() || number || s.asksOfLayer()) return certain(s, asked);
        boolean ofNetwork = s.namesNetwork() && !s.cues().has(Cue.CONTENT) || Joining.joinsSomehow(s);
        if (ofNetwork && asked.stream().anyMatch(Cue::isClear)) {
            if (OtherThings.areNamed(s)) return Optional.of(s.documents(Optional.empty()));
            // 「それぞれの活動をどう支えるのですか」 lists nothing, if the documents know.
            boolean list =
                    asked.equals(EnumSet.of(Cue.LIST)) && !s.cues().leftover().isEmpty();
            return list ? Optional.of(s.documents(certain(s, asked))) : certain(s, asked);
        }
        Optional<Intent> otherwise = ofNetwork && !OtherThings.areVague(s) || Joining.asksForSomebody(s)
                ? certain(s, asked)
                : Optional.empty();
        boolean ofEvents = asked.contains(Cue.EVENTS) && !s.cues().has(Cue.CONTENT) && otherwise.isEmpty();
        return Optional.of(s.documents(ofEvents ? Optional.of(EventIntents.named(s)) : otherwise));
    }

    /** What is asked, taken at its word: nothing in the sentence but names, cues and small words. */
    private static Optional<Intent> certain(Situation s, Set<Cue> asked) {
        if (asked.contains(Cue.LAYERS) || asked.contains(Cue.LAYER)) {
            return Optional.of(new Intent.Layers(s.municipality(), s.cues().label(Cue.LAYER), s.text()));
        }
        // 「自治会はいくつ」 counts no networks, and 「子ども食堂に何人来ますか」 none of their members.
        boolean others = s.cues().namesGroups()
                && !(asked.contains(Cue.MEMBERS) && s.speaksOfNetworks() && !OtherThings.arePart(s))
                && !s.cues().has(Cue.NETWORK);
        boolean ofNetworks = asked.stream().anyMatch(cue -> cue.isClear() && !(others && GENERAL.contains(cue)))
                || asked.contains(Cue.UNIT);
        if (asked.contains(Cue.EVENTS) && !ofNetworks) {
            return Optional.of(EventIntents.named(s));
        }
        boolean joining = asked.contains(Cue.WHO_MAY) && !others
                || asked.contains(Cue.JOIN) && s.namesNetwork()
                || Joining.asksForSomebody(s);
        if (asked.contains(Cue.GROUPS) && !ofNetworks && !joining) {
            // How to join a group of another kind no document tells.
            boolean how = asked.contains(Cue.JOIN) && s.cues().namesGroups() && !asked.contains(Cue.WHO_MAY);
            return Optional.of(how ? s.nothing() : s.documents(Optional.empty()));
        }
        if (asked.contains(Cue.DEFINITION) && asked.size() == 1 && !s.speaksOfNetworks()) {
            return Optional.empty();
        }
        return Optional.of(s.about(s.countedAgain().orElse(asked), s.areasOrRemembered()));
    }

    /** 「ネットワークの名前は」: the word for them, and nothing certain asked. */
    private static Optional<Intent> networks(Situation s) {
        boolean bare = s.cues().has(Cue.NETWORK)
                && !s.cues().hasSubject()
                && s.cues().asked().isEmpty()
                && s.places().findings().isEmpty();
        if (!bare) return Optional.empty();
        List<AreaId> areas = s.areasOrRemembered();
        if (areas.isEmpty() && s.cues().has(Cue.LIVING)) return Optional.of(new Intent.AskWhere());
        return Optional.of(
                areas.isEmpty()
                        ? new Intent.AboutMunicipality(s.municipality())
                        : s.about(EnumSet.noneOf(Cue.class), areas));
    }

    private static Intent documents(Situation s) {
        if (s.isSupposition()) return s.nothing();
        boolean words = s.text().codePoints().filter(Character::isLetter).count() > 1;
        if (!words) return new SmallTalk(SmallTalk.Kind.NOT_UNDERSTOOD);
        boolean talk = Remarks.isOfNothing(s.cues()) && s.places().findings().isEmpty();
        Optional<Intent> said = talk ? SmallTalk.findIn(s.text(), s.cues()) : Optional.empty();
        return said.orElseGet(() -> s.documents(Optional.empty()));
    }
}
