package tsunagu.knowledge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.Finding.Answered;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Finding.Nothing;
import tsunagu.knowledge.Finding.Related;
import tsunagu.knowledge.index.RankingSettings;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.QuestionReader;
import tsunagu.knowledge.question.Wanted;

/**
 * What the documents have to say to a question. It would rather say that nothing answers than tell something beside the
 * point. Safe for several threads; the same question always gets the same finding.
 */
@Singleton
public final class Knowledge {
    private static final int CANDIDATES = 30;
    private static final int MOST_EXCERPTS = 3;

    private final AnsweringSettings settings;
    private final WordReader words;
    private final Passages passages;
    private final TextIndex index;
    private final QuestionReader questions;

    @Inject
    Knowledge(DocumentLibrary library, LanguageFiles language, RankingProperties ranking, AnsweringSettings settings) {
        this(library, language, ranking.settings(), settings);
    }

    private Knowledge(
            DocumentLibrary library, LanguageFiles language, RankingSettings ranking, AnsweringSettings settings) {
        this.settings = settings;
        words = language.words();
        passages = new Passages(library.listPassages(), words);
        index = TextIndex.build(passages.entries(), words, language.synonyms(), ranking);
        questions = new QuestionReader(index, words, language.stopPhrases());
    }

    /** For tests and commands: the library with the words of a language folder and the standard settings. */
    public static Knowledge of(DocumentLibrary library, Path language) {
        return new Knowledge(
                library, LanguageFiles.in(language), RankingSettings.recipe(), AnsweringSettings.standard());
    }

    /** The finding for a question as it was typed; any text is a question. */
    public Finding find(String question, Scope scope) {
        Question asked = questions.read(question);
        Wanted wanted = Wanted.of(asked.reading(), index, settings.synonymCredit());
        if (wanted.weight() == 0) return new Nothing();
        List<Candidate> candidates = candidates(asked, wanted, scope);
        List<Candidate> answering =
                candidates.stream().filter(Candidate::answers).toList();
        if (!answering.isEmpty()) return new Answered(excerpts(asked.asksWhatAges() ? newest(answering) : answering));
        List<Candidate> related = candidates.stream()
                .filter(candidate -> candidate.coverage() >= settings.leastRelated())
                .toList();
        return related.isEmpty() ? new Nothing() : new Related(excerpts(related));
    }

    /** Best first, equal ones in the order of the ranking. */
    private List<Candidate> candidates(Question asked, Wanted wanted, Scope scope) {
        var judge = new Judge(asked, wanted, scope, passages, index, words, settings);
        // Where only some documents are admitted, the others must not take their places.
        int limit = scope instanceof Scope.Only ? Math.max(CANDIDATES, passages.size()) : CANDIDATES;
        return index.search(asked.reading(), limit).hits().stream()
                .filter(hit -> scope.admits(passages.get(hit.id()).passage().document()))
                .limit(CANDIDATES)
                .map(judge::judge)
                .sorted(Comparator.comparingDouble(Candidate::fit).reversed())
                .toList();
    }

    private List<Excerpt> excerpts(List<Candidate> candidates) {
        return about(candidates).stream()
                .limit(MOST_EXCERPTS)
                .map(Candidate::excerpt)
                .toList();
    }

    /** Those that fit about as well as the first. */
    private List<Candidate> about(List<Candidate> candidates) {
        double least = candidates.getFirst().fit() - settings.alsoWithin();
        return candidates.stream().filter(candidate -> candidate.fit() >= least).toList();
    }

    /** Of those that fit about as well as the first, the ones of its municipality's newest document. */
    private List<Candidate> newest(List<Candidate> candidates) {
        String municipality = candidates.getFirst().document().municipality();
        List<Candidate> about = about(candidates).stream()
                .filter(candidate -> candidate.document().municipality().equals(municipality))
                .toList();
        LocalDate newest = about.stream()
                .map(candidate -> candidate.document().ageFrom())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return about.stream()
                .filter(candidate -> candidate.document().ageFrom().equals(newest))
                .toList();
    }
}
