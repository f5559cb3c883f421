package tsunagu.conversation.passages;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.conversation.answer.EntryAnswers;
import tsunagu.conversation.answer.NotKnownAnswers;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Glossary;
import tsunagu.conversation.words.KanaWords;
import tsunagu.conversation.words.Speech;
import tsunagu.documents.DocumentLibrary;
import tsunagu.knowledge.Finding;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;
import tsunagu.text.Folding;

/** Questions to the documents: the sentences that answer, with the age and standing of what they are taken from. */
@Singleton
public class DocumentAnswers {
    /** 「フリーライダーって何」 asks for フリーライダー; 「自治会っていいところあるの」 for no meaning. */
    private static final Pattern MEANING = Pattern.compile("^[「『]?(.{2,30}?)[」』]?(?:という言葉|っていう(?:の|言葉))?"
            + "(?:って[、\\s]*(?:簡単に言うと|要するに|つまり|結局)?[、\\s]*"
            + "(?:(?:何|なに|なん)(?![回人名年月日])|どういう(?:もの|こと|意味)|どんな(?:もの|こと|意味)|[?!。\\s]*$)"
            + "|とは|の意味|は何(?![\\p{IsHan}つか%])|はなに|というのは)");

    /** 「市民集会所はどこ」 asks where 市民集会所 is. */
    private static final Pattern WHEREABOUTS = Pattern.compile("^(.{2,30}?)(?:(?:は|って|の場所は?)?どこ(?!が)|の場所|の所在地)");

    /** 「課題は？ 町田」, 「課題は（町田市）」 */
    private static final String APART = "(?<![^\\s、。?？!！])%1$s(?![^\\s、。])|[(（]%1$s[)）]";

    /** 「市の計画は」 asks of the resident's own. */
    private static final Pattern OWN_TOWN = Pattern.compile("(?<![\\p{IsHan}])[市区町](?:[のはがも]|で(?!す))");

    private static final String NAME_OF_SOMEBODY = "氏名";

    private static final int SHORTEST_TITLE = 6;
    private final Knowledge knowledge;
    private final DocumentLibrary library;
    private final Municipalities municipalities;
    private final NotKnownAnswers notKnown;
    private final EntryAnswers entries;
    private final DocumentList list;
    private final Glossary glossary;
    private final KanaWords kana;
    private final Quoting quoting;

    DocumentAnswers(
            Knowledge knowledge,
            DocumentLibrary library,
            Municipalities municipalities,
            NotKnownAnswers notKnown,
            EntryAnswers entries,
            DocumentList list,
            Glossary glossary,
            KanaWords kana,
            Quoting quoting) {
        this.knowledge = knowledge;
        this.entries = entries;
        this.library = library;
        this.municipalities = municipalities;
        this.notKnown = notKnown;
        this.list = list;
        this.glossary = glossary;
        this.kana = kana;
        this.quoting = quoting;
    }

    /** The same, answering from other knowledge. */
    public DocumentAnswers with(Knowledge other) {
        return new DocumentAnswers(
                other, library, municipalities, notKnown, entries.with(other), list, glossary, kana, quoting);
    }

    public Answer ask(Intent.AskDocuments intent, Speech speech) {
        String question = withoutOwner(intent);
        Finding finding = find(question, intent);
        Optional<Answer> figure =
                StatedFigure.find(question).flatMap(stated -> verified(stated, finding, intent, speech));
        if (figure.isPresent()) return figure.get();
        return switch (finding) {
            case Finding.Approved(var entry) -> entries.cited(entry, intent.groups(), speech);
            case Finding.Answered answered ->
                quoting.cited(Quoting.told(answered), Optional.empty(), intent.groups(), speech);
            case Finding.Outlined outlined -> quoting.outlined(outlined, "", intent.groups(), speech);
            case Finding.Related related ->
                mentioned(question, intent, related, speech)
                        .or(() -> titled(question, intent, speech))
                        .orElseGet(() -> notKnown.onlyRelated(
                                intent.municipality(), NearQuestions.headings(related, intent.municipality()), speech));
            case Finding.Nothing nothing ->
                titled(question, intent, speech)
                        .orElseGet(() -> notKnown.nothingFound(intent.municipality(), intent.groups(), speech));
            case Finding.Unavailable _ -> notKnown.searchAway(intent.municipality(), intent.groups(), speech);
        };
    }

    /**
     * 「10年間ですか」: from what is found where the number is left open, or as it stands where only that has the number;
     * with yes or no, where it decides.
     */
    private Optional<Answer> verified(StatedFigure stated, Finding found, Intent.AskDocuments intent, Speech speech) {
        if (found instanceof Finding.Approved || found instanceof Finding.Unavailable) return Optional.empty();
        Finding open = find(stated.openQuestion(), intent);
        if (open instanceof Finding.Outlined outlined) {
            Optional<String> verdict = quoting.holds(Optional.of(stated), outlined, speech);
            if (verdict.isPresent()) {
                return Optional.of(quoting.outlined(outlined, verdict.get(), intent.groups(), speech));
            }
        }
        List<List<Excerpt>> answering = Stream.of(open, found)
                .flatMap(each ->
                        each instanceof Finding.Answered answered ? Stream.of(Quoting.told(answered)) : Stream.empty())
                .toList();
        return answering.stream()
                .filter(told -> quoting.holds(stated, told).orElse(false))
                .findFirst()
                .or(() -> answering.stream().findFirst())
                .map(told -> quoting.cited(told, Optional.of(stated), intent.groups(), speech));
    }

    /** The answer where the documents have one, for questions that have another way to be answered. */
    public Optional<Answer> findAnswer(Intent.AskDocuments intent, Speech speech) {
        return switch (find(withoutOwner(intent), intent)) {
            case Finding.Approved(var entry) -> Optional.of(entries.cited(entry, intent.groups(), speech));
            case Finding found -> quoting.told(found, Optional.empty(), intent.groups(), speech);
        };
    }

