package tsunagu.knowledge.excerpt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.documents.Citation;
import tsunagu.documents.Passage;
import tsunagu.documents.Passage.Body;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.index.TextIndex;
import tsunagu.knowledge.index.words.Word;
import tsunagu.knowledge.index.words.WordReader;
import tsunagu.knowledge.index.words.WordSet;
import tsunagu.knowledge.question.Question;
import tsunagu.knowledge.question.Wanted;

/**
 * The sections of documents that have hardly a text of their own, but parts with headings: to 「今後の方向性は」 the
 * three headings below 「今後の方向性」 are the answer, and each part alone is a third of it.
 */
public final class Sections {
    /** More than a line above its parts is an answer of its own. */
    private static final int LONGEST_LEAD = 60;

    /** Shorter ones, such as 「期間」, only name a subject. */
    private static final int SHORTEST_PART = 9;

    private static final int FEWEST = 2;
    private static final int MOST = 6;

    /** Of a heading that says all of the question, more than this share is to be asked for. */
    private static final double LEAST_PRECISION = 0.5;

    /** Where one of its parts is asked for by its place, which only a list has. */
    private static final double LEAST_OF_ONE = 0.3;

    /** They ask for a list of parts, or say whose it is, and stand in no heading. */
    private static final List<String> LISTING = List.of("柱", "項目", "内容", "ポイント", "市", "区");

    private static final Pattern OWNED = Pattern.compile("(.{1,6}?[市区町村])(?:における|の)?(.+)");

    private static final Pattern SO_MANY = Pattern.compile("([0-9]+)つ");

    private final List<Section> sections;
    private final WordSet listing;

    private Sections(List<Section> sections, WordSet listing) {
        this.sections = List.copyOf(sections);
        this.listing = listing;
    }

    /**
     * A section.
     *
     * @param headings its own, and those above it, from the outer to the inner
     * @param words of its heading
     * @param parts the first passage of each, in order
     * @param lead characters of text above the parts
     */
    public record Section(List<String> headings, List<Word> words, List<Passage> parts, int lead) {
        public Section {
            headings = List.copyOf(headings);
            words = List.copyOf(words);
            parts = List.copyOf(parts);
        }

        public SourceDocument document() {
            return parts.getFirst().document();
        }

        public String heading() {
            return headings.getLast();
        }

        /** As printed. */
        public String headingOf(Passage part) {
            return part.headings().get(headings.size());
        }

        public boolean has(Passage passage) {
            return passage.document().equals(document()) && passage.isBelow(headings);
        }

        /** Heading and parts, which stand apart in the print. */
        public List<Citation> citations() {
            return Stream.concat(
                            Stream.of(parts.getFirst().cite(heading())),
                            parts.stream().map(part -> part.cite(headingOf(part))))
                    .toList();
        }
    }

    /** @param passages all of the documents, in their order */
    public static Sections of(Collection<Passage> passages, WordReader words) {
        Map<SourceDocument, Map<List<String>, List<Passage>>> within = new LinkedHashMap<>();
        for (Passage passage : passages) {
            for (int depth = 1; depth <= passage.headings().size(); depth++) {
                within.computeIfAbsent(passage.document(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(passage.headings().subList(0, depth), _ -> new ArrayList<>())
                        .add(passage);
            }
        }
        return new Sections(
                within.values().stream()
                        .flatMap(sections -> sections.entrySet().stream())
                        .flatMap(section -> section(section.getKey(), section.getValue(), words).stream())
                        .toList(),
                WordSet.of(words.read(String.join("、", LISTING))));
    }

    private static Optional<Section> section(List<String> headings, List<Passage> passages, WordReader words) {
        int depth = headings.size();
        int lead = passages.stream()
                .takeWhile(passage -> passage.headings().size() == depth)
                .mapToInt(passage -> passage.body().text().length())
                .sum();
        List<Passage> below = passages.stream()
                .dropWhile(passage -> passage.headings().size() == depth)
                .toList();
        boolean ownText = below.stream().anyMatch(passage -> passage.headings().size() == depth);
        if (ownText || !passages.stream().allMatch(Sections::isText)) return Optional.empty();
        Map<String, Passage> parts = new LinkedHashMap<>();
        // More of a part is told by its first passage: one that may be quoted, if there is any.
        below.forEach(passage ->
                parts.merge(passage.headings().get(depth), passage, (one, next) -> one.quotable() ? one : next));
        boolean telling = String.join("", parts.keySet()).length() >= SHORTEST_PART * parts.size();
        if (!telling || parts.size() < FEWEST || parts.size() > MOST) return Optional.empty();
        List<Word> heading =
                words.read(withoutOwner(headings.getLast(), passages.getFirst().document()));
        WordSet said = WordSet.of(heading);
        boolean more = parts.keySet().stream()
                .allMatch(part -> words.read(part).stream().anyMatch(word -> !said.says(word.term(), word.reading())));
        return more ? Optional.of(new Section(headings, heading, List.copyOf(parts.values()), lead)) : Optional.empty();
    }

    /** 「西東京市におけるコミュニティ政策」 is asked for as 「コミュニティ政策」. */
    private static String withoutOwner(String heading, SourceDocument document) {
        Matcher owned = OWNED.matcher(heading);
        return owned.matches() && document.publisher().startsWith(owned.group(1)) ? owned.group(2) : heading;
    }

    /** What stands in tables is told by their rows. */
    private static boolean isText(Passage passage) {
        return switch (passage.body()) {
            case Body.Paragraph _, Body.Bullets _ -> true;
            case Body.Table _ -> false;
        };
    }

    /** The section that a passage leads to. */
    public Optional<Section> at(Passage lead) {
        return sections.stream()
                .filter(section -> section.document().equals(lead.document())
                        && section.headings().equals(lead.headings()))
                .findFirst();
    }

    /**
     * The section that a question asks for by its heading.
     *
     * @param least so many words of the heading the question must have
     */
    public Optional<Section> find(
            Question question, Wanted wanted, int least, Predicate<SourceDocument> admitted, TextIndex index) {
        if (!question.asked().isEmpty() && !question.asksHowMany()) return Optional.empty();
        Wanted named = wanted.without(listing);
        var soMany = SO_MANY.matcher(question.figures());
        Optional<Integer> count = soMany.find() ? Optional.of(Integer.parseInt(soMany.group(1))) : Optional.empty();
        // One of a list is asked for in fewer words than the list, and whatever is said above it.
        boolean one = question.nth().isPresent();
        double precision = one ? LEAST_OF_ONE : LEAST_PRECISION;
        return sections.stream()
                .filter(section -> admitted.test(section.document()))
                .filter(section -> one || section.lead() <= LONGEST_LEAD)
                .filter(section ->
                        count.isEmpty() || count.get() == section.parts().size())
                .filter(section -> named.isSaidIn(section.words(), least))
                .filter(section -> named.precision(section.words(), index, WordSet.empty()) > precision)
                // 「自治会はいくつ」 counts no ways of supporting them.
                .filter(section -> !question.asksHowMany() || named.asksForSection(section.words(), least))
                .max(Comparator.comparingDouble(section -> named.precision(section.words(), index, WordSet.empty())));
    }
}
