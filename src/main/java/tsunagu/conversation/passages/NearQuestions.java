package tsunagu.conversation.passages;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.conversation.words.Glossary;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.Passage;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Knowledge;
import tsunagu.message.Choice;

/** Where nothing answers a question: those near it that are answered, each one tap away. */
@Singleton
public class NearQuestions {
    /** Of the label of a button in LINE. */
    private static final int LONGEST_LABEL = 20;

    private static final int MOST_CHOICES = 3;

    private final Knowledge knowledge;
    private final Glossary glossary;

    NearQuestions(Knowledge knowledge, Glossary glossary) {
        this.knowledge = knowledge;
        this.glossary = glossary;
    }

    /** The same, by other knowledge. */
    public NearQuestions with(Knowledge other) {
        return new NearQuestions(other, glossary);
    }

    /**
     * The answer with questions near the one it does not know. They are in Japanese, as documents and entries are, and
     * so are offered to nobody who writes in another language.
     *
     * @param told by what is found again what was told before
     */
    public Answer.NotKnown offered(
            Answer.NotKnown unknown, String question, List<String> told, MunicipalityId municipality, Speech speech) {
        if (!speech.language().isJapanese()) return unknown;
        List<String> near =
                knowledge.listNear(glossary.inJapanese(question), told, municipality.value(), LONGEST_LABEL);
        if (near.isEmpty()) return unknown;
        Stream<Choice> offered = near.stream().map(Choice::new);
        Stream<Choice> own = unknown.choices().stream();
        // Headings say less than questions do.
        Stream<Choice> choices = unknown.reason() == Reason.ONLY_RELATED
                ? Stream.concat(offered, own).distinct().limit(MOST_CHOICES)
                : Stream.concat(own, offered).distinct();
        String words = speech.say("not-known.near", "answer", unknown.words());
        return new Answer.NotKnown(unknown.topic(), unknown.reason(), words, choices.toList());
    }

    /** What passages of one's own town stand under that are about the subject, though none clearly answers. */
    static List<Choice> headings(Finding.Related related, MunicipalityId own) {
        return related.excerpts().stream()
                .map(Excerpt::passage)
                .filter(passage -> passage.document().municipality().equals(own.value()))
                .map(Passage::headings)
                .filter(headings -> !headings.isEmpty())
                .map(List::getLast)
                .distinct()
                .filter(heading -> heading.length() <= LONGEST_LABEL)
                .limit(MOST_CHOICES)
                .map(Choice::new)
                .toList();
    }
}
