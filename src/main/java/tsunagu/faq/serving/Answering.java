package tsunagu.faq.serving;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsunagu.conversation.OpenQuestions;
import tsunagu.conversation.OpenQuestions.OpenQuestion;
import tsunagu.faq.entry.Faq;
import tsunagu.staff.Member;

/** From a question nobody could answer to the entry that answers it. */
@Singleton
public class Answering {
    private final OpenQuestions open;
    private final QuestionRepository questions;

    Answering(OpenQuestions open, QuestionRepository questions) {
        this.open = open;
        this.questions = questions;
    }

    /** By its id as addresses have it; empty also for one of a municipality the member does not work for. */
    public Optional<OpenQuestion> find(String id, Member member) {
        return uuid(id).flatMap(open::findQuestion).filter(question -> member.worksFor(question.municipality()));
    }

    /** The ways it was asked, the newest first. */
    public List<String> listWordings(OpenQuestion question) {
        return open.listWordings(question.id());
    }

    /** Somebody writes an entry for it: it is theirs, and done once the entry is published. */
    public void begin(OpenQuestion question, Faq faq, Member by) {
        questions.keep(faq.id(), question.id());
        open.change(question.id(), OpenQuestions.State.TAKEN, by.id(), by.name(), question.note());
    }

    /** The entry is told to residents. */
    void finish(Faq faq, Member by) {
        for (UUID id : questions.take(faq.id())) {
            open.answered(id, faq.id());
            open.findQuestion(id)
                    .ifPresent(
                            question -> open.change(id, OpenQuestions.State.DONE, by.id(), by.name(), question.note()));
        }
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
