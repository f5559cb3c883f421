package tsunagu.knowledge.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.Verb;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.Word.Kind;
import tsunagu.knowledge.index.words.WordSet;

/** What a question is about, in weighted parts, to tell how much of it a text speaks of. */
public final class Wanted {

    /** 「公募の人」 are asked for as 「公募」. */
    private static final Set<String> ANYBODY = Set.of("人", "方", "物");

    /** 「空き家を活用している例」 asks for what is told of it, whether it is called an example or not. */
    private static final Set<String> EXAMPLES = Set.of("例", "事例", "実例", "具体例");

    /** What is asked for by a word of half the weight that a strange one has is told by no passage without it. */
    private static final double DECIDING = 0.5;

    /** A noun of so much of the weight of a strange one is what the question is about, wherever it stands. */
    private static final double MUCH = 0.7;

    /** Endings that only say what is told of a thing. */
    private static final Set<String> TELLS_HOW = Set.of(
            "数", "名", "日", "年", "月", "者", "的", "人", "先", "時", "用", "別", "後", "前", "中", "内", "上", "側", "間", "市", "区",
            "町", "部", "面");

    private static final String STRANGE = "";

    private static final Set<String> BODIES = Set.of("協議会", "委員会", "審議会", "連合会", "協会", "組合", "センター");

    private final QueryReading question;
    private final List<Part> parts;
    private final double synonymCredit;
    private final double strange;
    private final String said;

    private Wanted(QueryReading question, List<Part> parts, double synonymCredit, double strange) {
        this.question = question;
        this.parts = parts;
        this.synonymCredit = synonymCredit;
        this.strange = strange;
        said = question.text().toLowerCase(Locale.ROOT);
    }

    /** @param synonymCredit what another name counts of the word that was said, 0 to 1 */
    public static Wanted of(QueryReading read, TextIndex index, double synonymCredit) {
        QueryReading question = Deeds.isOf(read) ? read.withDeeds() : read;
        Map<String, QueryWord> left = question.words().stream()
                .collect(Collectors.toMap(
                        QueryWord::term, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
        boolean wish = Deeds.isWished(question);
        var parts = new ArrayList<Part>();
        for (Synonyms.Span span : question.synonyms()) {
            List<QueryWord> words = span.terms().stream()
                    .filter(left::containsKey)
                    .map(left::remove)
                    .toList();
            List<List<String>> known = span.alternatives().stream()
                    .filter(alternative -> alternative.stream().allMatch(index::knows))
                    .toList();
            if (!words.isEmpty()) parts.add(Part.of(words, known, wish, index));
        }
        left.values().forEach(word -> parts.add(Part.of(word, wish)));
        return new Wanted(question, parts, synonymCredit, index.weight(STRANGE));
    }

    /** Whether a word asks for what is told of something, whether it is called an example or not. */
    public static boolean isExample(String term) {
        return EXAMPLES.contains(term);
    }

    /** How much of the weight a text speaks of. */
    public double weightIn(WordSet text) {
        double weight = 0;
        for (Part part : parts) weight += weightIn(part, text);
        return weight;
    }

    private double weightIn(Part part, WordSet text) {
        // Half of 代表者 is no 代表者: 者 stands in many words.
        if (part.isSaidIn(text)) return part.weight();
        boolean otherwise = part.alternatives().stream().anyMatch(text::saysTogether);
        return otherwise ? synonymCredit * part.weight() : 0;
    }

    /** Whether the question names somebody or some place the text does not: 三鷹, and the text is of 練馬. */
    public boolean namesMoreThan(WordSet text) {
        return parts.stream()
                .filter(part -> part.words().stream().anyMatch(word -> word.kind() == Kind.NAME))
                .anyMatch(part -> weightIn(part, text) == 0);
    }

    /**
     * Whether the text has only some words of a compound that the documents use: 地区協議会 is not spoken of where 会
     * stands alone.
     *
     * @param documents the print of the documents
     */
    public boolean breaksCompound(WordSet text, String documents) {
        if (isOfStrangeKind(text)) return true;
        return compounds(2)
                // 「つなぐ役」 is no name.
                .filter(pair -> !Verb.is(pair.getFirst().term()))
                .filter(pair -> documents.contains(QueryReading.written(pair)) || isMadeByEnding(pair))
                .anyMatch(pair -> speaksOf(pair.getFirst(), text) != speaksOf(pair.getLast(), text)
                        || speaksOf(pair.getFirst(), text) && !saysAsOne(pair, text));
    }

    /** 「委員長の出身大学は」 is not told by where there is only 大学. */
    private boolean isOfStrangeKind(WordSet text) {
        List<QueryWord> words = question.words();
        if (words.size() < 3) return false;
        List<QueryWord> last = words.subList(words.size() - 2, words.size());
        boolean strange = !last.getFirst().known()
                && last.stream()
                        .allMatch(
                                word -> word.kind() == Kind.NOUN && word.term().length() > 1)
                && parts.stream()
                        .noneMatch(part -> part.words().contains(last.getFirst())
                                && !part.alternatives().isEmpty());
        return strange && says(QueryReading.written(last)) && speaksOf(last.getLast(), text);
    }

    /** 年齢層 is spoken of neither where 年齢 stands nor where 層 does; 委員数 and 学校名 are, by the number and the name. */
    private static boolean isMadeByEnding(List<QueryWord> pair) {
        String ending = pair.getLast().term();
        boolean counted = Character.isDigit(pair.getFirst().term().charAt(0));
        return ending.length() == 1
                && pair.getFirst().kind().names()
                && Character.isIdeographic(ending.codePointAt(0))
                && !counted
                && !TELLS_HOW.contains(ending);
    }

    private boolean saysAsOne(List<QueryWord> pair, WordSet text) {
        if (parts.stream().anyMatch(part -> part.words().containsAll(pair))) return true;
        return namesOf(pair.getFirst())
                .anyMatch(first -> namesOf(pair.getLast())
                        .anyMatch(last -> text.saysTogether(
                                Stream.concat(first.stream(), last.stream()).toList())));
    }

    private Stream<List<String>> namesOf(QueryWord word) {
        return Stream.concat(
                Stream.of(List.of(word.term())),
                parts.stream()
                        .filter(part -> part.words().contains(word))
                        .flatMap(part -> part.alternatives().stream()));
    }

    /**
     * Whether the question names a body that no document speaks of: まちづくり協議会 is none of the other 協議会.
     *
     * @param documents the print of the documents
     */
    public boolean namesUnknownBody(String documents) {
        List<QueryWord> words = question.words();
        return IntStream.range(1, words.size())
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, words.size())
                        .filter(to -> BODIES.contains(QueryReading.written(words.subList(from, to))))
                        .mapToObj(to -> words.subList(from - 1, to)))
                .filter(body -> parts.stream().noneMatch(part -> part.words().containsAll(body)))
                .map(QueryReading::written)
                .anyMatch(body -> question.text().contains(body) && !documents.contains(body));
    }

