package tsunagu.message;

import java.net.URI;
import java.util.List;
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
    record Card(String title, List<Line> lines, List<Link> links) implements Message {
        public Card {
            lines = List.copyOf(lines);
            links = List.copyOf(links);
        }

        @Override
        public String plainText() {
            return Stream.concat(Stream.of("■ " + title), lines.stream().map(line -> line.label() + "：" + line.value()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** 「電話」「042-420-2821」. */
    record Line(String label, String value) {}

    /** Something to tap: {@code tel:} or {@code https:}. Its address also stands in a {@link Line}, for plain text. */
    record Link(String label, URI uri) {}
}
