package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** Questions to the documents: the sentences that answer, with the age and standing of what they are taken from. */
@Singleton
public class DocumentAnswers {
    /** From this age on a document is told to be old. */
    private static final int OLD_AFTER_YEARS = 3;

    private static final int MOST_CHOICES = 3;
    private static final int LONGEST_LABEL = 20;

    private final Knowledge knowledge;
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;
    private final Clock clock;

    DocumentAnswers(Knowledge knowledge, Municipalities municipalities, NotKnownAnswers notKnown, Clock clock) {
        this.knowledge = knowledge;
        this.municipalities = municipalities;
        this.notKnown = notKnown;
        this.clock = clock;
    }

    public Answer ask(Intent.AskDocuments intent, Speech speech) {
        Finding finding = find(intent);
        return switch (finding) {
            case Finding.Answered answered -> cited(answered.excerpts().getFirst(), intent.groups(), speech);
            case Finding.Related related -> notKnown.onlyRelated(intent.municipality(), choices(related), speech);
            case Finding.Nothing nothing -> notKnown.nothingFound(intent.municipality(), intent.groups(), speech);
        };
    }

    /** The answer where the documents have one, for questions that have another way to be answered. */
    public Optional<Answer> findAnswer(Intent.AskDocuments intent, Speech speech) {
        return find(intent) instanceof Finding.Answered answered
                ? Optional.of(cited(answered.excerpts().getFirst(), intent.groups(), speech))
                : Optional.empty();
    }

    private Finding find(Intent.AskDocuments intent) {
        String municipality = intent.municipality().value();
        Scope scope = intent.stated() ? Scope.only(municipality) : Scope.preferring(municipality);
        return knowledge.find(intent.question(), scope);
    }

    private Answer cited(Excerpt excerpt, boolean groups, Speech speech) {
        SourceDocument document = excerpt.passage().document();
        var municipality = municipalities.getMunicipality(new MunicipalityId(document.municipality()));
        var lines = new ArrayList<String>();
        lines.add(speech.say("documents.intro", "municipality", new Naming(speech).of(municipality)));
        lines.add(excerpt.text());
        if (document.status() == SourceDocument.Status.DRAFT) lines.add(speech.say("documents.draft"));
        if (isOld(document)) {
            lines.add(
                    document.published().isPresent()
                            ? speech.say("documents.old", "when", document.publishedWording())
                            : speech.say(
                                    "documents.old-undated",
                                    "year",
                                    document.ageFrom().getYear()));
        }
        return new Answer.Cited(
                groups ? Topic.GROUPS : Topic.FAQ,
                List.of(new Message.Text(String.join("\n", lines))),
                List.of(SourceNotes.of(excerpt.citation())),
                List.of());
    }

    private boolean isOld(SourceDocument document) {
        return document.ageFrom().plusYears(OLD_AFTER_YEARS).isBefore(LocalDate.now(clock));
    }

    private static List<Choice> choices(Finding.Related related) {
        return related.excerpts().stream()
                .map(excerpt -> excerpt.passage().headings())
                .filter(headings -> !headings.isEmpty())
                .map(List::getLast)
                .distinct()
                .filter(heading -> heading.length() <= LONGEST_LABEL)
                .limit(MOST_CHOICES)
                .map(Choice::new)
                .toList();
    }
}
