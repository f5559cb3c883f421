package tsunagu.knowledge;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tsunagu.knowledge.Candidate.Judged;
import tsunagu.knowledge.Candidate.Objection;
import tsunagu.knowledge.Entries.ReadEntry;
import tsunagu.knowledge.Entries.Wording;
import tsunagu.knowledge.Entries.Words;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.likeness.Confidence.Evidence;
import tsunagu.knowledge.likeness.Likeness;
import tsunagu.knowledge.likeness.Weight;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.Wanted;

/**
 * Judges an entry that was found for one question, by the measures of {@link Judge}: an entry's wordings are to it what
 * headings are to a passage. An entry is told whole, so nothing is chosen of it.
 */
final class EntryJudge {
    /** From this fit on a wording asks what the question asks, in nearly the same words. */
    private static final double SAME = 0.5;

    /** From this fit on a wording is the question. */
    private static final double ALL_BUT_THE_SAME = 0.9;

    /** From this fit on a wording may name otherwise what is counted, or what it is for. */
    private static final double MUCH_THE_SAME = 0.55;

    /** A term is explained by what is asked for by it alone. */
    private static final double JUST_THE_SAME = 0.8;

    /** A question of less than this, some two words, may be about anything. */
    private static final double LITTLE = 4;

    /** A wording that says less of the question asks something else. */
    private static final double SOME = 0.3;

    /** So much of what is wished or told must be spoken of; of a question, less will do. */
    private static final double MOST = 0.85;

    /** What speaks of so much of a question speaks of it, in whichever of its wordings. */
    private static final double NEARLY_ALL = 0.9;

    /**
     * A wording that is the question to this much is asked for where it, and the others of its quotes, say enough; one
     * that is less answers only who asks.
     */
    private static final double FITTING = 0.38;

    /** So much such a wording and its quotes must say themselves. */
    private static final double SAYS_SO_MUCH = 0.5;

    /** So much it and all other wordings of its quotes. */
    private static final double ENOUGH_TOGETHER = 0.75;

    /** Of a question to quotes. */
    private static final int MOST_WORDS = 60;

    private final Question question;
    private final Wanted wanted;
    private final TextIndex index;
    private final Passages passages;
    private final AnsweringSettings settings;
    private final WordSet understood;
    private final boolean preferring;
    private final Judge passageJudge;
    private final boolean asking;
    private final boolean ofEachWord;
    private final boolean namesOnly;
    private final boolean ofOne;

    /** @param passageJudge by the words of the same index */
    private EntryJudge(
            Question question,
            Wanted wanted,
            TextIndex index,
            Passages passages,
            Measure by,
            boolean preferring,
            Judge passageJudge) {
        this.passageJudge = passageJudge;
        this.question = question;
        this.wanted = wanted;
        this.index = index;
        this.passages = passages;
        settings = by.settings();
        understood = by.understood();
        this.preferring = preferring;
        asking = question.isAsking();
        ofEachWord = question.isOfEachWord();
        namesOnly = question.namesOnly();
        ofOne = question.asksOfOne();
    }

    /**
     * By what entries are judged.
     *
     * @param most so many are judged
     * @param understood what a wording may speak of though the question does not, as it was told before
     */
    record Measure(AnsweringSettings settings, WordReader words, int most, WordSet understood) {}

    /**
     * The entries found for a question, best first.
     *
     * @param admitted ids of entries that may be told
     */
    static List<Judged> search(
            Entries entries, Passages passages, String question, Scope scope, Predicate<String> admitted, Measure by) {
        if (entries.isEmpty()) return List.of();
        TextIndex all = entries.searched().index();
        Question asked = entries.searched().questions().read(question);
        Wanted wanted = Wanted.of(asked.reading(), all, by.settings().synonymCredit());
        if (wanted.weight() == 0) return List.of();
        // No quote was written for so long a text, and to judge each for it would take too long.
        boolean isLong = asked.reading().words().size() > MOST_WORDS;
        if (isLong && entries.groups(scope).isEmpty()) return List.of();
        var passageJudge = new Judge(asked, wanted, scope, passages, all, by.words(), by.settings());
        boolean preferring = scope instanceof Scope.Preferring;
        var judge = new EntryJudge(asked, wanted, all, passages, by, preferring, passageJudge);
        // Passages, quotes and entries of other towns must not take the places of those that may answer.
        List<Judged> judged = Stream.of(entries.groups(scope), isLong ? Set.<String>of() : entries.quoteGroups(scope))
                .filter(groups -> !groups.isEmpty())
                .map(groups -> new TextIndex.Among(groups, admitted))
                .flatMap(among -> all.search(asked.reading(), by.most(), among).hits().stream())
                .map(hit -> judge.judge(entries.get(hit.id()), hit))
                .sorted(Comparator.comparingDouble(Judged::fit).reversed())
                .toList();
        // What a term means is told by its definition, however probable another quote is.
        if (isLong || asked.asksMeaning()) return judged;
        return entries.searched()
                .likeness(scope)
                .map(likeness -> new Weighing(asked, wanted, judged, likeness.measure(question)).weighed())
                .orElse(judged);
    }

