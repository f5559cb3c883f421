package tsunagu.conversation.passages;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.EntryAnswers;
import tsunagu.conversation.answer.NotKnownAnswers;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Glossary;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.DocumentLibrary;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;

/** Questions that go on from what was told: asked of the same passages, of those beside them, or of their subject. */
@Singleton
public class FurtherAnswers {
    private static final String ENDS = "(?:って|には|では|は|の|に|で|を)?[、\\s]*";

    /** 「ほな、そのあとは」, 「それって」: what only ties a question to the one before. */
    private static final Pattern TIE =
            Pattern.compile("^(?:(?:じゃあ?|では|ほな|それで|で|あと|ちなみに|へえー?|ふーん|なるほど)[、。！!\\s]+|(?:じゃあ|では|ほな))*"
                    + "(?:(?:その|この)(?!後|あと|他|ほか|先|まま|ため|時|とき)(?:(?:人たち|人|方|件)(?!\\p{IsHan})" + ENDS + ")?"
                    + "|(?:それ|そこ|これ)(?!から|ぞれ|まで|とも|ほど|くらい|ぐらい|以|ら)" + ENDS + ")?");

    /** 「場所は」 is asked of what was spoken of: 「ゆめこらぼの場所は」. */
    private static final Pattern NAMES =
            Pattern.compile("(?!誰)[\\p{IsHan}\\p{IsKatakana}ー&&[^何]]{1,8}(?:は|も|って|が)?[?？。]*");

    private final Knowledge knowledge;
    private final DocumentLibrary library;
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;
    private final EntryAnswers entries;
    private final Glossary glossary;
    private final Quoting quoting;

    FurtherAnswers(
            Knowledge knowledge,
            DocumentLibrary library,
            Municipalities municipalities,
            NotKnownAnswers notKnown,
            EntryAnswers entries,
            Glossary glossary,
            Quoting quoting) {
        this.knowledge = knowledge;
        this.library = library;
        this.municipalities = municipalities;
        this.notKnown = notKnown;
        this.entries = entries;
        this.glossary = glossary;
        this.quoting = quoting;
    }

    /** The same, answering from other knowledge. */
    public FurtherAnswers with(Knowledge other) {
        return new FurtherAnswers(other, library, municipalities, notKnown, entries.with(other), glossary, quoting);
    }

    /** What passages that were told before say; not known where they say nothing, and networks are not meant either. */
    public Optional<Answer> findAmong(Intent.AskTold asked, Speech speech) {
        List<String> ids = asked.passages();
        Optional<Answer> found = leavingOpen(asked.question(), open -> knowledge.findAmong(ids, open), speech);
        boolean ofNetworks =
                asked.otherwise() instanceof Intent.AboutNetworks || asked.otherwise() instanceof Intent.Undocumented;
        if (found.isPresent() || !ofNetworks) return found;
        List<Passage> told = passages(ids);
        if (told.isEmpty() || told.stream().anyMatch(this::isOfNetworks)) return Optional.empty();
        var municipality = new MunicipalityId(told.getFirst().document().municipality());
        return Optional.of(notKnown.nothingFound(municipality, false, speech));
    }

    private boolean isOfNetworks(Passage passage) {
        var municipality = new MunicipalityId(passage.document().municipality());
        String word = municipalities.getMunicipality(municipality).networkWord().name();
        return passage.headingPath().contains(word);
    }

    /** What was told before may say it, if nothing else does. */
    public Optional<Answer> goOn(List<String> told, String text, MunicipalityId municipality, Speech speech) {
        return leavingOpen(text, open -> knowledge.goOn(told, open, municipality.value()), speech);
    }

    /**
     * 「何回集まったの」, after 検討委員会 was spoken of, asks how often that met.
     *
     * @param told by what is found again what was told before
     */
    public Optional<Answer> findOf(
            String subject, String text, List<String> told, MunicipalityId municipality, Speech speech) {
        Scope own = Scope.only(municipality.value());
        String question = glossary.inJapanese(text);
        Optional<StatedFigure> stated = StatedFigure.find(question);
        String open = stated.map(StatedFigure::openQuestion).orElse(question);
        return switch (knowledge.findOf(topic(subject, open), rest(open), told, own)) {
            case Finding.Approved(var entry) -> Optional.of(entries.cited(entry, false, speech));
            case Finding found -> quoting.told(found, stated, false, speech);
        };
    }

    static String rest(String question) {
        return TIE.matcher(question).replaceFirst("");
    }

    static String topic(String subject, String question) {
        return subject + (NAMES.matcher(rest(question)).matches() ? "の" : "は");
    }

    /**
     * What passages were told about, in words of our own; what was spoken of before where that cannot be told and they
     * are of a document that was told before.
     *
     * @param toldBefore by what is found again what was told before
     */
    public Optional<String> findSubject(
            List<String> told, String question, Optional<String> before, List<String> toldBefore) {
        return Subject.of(knowledge.listWordings(told), glossary.inJapanese(question), before)
                .or(() -> before.filter(any -> areOfOneDocument(told, toldBefore)));
    }

    private boolean areOfOneDocument(List<String> told, List<String> others) {
        Set<SourceDocument> documents =
                passages(others).stream().map(Passage::document).collect(Collectors.toSet());
        return passages(told).stream().map(Passage::document).anyMatch(documents::contains);
    }

    /** Whether what was told is of another municipality. */
    public boolean isOfAnother(List<String> told, MunicipalityId municipality) {
        List<Passage> these = passages(told);
        return !these.isEmpty()
                && these.stream()
                        .noneMatch(passage -> passage.document().municipality().equals(municipality.value()));
    }

    /** A figure that the question takes to be so is left open, and answered by yes or no. */
    private Optional<Answer> leavingOpen(String text, Function<String, Finding> find, Speech speech) {
        String question = glossary.inJapanese(text);
        Optional<StatedFigure> stated = StatedFigure.find(question);
        Finding found = find.apply(stated.map(StatedFigure::openQuestion).orElse(question));
        return quoting.told(found, stated, false, speech);
    }

    private List<Passage> passages(List<String> told) {
        return library.listPassages().stream()
                .filter(passage -> told.stream().map(Excerpt::passageOf).anyMatch(passage.id()::equals))
                .toList();
    }
}
