package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.knowledge.Entry;
import tsunagu.knowledge.Knowledge;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/** Answers that staff wrote and approved, told whole, each with what it rests on. */
@Singleton
public class EntryAnswers {
    private final Knowledge knowledge;
    private final Municipalities municipalities;

    EntryAnswers(Knowledge knowledge, Municipalities municipalities) {
        this.knowledge = knowledge;
        this.municipalities = municipalities;
    }

    /** The same, answering from other knowledge. */
    public EntryAnswers with(Knowledge other) {
        return new EntryAnswers(other, municipalities);
    }

    /** Whether staff foresaw just these words. */
    public boolean isWritten(String words, MunicipalityId municipality) {
        return knowledge.findSame(words, municipality.value()).isPresent();
    }

    /** Where staff foresaw just these words. */
    public Optional<Answer> findSame(String words, MunicipalityId municipality, Speech speech) {
        return knowledge.findSame(words, municipality.value()).map(entry -> cited(entry, false, speech));
    }

    /** Where an entry answers what nothing else does. */
    public Optional<Answer> findAnswer(String words, MunicipalityId municipality, Speech speech) {
        return knowledge.findEntry(words, municipality.value()).map(entry -> cited(entry, false, speech));
    }

    /** One by its id, as long as residents are told it. */
    public Optional<Told> findById(String id, Speech speech) {
        return knowledge.listEntries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> new Told(
                        new MunicipalityId(entry.municipality()), entry.question(), cited(entry, false, speech)));
    }

    /** An entry's answer, and the question it was written for. */
    public record Told(MunicipalityId municipality, String question, Answer.Cited answer) {}

    /** An entry's answer, counted as told. */
    public Answer.Cited cited(Entry entry, boolean groups, Speech speech) {
        knowledge.told(entry);
        return new Answer.Cited(
                groups ? Topic.GROUPS : Topic.FAQ,
                List.of(new Message.Text(entry.answer())),
                List.of(source(entry, speech)),
                List.of());
    }

    private Source source(Entry entry, Speech speech) {
        return switch (entry.origin()) {
            case Entry.Origin.InDocument(var citation) -> SourceNotes.of(citation);
            case Entry.Origin.OnPage(var title, var publisher, var seen) ->
                new Source("faq-" + entry.id(), title, publisher, seen.toString(), "", "");
            case Entry.Origin.Own(var approved) -> {
                String town =
                        new Naming(speech).of(municipalities.getMunicipality(new MunicipalityId(entry.municipality())));
                yield new Source(
                        "faq-" + entry.id(),
                        speech.say("documents.faq", "municipality", town),
                        town,
                        approved.toString(),
                        entry.question(),
                        "");
            }
        };
    }
}
