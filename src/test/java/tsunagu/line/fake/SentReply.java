package tsunagu.line.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reply that reached a resident.
 *
 * @param messages as sent, one to five
 */
public record SentReply(String replyToken, JsonNode messages) {

    /** The words of its text messages, parted by blank lines. */
    public String text() {
        return messages.valueStream()
                .map(message -> message.path("text").asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The labels of the quick replies shown, which are those of the last message. */
    public List<String> choices() {
        return messages.path(messages.size() - 1)
                .path("quickReply")
                .path("items")
                .valueStream()
                .map(item -> item.path("action").path("label").asText())
                .toList();
    }
}
