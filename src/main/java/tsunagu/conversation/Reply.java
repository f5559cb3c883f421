package tsunagu.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final int MOST_MESSAGES = 5;

    public Reply {
        messages = List.copyOf(messages);
        choices = List.copyOf(choices);
        sources = List.copyOf(sources);
    }

    /** The same with more words at its end, and more to tap. */
    Reply with(String words, List<Choice> more) {
        var all = new ArrayList<Message>(messages);
        int last = all.size() - 1;
        if (all.size() < MOST_MESSAGES) {
            all.add(new Message.Text(words));
        } else {
            all.set(last, new Message.Text(all.get(last).plainText() + "\n\n" + words));
        }
        List<Choice> offered = Stream.concat(more.stream(), choices.stream())
                .distinct()
                .limit(ReplyRenderer.MOST_CHOICES)
                .toList();
        return new Reply(topic, outcome, all, offered, sources, sourcesLabel, languageTag);
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
