package tsunagu.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.documents.Citation;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.excerpt.Chosen;
import tsunagu.knowledge.excerpt.Sections.Section;
import tsunagu.knowledge.question.Nth;
import tsunagu.text.Sentences;

/** What the documents, and the entries staff wrote, have to say to a question. */
public sealed interface Finding {

    /** An entry that staff approved answers: its answer is told whole. */
    record Approved(Entry entry) implements Finding {}

    /**
     * The excerpts that answer, best first; at least one.
     *
     * @param whole whether only all of them together answer
     */
    record Answered(List<Excerpt> excerpts, boolean whole) implements Finding {
        public Answered {
            excerpts = List.copyOf(excerpts);
            if (excerpts.isEmpty()) throw new IllegalArgumentException("an answer rests on at least one excerpt");
        }

        Answered(List<Excerpt> excerpts) {
            this(excerpts, false);
        }

        /** Ids of the passages it rests on. */
        public List<String> passages() {
            return excerpts.stream().map(each -> each.passage().id()).toList();
        }

        Stream<SourceDocument> documents() {
            return excerpts.stream().map(each -> each.passage().document());
        }
    }

    /**
     * A section of a document was asked for by its heading.
     *
     * @param parts at least two, or the one of them that was asked for
     * @param counts whether it was asked how many parts there are
     * @param citations of heading and parts
     * @param excerpts of it, best first, where some of them answer by themselves
     */
    record Outlined(
            SourceDocument document,
            String heading,
            List<Part> parts,
            boolean counts,
            List<Citation> citations,
            List<Excerpt> excerpts)
            implements Finding {
        public Outlined {
            parts = List.copyOf(parts);
            citations = List.copyOf(citations);
            excerpts = List.copyOf(excerpts);
        }

        /**
         * A part of a section.
         *
         * @param heading as printed
         * @param first passage below it
         */
        public record Part(String heading, Passage first) {}

        /** The part alone, from 1, with how it begins; empty where there are not so many. */
        Optional<Finding> only(int nth) {
            OptionalInt place = Nth.of(nth, parts.size());
            if (place.isEmpty()) return Optional.empty();
            Part part = parts.get(place.getAsInt() - 1);
            return Optional.of(new Outlined(
                    document,
                    heading,
                    List.of(part),
                    false,
                    List.of(part.first().cite(heading), citations.get(place.getAsInt())),
                    List.of(Excerpt.opening(part.first())
                            .oneOf(parts.stream().map(each -> each.first().id()).toList()))));
        }

        /** By what its parts are found again, or the one and the list it is of. */
        public List<String> told() {
            return parts.size() == 1
                    ? excerpts.stream().limit(1).map(Excerpt::told).toList()
                    : parts.stream().map(part -> part.first().id()).toList();
        }

        /** @param otherwise what would be found of passages alone */
        static Outlined of(Section section, boolean counts, Finding otherwise) {
            List<Excerpt> found = otherwise instanceof Answered answered ? answered.excerpts() : List.of();
            return new Outlined(
                    section.document(),
                    section.heading(),
                    section.parts().stream()
                            .map(part -> new Part(section.headingOf(part), part))
                            .toList(),
                    counts,
                    section.citations(),
                    found.stream()
                            .filter(excerpt -> section.has(excerpt.passage()))
                            .toList());
        }
    }

    /** One of the list that was found, from 1; empty where no list was, or none of so many. */
    static Optional<Finding> nth(Finding list, int nth) {
        return switch (list) {
            case Outlined outlined -> outlined.only(nth);
            case Answered(var excerpts, var _) ->
                excerpts.stream()
                        .flatMap(excerpt -> excerpt.item(nth).stream())
                        .findFirst()
                        .map(item -> new Answered(List.of(item)));
            case Approved _, Related _, Nothing _, Unavailable _ -> Optional.empty();
        };
    }

    /** Passages about the subject, none of which clearly answers: to be offered, not told as the answer. */
    record Related(List<Excerpt> excerpts) implements Finding {
        public Related {
            excerpts = List.copyOf(excerpts);
        }
    }

    /** The documents do not speak of it. */
    record Nothing() implements Finding {}

