package tsunagu.conversation.passages;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.Citation;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.message.Message;
import tsunagu.message.Topic;
import tsunagu.text.Folding;

/** What was found in documents as it is told: as printed, with the age and standing of what it is taken from. */
@Singleton
class Quoting {
    /** From this age on a document is told to be old. */
    private static final int OLD_AFTER_YEARS = 3;

    /** What a phone shows without scrolling. */
    private static final int LONGEST_TOGETHER = 160;

    private final DocumentLibrary library;
    private final Municipalities municipalities;
    private final Clock clock;

    Quoting(DocumentLibrary library, Municipalities municipalities, Clock clock) {
        this.library = library;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** The answer, where excerpts or a section were found. */
    Optional<Answer> told(Finding finding, Optional<StatedFigure> stated, boolean groups, Speech speech) {
        return switch (finding) {
            case Finding.Answered answered -> Optional.of(cited(told(answered), stated, groups, speech));
            case Finding.Outlined outlined ->
                Optional.of(outlined(outlined, holds(stated, outlined, speech).orElse(""), groups, speech));
            case Finding.Approved _, Finding.Related _, Finding.Nothing _, Finding.Unavailable _ -> Optional.empty();
        };
    }

    /** The first, and the next where it may as well be the answer: of the same document, and both fit on a phone. */
    static List<Excerpt> told(Finding.Answered answered) {
        List<Excerpt> excerpts = answered.excerpts();
        Excerpt first = excerpts.getFirst();
        if (excerpts.size() == 1 || answered.whole()) return excerpts;
        Excerpt second = excerpts.get(1);
        boolean alike = second.passage().document().equals(first.passage().document())
                && first.text().length() + second.text().length() <= LONGEST_TOGETHER
                && !Folding.name(first.text()).contains(Folding.name(second.text()));
        return alike ? List.of(first, second) : List.of(first);
    }

    /** @param stated what the question takes to be so, answered by yes or no where that can be told */
    Answer cited(List<Excerpt> excerpts, Optional<StatedFigure> stated, boolean groups, Speech speech) {
        String verdict = stated.flatMap(figure -> holds(figure, excerpts))
                .map(speech::yesOrNo)
                .orElse("");
        return cited(excerpts, verdict, "documents.intro", "", groups, speech);
    }

    /** What only speaks of a term: neither what it means, nor where it is. */
    Answer mentioned(Excerpt excerpt, String intro, String term, boolean groups, Speech speech) {
        return cited(List.of(excerpt), "", intro, term, groups, speech);
    }

    private Answer cited(
            List<Excerpt> excerpts, String verdict, String intro, String term, boolean groups, Speech speech) {
        SourceDocument document = excerpts.getFirst().passage().document();
        var lines = new ArrayList<String>();
        lines.add(verdict + introduced(document, intro, term, speech));
        var citations = new ArrayList<Citation>();
        for (Excerpt excerpt : excerpts) {
            lines.add(told(excerpt, speech));
            citations.addAll(excerpt.citations());
            Announced.after(excerpt.text(), excerpt.passage(), library::listPassages)
                    .forEach(announced -> {
                        announced.items().forEach(item -> lines.add("・" + item));
                        citations.addAll(announced.citations());
                    });
        }
        return cited(
                document, lines, citations, excerpts.stream().map(Excerpt::told).toList(), groups, speech);
    }

    private String introduced(SourceDocument document, String intro, String term, Speech speech) {
        var municipality = municipalities.getMunicipality(new MunicipalityId(document.municipality()));
        return speech.say(intro, "municipality", new Naming(speech).of(municipality), "term", term);
    }

    /**
     * What stands in the section, and what it says of itself.
     *
     * @param verdict yes or no, where it is known; else empty
     */
    Answer outlined(Finding.Outlined outlined, String verdict, boolean groups, Speech speech) {
        var lines = new ArrayList<String>();
        String intro = outlined.counts() ? "documents.counted" : "documents.intro";
        String count = String.valueOf(outlined.parts().size());
        lines.add(verdict + introduced(outlined.document(), intro, count, speech));
        lines.add(outlined.heading());
        outlined.parts().forEach(part -> lines.add("・" + part.heading()));
        var citations = new ArrayList<>(outlined.citations());
        // Items below the parts would read as parts.
        outlined.excerpts().stream()
                .filter(excerpt -> excerpt.passage().body() instanceof Passage.Body.Paragraph)
                .limit(1)
                .forEach(excerpt -> {
                    lines.add(excerpt.text());
                    citations.addAll(excerpt.citations());
                });
        return cited(outlined.document(), lines, citations, outlined.told(), groups, speech);
    }

    /** @param told what is told more of on request */
    private Answer cited(
            SourceDocument document,
            List<String> lines,
            List<Citation> citations,
            List<String> told,
            boolean groups,
            Speech speech) {
        if (document.status() == SourceDocument.Status.DRAFT) lines.add(speech.say("documents.draft"));
        if (isOld(document)) {
            lines.add(document.published()
                    .map(day -> speech.say("documents.old", "when", speech.date(day)))
                    .orElseGet(() -> speech.say(
                            "documents.old-undated", "year", document.ageFrom().getYear())));
        }
        return new Answer.Cited(
                groups ? Topic.GROUPS : Topic.FAQ,
                List.of(new Message.Text(String.join("\n", lines))),
                citations.stream().map(SourceNotes::of).distinct().toList(),
                List.of(),
                told);
    }

    /** A bare item says little by itself; its heading says what it is an item of. */
    private static String told(Excerpt excerpt, Speech speech) {
        String text = excerpt.text();
        boolean item = excerpt.passage().body() instanceof Passage.Body.Bullets && !text.contains("\n");
        String heading = excerpt.passage().headingPath();
        if (!item || heading.isEmpty()) return text;
        return speech.say("documents.item", "heading", heading, "item", text);
    }

    private boolean isOld(SourceDocument document) {
        return document.ageFrom().plusYears(OLD_AFTER_YEARS).isBefore(LocalDate.now(clock));
    }

    private Stream<String> textsOf(SourceDocument document) {
        return library.listPassages().stream()
                .filter(passage -> passage.document().equals(document))
                .map(passage -> passage.body().text());
    }

    /** Yes or no, where the question says of how many parts a section is that counts them. */
    Optional<String> holds(Optional<StatedFigure> stated, Finding.Outlined outlined, Speech speech) {
        return stated.filter(any -> outlined.counts())
                .filter(figure -> !figure.unit().isEmpty())
                .map(figure -> speech.yesOrNo(outlined.parts().size() == figure.number()));
    }

    /** Whether it is so, as far as what is told decides. */
    Optional<Boolean> holds(StatedFigure stated, List<Excerpt> told) {
        Excerpt first = told.getFirst();
        return stated.holdsIn(first.text(), textsOf(first.passage().document()));
    }
}