    Judged judge(ReadEntry entry, Hit hit) {
        List<Fitted> fitted =
                entry.words().wordings().stream().map(this::fitted).toList();
        double wording = best(fitted);
        double coverage = Judge.credited(wanted.shareIn(entry.words().all()), hit);
        boolean told = question.isToldIn(entry.words().answer());
        double fit = hit.score()
                + Judge.COVERAGE * coverage
                + Judge.HEADING * wording
                + (question.asksMeaning() ? Judge.DEFINITION * wording : 0)
                + (told && !question.asked().isEmpty() ? Judge.TOLD : 0)
                + (preferring ? settings.ownMunicipality() : 0)
                + (isOfNewest(entry) ? settings.newerDocument() : 0);
        Objection objection = objection(entry, hit, fitted, told, coverage);
        BooleanSupplier may = () -> (objection == null || objection.isOfWords())
                && tellsOther(entry, fitted, told) == null
                && mayBeMeant(entry, fitted);
        return new Judged(
                entry, hit.score(), fit, coverage, fitted, Optional.ofNullable(objection), may, Optional.empty());
    }

    private boolean isOfNewest(ReadEntry entry) {
        return entry.excerpts().stream()
                .allMatch(excerpt -> passages.isOfNewest(excerpt.passage().document()));
    }

    /**
     * A wording, held against the question.
     *
     * @param share how much of the question it says
     * @param fit the same, and how little else
     */
    record Fitted(Wording wording, double share, double fit) {}

    private Fitted fitted(Wording wording) {
        double share = wanted.shareIn(wording.set());
        double precision = share == 0 ? 0 : wanted.precision(wording.words(), index, understood);
        return new Fitted(wording, share, precision * share);
    }

    /** The wordings that say some of the question. */
    private static List<Question> sayingSome(List<Fitted> fitted) {
        return fitted.stream()
                .filter(each -> each.share() >= SOME)
                .map(each -> each.wording().question())
                .toList();
    }

    private static double best(List<Fitted> fitted) {
        return fitted.stream().mapToDouble(Fitted::fit).max().orElse(0);
    }

    private Objection objection(ReadEntry entry, Hit hit, List<Fitted> fitted, boolean told, double coverage) {
        boolean same = best(fitted) >= SAME;
        boolean asks =
                !question.asked().isEmpty() || question.asksMeaning() || wanted.saying() >= settings.leastSpecific();
        if (!asks && !same) return Objection.ASKS_NOTHING_IN_PARTICULAR;
        double said = Judge.credited(wanted.shareIn(entry.words().said()), hit);
        if (coverage < settings.leastCoverage()) return Objection.SPEAKS_OF_TOO_LITTLE;
        if (said < settings.leastRelated()) return Objection.ASKS_SOMETHING_ELSE;
        Objection ofOther = tellsOther(entry, fitted, told);
        if (ofOther != null) return ofOther;
        if (!entry.isStaffs() && !isAskedFor(entry, fitted, coverage)) return Objection.NO_WORDING_ASKS;
        return null;
    }

