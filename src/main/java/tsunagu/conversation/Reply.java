package tsunagu.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/**
 * What a resident gets back, before the channel gives it its form.
 *
 * @param messages at least one, at most five
 * @param choices at most 13, shown with the last message
 * @param sourcesLabel what to call the sources in the reply's language: 「出典」
 * @param languageTag BCP 47 tag of the reply's language
 */
public record Reply(
        Topic topic,
        Outcome outcome,
        List<Message> messages,
        List<Choice> choices,
        List<Source> sources,
        String sourcesLabel,
        String languageTag) {

    public Reply {
        messages = List.copyOf(messages);
        choices = List.copyOf(choices);
        sources = List.copyOf(sources);
    }

    /** What happened to the question. */
    public enum Outcome {
        ANSWERED,
        ASKED,
        NOT_KNOWN,
        URGENT,
        CHAT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The whole reply with its sources, for channels and readers that know nothing but text. */
    public String plainText() {
        String body = messages.stream().map(Message::plainText).collect(Collectors.joining("\n\n"));
        if (sources.isEmpty()) return body;
        return body
                + "\n\n"
                + documents().stream().map(line -> sourcesLabel + "：" + line).collect(Collectors.joining("\n"));
    }

    /** The messages with the sources as the last words, for channels that are handed messages and nothing else. */
    public List<Message> withSources() {
        if (sources.isEmpty()) return messages;
        var all = new ArrayList<>(messages);
        all.add(new Message.Text(
                documents().stream().map(line -> sourcesLabel + "：" + line).collect(Collectors.joining("\n"))));
        return all;
    }

    /** One line a document, however many of its places are cited. */
    private Collection<String> documents() {
        var lines = new LinkedHashMap<String, String>();
        sources.forEach(source -> lines.putIfAbsent(source.document(), source.line()));
        return lines.values();
    }
}
