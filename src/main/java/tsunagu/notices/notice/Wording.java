package tsunagu.notices.notice;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.conversation.Conversations;
import tsunagu.message.Message;
import tsunagu.text.Language;

/** What residents read of a notice: staff's words, what they rest on, and how to get no more. */
@Singleton
public class Wording {
    private final Conversations conversations;
    private final ContentReader reader;

    Wording(Conversations conversations, ContentReader reader) {
        this.conversations = conversations;
        this.reader = reader;
    }

    /** In every language there are words for. */
    public Map<Language, List<Message>> all(Content content, boolean correction) {
        var said = new EnumMap<Language, List<Message>>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> said.put(language, in(language, content, correction)));
        return said;
    }

    /** As LINE shows it, one after the other. */
    public List<Message> in(Language language, Content content, boolean correction) {
        String marks = (content.training() ? say(language, "training-mark") : "")
                + (correction ? say(language, "correction-mark") : "");
        String head = content.title().isEmpty() ? marks : marks + "【" + content.title() + "】";
        String foot = say(language, "source", "source", content.source(), "at", reader.shown(content.sourcedAt()));
        String words = Stream.of(
                        head,
                        content.training() ? say(language, "training") : "",
                        content.body(language),
                        content.contact().isEmpty() ? "" : say(language, "contact", "contact", content.contact()),
                        foot + "\n" + conversations.say(language, "notify.how-to-stop"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        var messages = new ArrayList<Message>(List.of(new Message.Text(words)));
        if (!content.link().isEmpty()) {
            String title = content.title().isEmpty() ? say(language, "notice") : content.title();
            var link = new Message.Link(say(language, "more"), URI.create(content.link()));
            messages.add(
                    new Message.Card(marks + title, List.of(new Message.Line("URL", content.link())), List.of(link)));
        }
        return messages;
    }

    private String say(Language language, String key, Object... namesAndValues) {
        return conversations.say(language, "notices." + key, namesAndValues);
    }
}