    /** What is held against an entry however much of the question it speaks of. */
    private Objection tellsOther(ReadEntry entry, List<Fitted> fitted, boolean told) {
        boolean same = best(fitted) >= SAME;
        if (!told && !asksAlike(fitted)) return Objection.LACKS_WHAT_WAS_ASKED;
        if (!entry.isStaffs()
                && !passageJudge.isOfNamed(entry.excerpts(), entry.words().answer()))
            return Objection.IS_OF_ANOTHER_NAME;
        if (entry.isStaffs() && question.asksMeaning() && !same) return Objection.DOES_NOT_DEFINE;
        if (!question.hasItsFiguresIn(entry.words().print())) return Objection.HAS_OTHER_FIGURES;
        if (wanted.namesMoreThan(entry.words().all())) return Objection.IS_OF_ANOTHER_NAME;
        if (wanted.breaksCompound(entry.words().all(), passages.print())) return Objection.BREAKS_A_COMPOUND;
        return null;
    }

    /**
     * Whether a wording asks for the same, and one speaks of it together with the quote: the wordings of a quote are
     * many, and words of several may come together by chance. Of a short question they do so soon; it must be nearly
     * the same.
     */
    private boolean isAskedFor(ReadEntry quoted, List<Fitted> wordings, double coverage) {
        List<Fitted> fitted = wordings.stream()
                .filter(each -> each.share() >= SOME)
                .filter(each ->
                        !question.asksMeaning() || each.wording().question().asksMeaning())
                .toList();
        double fit = best(fitted);
        boolean little = wanted.weight() < LITTLE;
        if ((little || namesOnly) && fit < SAME || question.asksMeaning() && fit < JUST_THE_SAME) return false;
        if (!passageJudge.mayTell(quoted.words().answer(), fit >= ALL_BUT_THE_SAME)) return false;
        double all = wanted.shareIn(quoted.words().all());
        WordSet told = quoted.words().told();
        Predicate<Fitted> asksFor = each -> mayAsk(each.wording(), quoted) && asksFor(each, told, all, coverage);
        boolean wants = fitted.stream()
                .anyMatch(each -> question.wantsLike(each.wording().question()));
        return wants && fitted.stream().anyMatch(asksFor)
                || fitted.stream()
                        .filter(each -> each.fit() >= MUCH_THE_SAME)
                        .filter(each -> question.wantsMuchLike(each.wording().question()))
                        .anyMatch(asksFor);
    }

    /**
     * Whether a quote may be what a question means whose words none of its wordings has. How something is done is none
     * of these, nor is what somebody else has, nor what was only named.
     */
    private boolean mayBeMeant(ReadEntry quoted, List<Fitted> wordings) {
        if (quoted.isStaffs() || !asking || ofOne) return false;
        if (wordings.stream().noneMatch(each -> mayAsk(each.wording(), quoted))) return false;
        Fitted nearest =
                wordings.stream().max(Comparator.comparingDouble(Fitted::fit)).orElseThrow();
        boolean bare = question.reading().words().size() < 2
                || namesOnly && !wanted.sharesHead(nearest.wording().question().text());
        if (bare && nearest.fit() < MUCH_THE_SAME) return false;
        List<Question> others = sayingSome(wordings);
        boolean ofOwner =
                !question.asksOfNamed() || others.stream().anyMatch(each -> passageJudge.isOfSameOwner(each.text()));
        boolean ofHead = !question.asked().isEmpty()
                || wanted.tellsOfHead(quoted.words().all())
                || others.stream().anyMatch(each -> wanted.sharesHead(each.text()));
        return ofOwner
                && ofHead
                && wanted.tellsOfQuality(quoted.words().told())
                && others.stream().anyMatch(question::wantsNearly);
    }

    /** 「基本方針のメンバーは」 is not asked by what asks for anything else of 基本方針, unless a heading says メンバー. */
    private boolean mayAsk(Wording wording, ReadEntry quoted) {
        if (!namesOnly) return true;
        String last = question.reading().words().getLast().term();
        return wording.question().text().contains(last)
                || quoted.excerpts().getFirst().passage().headingPath().contains(last);
    }