    /** Names that stand in the question as one: 地区協議会, 地域担当者. */
    public List<String> longCompounds() {
        return compounds(3).map(QueryReading::written).toList();
    }

    /** So many words that follow each other in the question with nothing between them. */
    private Stream<List<QueryWord>> compounds(int length) {
        List<QueryWord> words = question.words();
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToObj(from -> words.subList(from, from + length))
                .filter(row -> question.text().contains(QueryReading.written(row)));
    }

    private boolean speaksOf(QueryWord word, WordSet text) {
        return parts.stream().filter(part -> part.words().contains(word)).anyMatch(part -> weightIn(part, text) > 0);
    }

    /** Whether a thing that was asked about is spoken of in the text, but not in what is known otherwise. */
    public boolean findsOnlyIn(WordSet text, WordSet otherwise) {
        return parts.stream()
                .filter(part ->
                        part.words().stream().anyMatch(word -> word.kind().names()))
                .anyMatch(part -> weightIn(part, text) > 0 && weightIn(part, otherwise) == 0);
    }

    /** 「南部の課題」 asks for 課題, whatever is told of 南部; true where nothing of the kind is asked. */
    public boolean speaksOfHead(WordSet text) {
        if (!asksForHead()) return true;
        boolean decides =
                question.words().size() == 2 || question.words().getLast().weight() >= DECIDING * strange;
        return !decides || tellsOfHead(text);
    }

    /** Whether the text speaks of what the question names last, as that of another thing: 「まちづくりのテーマ」. */
    public boolean isOfHead(WordSet text) {
        return question.words().size() > 2 && asksForHead() && tellsOfHead(text);
    }

    /** Whether another question asks for the same of something: 「町内会のメンバーは」, 「自治会のメンバーは誰」. */
    public boolean sharesHead(String other) {
        return !asksForHead()
                || other.toLowerCase(Locale.ROOT)
                        .contains("の" + question.words().getLast().term());
    }

    private boolean asksForHead() {
        if (question.words().isEmpty()) return false;
        String last = question.words().getLast().term();
        return says("の" + last) && !ANYBODY.contains(last) && !isExample(last);
    }

    private boolean says(String words) {
        return said.contains(words);
    }

    /** 「自治会費が高い」 is not answered by what the fees are good for. */
    public boolean tellsOfQuality(WordSet text) {
        if (question.words().isEmpty()) return true;
        QueryWord last = question.words().getLast();
        boolean quality = !last.kind().names() && last.term().endsWith("い");
        String stem = last.term().substring(0, last.term().length() - 1);
        return !quality || !says("が" + stem) && !says("は" + stem) || speaksOf(last, text);
    }

