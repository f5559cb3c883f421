package tsunagu.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tsunagu.knowledge.Candidate.InDocuments;
import tsunagu.knowledge.Candidate.Judged;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Finding.Outlined;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.TextIndex.Unavailable;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Means;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.Remainder;
import tsunagu.knowledge.question.Wanted;

/**
 * Passages and entries as of a revision of each source: all that one question is answered from. Never changes.
 *
 * @param by what questions are read and judged by
 */
record Standing(Means by, Corpus corpus, List<Long> revisions, Entries entries) {
    private static final int CANDIDATES = 30;

    /** The passages, and what is made of them alone; {@code number} is the library's. */
    record Corpus(long number, Passages passages, TextIndex index, QuestionReader questions, Entries.Shelf shelf) {}

    /** The finding for a question as it was typed. */
    Finding find(String question, Scope scope) {
        Optional<Entry> same = scope.own()
                .flatMap(own -> entries.findSame(question, own, by.clock().instant()));
        if (same.isPresent()) return new Finding.Approved(same.get());
        try {
            InDocuments documents = inDocuments(question, scope);
            return Judged.decide(documents, inEntries(question, scope), question, scope);
        } catch (Unavailable e) {
            return new Finding.Unavailable();
        }
    }

    /** Of questions that are asked of passages. */
    Judge judge(String question) {
        Question asked = corpus.questions().read(question);
        return judge(asked, wanted(asked), Scope.everywhere());
    }

    /** Quotes of the document that passages were told of, for a question that need not say again what they do. */
    List<Judged> goingOn(String question, List<String> told) {
        Passages passages = corpus.passages();
        var before = passages.list(told);
        Predicate<String> sameDocument = id -> entries.isQuoteOf(id, before);
        return inEntries(question, passages.scopeOf(told), by.settings(), sameDocument, passages.wordsOf(told));
    }

    List<Judged> inEntries(String question, Scope scope) {
        return inEntries(question, scope, by.settings(), _ -> true, WordSet.empty());
    }

    List<Judged> inEntries(
            String question, Scope scope, AnsweringSettings measure, Predicate<String> admitted, WordSet understood) {
        Instant now = by.clock().instant();
        Predicate<String> mayTell = id -> entries.mayTell(id, now);
        return EntryJudge.search(
                entries,
                corpus.passages(),
                question,
                scope,
                mayTell.and(admitted),
                new EntryJudge.Measure(measure, by.words(), CANDIDATES, understood));
    }

    InDocuments inDocuments(String question, Scope scope) {
        Question asked = corpus.questions().read(question);
        Wanted wanted = wanted(asked);
        if (wanted.weight() == 0) return new InDocuments(new Nothing(), List.of());
        List<Candidate> candidates = candidates(asked, wanted, scope);
        Finding finding = Candidate.finding(candidates, asked, by.settings());
        boolean told = asked.asksMeaning() && finding instanceof Answered;
        Finding found = corpus.passages()
                .section(asked, wanted, scope, corpus.index())
                .filter(any -> !told)
                .<Finding>map(section -> Outlined.of(section, asked.asksHowMany(), finding))
                .orElse(finding);
        return new InDocuments(corpus.passages().one(found, asked.nth()), candidates);
    }

    /** Best first, equal ones in the order of the ranking. */
    private List<Candidate> candidates(Question asked, Wanted wanted, Scope scope) {
        // Where only some documents are admitted, the others must not take their places.
        var among = scope instanceof Scope.Only(String municipality)
                ? TextIndex.Among.groups(Set.of(Passages.group(municipality)))
                : TextIndex.Among.all();
        return Candidate.withOthers(
                corpus.index().search(asked.reading(), CANDIDATES, among).hits().stream()
                        .map(judge(asked, wanted, scope)::judge)
                        .sorted(Comparator.comparingDouble(Candidate::fit).reversed())
                        .toList(),
                scope,
                wanted.weight());
    }

    Wanted wanted(Question asked) {
        return Wanted.of(asked.reading(), corpus.index(), by.settings().synonymCredit());
    }

    /** Whether what was found of a subject speaks of what a question says besides it. */
    boolean speaksOf(String question, Answered found, List<String> told) {
        Entries.Searched searched = entries.searched();
        Question rest = searched.questions().read(question);
        Wanted wanted =
                Wanted.of(rest.reading(), searched.index(), by.settings().synonymCredit());
        return entries.speakOf(new Remainder(rest, wanted), found, corpus.passages(), told);
    }

    private Judge judge(Question asked, Wanted wanted, Scope scope) {
        return new Judge(asked, wanted, scope, corpus.passages(), corpus.index(), by.words(), by.settings());
    }
}
