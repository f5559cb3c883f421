package tsunagu.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.Candidate.Objection;
import tsunagu.knowledge.Finding.Excerpt;
import tsunagu.knowledge.excerpt.Chosen;
import tsunagu.knowledge.excerpt.ExcerptChooser;
import tsunagu.knowledge.excerpt.Owned;
import tsunagu.knowledge.excerpt.ReadPassage;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextHits.Hit;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.AnsweringSettings;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.Turn;
import tsunagu.knowledge.question.Wanted;
import tsunagu.text.Folding;

/**
 * Judges what was found for one question. The ranking knows whether a passage is about the subject, not whether it
 * answers: what it shows must itself speak of what was asked, and have what an answer needs.
 */
final class Judge {
    /** A noun that stands in half of all passages weighs about so much: who names no other asks of nothing. */
    private static final double LEAST_NAMING = 0.7;
    /** Who asks how names less than who asks nothing in particular may. */
    private static final double LEAST_SAYING_HOW = 2.5;
    /** So many words of a title in a row name the document; two are found in many. */
    private static final int TITLE_WORDS = 3;
    /** A sentence shorter than this that ends in a question mark asks back; a longer one may make its point so. */
    private static final int SHORT = 60;

    /** What another name counts of the word that was said keeps a text of other names below this. */
    private static final double SAID_WORD_FOR_WORD = 0.9;

    /** Words in brackets that stand so in a document name what is asked about, however everyday they are. */
    private static final Pattern QUOTED = Pattern.compile("[「『]([^」』]{4,})[」』]");

    private static final String HEADS = "(?<!副)(?:代表|会長|委員長|議長|座長|理事長|部長|課長|校長)";

    /** 「代表は誰」 is not told by who is 副代表. */
    private static final Pattern OFFICE = Pattern.compile(HEADS + "(?![者的])");

    /** Who leads, also as 代表者. */
    private static final Pattern LEADERS = Pattern.compile(HEADS + "(?!的)");

    /** 「いちばん近いのはどこ」: where the resident is, no document tells. */
    private static final Pattern FROM_HERE = Pattern.compile("(?<!身)近い(?!将来)|近く(?!の将来)|近所|の(?:すぐ)?そば(?=[のにではへ])|最寄");

    /** A question no longer than this says no more than what it asks: 「いつ始めたんですか」. */
    private static final int BARE = 14;

    private static final Pattern STATES = Pattern.compile("[。！？!?]|[\\p{IsHiragana}]」?$|[A-Za-z].*\\.");

    /** Five names or more in a row: 「地元自治会、育成会、認定農業者、地元企業、…」. */
    private static final Pattern ROW_OF_NAMES =
            Pattern.compile("(?:[^、。\\nはがを\\p{Nd}]{2,14}、){4,}[^、。\\nはがを\\p{Nd}]{2,14}");

    // The score of the ranking is about 1; these say how much the excerpt itself counts beside it.
    static final double COVERAGE = 0.5;
    static final double DEFINITION = 0.5;
    static final double HEADING = 0.4;
    static final double TOLD = 0.15;
    static final double SO_MANY = 0.3;
    static final double OF_HEAD = 0.4;

    private final Question question;
    private final Wanted wanted;
    private final Wanted uncounted;
    private final OptionalInt soMany;
    private final boolean quotes;
    private final List<String> offices;
    private final List<String> leaders;
    private final boolean namesSomething;
    private final Scope scope;
    private final Passages passages;
    private final TextIndex index;
    private final AnsweringSettings settings;
    private final ExcerptChooser chooser;
    private final Optional<Owned> owned;
    private final Set<SourceDocument> named;
    private final boolean namesUnknownBody;
    private final boolean bareWord;
    private final boolean asksSomething;
    private final boolean wishes;

    Judge(
            Question question,
            Wanted wanted,
            Scope scope,
            Passages passages,
            TextIndex index,
            WordReader words,
            AnsweringSettings settings) {
        this.question = question;
        this.wanted = wanted;
        this.scope = scope;
        this.passages = passages;
        this.index = index;
        this.settings = settings;
        chooser = new ExcerptChooser(question, wanted, words);
        owned = Owned.in(question);
        uncounted = wanted.withoutFigures();
        soMany = question.soMany();
        quotes = QUOTED.matcher(question.text())
                .results()
                .anyMatch(quoted -> passages.print().contains(quoted.group(1)));
        offices = namedBy(OFFICE);
        leaders = namedBy(LEADERS);
        namesSomething = quotes || wanted.naming() >= LEAST_NAMING;
        named = named();
        namesUnknownBody = wanted.namesUnknownBody(passages.print());
        bareWord = wanted.saysOnly(question.text());
        asksSomething = asksSomething();
        wishes = question.wishes();
    }

