package tsunagu.conversation.passages;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.NotKnownAnswers;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.Citation;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.SourceDocument;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** Which documents are answered from, and how far they hold. */
@Singleton
public class DocumentList {
    private final DocumentLibrary library;
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;

    DocumentList(DocumentLibrary library, Municipalities municipalities, NotKnownAnswers notKnown) {
        this.library = library;
        this.municipalities = municipalities;
        this.notKnown = notKnown;
    }

    /** The documents of a municipality, each with its date and whether it is decided. */
    public Answer about(Intent.AboutDocuments asked, Speech speech) {
        MunicipalityId id = asked.municipality();
        List<SourceDocument> documents = library.listDocuments().stream()
                .filter(document -> document.municipality().equals(id.value()))
                .filter(document -> asked.issue().stream().allMatch(document.title()::contains))
                .toList();
        if (documents.isEmpty()) return notKnown.nothingFound(id, false, speech);
        var municipality = municipalities.getMunicipality(id);
        var lines = new ArrayList<String>();
        String verdict = asked.reportDecided()
                .flatMap(decided -> isReportDecided(documents).map(decided::equals))
                .map(speech::yesOrNo)
                .orElse("");
        lines.add(verdict + speech.say("documents.list", "municipality", new Naming(speech).of(municipality)));
        documents.forEach(document -> lines.add(row(document, speech)));
        return new Answer.Cited(
                Topic.FAQ,
                List.of(new Message.Text(String.join("\n", lines))),
                documents.stream()
                        .map(document -> SourceNotes.of(new Citation(document, List.of(), "")))
                        .toList(),
                List.of());
    }

    /** Empty where there is no report, or one is decided and another is not. */
    private static Optional<Boolean> isReportDecided(List<SourceDocument> documents) {
        List<Boolean> decided = documents.stream()
                .filter(document -> document.title().contains("報告書"))
                .map(report -> report.status() != SourceDocument.Status.DRAFT)
                .distinct()
                .toList();
        return decided.size() == 1 ? Optional.of(decided.getFirst()) : Optional.empty();
    }

    private static String row(SourceDocument document, Speech speech) {
        boolean draft = document.status() == SourceDocument.Status.DRAFT;
        return speech.say(
                "documents.row",
                "title",
                document.titleWithStatus(),
                "publisher",
                document.publisher(),
                "published",
                document.published().map(speech::date).orElseGet(document::publishedWording),
                "note",
                draft ? speech.say("documents.draft") : "");
    }
}
