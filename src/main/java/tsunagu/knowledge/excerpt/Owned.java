package tsunagu.knowledge.excerpt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.knowledge.index.QueryReading;
import tsunagu.knowledge.index.QueryReading.QueryWord;
import tsunagu.knowledge.index.words.Synonyms;
import tsunagu.knowledge.index.words.Verb;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.Wanted;
import tsunagu.text.Folding;

/**
 * What a question asks of something: of 「検討委員会の強み」 the strengths, and only those of the committee. That a passage under
 * 「自治会の強み」 stands in the committee's report makes them none of the committee's.
 */
public final class Owned {
    /** So far apart in one sentence the owner and what it has still belong together. */
    private static final String NEAR = "[^。\\n]{0,30}?";

    /** Words are read without it at their end: メンバ. */
    private static final String LONG = "ー?";

    private static final String OF = "(?:への|のための|に対する|における|の)";

    /** 「歴史の継承」 tells no history, nor does 「歴史を守る」 above. */
    private static final String ITSELF = "(?!の\\p{IsHan})";

    private static final String AS_HEADING = "(?!を|の?\\p{IsHan})";

    /** 「大学の先生がいますか」 asks for no teachers of the university. */
    private static final String AFTER = "(?=は|って|も|[?。!、\\s]|を?(?:教え|知り|聞)|について|点|$)";

    /** 「町内会の今後の方向性」 */
    private static final Pattern WHICH = Pattern.compile("の(?:今後|これから|現在|最近|主|おも)[のな]");

    private static final Set<String> WHEN = Set.of("今後", "現在", "最近", "主");

    /** The owner is a whole name: 「日」 is none in 「12月23日の会議」. */
    private static final String BEFORE = "(?<![\\p{IsHan}\\p{IsKatakana}ー0-9])";

    private static final Set<String> ANYBODY = Set.of("人", "方");

    /** What somebody does is told without these words. */
    private static final Set<String> LIGHT = Set.of("役割", "内容", "仕事", "活動", "特徴", "概要", "取組");

    /** What is always something's: where it is not said whose, the whole document's. */
    private static final Set<String> ALWAYS_OWNED = Set.of(
            "強み", "弱み", "弱点", "長所", "短所", "魅力", "特徴", "特色", "役割", "目的", "目標", "意義", "課題", "問題", "歴史", "成果", "効果", "背景",
            "状況", "現状", "仕組み", "概要", "内容", "取組", "方針", "計画", "期間");

    /** What every thing has, and no document as a whole. */
    private static final Set<String> OF_ANYTHING = Set.of("場所", "名前", "時間", "会場", "日時", "理由", "人数", "費用");

    /** Bodies that a heading may be about. */
    private static final Pattern SUBJECT = Pattern.compile("自治会|町内会|ネットワーク|コミュニティ|委員会|協議会|推進会議|拠点|センター");

    private static final Pattern LABEL = Pattern.compile("(?m)^(?:【([^】\\n]+)】|([^:\\n]+):)(.*)$");

    /** Words of one name. */
    private static final int LONGEST_HEAD = 4;

    private static final int LONGEST_OWNER = 8;

    private final String asked;
    private final Optional<Pattern> owner;
    private final Set<String> heads;
    private final Pattern head;
    private final Pattern headed;
    private final Pattern literal;
    private final Pattern near;

    private Owned(String asked, Optional<Pattern> owner, Set<String> heads) {
        this.asked = asked;
        this.owner = owner;
        this.heads = heads;
        String owners = owner.map(Pattern::pattern).orElse("(?!)");
        literal = Pattern.compile(owners + LONG + OF + anyOf(heads));
        head = Pattern.compile(anyOf(heads) + ITSELF);
        headed = Pattern.compile(anyOf(heads) + LONG + AS_HEADING);
        near = Pattern.compile(owners + NEAR + anyOf(heads) + ITSELF);
    }