    private List<String> namedBy(Pattern names) {
        var found = names.matcher(question.text()).results();
        return found.map(MatchResult::group).distinct().toList();
    }

    /** 「検討委員会は…」 asks of the report that has the committee in its title. */
    private Set<SourceDocument> named() {
        List<String> terms =
                question.reading().words().stream().map(QueryWord::term).toList();
        return passages.titled(
                IntStream.rangeClosed(0, terms.size() - TITLE_WORDS)
                        .mapToObj(from -> terms.subList(from, from + TITLE_WORDS))
                        .toList(),
                scope);
    }

    Candidate judge(Hit hit) {
        ReadPassage passage = passages.get(hit.id());
        Chosen chosen = chooser.choose(passage);
        WordSet evidence = passage.surroundings().and(chosen.words());
        double coverage = credited((hasSoMany(passage, chosen) ? uncounted : wanted).shareIn(evidence), hit);
        return new Candidate(
                passage.passage(),
                chosen,
                hit.score(),
                fit(hit, passage, chosen, evidence, coverage),
                coverage,
                objection(passage, chosen, evidence, coverage));
    }

    /** What was told before tells of it, without its being named; or else what stands under the same headings. */
    List<Excerpt> tell(List<String> told) {
        if (question.nth().isPresent()) {
            return passages.nth(told, question.nth().getAsInt()).stream().toList();
        }
        Stream<Excerpt> rows = told.stream()
                .flatMap(id -> passages.rows(id).stream()
                        .flatMap(some -> telling(some).map(chosen -> Excerpt.of(some.passage(), chosen, id)).stream()));
        Stream<Excerpt> whole = Stream.of(told).flatMap(ids -> tellOf(passages.list(ids)));
        Stream<Excerpt> beside = Stream.of(told).flatMap(ids -> tellOf(passages.listBeside(ids)));
        Stream<Excerpt> headed = Stream.of(told)
                .flatMap(ids -> tellOf(passages.listSiblings(ids).stream()
                        .filter(passage -> !passage.headings().isEmpty()
                                && wanted.asksFor(passage.headings().getLast()))
                        .toList()));
        return Stream.of(headed, rows, whole, beside)
                .map(among -> among.limit(Candidate.MOST_EXCERPTS).toList())
                .filter(telling -> !telling.isEmpty())
                .findFirst()
                .orElseGet(List::of);
    }

    /** Whether it may be of what was told before: neither of one place of a list, nor of what is near the resident. */
    boolean mayGoOn() {
        return question.nth().isEmpty()
                && !FROM_HERE.matcher(question.text()).find()
                && (wanted.naming() > 0 || question.text().length() <= BARE);
    }

    private Stream<Excerpt> tellOf(List<ReadPassage> among) {
        return among.stream()
                .flatMap(passage -> telling(passage).map(chosen -> Excerpt.of(passage.passage(), chosen)).stream());
    }

    private Optional<Chosen> telling(ReadPassage passage) {
        Chosen chosen = chooser.choose(passage);
        WordSet evidence = passage.surroundings().and(chosen.words());
        // 「いつから始まった」: when, and the verb says no more.
        boolean onlyAsks = wanted.weight() == 0
                || wanted.naming() == 0 && !question.asked().isEmpty();
        boolean speaks = onlyAsks ? chooser.canShowAll(passage) : wanted.shareIn(evidence) >= settings.leastCoverage();
        boolean asks =
                (wanted.weight() > 0 || !question.asked().isEmpty() || question.asksHow()) && !question.asksNextTime();
        boolean tells = asks
                && speaks
                && !wanted.namesMoreThan(evidence)
                && question.isPlainlyToldIn(Passages.plain(chosen.text()))
                && question.hasItsFiguresIn(print(passage, chosen));
        return tells ? Optional.of(chosen) : Optional.empty();
    }

    /** What is meant but not said in these words counts, though never as much as saying it. */
    static double credited(double coverage, Hit hit) {
        return coverage + (1 - coverage) * hit.credit();
    }

    private double fit(Hit hit, ReadPassage passage, Chosen chosen, WordSet evidence, double coverage) {
        SourceDocument document = passage.passage().document();
        return hit.score()
                + COVERAGE * coverage
                + DEFINITION * chosen.definition()
                + HEADING * headingFit(passage)
                + TOLD * chosen.told()
                + (wanted.isOfHead(evidence) ? OF_HEAD : 0)
                + (question.isOfSoMany(Passages.plain(chosen.text())) ? SO_MANY : 0)
                + (scope.prefers(document) ? settings.ownMunicipality() : 0)
                + (passages.isOfNewest(document) ? settings.newerDocument() : 0);
    }