    /** Whether the question names something that says much and that the text does not speak of. */
    public boolean namesMuchMoreThan(WordSet text) {
        return parts.stream()
                .filter(part -> part.weight() >= MUCH * strange && weightIn(part, text) == 0)
                .anyMatch(part ->
                        part.words().stream().anyMatch(word -> word.kind().names()));
    }

    /** How much that says which most of what the text does not speak of, beside a word that no text has. */
    public double mostMissedIn(WordSet text) {
        double most = 0;
        for (Part part : parts) if (weightIn(part, text) == 0) most = Math.max(most, part.weight());
        return most / strange;
    }

    /** Whether the text speaks of what the question names last. */
    public boolean tellsOfHead(WordSet text) {
        return speaksOf(question.words().getLast(), text);
    }

    /** What the text does not speak of. */
    public Wanted without(WordSet text) {
        return with(parts.stream().filter(part -> weightIn(part, text) == 0).toList());
    }

    /** All but how many it asks for. */
    public Wanted withoutFigures() {
        return with(parts.stream().filter(part -> !part.isFigure()).toList());
    }

    private Wanted with(List<Part> some) {
        return new Wanted(question, some, synonymCredit, strange);
    }

    /** Whether a heading is what the question ends in, and no more: 「強み」 to 「加入のメリット」. */
    public boolean asksFor(List<Word> heading) {
        if (heading.isEmpty() || question.words().isEmpty()) return false;
        QueryWord last = question.words().getLast();
        return heading.stream().allMatch(word -> parts.stream().anyMatch(part -> part.means(word)))
                && parts.stream()
                        .filter(part -> part.words().contains(last))
                        .anyMatch(part -> heading.stream().anyMatch(part::means));
    }

    /**
     * Whether a heading says all of the question, and ends as it does.
     *
     * @param least so many words the question must have
     */
    public boolean asksForSection(List<Word> heading, int least) {
        if (heading.isEmpty() || parts.size() < least) return false;
        QueryWord last = question.words().getLast();
        return parts.stream().allMatch(part -> heading.stream().anyMatch(part::means))
                && parts.stream().anyMatch(part -> part.words().contains(last) && part.means(heading.getLast()));
    }

    /**
     * Whether a heading says all of the question, its figures aside: 「3つの方向性」.
     *
     * @param least so many words the question must have
     */
    public boolean isSaidIn(List<Word> heading, int least) {
        List<Part> words = parts.stream().filter(part -> !part.isFigure()).toList();
        return words.size() >= least
                && words.stream().allMatch(part -> heading.stream().anyMatch(part::means));
    }

    /** The share of a heading that was asked for, or is understood: all of 「強み」, half of 「強みと弱み」. */
    public double precision(List<Word> heading, TextIndex index, WordSet understood) {
        double whole = 0;
        double asked = 0;
        for (Word word : heading) {
            double weight = index.weight(word.term());
            whole += weight;
            if (means(word) || understood.says(word.term(), word.reading())) asked += weight;
        }
        return whole == 0 ? 0 : asked / whole;
    }

    private boolean means(Word word) {
        for (Part part : parts) if (part.means(word)) return true;
        return false;
    }

    /** Whether a text is one word of the question, and no more. */
    public boolean saysOnly(String text) {
        return parts.size() == 1 && QueryReading.written(question.words()).equals(text);
    }

    public double weight() {
        double weight = 0;
        for (Part part : parts) weight += part.weight();
        return weight;
    }

    /** How much the question names: 「誰に言えばいいの」 nothing. */
    public double naming() {
        return question.words().stream()
                .filter(word -> word.kind().names() || isNoun(word.term()))
                .mapToDouble(QueryWord::weight)
                .sum();
    }

    /** 「見守りは誰がするの」 names what it asks of, though it is read as 見守る. */
    private boolean isNoun(String verb) {
        return verb.length() > 2
                && Verb.asNoun(verb)
                        .filter(noun -> Pattern.compile(Pattern.quote(noun) + "(?=[はがをの])")
                                .matcher(question.text())
                                .find())
                        .isPresent();
    }

    /** How much the question says, whatever kind of word says it. */
    public double saying() {
        return question.words().stream().mapToDouble(this::weightSaid).sum();
    }

    /** 「パソコンが壊れました」 says little but パソコン; a light word that stands for one of the documents says as much. */
    private double weightSaid(QueryWord word) {
        boolean otherwise = parts.stream()
                .anyMatch(part ->
                        part.words().contains(word) && !part.alternatives().isEmpty());
        return word.light() && !otherwise ? word.weight() / Part.LIGHT : word.weight();
    }

    /** The share of the weight a text speaks of, 0 to 1. */
    public double shareIn(WordSet text) {
        double whole = weight();
        return whole == 0 ? 0 : weightIn(text) / whole;
    }
}