    /** Empty for a question that asks nothing of something. */
    public static Optional<Owned> in(Question question) {
        List<QueryWord> words = question.reading().words().stream()
                .filter(word -> !WHEN.contains(word.term()))
                .toList();
        if (words.isEmpty() || question.asksMeaning()) return Optional.empty();
        String text = WHICH.matcher(Folding.width(question.text())).replaceAll("の");
        if (words.size() == 1) {
            Set<String> owned = question.asked().isEmpty() ? ALWAYS_OWNED : OF_ANYTHING;
            return ofNobody(text, owned, words, question.reading());
        }
        if (!question.asked().isEmpty()) return Optional.empty();
        int last = words.size();
        return IntStream.range(Math.max(1, last - LONGEST_HEAD), last)
                .boxed()
                .flatMap(split -> IntStream.range(Math.max(0, split - LONGEST_OWNER), split)
                        // 「掲げる地域づくりの未来像」 is that of 地域づくり.
                        .filter(from -> !Verb.is(words.get(from).term()))
                        .mapToObj(from -> of(text, words.subList(from, split), words.subList(split, words.size()))
                                .filter(any -> !isOneName(words.get(split - 1), words.get(split), question.reading()))
                                .map(pair -> new Owned(
                                        text,
                                        Optional.of(owner(
                                                words.subList(from, split),
                                                spellings(pair.getFirst(), question.reading()))),
                                        spellings(pair.getLast(), question.reading()))))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    /** 「強みは」, of a municipality. */
    private static Optional<Owned> ofNobody(
            String text, Set<String> always, List<QueryWord> words, QueryReading reading) {
        String owned = QueryReading.written(words);
        boolean said = always.contains(owned)
                && Pattern.compile(BEFORE + Pattern.quote(owned) + AFTER)
                        .matcher(text)
                        .find();
        return said ? Optional.of(new Owned(text, Optional.empty(), spellings(owned, reading))) : Optional.empty();
    }

    private static Optional<List<String>> of(String text, List<QueryWord> owner, List<QueryWord> head) {
        String owns = QueryReading.written(owner);
        String owned = QueryReading.written(head);
        Pattern row = Pattern.compile(BEFORE + Pattern.quote(owns) + LONG + OF + Pattern.quote(owned) + LONG + AFTER);
        boolean day = owns.chars().anyMatch(Character::isDigit);
        boolean said = !day
                && !Wanted.isExample(owned)
                && !ANYBODY.contains(owned)
                && row.matcher(text).find();
        return said ? Optional.of(List.of(owns, owned)) : Optional.empty();
    }

    /** 「お金の支援」 is another name of 助成 as a whole. */
    private static boolean isOneName(QueryWord owns, QueryWord owned, QueryReading reading) {
        return reading.synonyms().stream()
                .anyMatch(span -> span.terms().containsAll(List.of(owns.term(), owned.term())));
    }

    /** As it was said, and with other names for a part of it. */
    private static Set<String> spellings(String said, QueryReading reading) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(said);
        for (Synonyms.Span span : reading.synonyms()) {
            String part = String.join("", span.terms());
            if (!said.contains(part)) continue;
            span.alternatives().forEach(other -> spellings.add(said.replace(part, String.join("", other))));
        }
        return spellings;
    }

    private static String anyOf(Set<String> spellings) {
        // 委員 is none of 委員会.
        return spellings.stream()
                .map(each -> Pattern.quote(each) + (each.endsWith("員") ? "(?!会)" : ""))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Also as one of two: みなみ野中学校区 is spoken of in 「みなみ野・南大沢中学校区」. */
    private static Pattern owner(List<QueryWord> words, Set<String> spellings) {
        String whole = anyOf(spellings);
        if (words.size() < 2) return Pattern.compile(whole);
        String first = Pattern.quote(words.getFirst().term());
        String rest = Pattern.quote(QueryReading.written(words.subList(1, words.size())));
        return Pattern.compile("(?:" + whole + "|" + first + "・[^・、。\\s]{1,8}?" + rest + ")");
    }

    private boolean owns(String text) {
        return owner.filter(any -> any.matcher(text).find()).isPresent();
    }

    private static boolean holds(String text, Set<String> spellings) {
        return spellings.stream().anyMatch(text::contains);
    }

    /** Whether another question asks it of this owner as well. */
    public boolean isAskedIn(String wording) {
        String text = Folding.width(wording);
        return owner.isEmpty()
                ? holds(text, heads)
                : literal.matcher(text).find() || near.matcher(text).find();
    }

    /** Whether what was chosen of a passage tells it of this owner, and not of another. */
    public boolean isToldIn(Passage passage, Chosen chosen) {
        List<String> above = above(passage);
        String text = Folding.width(chosen.text());
        Optional<String> heading = above.reversed().stream()
                .filter(each -> headed.matcher(each).find())
                .findFirst();
        if (owner.isEmpty()) return heading.isPresent() && !isOfAnother(above);
        if (literal.matcher(text).find()) return true;
        boolean light = heads.stream().anyMatch(LIGHT::contains);
        boolean ofOwner = above.stream().anyMatch(each -> owns(each))
                || owns(Folding.width(passage.document().publisher()));
        if (passage.body() instanceof Body.Table(var header, var _)) {
            boolean named = heading.isPresent() || holds(Folding.width(String.join("\n", header)), heads);
            return hasRow(text, named)
                    || ofOwner && (named || head.matcher(text).find())
                    || (named || head.matcher(text).find()) && isOfDocument(passage, above);
        }
        boolean told = head.matcher(text).find();
        boolean tells = heading.isPresent() || told || light;
        if (ofOwner && tells || near.matcher(text).find()) return true;
        if (light && owns(text)) return true;
        if (heading.isEmpty()) return told && isOfDocument(passage, above);
        // An item may be one of many that a heading is about: 「活動団体への支援」.
        boolean items = passage.body() instanceof Body.Bullets;
        return isOfDocument(passage, above)
                || (items || heads.contains(heading.get())) && !isOfAnother(above) && owns(text);
    }

    private static List<String> above(Passage passage) {
        var above = new ArrayList<>(passage.headings());
        if (passage.body() instanceof Body.Bullets bullets) above.add(bullets.lead());
        return above.stream().map(Folding::width).toList();
    }

    /** A row is about what stands first in it. */
    private boolean hasRow(String rows, boolean column) {
        Matcher row = LABEL.matcher(rows);
        return row.results().anyMatch(found -> {
            String label = found.group(1) == null ? found.group(2) : found.group(1);
            return owns(label) && (column || holds(found.group(), heads));
        });
    }

    /** 「ビジョンの目的」 is told under 「背景・目的」, where no other body is spoken of. */
    private boolean isOfDocument(Passage passage, List<String> above) {
        return !isOfAnother(above) && owns(Folding.width(passage.document().title()));
    }

    private boolean isOfAnother(List<String> above) {
        return above.stream()
                .flatMap(heading -> SUBJECT.matcher(heading).results())
                .anyMatch(subject -> !asked.contains(subject.group()));
    }
}
