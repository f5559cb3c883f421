package tsunagu.conversation.intent;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.areas.PlaceReading.Finding;
import tsunagu.conversation.cues.Cue;
import tsunagu.conversation.cues.CueReading;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.wish.EventWish;
import tsunagu.conversation.wish.Wish;
import tsunagu.conversation.words.Wording;
import tsunagu.subscriptions.Subject;
import tsunagu.text.DateRange;

/** What a resident wants; the dialogue is one switch over it. */
public sealed interface Intent {

    /** Life, limb or crime: told where to call, and nothing else. */
    record Urgent(Kind kind) implements Intent {
        public enum Kind {
            FIRE,
            AMBULANCE,
            /** Of a child, or feared so. */
            ABUSE,
            CRIME,
            DESPAIR,
            /** A cry for help that does not say why, may be none, or needs both numbers. */
            CRY
        }

        static Optional<Intent> find(CueReading cues) {
            if (cues.has(Cue.DESPAIR)) return Optional.of(new Urgent(Kind.DESPAIR));
            if (isCalm(cues)) return Optional.empty();
            if (cues.has(Cue.CRIME) && cues.has(Cue.FIRE, Cue.AMBULANCE)) return Optional.of(new Urgent(Kind.CRY));
            return Stream.of(Kind.FIRE, Kind.AMBULANCE, Kind.ABUSE, Kind.CRIME, Kind.CRY)
                    .filter(kind -> cues.has(Cue.valueOf(kind.name())))
                    .findFirst()
                    .map(Urgent::new);
        }

        /** What sounds like need and asks for nothing of ours: who can help, should it be so. */
        static Optional<Intent> findFeared(CueReading cues, boolean asks) {
            boolean feared =
                    cues.has(Cue.ALARM) && !isCalm(cues) && cues.asked().isEmpty();
            return Optional.<Intent>of(new Urgent(Kind.CRY)).filter(any -> feared && !asks);
        }

        private static boolean isCalm(CueReading cues) {
            return cues.has(Cue.CALM) && !cues.has(Cue.GRAVE);
        }
    }

    /** Not answered, politely. */
    record Declined(Kind kind) implements Intent {
        public enum Kind {
            PERSONAL,
            DANGEROUS,
            INJECTION
        }
    }

    record SmallTalk(Kind kind) implements Intent {
        public enum Kind {
            GREETING,
            THANKS,
            GOODBYE,
            PRAISE,
            COMPLAINT,
            WHO_ARE_YOU,
            HELP,
            /** 「間違えて送りました」 */
            APOLOGY,
            /** 「今日は暑いですね」: told, and nothing asked. */
            REMARK,
            NOT_UNDERSTOOD
        }

        /** Talk and nothing else. */
        static Optional<Intent> find(CueReading cues) {
            return cues.hasSubject() ? Optional.empty() : heard(cues);
        }

        /** Talk among words that ask for nothing. */
        static Optional<Intent> findIn(String text, CueReading cues) {
            if (Wording.isAsking(text)) return Optional.empty();
            return heard(cues)
                    .or(() ->
                            Optional.of((Intent) new SmallTalk(Kind.REMARK)).filter(any -> Wording.asksNothing(text)));
        }

        private static Optional<Intent> heard(CueReading cues) {
            var said = cues.hits().stream().map(hit -> hit.cue().name()).toList();
            return Arrays.stream(Kind.values())
                    .filter(kind -> said.contains(kind.name()))
                    .findFirst()
                    .map(SmallTalk::new);
        }
    }

    /** 「まちがえた」 without saying what is right. */
    record Correction() implements Intent {}

    /**
     * Which area is this?
     *
     * @param living whether the resident lives there, as far as the words say so
     */
    record WhichArea(List<Place> places, boolean newcomer, boolean living) implements Intent {}

    /** 「私の地区はどこ」 without a place; {@code asked} of it is kept until it is known. */
    record AskWhere(Set<Cue> asked) implements Intent {

        AskWhere() {
            this(Set.of());
        }
    }

    /** A name of several places; {@code asked} is kept until the resident has chosen. */
    record ChoosePlace(Finding.Several several, Set<Cue> asked) implements Intent {}

    /** 「谷戸町の郵便番号」 */
    record AskPostcode(Place.InTown town) implements Intent {}

    /** A name of no place we know. */
    record UnknownPlace(Finding.None none, Optional<MunicipalityId> named) implements Intent {}

    /**
     * Founding, nickname, schools, members, comparison, list, what it is.
     *
     * @param areas the areas meant, empty for all of the municipality
     * @param year a year the words name, in the Christian era
     * @param era one they name without a year: 令和
     * @param which what those that are meant have before others; empty for no such choice
     */
    record AboutNetworks(
            MunicipalityId municipality,
            List<AreaId> areas,
            Set<Cue> asked,
            Optional<Integer> year,
            Optional<String> era,
            Optional<Which> which)
            implements Intent {

        AboutNetworks(
                MunicipalityId municipality,
                List<AreaId> areas,
                Set<Cue> asked,
                Optional<Integer> year,
                Optional<String> era) {
            this(municipality, areas, asked, year, era, Optional.empty());
        }

        /** Which of the areas are meant, by what is known of them. */
        public sealed interface Which {

            /** 「団体が55以上の地区」 */
            record Having(Claim.Counted so) implements Which {}

            /** 「個人が一番多いネットワーク」, 「最後にできた…」 with {@code first} false; several where they share the place. */
            record Extreme(Claim.Measure by, boolean first) implements Which {}
        }

        /** The same of one area alone. */
        public AboutNetworks of(AreaId area) {
            return new AboutNetworks(municipality, List.of(area), asked, year, era, Optional.empty());
        }

        /** Everything that is known of them. */
        public static AboutNetworks whole(MunicipalityId municipality, List<AreaId> areas) {
            return new AboutNetworks(municipality, areas, Set.of(), Optional.empty(), Optional.empty());
        }
    }

