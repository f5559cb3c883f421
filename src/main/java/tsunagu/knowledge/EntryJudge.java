package tsunagu.knowledge;

import java.util.List;
import java.util.Optional;
import tsunagu.knowledge.Candidate.Objection;
import tsunagu.knowledge.Entries.ReadEntry;
import tsunagu.knowledge.Entries.Wording;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.TextIndex;
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

    private final Question question;
    private final Wanted wanted;
    private final TextIndex index;
    private final Passages passages;
    private final AnsweringSettings settings;
    private final boolean preferring;

    EntryJudge(
            Question question,
            Wanted wanted,
            TextIndex index,
            Passages passages,
            AnsweringSettings settings,
            boolean preferring) {
        this.question = question;
        this.wanted = wanted;
        this.index = index;
        this.passages = passages;
        this.settings = settings;
        this.preferring = preferring;
    }

    /** @param objection why the entry is not told as the answer; empty if it is */
    record Judged(Entry entry, double score, double fit, double coverage, Optional<Objection> objection) {

        /** An entry is told before passages that fit no better than it. */
        static Finding decide(List<Candidate> passages, Finding otherwise, List<Judged> entries) {
            double rival = passages.stream()
                    .filter(Candidate::answers)
                    .findFirst()
                    .map(Candidate::fit)
                    .orElse(Double.NEGATIVE_INFINITY);
            return best(entries)
                    .filter(entry -> entry.fit() >= rival)
                    .<Finding>map(entry -> new Finding.Approved(entry.entry()))
                    .orElse(otherwise);
        }

        /** The first that nothing speaks against. */
        static Optional<Judged> best(List<Judged> entries) {
            return entries.stream().filter(each -> each.objection().isEmpty()).findFirst();
        }
    }

    Judged judge(ReadEntry entry, Hit hit) {
        double wording = entry.wordings().stream().mapToDouble(this::fit).max().orElse(0);
        double coverage = Judge.credited(wanted.shareIn(entry.all()), hit);
        boolean told = question.isToldIn(Passages.plain(entry.entry().answer()));
        double fit = hit.score()
                + Judge.COVERAGE * coverage
                + Judge.HEADING * wording
                + (question.asksMeaning() ? Judge.DEFINITION * wording : 0)
                + (told && !question.asked().isEmpty() ? Judge.TOLD : 0)
                + (preferring ? settings.ownMunicipality() : 0)
                + settings.newerDocument();
        return new Judged(
                entry.entry(), hit.score(), fit, coverage, Optional.ofNullable(objection(entry, hit, wording, told)));
    }

    /** How much of the question a wording says, and how little else. */
    private double fit(Wording wording) {
        return wanted.precision(wording.words(), index) * wanted.shareIn(wording.set());
    }

    private Objection objection(ReadEntry entry, Hit hit, double wording, boolean told) {
        boolean same = wording >= SAME;
        boolean asks =
                !question.asked().isEmpty() || question.asksMeaning() || wanted.saying() >= settings.leastSpecific();
        if (!asks && !same) return Objection.ASKS_NOTHING_IN_PARTICULAR;
        double all = Judge.credited(wanted.shareIn(entry.all()), hit);
        double said = Judge.credited(wanted.shareIn(entry.said()), hit);
        if (all < settings.leastCoverage()) return Objection.SPEAKS_OF_TOO_LITTLE;
        if (said < settings.leastRelated()) return Objection.ASKS_SOMETHING_ELSE;
        if (!told && !asksAlike(entry)) return Objection.LACKS_WHAT_WAS_ASKED;
        if (question.asksMeaning() && !same) return Objection.DOES_NOT_DEFINE;
        if (!question.hasItsFiguresIn(entry.print())) return Objection.HAS_OTHER_FIGURES;
        if (wanted.namesMoreThan(entry.all())) return Objection.IS_OF_ANOTHER_NAME;
        if (wanted.breaksCompound(entry.all(), passages.print())) return Objection.BREAKS_A_COMPOUND;
        return null;
    }

    /** 「会費はいくら」 is answered by the entry that asks just that, though its answer be 「まだ決まっていません」. */
    private boolean asksAlike(ReadEntry entry) {
        return entry.wordings().stream()
                .filter(wording -> fit(wording) >= SAME)
                .anyMatch(wording -> wording.question().asked().containsAll(question.asked()));
    }
}