    /** How much of the question the headings say, and whether one of them, outer or inner, says no more. */
    private double headingFit(ReadPassage passage) {
        double precision = passage.headings().stream()
                .mapToDouble(heading -> wanted.precision(heading, index, WordSet.empty()))
                .max()
                .orElse(0);
        return precision * wanted.shareIn(passage.allHeadings());
    }

    private Optional<Objection> objection(ReadPassage passage, Chosen chosen, WordSet evidence, double coverage) {
        SourceDocument document = passage.passage().document();
        String print = print(passage, chosen);
        boolean headingsTellWho = headingsTellWho(passage, chosen);
        if (!namesSomething || !asksSomething && !asksForSection(passage))
            return Optional.of(Objection.ASKS_NOTHING_IN_PARTICULAR);
        if (coverage < settings.leastCoverage()) return Optional.of(Objection.SPEAKS_OF_TOO_LITTLE);
        if (question.asked().isEmpty() && !(wanted.speaksOfHead(evidence) && wanted.tellsOfQuality(evidence)))
            return Optional.of(Objection.SPEAKS_OF_TOO_LITTLE);
        if (owned.isPresent() && !owned.get().isToldIn(passage.passage(), chosen))
            return Optional.of(Objection.IS_OF_SOMETHING_ELSE);
        if (!headingsTellWho && !question.isToldIn(Passages.plain(chosen.text())) || wishes && !Question.invites(print))
            return Optional.of(Objection.LACKS_WHAT_WAS_ASKED);
        if (!defines(chosen)) return Optional.of(Objection.DOES_NOT_DEFINE);
        if (!question.hasItsFiguresIn(print) && !hasSoMany(passage, chosen))
            return Optional.of(Objection.HAS_OTHER_FIGURES);
        if (namesUnknownBody || wanted.namesMoreThan(evidence) || isOfDeputy(print))
            return Optional.of(Objection.IS_OF_ANOTHER_NAME);
        if (wanted.breaksCompound(evidence, passages.print())) return Optional.of(Objection.BREAKS_A_COMPOUND);
        if (coverage < SAID_WORD_FOR_WORD && isFragment(passage, chosen))
            return Optional.of(Objection.SAYS_NOTHING_NEW);
        if (isOneOfMany(passage, chosen)) return Optional.of(Objection.IS_ONE_OF_MANY);
        if (!headingsTellWho && !tellsSomething(passage, chosen)) return Optional.of(Objection.SAYS_NOTHING_NEW);
        if (!named.isEmpty() && !named.contains(document)) return Optional.of(Objection.IS_OF_ANOTHER_DOCUMENT);
        if (!isOfOwn(document, evidence, print)) return Optional.of(Objection.IS_OF_ANOTHER_MUNICIPALITY);
        return Optional.empty();
    }

    /**
     * Whether quotes may answer as excerpts may, but that they say what their wordings ask for is beyond doubt.
     *
     * @param print of the quotes
     * @param explained whether a wording is all but the question, so that they explain what it asks the meaning of
     */
    boolean mayTell(String print, boolean explained) {
        boolean bare = question.reading().words().size() < 2 && !question.asksMeaning();
        boolean uses = question.terms().stream().anyMatch(print::contains);
        boolean asks = namesSomething && asksSomething && !bare;
        return asks && (!wishes || Question.invites(print)) && (!uses || explained || chooser.definition(print) > 0);
    }

    /** Whether quotes, which print this, are of whom and of which document the question is. */
    boolean isOfNamed(List<Excerpt> quotes, String print) {
        SourceDocument document = quotes.getFirst().passage().document();
        boolean ofDocument = named.isEmpty() || named.contains(document);
        return ofDocument && !namesUnknownBody && !isOfDeputy(print) && leads(print);
    }

    /** Whether another question asks for what belongs to the same: 「南部の課題」. */
    boolean isOfSameOwner(String other) {
        return owned.map(any -> any.isAskedIn(other)).orElse(true);
    }

    /** Who leads something is not told by who else takes part in it. */
    private boolean leads(String print) {
        return leaders.stream().allMatch(print::contains);
    }

    private boolean isOfDeputy(String print) {
        return offices.stream()
                .anyMatch(office -> print.contains("副" + office)
                        && !Pattern.compile("(?<!副)" + office).matcher(print).find());
    }