    /**
     * What the municipality's file takes to be unknown may stand in a document that staff have uploaded since.
     *
     * @param reason why it is not known otherwise
     */
    public Optional<Answer> findUploaded(String text, MunicipalityId municipality, Reason reason, Speech speech) {
        return switch (knowledge.find(text, Scope.only(municipality.value()))) {
            case Finding.Answered answered
            when !library.isSeed(
                    answered.excerpts().getFirst().passage().document().id()) ->
                quoting.told(answered, Optional.empty(), false, speech);
            case Finding.Outlined outlined
            when !library.isSeed(outlined.document().id()) -> quoting.told(outlined, Optional.empty(), false, speech);
            // That no document says it cannot be said then.
            case Finding.Unavailable _
            when reason == Reason.UNDOCUMENTED -> Optional.of(notKnown.searchAway(municipality, false, speech));
            default -> Optional.empty();
        };
    }

    /** The quotes of just this wording, as {@link NearQuestions} offers, or else the nearest, if it may answer. */
    public Optional<Answer> findQuoted(String text, MunicipalityId municipality, boolean near, Speech speech) {
        String question = withoutOwner(text, municipality);
        Finding found = knowledge.findQuoted(question, municipality.value(), near);
        return quoting.told(found, Optional.empty(), false, speech);
    }

    /** What was typed in kana alone, asked with the words of documents as they print them: 「ちいきけいえいって」. */
    public Optional<Answer> findSpelled(String text, MunicipalityId municipality, Speech speech) {
        Scope own = Scope.only(municipality.value());
        return kana.spelled(text)
                .map(written -> withoutOwner(written, municipality))
                .flatMap(written -> quoting.told(knowledge.find(written, own), Optional.empty(), false, speech)
                        .or(() -> findQuoted(written, municipality, false, speech)));
    }

    /** 「計画はできた？」, after 南大沢 was told of, may be its plan; 「増えてる？」 is not answered by what only speaks of the area. */
    private Finding find(String question, Intent.AskDocuments intent) {
        return intent.spokenOf()
                .map(area -> municipalities.getArea(area).name())
                .map(name -> findJust(name + "の" + question, intent))
                .filter(found ->
                        found instanceof Finding.Answered answered && knowledge.tells(answered.passages(), question))
                .orElseGet(() -> findJust(question, intent));
    }

    private Finding findJust(String question, Intent.AskDocuments intent) {
        String municipality = intent.municipality().value();
        boolean own = intent.stated() || OWN_TOWN.matcher(question).find();
        return knowledge.find(question, own ? Scope.only(municipality) : Scope.preferring(municipality));
    }

    /** 「町田市の課題は」 asks the documents of 町田市 for 課題: the name would weigh as much as what is asked for. */
    private String withoutOwner(Intent.AskDocuments intent) {
        String question = glossary.inJapanese(intent.question());
        return intent.stated() ? withoutOwner(question, intent.municipality()) : question;
    }

    private String withoutOwner(String question, MunicipalityId municipality) {
        String name = municipalities.getMunicipality(municipality).name();
        String kind = name.substring(name.length() - 1);
        // 「八王子市役所の3階」 is of the 市役所.
        String bare = Pattern.quote(name.substring(0, name.length() - 1)) + "(?:" + kind + "(?!役所))?";
        String left = question.replaceAll(APART.formatted(bare), " ")
                .strip()
                .replaceFirst(
                        "^" + bare + "(?:(?=[市区]役所)|での|における|では|で(?!す|しょう)|には?|の|が(?=掲げ|目指|めざ|定め|考え|進め|示し|示す|想定))", "");
        return left.isBlank() ? question : left;
    }

    /** What the documents speak of, but do not explain, or of which they do not say where it is. */
    private Optional<Answer> mentioned(
            String question, Intent.AskDocuments intent, Finding.Related related, Speech speech) {
        return mentioned(MEANING.matcher(question), "documents.mentioned", intent, related, speech)
                .or(() -> mentioned(WHEREABOUTS.matcher(question), "documents.no-place", intent, related, speech));
    }

    /** 「地域づくり特集号とは」: what is asked for is a document itself, which explains much, but not its own title. */
    private Optional<Answer> titled(String question, Intent.AskDocuments intent, Speech speech) {
        Matcher asked = MEANING.matcher(question);
        if (!asked.find() || asked.group(1).length() < SHORTEST_TITLE) return Optional.empty();
        String wanted = Folding.name(asked.group(1));
        return library.listDocuments().stream()
                .filter(document -> Folding.name(document.title()).contains(wanted))
                .map(document -> new MunicipalityId(document.municipality()))
                .filter(municipality -> !intent.stated() || municipality.equals(intent.municipality()))
                .findFirst()
                .map(municipality -> list.about(
                        new Intent.AboutDocuments(municipality, Optional.empty(), Optional.empty()), speech));
    }

    /** @param asked has the term in its first group */
    private Optional<Answer> mentioned(
            Matcher asked, String intro, Intent.AskDocuments intent, Finding.Related related, Speech speech) {
        if (!asked.find()) return Optional.empty();
        String term = asked.group(1);
        String wanted = Folding.name(term);
        return related.excerpts().stream()
                .filter(excerpt -> Folding.name(
                                excerpt.text() + excerpt.passage().headingPath())
                        .contains(wanted))
                // A row about somebody tells who has to do with it, not what it is.
                .min(Comparator.comparing(excerpt -> excerpt.text().contains(NAME_OF_SOMEBODY)))
                .map(excerpt -> quoting.mentioned(excerpt, intro, term, intent.groups(), speech));
    }
}