    /** A municipality by name, and no more. */
    record AboutMunicipality(MunicipalityId municipality) implements Intent {}

    /**
     * Which documents are answered from, of when, and whether they are decided.
     *
     * @param reportDecided what the resident takes the report to be and wants yes or no to, decided or a draft
     * @param issue 「第18号」, where a certain one is asked for
     */
    record AboutDocuments(MunicipalityId municipality, Optional<Boolean> reportDecided, Optional<String> issue)
            implements Intent {}

    /**
     * @param layer by its name
     * @param text what was asked, which may name something that belongs to one of them
     */
    record Layers(MunicipalityId municipality, Optional<String> layer, String text) implements Intent {}

    record Join(MunicipalityId municipality, List<AreaId> areas) implements Intent {}

    record Contact(MunicipalityId municipality, List<AreaId> areas) implements Intent {}

    /** Something the documents are known to be silent about: 「会費」. */
    record Undocumented(MunicipalityId municipality, String what) implements Intent {}

    /**
     * What is on.
     *
     * @param areas whose events come first
     * @param named words of an event's name, each with all the ways to write it; empty where none is meant
     */
    record Events(
            MunicipalityId municipality,
            List<AreaId> areas,
            Optional<DateRange> when,
            EventWish wish,
            List<List<String>> named)
            implements Intent {}

    /**
     * Of events that were told.
     *
     * @param events their ids
     * @param aspects what is asked of them; empty for all that is known
     */
    record AboutEvents(MunicipalityId municipality, List<Long> events, Set<EventWish.Aspect> aspects)
            implements Intent {}

    /** 「ファクス番号は？」 */
    record Fax(MunicipalityId municipality) implements Intent {}

    /**
     * Something to be confirmed or put right.
     *
     * @param plain what is told besides yes or no
     */
    record Verify(Claim claim, Intent plain) implements Intent {}

    /**
     * About the answer before.
     *
     * @param last what was answered, as far as it is remembered
     */
    record Again(Kind kind, Optional<Intent> last) implements Intent {
        public enum Kind {
            SOURCES,
            MORE,
            /** In another language from now on. */
            LANGUAGE
        }
    }

    /**
     * 「いつまで」, after passages were told: asked of them.
     *
     * @param passages what was told of them, by what it is found again
     * @param otherwise what is meant should none of them tell
     */
    record AskTold(List<String> passages, String question, Intent otherwise) implements Intent {}

    /** Passages told once more, by what was told of them. */
    record Retell(List<String> passages) implements Intent {}

    /**
     * A question to the documents, about groups and bodies too.
     *
     * @param stated true where the municipality was named or hinted at in the words themselves
     * @param spokenOf the area of the answer before, which may be meant
     * @param subjects what nothing has explained in it: 「相撲大会」
     * @param otherwise what is meant should the documents have nothing
     */
    record AskDocuments(
            MunicipalityId municipality,
            boolean stated,
            String question,
            Optional<AreaId> spokenOf,
            boolean groups,
            List<String> subjects,
            Optional<Intent> otherwise)
            implements Intent {

        /** The same in other words. */
        public AskDocuments asking(String other) {
            return new AskDocuments(municipality, stated, other, spokenOf, groups, subjects, otherwise);
        }
    }

    /**
     * Groups, places and small jobs: 「子ども食堂ある？」「将棋の会に入りたい」「土曜に手伝えることある？」
     *
     * @param near the area that is meant, or where the resident lives
     * @param place a town or school the words name, may be empty
     * @param otherwise what is meant where none of them answers
     */
    record Gatherings(
            MunicipalityId municipality,
            Optional<AreaId> near,
            String place,
            Wish wish,
            Optional<DateRange> when,
            Intent otherwise)
            implements Intent {}

    /** 「データを消して」, and what is said to the question whether it is meant. */
    record Forget(Step step) implements Intent {
        public enum Step {
            ASKED,
            CONFIRMED,
            DECLINED
        }
    }

    /** 「何を覚えてる？」 */
    record ShowMemory(Memory memory) implements Intent {}

    /**
     * To be told something later.
     *
     * @param subject empty where the words do not say of what
     * @param areas those that are meant; empty where none is named
     * @param everywhere whether all areas are meant
     * @param at the hour that is wished for
     * @param home where the resident has said to live
     */
    record Subscribe(
            MunicipalityId municipality,
            Optional<Subject> subject,
            List<AreaId> areas,
            boolean everywhere,
            Optional<LocalTime> at,
            Optional<AreaId> home)
            implements Intent {

        /** The cues that wait for a place to be named; none where none is needed. */
        public Set<Cue> waitingFor() {
            return subject.map(NoticeIntents::waitingFor).orElse(Set.of());
        }
    }

    /** 「通知を止めて」 */
    record Unsubscribe() implements Intent {}

    /** A field that is not ours: 「ごみ」. */
    record OutOfScope(MunicipalityId municipality, String field) implements Intent {}
}