    /** Documents and entries cannot be searched now: whether they speak of it is not known. */
    record Unavailable() implements Finding {}

    /**
     * One passage shortened to what answers.
     *
     * @param text one to three sentences, or table cells in words
     * @param citations what it rests on, each as it stands in the document with nothing left out; at least one
     * @param told by what it can be found again: the passage's id, and the rows where some were told of a table, or the
     *     list where one of it was told
     */
    record Excerpt(Passage passage, String text, List<Citation> citations, String told) {
        private static final String ROWS = "/";
        private static final String ROW = "-";
        private static final String LIST = "@";
        /** No comma: what was told is remembered with commas between. */
        private static final String AND = ";";
        /** More of them are as good as all: a large table may print the same line hundreds of times. */
        private static final int MOST_ROWS = 12;

        private static final int OPENING = 2;

        static Excerpt of(Passage passage, Chosen chosen) {
            return of(passage, chosen, told(passage, chosen));
        }

        static Excerpt of(Passage passage, Chosen chosen, String told) {
            return new Excerpt(passage, chosen.text(), passage.citeRuns(chosen.quote()), told);
        }

        /** The first sentences of a passage; all of a list or table. */
        static Excerpt opening(Passage passage) {
            String text = passage.body() instanceof Passage.Body.Paragraph(var sentences)
                    ? Sentences.split(sentences).stream().limit(OPENING).collect(Collectors.joining())
                    : passage.body().text();
            return new Excerpt(passage, text, passage.citeRuns(text), passage.id());
        }

        /** A part of a section: its heading, which stands apart in the print, and how it begins. */
        static Excerpt part(Passage passage) {
            Excerpt opening = opening(passage);
            if (passage.headings().isEmpty()) return opening;
            String heading = passage.headings().getLast();
            return new Excerpt(
                    passage,
                    heading + "\n" + opening.text(),
                    Stream.concat(Stream.of(passage.cite(heading)), opening.citations().stream())
                            .toList(),
                    passage.id());
        }

        /** One item of a list that is told whole, from 1; empty for anything else. */
        Optional<Excerpt> item(int nth) {
            if (!(passage.body() instanceof Passage.Body.Bullets(var _, var items))) return Optional.empty();
            boolean whole = items.stream().allMatch(text::contains);
            return Nth.pick(nth, items)
                    .filter(any -> whole)
                    .map(only -> new Excerpt(passage, only, passage.citeRuns(only), told));
        }

        private static String told(Passage passage, Chosen chosen) {
            if (!(passage.body() instanceof Passage.Body.Table(var header, var rows))) return passage.id();
            List<String> printed = chosen.quote().lines().map(String::strip).toList();
            List<String> told = IntStream.range(0, rows.size())
                    .filter(row -> printed.contains(
                            rows.get(row).printed().strip().lines().findFirst().orElse("")))
                    .mapToObj(String::valueOf)
                    .toList();
            boolean some = !told.isEmpty() && told.size() < rows.size() && told.size() <= MOST_ROWS;
            return some ? passage.id() + ROWS + String.join(ROW, told) : passage.id();
        }

        /** The same, told as one of a list: 「3つ目は？」 goes on from the list. */
        Excerpt oneOf(List<String> list) {
            String ids = list.stream().map(Excerpt::passageOf).collect(Collectors.joining(AND));
            return new Excerpt(passage, text, citations, passageOf(told) + LIST + ids);
        }

        /** The list of which one was told; empty for anything else. */
        static List<String> listOf(String told) {
            int end = told.indexOf(LIST);
            return end < 0 ? List.of() : List.of(told.substring(end + 1).split(AND));
        }

        /** The id of the passage that was told. */
        public static String passageOf(String told) {
            return told.split(ROWS + "|" + LIST, 2)[0];
        }

        /** The rows that were told, from 0; empty for a whole passage. */
        static List<Integer> rowsOf(String told) {
            int end = told.indexOf(ROWS);
            if (end < 0 || told.contains(LIST)) return List.of();
            return Stream.of(told.substring(end + 1).split(ROW))
                    .map(Integer::valueOf)
                    .toList();
        }
    }
}
