package tsunagu.knowledge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Entries.ReadEntry;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.excerpt.Chosen;
import tsunagu.knowledge.likeness.Weight;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Question;

/**
 * A passage that was found, and what of it would be told.
 *
 * @param score of the ranking
 * @param fit how well it suits the question, comparable among the candidates of one question
 * @param coverage share of the question it speaks of, 0 to 1
 * @param objection why it is not told as the answer; empty if it is
 */
record Candidate(
        Passage passage, Chosen chosen, double score, double fit, double coverage, Optional<Objection> objection) {
    static final int MOST_EXCERPTS = 3;

    /** Shares of a question. */
    private static final double ALL = 0.95;

    private static final double LITTLE = 0.6;

    /** Some three words that are no everyday ones. */
    private static final double MUCH = 7;

    /** Why a passage or an entry about the subject is not told as the answer. */
    enum Objection {
        /** The question names a subject and asks nothing of it: 「自治会について」. */
        ASKS_NOTHING_IN_PARTICULAR,
        /** Headings and excerpt speak of too little of the question. */
        SPEAKS_OF_TOO_LITTLE,
        /** An entry whose answer says so in passing, and whose question is another. */
        ASKS_SOMETHING_ELSE,
        /** A quote that speaks of it, but none of whose wordings asks for this. */
        NO_WORDING_ASKS,
        /** Tells what was asked, but of another: the strengths of 自治会, and those of a committee were asked for. */
        IS_OF_SOMETHING_ELSE,
        /** No sum to 「いくら」, no date to 「いつ」. */
        LACKS_WHAT_WAS_ASKED,
        /** Uses the term without saying what it means. */
        DOES_NOT_DEFINE,
        /** Speaks of the fourth time, and the fifth was asked about. */
        HAS_OTHER_FIGURES,
        /** The question names a place or somebody the excerpt does not. */
        IS_OF_ANOTHER_NAME,
        /** Names it in a long row of names, and tells nothing of it. */
        IS_ONE_OF_MANY,
        /** Has only some words of a compound. */
        BREAKS_A_COMPOUND,
        /** Says no more than the question, or asks back. */
        SAYS_NOTHING_NEW,
        /** The question names another document. */
        IS_OF_ANOTHER_DOCUMENT,
        /** The resident's own documents speak of this as well. */
        IS_OF_ANOTHER_MUNICIPALITY;

        /** Whether no more speaks against it than that it is said otherwise. */
        boolean isOfWords() {
            return this == SPEAKS_OF_TOO_LITTLE || this == ASKS_SOMETHING_ELSE || this == NO_WORDING_ASKS;
        }
    }

    SourceDocument document() {
        return passage.document();
    }

    boolean answers() {
        return objection.isEmpty();
    }

    private boolean tellsSurely() {
        return chosen.told() >= Chosen.SURELY;
    }

    Excerpt excerpt() {
        return Excerpt.of(passage, chosen);
    }

    /**
     * The candidates, where another municipality's document may answer what one's own does not speak of: all of a
     * question that says much, 「すれ違うときに挨拶する程度のつながりは」.
     *
     * @param weight of the question
     */
    static List<Candidate> withOthers(List<Candidate> candidates, Scope scope, double weight) {
        boolean ownMay = candidates.stream()
                .anyMatch(candidate ->
                        candidate.answers() || scope.isOwn(candidate.document()) && candidate.speaksOfMost());
        return ownMay || weight < MUCH
                ? candidates
                : candidates.stream().map(Candidate::ofAnyMunicipality).toList();
    }

    private boolean speaksOfMost() {
        return coverage > LITTLE && !objection.equals(Optional.of(Objection.BREAKS_A_COMPOUND));
    }

    private Candidate ofAnyMunicipality() {
        boolean all = objection.equals(Optional.of(Objection.IS_OF_ANOTHER_MUNICIPALITY)) && coverage >= ALL;
        return all ? new Candidate(passage, chosen, score, fit, coverage, Optional.empty()) : this;
    }

    /**
     * What the candidates of one question have to say to it.
     *
     * @param candidates best first
     */
    static Finding finding(List<Candidate> candidates, Question asked, AnsweringSettings settings) {
        List<Candidate> answering =
                countedFirst(candidates.stream().filter(Candidate::answers).toList(), asked);
        if (!answering.isEmpty()) {
            List<Candidate> fitting = fitting(answering, settings);
            return new Finding.Answered(excerpts(asked.asksWhatAges() ? newest(fitting) : fitting));
        }
        List<Candidate> related = candidates.stream()
                .filter(candidate -> candidate.coverage() >= settings.leastRelated())
                .toList();
        return related.isEmpty() ? new Finding.Nothing() : new Finding.Related(excerpts(fitting(related, settings)));
    }

    /** 「会議は何回」: 「11回の会議」 goes before 「4回のワーキンググループ」. */
    private static List<Candidate> countedFirst(List<Candidate> answering, Question asked) {
        if (!asked.asksHowOften()) return answering;
        List<Candidate> counted =
                answering.stream().filter(Candidate::tellsSurely).toList();
        return counted.isEmpty() ? answering : counted;
    }

    private static List<Excerpt> excerpts(List<Candidate> candidates) {
        return candidates.stream().limit(MOST_EXCERPTS).map(Candidate::excerpt).toList();
    }

    /** Those that fit about as well as the first. */
    private static List<Candidate> fitting(List<Candidate> candidates, AnsweringSettings settings) {
        Candidate first = candidates.getFirst();
        double least = first.fit() - settings.alsoWithin();
        // What surely tells who it is needs nothing beside it that only may.
        boolean sure = first.tellsSurely();
        return candidates.stream()
                .filter(candidate -> candidate.fit() >= least)
                .filter(candidate -> !sure || candidate.tellsSurely())
                .toList();
    }

    /** The ones of the newest document of the first one's municipality. */
    private static List<Candidate> newest(List<Candidate> candidates) {
        String municipality = candidates.getFirst().document().municipality();
        List<Candidate> own = candidates.stream()
                .filter(candidate -> candidate.document().municipality().equals(municipality))
                .toList();
        LocalDate newest = own.stream()
                .map(candidate -> candidate.document().ageFrom())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return own.stream()
                .filter(candidate -> candidate.document().ageFrom().equals(newest))
                .toList();
    }

    /** What passages say to a question, and what was considered. */
    record InDocuments(Finding finding, List<Candidate> candidates) {}

    /**
     * An entry that was found, and how it suits the question.
     *
     * @param fitted its wordings, held against the question
     * @param objection why it is not told as the answer; empty if it is
     * @param mayBeMeant whether it may be what is meant, though nothing but its being near says so; asked of one only
     * @param weight of a quote; empty where it is not weighed
     */
    record Judged(
            ReadEntry read,
            double score,
            double fit,
            double coverage,
            List<EntryJudge.Fitted> fitted,
            Optional<Objection> objection,
            BooleanSupplier mayBeMeant,
            Optional<Weight> weight) {
        /** A quote that fits less than another by more than this is beside the point where that other is. */
        private static final double BEHIND = 0.3;

        /** So few characters, 「今後の方向性」, rather name what passages stand under. */
        private static final int LONGEST_HEADING = 7;

        /** Key words in a row are no question. */
        private static final Pattern BLANK = Pattern.compile("[\\s　]");

        private static final int MOST_NEAR = 3;
        private static final double LEAST_NEAR = 0.3;
        private static final double LEAST_NEAR_SCORE = 0.5;

        /** They are put plainly; later ones in dialects, in kana, or with a belief to be checked. */
        private static final int FIRST_WORDINGS = 10;

        /** What speaks of so much of a question that nothing else answers is told. */
        private static final double MOST = 0.8;

        /** From this probability on a quote is told. */
        private static final double SURE = 0.65;

        /** As probable as not. */
        private static final double EVEN = 0.5;

        /** Less probable ones are not told, though they say what is asked for. */
        private static final double DOUBTFUL = 0.15;

        /** Of what a word says that no text has. */
        private static final double LITTLE_MISSED = 0.45;

        /** So much nearer than what else is near. */
        private static final double AHEAD = 0.15;

        Entry entry() {
            return read.entry();
        }

        /** A probability; 0 where nothing was weighed. */
        double confidence() {
            return weight.map(Weight::confidence).orElse(0.0);
        }

        Judged with(Weight weighed) {
            return new Judged(read, score, fit, coverage, fitted, objection, mayBeMeant, Optional.of(weighed));
        }

        Finding finding() {
            return read.isStaffs() ? new Finding.Approved(entry()) : new Finding.Answered(read.excerpts(), true);
        }

        /**
         * What staff wrote is told before passages that fit no better than it, a quote only where no passage of the
         * town answers by itself, or one of its wordings is the question, word for word.
         */
        static Finding decide(InDocuments documents, List<Judged> entries, String question, Scope scope) {
            Finding otherwise = documents.finding();
            double rival = documents.candidates().stream()
                    .filter(Candidate::answers)
                    .findFirst()
                    .map(Candidate::fit)
                    .orElse(Double.NEGATIVE_INFINITY);
            double first = entries.isEmpty() ? 0 : entries.getFirst().fit();
            boolean mayBeWorded = question.length() > LONGEST_HEADING && !(otherwise instanceof Finding.Outlined);
            return best(entries, ReadEntry::isStaffs)
                    .filter(entry -> entry.fit() >= rival)
                    .or(() -> best(entries, entry -> mayBeWorded && !entry.isStaffs() && entry.isAskedBy(question)))
                    .or(() -> surest(entries).filter(_ -> mayBeWorded && !tellsProbably(entries, otherwise, scope)))
                    .or(() -> best(entries, entry -> !entry.isStaffs())
                            .filter(quote -> !isAnswered(otherwise, scope)
                                    && (!mayBeWorded || quote.mayBe())
                                    && quote.fit() >= Math.max(first, rival) - BEHIND))
                    .map(Judged::finding)
                    .orElse(otherwise);
        }

        /** The quote that is most probably the answer, if it is probable, and means what the question does. */
        private static Optional<Judged> surest(List<Judged> entries) {
            return entries.stream()
                    .filter(each -> each.confidence() >= SURE)
                    .filter(each -> each.objection().isEmpty()
                            || each.wantsTheSame() && each.mayBeMeant().getAsBoolean())
                    .max(Comparator.comparingDouble(Judged::confidence));
        }

        /** Whether passages answer that are, or are a part of, what a quote says that is as probable as not. */
        private static boolean tellsProbably(List<Judged> entries, Finding otherwise, Scope scope) {
            if (!isAnswered(otherwise, scope) || !(otherwise instanceof Finding.Answered answered)) return false;
            String told = answered.excerpts().stream().map(Excerpt::text).collect(Collectors.joining("\n"));
            return entries.stream().anyMatch(each -> each.confidence() >= EVEN && each.overlaps(answered, told));
        }

        /** @param told all that the passages say */
        private boolean overlaps(Finding.Answered answered, String told) {
            return read.excerpts().stream()
                    .anyMatch(quote -> quote.text().contains(told)
                            || quote.text().lines().anyMatch(told::contains)
                            || quote.passage().body() instanceof Passage.Body.Table
                                    && answered.passages()
                                            .contains(quote.passage().id()));
        }

        /** Whether it leaves out little, and a wording wants what the question does or it says nearly all. */
        private boolean wantsTheSame() {
            return weight.filter(any -> any.misses() <= LITTLE_MISSED)
                    .filter(any -> any.wanted() || coverage >= MOST)
                    .isPresent();
        }

        private boolean mayBe() {
            return weight.isEmpty() || confidence() >= DOUBTFUL;
        }

        private static boolean isAnswered(Finding found, Scope scope) {
            return found instanceof Finding.Outlined
                    || found instanceof Finding.Answered told
                            && (scope.own().isEmpty() || told.documents().anyMatch(scope::isOwn));
        }

        /** The first that nothing speaks against. */
        private static Optional<Judged> best(List<Judged> entries, Predicate<ReadEntry> among) {
            return entries.stream()
                    .filter(each -> each.objection().isEmpty())
                    .filter(each -> among.test(each.read()))
                    .findFirst();
        }

        /**
         * Questions near one that nothing answers, nearest first, each answered by another.
         *
         * @param longest characters of one
         */
        static List<String> near(List<Judged> entries, int longest) {
            var near = new LinkedHashMap<Judged, String>();
            for (Judged each : nearestFirst(entries)) {
                if (near.size() == MOST_NEAR) break;
                if (each.coverage() < LEAST_NEAR || each.score() < LEAST_NEAR_SCORE) continue;
                if (near.keySet().stream().anyMatch(each::tellsAlike)) continue;
                each.nearestWording(longest).ifPresent(wording -> near.put(each, wording));
            }
            return List.copyOf(near.values());
        }

        /**
         * The quote nearest to a question that nothing answers, if it speaks of most of it, nothing but its wordings
         * speaks against it, and no other is nearly as near.
         */
        static Optional<Judged> nearest(List<Judged> entries) {
            List<Judged> nearest = nearestFirst(entries);
            if (nearest.isEmpty()) return Optional.empty();
            Judged first = nearest.getFirst();
            double next = nearest.stream()
                    .filter(each -> !each.tellsAlike(first))
                    .mapToDouble(Judged::fit)
                    .max()
                    .orElse(0);
            boolean near = first.coverage() >= MOST
                    && first.fit() >= next + AHEAD
                    && first.mayBeMeant().getAsBoolean();
            return near ? Optional.of(first) : Optional.empty();
        }

        private static List<Judged> nearestFirst(List<Judged> entries) {
            return entries.stream()
                    .sorted(Comparator.comparingDouble(Judged::fit).reversed())
                    .toList();
        }

        /** Whether the answer of one contains the other's. */
        boolean tellsAlike(Judged other) {
            String answer = entry().answer();
            return other.entry().answer().contains(answer)
                    || answer.contains(other.entry().answer());
        }

        /** The quote that has just this wording. */
        static Optional<Judged> worded(List<Judged> entries, String question) {
            return entries.stream()
                    .filter(each -> !each.read().isStaffs() && each.read().isAskedBy(question))
                    .findFirst();
        }

        private Optional<String> nearestWording(int longest) {
            List<String> wordings = entry().wordings();
            return IntStream.range(0, Math.min(wordings.size(), FIRST_WORDINGS))
                    .filter(at -> wordings.get(at).length() <= longest
                            && !BLANK.matcher(wordings.get(at)).find())
                    .boxed()
                    .max(Comparator.comparingDouble(
                                    (Integer at) -> fitted.get(at).fit())
                            .thenComparing(Comparator.reverseOrder()))
                    .map(wordings::get);
        }

        /** The first of what staff wrote that nothing speaks against. */
        static Optional<Entry> staffs(List<Judged> entries) {
            return best(entries, ReadEntry::isStaffs).map(Judged::entry);
        }
    }
}