    /** A line of a paragraph that states nothing, 「市役所 3階未来デザイン室、各事務所・図書館」, answers only who asks where or who. */
    private boolean isFragment(ReadPassage passage, Chosen chosen) {
        return question.asked().isEmpty()
                && !question.asksMeaning()
                && passage.passage().body() instanceof Passage.Body.Paragraph
                && !STATES.matcher(chosen.text()).find();
    }

    /** What names 認定農業者 among a dozen others tells nothing of them: neither how many they are nor who may be one. */
    private boolean isOneOfMany(ReadPassage passage, Chosen chosen) {
        if (passage.passage().body() instanceof Passage.Body.Table || question.asksWhetherPartOf()) return false;
        String text = chosen.text();
        List<String> names = ROW_OF_NAMES
                .matcher(text)
                .results()
                .flatMap(row -> Stream.of(row.group().split("、")))
                .toList();
        if (names.isEmpty()) return false;
        double said = names.stream()
                .mapToDouble(name -> wanted.weightIn(chooser.wordsOf(name)))
                .max()
                .orElse(0);
        WordSet outside = passage.allHeadings()
                .and(chooser.wordsOf(ROW_OF_NAMES.matcher(text).replaceAll(" ")));
        return wanted.weightIn(outside) < said / 2;
    }

    /** One duty of a list is told with its headings, which may say whose it is: 「自治会・町内会に期待される役割」. */
    private boolean headingsTellWho(ReadPassage passage, Chosen chosen) {
        return question.asksWhoDoes()
                && passage.passage().body() instanceof Passage.Body.Bullets
                && !chosen.text().contains("\n")
                && question.isToldIn(Passages.plain(passage.passage().headingPath()));
    }

    private boolean asksSomething() {
        return quotes
                || !question.asked().isEmpty()
                || question.asksMeaning()
                || question.turn() != Turn.ANY
                || wanted.saying() >= (question.asksHow() ? LEAST_SAYING_HOW : settings.leastSpecific());
    }

    /** 「ネットワークの課題」 says little, but asks for what stands under 「地域協力ネットワークの課題」. */
    private boolean asksForSection(ReadPassage passage) {
        return !passage.headings().isEmpty()
                && wanted.asksForSection(passage.headings().getLast(), scope.fewestWords());
    }

    /** Where a term is 「Aの B」 and no name of the documents, it may ask for the B of A, which no definition tells. */
    private boolean defines(Chosen chosen) {
        return !question.asksMeaning()
                || chosen.definition() > 0
                || question.terms().size() > 1
                        && !passages.print().contains(question.terms().getFirst());
    }

    /** 「3つの将来像を教えて」 is answered by a list of three, though it does not count itself. */
    private boolean hasSoMany(ReadPassage passage, Chosen chosen) {
        return soMany.isPresent()
                && passage.passage().body() instanceof Passage.Body.Bullets
                && chosen.text().lines().count() == soMany.getAsInt();
    }

    private static String print(ReadPassage passage, Chosen chosen) {
        return Passages.plain(chosen.text() + "\n" + passage.passage().headingPath() + "\n"
                + passage.passage().document().title());
    }

    /** Not the bare item 「子ども食堂」 to a question about it, nor a question in return. */
    private boolean tellsSomething(ReadPassage passage, Chosen chosen) {
        boolean asksBack = chosen.text().length() < SHORT && chosen.text().matches("[^。！？!?]*[？?]");
        return !asksBack
                && (!Folding.name(question.text()).contains(Folding.name(chosen.text()))
                        || headingsConfirm(passage, chosen));
    }

    /** 「資料の保管は自治会の役割ですか」: so it is, as the headings of the item say; of 「資料の保管は」 they say more. */
    private boolean headingsConfirm(ReadPassage passage, Chosen chosen) {
        Wanted left = wanted.without(chosen.words());
        return left.weight() == 0
                ? question.namesOnly()
                : question.asksWhetherSo() && left.weightIn(passage.surroundings()) > 0;
    }

    /** Another municipality's document answers only what one's own does not speak of: 地区協議会, or the other's name. */
    private boolean isOfOwn(SourceDocument document, WordSet evidence, String print) {
        return switch (scope) {
            case Scope.Preferring(String own) ->
                document.municipality().equals(own)
                        || !bareWord && wanted.findsOnlyIn(evidence, passages.vocabulary(own))
                        || wanted.longCompounds().stream()
                                .anyMatch(name -> print.contains(name)
                                        && !passages.print(own).contains(name));
            case Scope.Everywhere _, Scope.Only _ -> true;
        };
    }
}
