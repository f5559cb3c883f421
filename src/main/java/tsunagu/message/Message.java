package tsunagu.message;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One message to a resident; every kind can also be read as plain text. */
public sealed interface Message {

    String plainText();

    /** Sentences, lines parted by {@code \n}. */
    record Text(String text) implements Message {
        @Override
        public String plainText() {
            return text;
        }
    }

    /** Something with a name and what is known of it: a network, an office. */
    record Card(String title, List<Line> lines, List<Link> links, Optional<Picture> picture) implements Message {
        public Card {
            lines = List.copyOf(lines);
            links = List.copyOf(links);
        }

        /** Without a picture. */
        public Card(String title, List<Line> lines, List<Link> links) {
            this(title, lines, links, Optional.empty());
        }

        @Override
        public String plainText() {
            return Stream.concat(Stream.of("■ " + title), lines.stream().map(line -> line.label() + "：" + line.value()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** 「電話」「042-420-2821」. */
    record Line(String label, String value) {}

    /**
     * A picture of ours, which says no more than the words beside it.
     *
     * @param path on the web page, {@code /areas/nishitokyo.png}
     * @param width in pixels, as {@code height}
     */
    record Picture(String path, int width, int height) {}

    /** Something to tap: {@code tel:} or {@code https:}. Its address also stands in a {@link Line}, for plain text. */
    record Link(String label, URI uri) {}
}
