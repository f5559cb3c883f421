package tsunagu.knowledge;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.documents.Citation;
import tsunagu.documents.Passage;
import tsunagu.documents.SourceDocument;
import tsunagu.knowledge.excerpt.Chosen;
import tsunagu.knowledge.excerpt.Sections.Section;

/** What the documents, and the entries staff wrote, have to say to a question. */
public sealed interface Finding {

    /** An entry that staff approved answers: its answer is told whole. */
    record Approved(Entry entry) implements Finding {}

    /** The excerpts that answer, best first; at least one. */
    record Answered(List<Excerpt> excerpts) implements Finding {
        public Answered {
            excerpts = List.copyOf(excerpts);
            if (excerpts.isEmpty()) throw new IllegalArgumentException("an answer rests on at least one excerpt");
        }

        /** Ids of the passages it rests on. */
        public List<String> passages() {
            return excerpts.stream().map(each -> each.passage().id()).toList();
        }
    }

    /**
     * A section of a document was asked for by its heading.
     *
     * @param parts at least two
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

        /** @param otherwise what would be found of passages alone */
        static Outlined of(Section section, boolean counts, Finding otherwise) {
            List<Excerpt> found = otherwise instanceof Answered(var excerpts) ? excerpts : List.of();
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
     * @param told by what it can be found again: the passage's id, and the rows where some were told of a table
     */
    record Excerpt(Passage passage, String text, List<Citation> citations, String told) {
        private static final String ROWS = "/";
        private static final String ROW = "-";
        /** More of them are as good as all: a large table may print the same line hundreds of times. */
        private static final int MOST_ROWS = 12;

        static Excerpt of(Passage passage, Chosen chosen) {
            return of(passage, chosen, told(passage, chosen));
        }

        static Excerpt of(Passage passage, Chosen chosen, String told) {
            return new Excerpt(passage, chosen.text(), passage.citeRuns(chosen.quote()), told);
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

        /** The id of the passage that was told. */
        public static String passageOf(String told) {
            int end = told.indexOf(ROWS);
            return end < 0 ? told : told.substring(0, end);
        }

        /** The rows that were told, from 0; empty for a whole passage. */
        static List<Integer> rowsOf(String told) {
            int end = told.indexOf(ROWS);
            if (end < 0) return List.of();
            return Stream.of(told.substring(end + 1).split(ROW))
                    .map(Integer::valueOf)
                    .toList();
        }
    }
}