    /**
     * Whether a wording of quotes asks for what the question asks.
     *
     * @param told words of the quotes and of what they stand under
     * @param all share of the question that quotes and all wordings speak of
     * @param credited the same, with what the ranking credits by meaning; enough for entries that are judged at all
     */
    private boolean asksFor(Fitted fitted, WordSet told, double all, double credited) {
        if (!asking && question.asked().isEmpty() && fitted.fit() < FITTING) return false;
        String asks = fitted.wording().question().text();
        boolean sharesHead = wanted.sharesHead(asks);
        WordSet evidence = told.and(fitted.wording().set());
        double one = wanted.shareIn(evidence);
        boolean ofSame = sharesHead || wanted.tellsOfHead(evidence);
        boolean near = asking
                && ofSame
                && !ofOne
                && fitted.fit() >= FITTING
                && one >= SAYS_SO_MUCH
                && credited >= ENOUGH_TOGETHER;
        boolean enough = near || (ofEachWord ? one >= MOST : all >= NEARLY_ALL || one >= settings.leastCoverage());
        boolean ofHead = wanted.speaksOfHead(told) || sharesHead && wanted.speaksOfHead(evidence);
        return enough
                && (!question.asked().isEmpty() || ofHead && ofSame && wanted.tellsOfQuality(told))
                && passageJudge.isOfSameOwner(asks)
                && !wanted.namesMoreThan(evidence)
                && !wanted.namesMuchMoreThan(evidence)
                && !wanted.breaksCompound(evidence, passages.print());
    }

    /** 「会費はいくら」 is answered by the entry that asks just that, though its answer be 「まだ決まっていません」. */
    private boolean asksAlike(List<Fitted> fitted) {
        return fitted.stream()
                .filter(each -> each.fit() >= SAME)
                .anyMatch(each -> each.wording().question().asked().containsAll(question.asked()));
    }

    /** What speaks for each quote, measured on it and on the others. */
    private record Weighing(Question question, Wanted wanted, List<Judged> judged, Likeness.Measured like) {
        private static final double MANY = 10;

        List<Judged> weighed() {
            return judged.stream()
                    .map(each -> each.read().isStaffs() ? each : each.with(Weight.of(evidence(each))))
                    .toList();
        }

        private Map<Evidence, Double> evidence(Judged one) {
            var evidence = new EnumMap<Evidence, Double>(Evidence.class);
            like.likeTo(one.entry().id()).addTo(evidence);
            evidence.put(Evidence.LENGTH, Math.log(question.text().length()));
            evidence.put(Evidence.WORDS, Math.log1p(question.reading().words().size()));
            evidence.put(Evidence.SCORE, one.score());
            evidence.put(Evidence.AHEAD, one.fit() - fitOfOthers(one));
            evidence.put(Evidence.COVERAGE, one.coverage());
            evidence.put(Evidence.UNOBJECTED, share(one.objection().isEmpty()));
            boolean little = one.objection().equals(Optional.of(Objection.SPEAKS_OF_TOO_LITTLE));
            evidence.put(Evidence.LITTLE, share(little));
            addWordings(one.fitted(), evidence);
            addTold(one.read().words(), evidence);
            return evidence;
        }

        private double fitOfOthers(Judged one) {
            return judged.stream()
                    .filter(other -> !other.tellsAlike(one))
                    .mapToDouble(Judged::fit)
                    .max()
                    .orElse(0);
        }

        private void addWordings(List<Fitted> fitted, Map<Evidence, Double> evidence) {
            List<Question> others = sayingSome(fitted);
            evidence.put(Evidence.WORDING, best(fitted));
            evidence.put(
                    Evidence.SHARE,
                    fitted.stream().mapToDouble(Fitted::share).max().orElse(0));
            evidence.put(Evidence.WORDINGS, Math.min(1, others.size() / MANY));
            evidence.put(Evidence.WANTED, share(others.stream().anyMatch(question::wantsLike)));
            evidence.put(Evidence.NEARLY_WANTED, share(others.stream().anyMatch(question::wantsNearly)));
        }

        private void addTold(Words words, Map<Evidence, Double> evidence) {
            boolean asks = !question.asked().isEmpty();
            evidence.put(Evidence.ASKS, share(asks));
            evidence.put(Evidence.TELLS, share(asks && question.isToldIn(words.answer())));
            evidence.put(Evidence.MISSES, wanted.mostMissedIn(words.all()));
            evidence.put(Evidence.HEAD, share(wanted.tellsOfHead(words.told())));
            evidence.put(Evidence.TOLD, wanted.shareIn(words.told()));
        }

        private static double share(boolean all) {
            return all ? 1 : 0;
        }
    }
}
