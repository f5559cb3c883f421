package tsunagu.conversation.answer;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;
import tsunagu.text.Sentences;

/** What is said of the answer before: its sources, the same in another language, more of the passages it came from. */
@Singleton
public class AgainAnswers {
    private static final int LONGEST_PASSAGE = 700;
    private static final int MOST_PASSAGES = 3;

    private final DocumentLibrary library;
    private final Municipalities municipalities;

    AgainAnswers(DocumentLibrary library, Municipalities municipalities) {
        this.library = library;
        this.municipalities = municipalities;
    }

    /** Nothing was answered that could be gone back to. */
    public Answer nothing(Speech speech) {
        return new Answer.Talk(Topic.OTHER, speech.say("again.nothing"), List.of());
    }

    /** Where the answer before came from, with the words it rests on. */
    public Answer sources(Answer before, Speech speech) {
        if (!(before instanceof Answer.Cited cited)) return nothing(speech);
        var lines = new ArrayList<String>();
        lines.add(speech.say("again.sources"));
        cited.sources().forEach(source -> lines.add(line(source, speech)));
        return new Answer.Cited(cited.topic(), List.of(text(lines)), cited.sources(), List.of(), cited.passages());
    }

    private static String line(Source source, Speech speech) {
        String heading = source.heading().isEmpty() ? "" : speech.say("again.heading", "heading", source.heading());
        String quote = source.quote().isEmpty()
                ? ""
                : speech.say("again.quote", "quote", source.quote().replaceAll("\\s+", " "));
        return speech.say(
                "again.source",
                "title",
                source.title(),
                "publisher",
                source.publisher(),
                "published",
                source.published(),
                "heading",
                heading,
                "quote",
                quote);
    }

    /** The answer before, begun with the promise to go on in this language. */
    public Answer inLanguage(Optional<Answer> before, Speech speech) {
        String words = speech.say("again.language");
        return before.filter(Answer.Cited.class::isInstance)
                .map(Answer.Cited.class::cast)
                .<Answer>map(cited -> {
                    var messages = new ArrayList<>(cited.messages());
                    messages.addFirst(new Message.Text(words));
                    return new Answer.Cited(
                            cited.topic(), messages, cited.sources(), cited.choices(), cited.passages());
                })
                .orElseGet(() -> new Answer.Talk(Topic.SMALLTALK, words, List.of()));
    }

    /** The passages whole, and those that follow under the same heading. */
    public Answer retell(List<String> before, Speech speech) {
        List<String> ids = before.stream().map(Excerpt::passageOf).toList();
        List<Passage> passages = library.listPassages();
        var told = new ArrayList<Passage>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean again = ids.contains(passage.id());
            boolean follows = !told.isEmpty()
                    && told.getLast() == passages.get(Math.max(0, i - 1))
                    && told.getLast().headings().equals(passage.headings())
                    && told.getLast().document().equals(passage.document());
            if (passage.quotable() && (again || follows) && told.size() < MOST_PASSAGES) told.add(passage);
        }
        if (told.isEmpty()) return nothing(speech);
        var document = told.getFirst().document();
        var municipality = municipalities.getMunicipality(new MunicipalityId(document.municipality()));
        var lines = new ArrayList<String>();
        lines.add(speech.say("documents.intro", "municipality", new Naming(speech).of(municipality)));
        String heading = "";
        for (Passage passage : told) {
            if (!passage.headingPath().equals(heading)) lines.add("【" + passage.headingPath() + "】");
            heading = passage.headingPath();
            lines.add(shortened(passage.body().text().replace('\t', '　')));
        }
        List<Source> sources = told.stream()
                .map(passage -> SourceNotes.of(passage.cite(quote(passage))))
                .toList();
        return new Answer.Cited(Topic.FAQ, List.of(text(lines)), sources, List.of(), ids);
    }

    private String quote(Passage passage) {
        String first = passage.body() instanceof Passage.Body.Table table
                ? table.rows().getFirst().printed()
                : Sentences.split(passage.body().text()).stream().findFirst().orElse("");
        boolean found = !first.isEmpty()
                && library.findQuote(passage.document().id(), first).isPresent();
        return found ? first : "";
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_PASSAGE) return text;
        var kept = new StringBuilder();
        for (String sentence : Sentences.split(text)) {
            if (kept.length() + sentence.length() > LONGEST_PASSAGE) break;
            kept.append(sentence);
        }
        return kept + "…";
    }

    private static Message text(List<String> lines) {
        return new Message.Text(String.join("\n", lines));
    }
}
