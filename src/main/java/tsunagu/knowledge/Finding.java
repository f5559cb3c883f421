package tsunagu.knowledge;

import java.util.List;
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
     */
    record Excerpt(Passage passage, String text, List<Citation> citations) {
        static Excerpt of(Passage passage, Chosen chosen) {
            return new Excerpt(passage, chosen.text(), passage.citeRuns(chosen.quote()));
        }
    }
}
